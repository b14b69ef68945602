#!/usr/bin/env python3
"""Tests of the Debian packages, which are installed into a root of the test's own: no part of the system changes.

    debian_test.py SOURCE BUILD PACKAGES C_COMPILER CXX_COMPILER

dpkg runs with a database that is a copy of the system's, so that dependencies and conflicts are those with what
is installed here; it needs no privileges.
"""
import gzip
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

SOURCE, BUILD, PACKAGES = map(Path, sys.argv[1:4])
C_COMPILER, CXX_COMPILER = sys.argv[4:6]
NAMES = ["libskillmatrix1", "libskillmatrix-dev", "python3-skillmatrix", "skillmatrix"]


def run(*command, **options):
    """What a command says; fails with all of it if the command fails."""
    done = subprocess.run([str(part) for part in command], text=True, capture_output=True, check=False,
                          timeout=300, **options)
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


ARCHITECTURE = run("dpkg", "--print-architecture").strip()
LIBRARIES = "usr/lib/" + run("dpkg-architecture", "-qDEB_HOST_MULTIARCH").strip()
VERSION = run("dpkg-parsechangelog", "-l", SOURCE / "cmake/packaging/debian/changelog", "-S", "Version").strip()
UPSTREAM = VERSION.rpartition("-")[0]


def package_file(name):
    architecture = "all" if name.startswith("python3-") else ARCHITECTURE
    return PACKAGES / f"{name}_{VERSION}_{architecture}.deb"


