#!/usr/bin/env python3
"""The wheel of the Python package: what is in it, and that it works where nothing else of the project is.

    wheel_test.py SOURCE BUILD WORK

SOURCE is the tree under test, BUILD its build tree, WORK a folder for this test alone.
"""
import base64
import csv
import email
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import unittest
import zipfile
from pathlib import Path
from unittest import mock

SOURCE, BUILD, WORK = (Path(each).resolve() for each in (sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1)))
BUILDER = SOURCE / "capi/python/build_wheel.py"
PYTHON = WORK / "venv/bin/python"

#: Nothing of this tells the package where its library is, or pip to fetch anything.
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": str(WORK / "home"), "LC_ALL": "C.UTF-8",
               "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_CACHE_DIR": "1"}

#: What has to be there on every machine.
SYSTEM = {"libc.so.6", "libm.so.6", "libstdc++.so.6", "libgcc_s.so.1", "ld-linux-x86-64.so.2",
          "ld-linux-aarch64.so.1"}


#: What a test exits with that needs something which is not there.
SKIPPED = 77


def run(*command, may_be_skipped=False, **environment):
    """What a command says, in a folder away from the sources."""
    done = subprocess.run([str(each) for each in command], text=True, capture_output=True, check=False,
                          cwd=WORK / "elsewhere", env={**ENVIRONMENT, **environment})
    if done.returncode and not (may_be_skipped and done.returncode == SKIPPED):
        raise AssertionError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def setUpModule():
    """Builds the wheel, and makes an environment with nothing but pip."""
    shutil.rmtree(WORK, ignore_errors=True)
    (WORK / "elsewhere").mkdir(parents=True)
    run(sys.executable, BUILDER, "--build", BUILD, "--output", WORK / "wheel")
    (WheelTest.wheel,) = (WORK / "wheel").iterdir()
    run(sys.executable, "-m", "venv", WORK / "venv")


class WheelTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.archive = zipfile.ZipFile(cls.wheel)
        cls.addClassCleanup(cls.archive.close)
        cls.names = cls.archive.namelist()
        header = (SOURCE / "include/skillmatrix/version.hpp").read_text(encoding="utf-8")
        cls.version = ".".join(re.findall(r"#define SKILLMATRIX_VERSION_\w+ (\d+)", header))
        cls.info = f"libskillmatrix-{cls.version}.dist-info"
        cls.libraries = WORK / "libraries"
        for name in cls.names:
            if ".so." in name:
                cls.archive.extract(name, cls.libraries)
        cls.libraries /= "skillmatrix"

    def read(self, name):
        return self.archive.read(f"{self.info}/{name}").decode()

    def metadata(self):
        return email.message_from_string(self.read("METADATA"))

    def test_the_hooks_of_pip_give_the_same_bytes(self):
        run(PYTHON, "-m", "pip", "wheel", "--no-deps", "--config-settings", f"build={BUILD}", "--wheel-dir",
            WORK / "pip", BUILDER.parent)
        (wheel,) = (WORK / "pip").iterdir()
        self.assertEqual(wheel.name, self.wheel.name)
        self.assertEqual(wheel.read_bytes(), self.wheel.read_bytes())

    def test_times_are_as_wanted(self):
        self.assertEqual({each.date_time for each in self.archive.infolist()}, {(1980, 1, 1, 0, 0, 0)})
        code = "import build_wheel; build_wheel.write_archive('times.zip', {'b': b'', 'a': b''})"
        for epoch, expected in (("1700000000", (2023, 11, 14, 22, 13, 20)), ("1", (1980, 1, 1, 0, 0, 0))):
            run(sys.executable, "-c", code, SOURCE_DATE_EPOCH=epoch, PYTHONPATH=str(BUILDER.parent))
            with zipfile.ZipFile(WORK / "elsewhere/times.zip") as archive:
                self.assertEqual([(each.filename, each.date_time) for each in archive.infolist()],
                                 [("a", expected), ("b", expected)])

    def test_the_record_is_right(self):
        self.assertIsNone(self.archive.testzip())
        rows = {name: rest for name, *rest in csv.reader(self.read("RECORD").splitlines())}
        self.assertEqual(sorted(rows), sorted(self.names))
        self.assertEqual(rows.pop(f"{self.info}/RECORD"), ["", ""])
        for name, (digest, size) in rows.items():
            data = self.archive.read(name)
            expected = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
            self.assertEqual((digest, int(size)), (f"sha256={expected}", len(data)), name)

    def test_only_what_is_expected_is_inside(self):
        package = {each.relative_to(BUILDER.parent).as_posix()
                   for each in BUILDER.parent.glob("skillmatrix/*") if each.is_file()}
        self.assertIn("skillmatrix/py.typed", package)
        others = [re.sub(r"(libicu\w+|ICU).*(\.so|\.txt).*", r"\1\2", each)
                  for each in self.names if each not in package]
        self.assertEqual(set(self.names) & package, package)
        self.assertEqual(sorted(others), sorted([
            *(f"skillmatrix/{each}" for each in ("libcsv.so.3", "libicudata.so", "libicui18n.so", "libicuuc.so",
                                                 "libskillmatrix.so.1")),
            *(f"{self.info}/{each}" for each in ("METADATA", "RECORD", "WHEEL", "licenses/LICENSE",
                                                 "licenses/Boost.txt", "licenses/ICU.txt",
                                                 "licenses/libcsv.txt", "licenses/xxHash.txt"))]))
        self.assertEqual({each.external_attr >> 16 for each in self.archive.infolist()}, {0o100644})

    def test_it_says_what_it_is(self):
        tags = email.message_from_string(self.read("WHEEL"))
        self.assertEqual((tags["Wheel-Version"], tags["Root-Is-Purelib"]), ("1.0", "false"))
        self.assertEqual(self.wheel.name, f"libskillmatrix-{self.version}-{tags['Tag']}.whl")
        self.assertRegex(tags["Tag"], r"^py3-none-linux_\w+$")
        said = self.metadata()
        self.assertEqual((said["Name"], said["Version"], said["Requires-Python"]),
                         ("libskillmatrix", self.version, ">=3.9"))
        self.assertIn("Typing :: Typed", said.get_all("Classifier"))
        self.assertIsNone(said["Requires-Dist"])
        self.assertEqual(said.get_payload(), (BUILDER.parent / "README.md").read_text(encoding="utf-8"))
        self.assertEqual(sorted(f"{self.info}/licenses/{each}" for each in said.get_all("License-File")),
                         sorted(each for each in self.names if "/licenses/" in each))
        for part in ("Apache-2.0", "LGPL-2.1-or-later", "Unicode-"):
            self.assertIn(part, said["License-Expression"])

    def test_it_says_what_it_needs(self):
        newest = {}
        for library in self.libraries.iterdir():
            for kind, version in re.findall(r"\b(GLIBC|GLIBCXX)_([\d.]+)", run("objdump", "-T", library)):
                newest[kind] = max(newest.get(kind, [0]), [int(part) for part in version.split(".")])
        numbers = {kind: ".".join(map(str, parts)) for kind, parts in newest.items()}
        self.assertEqual(self.metadata().get_all("Requires-External"),
                         [f"glibc (>={numbers['GLIBC']})", f"libstdc++ (GLIBCXX_{numbers['GLIBCXX']})"])

    def test_the_libraries_are_complete(self):
        names = {each.name for each in self.libraries.iterdir()}
        for library in self.libraries.iterdir():
            needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", run("readelf", "-d", library)))
            self.assertLessEqual(needed, names | SYSTEM, library.name)
        ours = run("readelf", "-d", self.libraries / "libskillmatrix.so.1")
        self.assertEqual(re.findall(r"\((RPATH|RUNPATH)\).*\[(.*)\]", ours), [("RPATH", "$ORIGIN")])
        self.assertNotIn(".symtab", run("readelf", "-S", self.libraries / "libskillmatrix.so.1"))
        run(sys.executable, SOURCE / "capi/tests/symbols_test.py", self.libraries / "libskillmatrix.so.1",
            SOURCE / "capi/abi/symbols.txt")


class BuilderTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        spec = importlib.util.spec_from_file_location("build_wheel", BUILDER)
        cls.builder = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(cls.builder)

    def needed(self, *lines):
        with mock.patch.object(self.builder, "output", return_value="".join(f"\t{each}\n" for each in lines)):
            return self.builder.needed_libraries(Path("libskillmatrix.so.1"))

    def test_libraries_of_the_system_stay_there(self):
        self.assertEqual(self.needed("linux-vdso.so.1 (0x00007fd4)", "libm.so.6 => /lib/libm.so.6 (0x00007fd4)",
                                     "libstdc++.so.6 => /lib/libstdc++.so.6 (0x00007fd4)",
                                     "/lib64/ld-linux-x86-64.so.2 (0x00007fd4)"), {})

    def test_libraries_without_a_licence_or_a_file_are_refused(self):
        for line in (f"libfoo.so.1 => {BUILDER} (0x00007fd4)", "libicuuc.so.72 => not found"):
            with self.assertRaisesRegex(SystemExit, line.split()[0]):
                self.needed(line)

    def test_the_licence_is_that_of_the_version_of_icu(self):
        for version, file, name in ((72, "ICU-72.txt", "Unicode-DFS-2016"), (73, "ICU-72.txt", "Unicode-DFS-2016"),
                                    (74, "ICU-74.txt", "Unicode-3.0"), (78, "ICU-74.txt", "Unicode-3.0")):
            texts, expression = self.builder.licenses([f"libicuuc.so.{version}", "libcsv.so.3"])
            self.assertIn(file, texts)
            self.assertIn(name, expression.split(" AND "))
            self.assertTrue(all(each.is_file() for each in texts.values()))


class InstalledTest(unittest.TestCase):
    def test_it_is_installed_runs_and_goes_without_a_trace(self):
        before = self.site_files()
        run(PYTHON, "-m", "pip", "install", "--no-deps", WheelTest.wheel)
        self.assertIn("No broken requirements", run(PYTHON, "-m", "pip", "check"))
        self.check_that_it_uses_what_it_brings()
        self.check_the_tests_of_the_package()
        run(PYTHON, "-m", "pip", "uninstall", "--yes", "libskillmatrix")
        self.assertEqual(self.site_files(), before)

    def check_that_it_uses_what_it_brings(self):
        maps = run(PYTHON, "-c", "import skillmatrix\n"
                                 "skillmatrix.Language('de')\n"
                                 "print(open('/proc/self/maps').read())")
        loaded = set(re.findall(r"/\S*/lib(?:skillmatrix|icu\w+|csv)\.so\S*", maps))
        home = next(WORK.glob("venv/lib/python*/site-packages")) / "skillmatrix"
        self.assertEqual(loaded, {str(each) for each in home.glob("*.so.*")})
        self.assertEqual(len(loaded), 5)

    def check_the_tests_of_the_package(self):
        """Copies the tests without the package, so that they find the one that is installed."""
        tree = WORK / "tree"
        shutil.copytree(SOURCE / "capi/python/tests", tree / "capi/python/tests")
        for each in ("README.md", "docs", "examples", "src", "tests", "capi/python/README.md"):
            (tree / each).symlink_to(SOURCE / each)
        tests = sorted((tree / "capi/python/tests").glob("test_*.py"))
        self.assertTrue(tests)
        for test in tests:
            with self.subTest(test.name):
                # The environment is clean: there is no other library to try Arrow with.
                run(PYTHON, test, tree / "examples/data",
                    may_be_skipped=test.name == "test_arrow_libraries.py")

    def site_files(self):
        (site,) = WORK.glob("venv/lib/python*/site-packages")
        return {each.relative_to(site) for each in site.rglob("*") if each.parent.name != "__pycache__"
                and each.name != "__pycache__"}


if __name__ == "__main__":
    if importlib.util.find_spec("ensurepip") is None:
        print("skipped: environments need ensurepip (python3-venv)")
        sys.exit(SKIPPED)
    unittest.main()