def members(name, part):
    """What a package installs (--fsys-tarfile), or tells dpkg (--ctrl-tarfile): paths with what is there."""
    archive = subprocess.run(["dpkg-deb", part, package_file(name)], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        return {member.name[2:]: (member, tar.extractfile(member).read() if member.isfile() else None)
                for member in tar if member.name != "."}


def files(name):
    return {path: content for path, (member, content) in members(name, "--fsys-tarfile").items()
            if not member.isdir()}


def field(name, key):
    return run("dpkg-deb", "--field", package_file(name), key).strip()


def sources(folder, *patterns):
    return {path.name for pattern in patterns for path in (SOURCE / folder).glob(pattern)}


class Package(unittest.TestCase):
    """What is in the packages."""

    def test_there_are_these_packages_and_no_other(self):
        self.assertEqual({path.name for path in PACKAGES.glob("*.deb")}, {package_file(name).name for name in NAMES})

    def expect_files(self, name, expected):
        documents = {f"usr/share/doc/{name}/{file}"
                     for file in ("changelog.Debian.gz", "changelog.gz", "copyright")}
        self.assertEqual(set(files(name)), set(expected) | documents)

    def test_library_has_the_library_alone(self):
        self.expect_files("libskillmatrix1", {f"{LIBRARIES}/libskillmatrix.so.1",
                                              f"{LIBRARIES}/libskillmatrix.so.1.{UPSTREAM}"})

    def test_development_package_has_all_that_others_build_with(self):
        cmake = f"{LIBRARIES}/cmake/skillmatrix/"
        self.expect_files("libskillmatrix-dev", {
            *("usr/include/skillmatrix/" + file for file in sources("capi/include/skillmatrix", "*.h")),
            *("usr/include/skillmatrix/" + file for file in sources("include/skillmatrix", "*.hpp")),
            f"{LIBRARIES}/libskillmatrix.so", f"{LIBRARIES}/pkgconfig/skillmatrix.pc",
            *(f"{LIBRARIES}/{file}" for kind in ("core", "isolated")
              for file in (f"libskillmatrix_{kind}.a", f"pkgconfig/skillmatrix-{kind}.pc")),
            *(f"{cmake}skillmatrix-{kind}-targets{end}.cmake" for kind in ("c", "core", "isolated")
              for end in ("", "-release")),
            cmake + "skillmatrix-config.cmake", cmake + "skillmatrix-config-version.cmake",
            cmake + "FindLibCsv.cmake"})

    def test_python_package_has_all_modules(self):
        folder = "usr/lib/python3/dist-packages"
        self.expect_files("python3-skillmatrix", {
            *(f"{folder}/skillmatrix/{file}" for file in sources("capi/python/skillmatrix", "*.py", "py.typed")),
            f"{folder}/libskillmatrix-{UPSTREAM}.dist-info/METADATA"})

    def test_tool_has_a_manual_that_names_all_it_does(self):
        self.expect_files("skillmatrix", {
            "usr/bin/skillmatrix", "usr/share/man/man1/skillmatrix.1.gz",
            *(f"usr/share/doc/skillmatrix/examples/{path.relative_to(SOURCE / 'examples/data')}"
              for path in (SOURCE / "examples/data").rglob("*.*"))})
        manual = gzip.decompress(files("skillmatrix")["usr/share/man/man1/skillmatrix.1.gz"]).decode()
        manual = manual.replace("\\-", "-")
        told = run(BUILD / "bin/skillmatrix", "--help")
        words = re.findall(r"^  ([a-z]+|--[a-z]+)  ?", told, re.MULTILINE)
        self.assertIn("gap", words)
        self.assertIn("--locale", words)
        for word in words:
            if word != "skillmatrix":
                self.assertRegex(manual, rf"\n\.BI? \"?{word}\b|\n\.BI {word} ")

    def test_dependencies(self):
        self.assertEqual(field("libskillmatrix-dev", "Depends"),
                         f"libskillmatrix1 (= {VERSION}), libcsv-dev, libicu-dev (>= 72)")
        self.assertEqual(field("python3-skillmatrix", "Depends"),
                         f"libskillmatrix1 (>= {UPSTREAM}), python3:any (>= 3.9)")
        for name in ("libskillmatrix1", "skillmatrix"):
            needed = {part.split()[0] for part in field(name, "Depends").split(", ")}
            self.assertLessEqual({"libc6", "libstdc++6"}, needed)
            self.assertTrue(any(re.fullmatch(r"libicu\d+", part) for part in needed), needed)
            self.assertFalse(any(part.endswith("-dev") for part in needed), needed)

    def test_every_package_is_described(self):
        for name in NAMES:
            with self.subTest(name):
                self.assertEqual(field(name, "Version"), VERSION)
                self.assertRegex(field(name, "Maintainer"), r"^[^<]+ <[^@>]+@[^>]+>$")
                self.assertEqual(field(name, "Priority"), "optional")
                self.assertIn(field(name, "Section"), ("libs", "libdevel", "python", "utils"))
                synopsis, *rest = field(name, "Description").splitlines()
                self.assertLessEqual(len(synopsis), 80)
                self.assertGreater(len(rest), 3)
                self.assertNotIn("${", synopsis + "".join(rest))
                content = files(name)
                self.assertIn(b"Apache-2.0", content[f"usr/share/doc/{name}/copyright"])
                self.assertTrue(gzip.decompress(content[f"usr/share/doc/{name}/changelog.Debian.gz"])
                                .startswith(f"skillmatrix ({VERSION})".encode()))
                self.assertEqual(gzip.decompress(content[f"usr/share/doc/{name}/changelog.gz"]),
                                 (SOURCE / "CHANGELOG.md").read_bytes())

    def test_files_are_of_root_and_names_no_folder_of_the_build(self):
        for name in NAMES:
            for path, (member, content) in members(name, "--fsys-tarfile").items():
                with self.subTest(f"{name}: {path}"):
                    self.assertEqual((member.uname, member.gname, member.uid, member.gid), ("root", "root", 0, 0))
                    if not member.issym():
                        runs = member.isdir() or path.startswith("usr/bin/")
                        self.assertEqual(oct(member.mode), oct(0o755 if runs else 0o644))
                    for folder in (SOURCE, BUILD):
                        self.assertNotIn(os.fsencode(folder), content or b"")

    def test_sums_are_those_of_the_files(self):
        for name in NAMES:
            sums = members(name, "--ctrl-tarfile")["md5sums"][1].decode().splitlines()
            self.assertEqual(dict(reversed(line.split("  ")) for line in sums),
                             {path: hashlib.md5(content).hexdigest()
                              for path, content in files(name).items() if content is not None})

    def test_programs_that_are_built_with_the_library_depend_on_it(self):
        control = members("libskillmatrix1", "--ctrl-tarfile")
        self.assertEqual(control["shlibs"][1].decode(), f"libskillmatrix 1 libskillmatrix1 (>= {UPSTREAM})\n")
        self.assertEqual(control["triggers"][1].decode(), "activate-noawait ldconfig\n")

    def test_library_and_tool_are_stripped_and_hardened(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, path in (("libskillmatrix1", f"{LIBRARIES}/libskillmatrix.so.1.{UPSTREAM}"),
                               ("skillmatrix", "usr/bin/skillmatrix")):
                binary = Path(folder, name)
                binary.write_bytes(files(name)[path])
                sections = set(re.findall(r"^ +\[ *\d+\] (\S+)", run("readelf", "-SW", binary), re.MULTILINE))
                self.assertIn(".dynsym", sections)
                self.assertFalse({part for part in sections
                                  if part in (".symtab", ".comment") or part.startswith(".debug")})
                dynamic = run("readelf", "-dW", binary)
                self.assertIn("BIND_NOW", dynamic)
                self.assertNotRegex(dynamic, "R(UN)?PATH")
                self.assertIn("GNU_RELRO", run("readelf", "-lW", binary))

    def test_library_gives_the_c_api_and_nothing_else(self):
        with tempfile.NamedTemporaryFile() as library:
            library.write(files("libskillmatrix1")[f"{LIBRARIES}/libskillmatrix.so.1.{UPSTREAM}"])
            library.flush()
            symbols = [line.split()[-1].partition("@")[0]
                       for line in run("nm", "-D", "--defined-only", library.name).splitlines()]
        self.assertIn("skm_framework_parse", symbols)
        self.assertEqual([symbol for symbol in symbols if not re.match(r"skm_|SKILLMATRIX_\d", symbol)], [])


class System:
    """A folder with a copy of the system's database of packages, and nothing installed in it."""

    def __init__(self, folder):
        self.root = Path(folder, "root")
        self.log = Path(folder, "dpkg.log")
        self.triggered = Path(folder, "triggered")
        self.database = self.root / "var/lib/dpkg"
        there = Path("/var/lib/dpkg")
        for name in ("info", "triggers", "updates"):
            (self.database / name).mkdir(parents=True)
        # No script of another package must run, so only their lists of files come along.
        for pattern in ("arch", "info/format", "info/*.list", "triggers/[!L]*"):
            for path in there.glob(pattern):
                shutil.copyfile(path, self.database / path.relative_to(there))
        stanzas = (there / "status").read_text(encoding="utf-8").split("\n\n")
        (self.database / "status").write_text(
            "".join(stanza.strip("\n") + "\n\n" for stanza in stanzas
                    if stanza.strip() and re.match("Package: (.*)", stanza)[1] not in NAMES), encoding="utf-8")
        for path in self.database.glob("info/*skillmatrix*"):
            path.unlink()
        # The real one is for the whole system; this one says that dpkg called it.
        script = self.database / "info/libc-bin.postinst"
        script.write_text(f'#!/bin/sh\necho "$@" >>"{self.triggered}"\n', encoding="utf-8")
        script.chmod(0o755)

    def dpkg(self, *arguments):
        environment = dict(os.environ, PATH=os.environ["PATH"] + ":/usr/sbin:/sbin", LC_ALL="C.UTF-8")
        return subprocess.run(["dpkg", f"--root={self.root}", f"--log={self.log}", "--force-not-root",
                               "--force-script-chrootless", "--force-unsafe-io", "--path-include=/*",
                               *map(str, arguments)],
                              env=environment, text=True, capture_output=True, timeout=300, check=False)

    def must(self, *arguments):
        done = self.dpkg(*arguments)
        assert done.returncode == 0, f"dpkg {arguments}:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def versions(self):
        told = run("dpkg-query", f"--admindir={self.database}", "--show",
                   "--showformat=${Package} ${Version} ${db:Status-Status}\n")
        return {name: version for name, version, state in map(str.split, told.splitlines())
                if state == "installed" and name in NAMES}

    def files(self):
        """All there is except the database, and the folders that are of other packages."""
        return {str(path.relative_to(self.root)) for path in self.root.rglob("*")
                if not path.is_relative_to(self.database)
                and (path.is_symlink() or not path.is_dir() or "skillmatrix" in path.name)}


class Installed(unittest.TestCase):
    """What the packages do once they are installed."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()
        self.system = System(self.folder)
        self.root = self.system.root
        self.environment = dict(os.environ, LD_LIBRARY_PATH=str(self.root / LIBRARIES),
                                PKG_CONFIG_PATH=str(self.root / LIBRARIES / "pkgconfig"),
                                PYTHONPATH=str(self.root / "usr/lib/python3/dist-packages"))
        self.environment.pop("SKILLMATRIX_LIBRARY", None)

    def install(self):
        self.system.must("--install", *map(package_file, NAMES))
        self.assertEqual(self.system.versions(), dict.fromkeys(NAMES, VERSION))

    def compile(self, compiler, source, package):
        flags = run("pkg-config", "--cflags", "--libs", package, env=self.environment).split()
        self.assertIn(f"-I{self.root}/usr/include", [os.path.normpath(flag) for flag in flags])
        program = self.folder / source
        run(*compiler, SOURCE / "tests/package" / source, "-o", program, *flags)
        return run(program, env=self.environment)

    def use(self):
        """A program in C, one in C++, one in Python, and the tool."""
        version = f"skillmatrix {UPSTREAM}\n"
        self.assertTrue(self.compile([C_COMPILER, "-std=c99"], "consumer.c", "skillmatrix").startswith(version))
        self.assertTrue(
            self.compile([CXX_COMPILER, "-std=c++20"], "consumer.cpp", "skillmatrix-core").startswith(version))
        self.assertIn("Amara Diallo", run(
            self.root / "usr/bin/skillmatrix", "gap", "ai-engineering.json", "people/amara-diallo.json",
            "--as-of", "2026-06-01", cwd=self.root / "usr/share/doc/skillmatrix/examples"))
        where, known, count, maps = run(
            "/usr/bin/python3", "-c", "import importlib.metadata, pathlib, skillmatrix, sys\n"
            "matrix = skillmatrix.Matrix(skillmatrix.Framework.load(sys.argv[1]))\n"
            "print(skillmatrix.__file__, importlib.metadata.version('libskillmatrix'), len(matrix.skills),\n"
            "      pathlib.Path('/proc/self/maps').read_text().replace('\\n', ';').replace(' ', ''))",
            SOURCE / "examples/data/ai-engineering.json", cwd=self.folder, env=self.environment).split()
        self.assertTrue(Path(where).is_relative_to(self.root))
        self.assertEqual((known, count), (UPSTREAM, "38"))
        self.assertIn(f"{self.root}/{LIBRARIES}/libskillmatrix.so.1", maps)

    def next_version(self):
        """The same packages, as if of the next version."""
        following = f"{UPSTREAM}-{int(VERSION.rpartition('-')[2]) + 1}"
        packages = []
        for name in NAMES:
            tree = self.folder / "next" / name
            tree.parent.mkdir(exist_ok=True)
            run("dpkg-deb", "--raw-extract", package_file(name), tree)
            control = tree / "DEBIAN/control"
            control.write_text(control.read_text(encoding="utf-8").replace(VERSION, following), encoding="utf-8")
            run("dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, f"{tree}.deb")
            packages.append(f"{tree}.deb")
        return following, packages

    def test_install_use_upgrade_remove_and_purge(self):
        before = self.system.files()
        self.install()
        self.assertEqual(self.system.must("--verify", *NAMES), "")
        self.assertIn("triggered ldconfig", self.system.triggered.read_text(encoding="utf-8"))
        self.use()

        self.install()  # Once more.
        following, packages = self.next_version()
        self.system.must("--install", *packages)
        self.assertEqual(self.system.versions(), dict.fromkeys(NAMES, following))
        self.use()

        refused = self.system.dpkg("--remove", "libskillmatrix1")
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("python3-skillmatrix depends on libskillmatrix1", refused.stderr)

        self.system.must("--remove", *NAMES)
        self.assertEqual(self.system.versions(), {})
        self.assertEqual(self.system.files(), before)
        self.system.must("--purge", *NAMES)
        self.assertEqual([path.name for path in (self.system.database / "info").glob("*skillmatrix*")], [])
        self.assertEqual(self.system.files(), before)

    def test_packages_need_their_library(self):
        for name in ("libskillmatrix-dev", "python3-skillmatrix"):
            refused = self.system.dpkg("--install", package_file(name))
            self.assertNotEqual(refused.returncode, 0)
            self.assertRegex(refused.stderr, rf"{name}(:\w+)? depends on libskillmatrix1")

    def test_tool_needs_no_other_package(self):
        self.system.must("--install", package_file("skillmatrix"))
        run(self.root / "usr/bin/skillmatrix", "--version")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[6:], verbosity=2)
