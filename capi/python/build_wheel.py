#!/usr/bin/env python3
"""Builds the wheel of the Python package, with the C library and the libraries that it needs inside.

    build_wheel.py [--build TREE] [--output FOLDER]

TREE is the build tree in which the C library is linked for the wheel; it is configured if there is none yet.
The wheel is written to FOLDER. The same sources and libraries give the same bytes.

It is a build backend (PEP 517), too: `pip wheel capi/python`. Its one setting is TREE, as
`--config-settings build=TREE`.
"""
import argparse
import base64
import hashlib
import os
import re
import subprocess
import sys
import sysconfig
import time
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

#: The name that an index knows it by. The package is `skillmatrix`.
NAME = "libskillmatrix"

METADATA = """\
Metadata-Version: 2.4
Name: {name}
Version: {version}
Summary: Skill matrices: what each role expects at each level of each skill, and what a person lacks
Keywords: skills,competency,career,skill-matrix,gap-analysis
License-Expression: {license}
{license_files}
Classifier: Development Status :: 3 - Alpha
Classifier: Intended Audience :: Developers
Classifier: Operating System :: POSIX :: Linux
Classifier: Programming Language :: C++
Classifier: Programming Language :: Python :: 3
Classifier: Programming Language :: Python :: 3 :: Only
Classifier: Programming Language :: Python :: Implementation :: CPython
Classifier: Topic :: Software Development :: Libraries
Classifier: Typing :: Typed
Requires-Python: >=3.9
Requires-External: glibc (>={glibc})
Requires-External: libstdc++ ({libstdcxx})
Description-Content-Type: text/markdown

{description}"""

WHEEL = """\
Wheel-Version: 1.0
Generator: skillmatrix build_wheel.py
Root-Is-Purelib: false
Tag: {tag}
"""

#: Libraries that every Linux with glibc has. Bringing one's own would break those of the host.
SYSTEM = re.compile(r"(ld-linux.*|libc|libm|libdl|librt|libpthread|libstdc\+\+|libgcc_s)\.so\..*")

#: Libraries that come along.
BUNDLED = re.compile(r"lib(?P<name>icu|csv)[a-z0-9]*\.so\.(?P<version>\d+)")

#: What is inside, whose texts are in the folder `licenses`. ICU changed its licence in version 74.
LICENSES = {"Boost.txt": "BSL-1.0", "libcsv.txt": "LGPL-2.1-or-later", "xxHash.txt": "BSD-2-Clause"}
ICU_LICENSES = {72: ("ICU-72.txt", "Unicode-DFS-2016"), 74: ("ICU-74.txt", "Unicode-3.0")}
ICU_PARTS = ("BSD-3-Clause", "NAIST-2003")  # Dictionaries and conversion of numbers, in its text.


def run(*command):
    """Runs a command, whose output is shown, on standard error as hooks should."""
    subprocess.run(command, check=True, stdout=sys.stderr)


def output(*command):
    """What a command says."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True,
                          env={**os.environ, "LC_ALL": "C"}).stdout


def project_version():
    """The version of the project, from the header which is its home."""
    header = (ROOT / "include/skillmatrix/version.hpp").read_text(encoding="utf-8")
    return ".".join(re.search(rf"SKILLMATRIX_VERSION_{part} (\d+)", header)[1]
                    for part in ("MAJOR", "MINOR", "PATCH"))


def built_library(tree):
    """Links the C library for the wheel, and says where it is."""
    if not (tree / "CMakeCache.txt").exists():
        options = [f"-DSKILLMATRIX_{part}=OFF" for part in
                   ("BUILD_TESTS", "BUILD_BENCH", "BUILD_EXAMPLES", "INSTALL")]
        run("cmake", "-S", str(ROOT), "-B", str(tree), "-DCMAKE_BUILD_TYPE=Release", *options)
    run("cmake", "--build", str(tree), "--target", "skillmatrix_wheel", "--parallel", str(os.cpu_count()))
    return (tree / "capi/wheel/libskillmatrix.so").resolve()  # With the number of the ABI in its name.


def needed_libraries(library):
    """The paths, by name, of what a library loads that has to come along."""
    found = dict(re.findall(r"^\s*(\S+) => (.+?)(?: \(0x\w+\))?$", output("ldd", str(library)), re.M))
    bundled = {name: Path(path) for name, path in found.items() if not SYSTEM.fullmatch(name)}
    for name, path in bundled.items():
        if not BUNDLED.fullmatch(name):
            sys.exit(f"build_wheel: {library.name} needs {name}, for which there is no text of its licence")
        if not path.exists():
            sys.exit(f"build_wheel: {library.name} needs {name}: {path}")
    return bundled


def newest_version(libraries, kind):
    """The newest version of the symbols of a kind, such as GLIBC, that libraries need."""
    told = "".join(output("readelf", "--version-info", "--wide", str(each)) for each in libraries)
    versions = re.findall(rf"Name: {kind}_([\d.]+)", told)
    return max(versions, key=lambda each: [int(part) for part in each.split(".")])


def licenses(bundled):
    """The texts of the licences by name, and all of them as an SPDX expression."""
    icu = max(int(match["version"]) for match in map(BUNDLED.fullmatch, bundled) if match["name"] == "icu")
    icu_file, icu_license = ICU_LICENSES[max(each for each in ICU_LICENSES if each <= icu)]
    texts = {"LICENSE": ROOT / "LICENSE", **{file: HERE / "licenses" / file for file in (*LICENSES, icu_file)}}
    return texts, " AND ".join(("Apache-2.0", *LICENSES.values(), icu_license, *ICU_PARTS))


def contents(tree):
    """All files of the wheel but its record, by name, and its tag."""
    library = built_library(tree)
    bundled = needed_libraries(library)
    sources = [*(HERE / "skillmatrix").rglob("*.py"), HERE / "skillmatrix/py.typed"]
    texts, license_expression = licenses(bundled)
    tag = "py3-none-" + re.sub(r"[^A-Za-z0-9]", "_", sysconfig.get_platform())
    files = {each.relative_to(HERE).as_posix(): each.read_bytes() for each in sources}
    for name, path in {library.name: library, **bundled}.items():
        files[f"skillmatrix/{name}"] = path.read_bytes()
    info = f"{NAME}-{project_version()}.dist-info"
    for name, path in texts.items():
        files[f"{info}/licenses/{name}"] = path.read_bytes()
    files[f"{info}/WHEEL"] = WHEEL.format(tag=tag).encode()
    files[f"{info}/METADATA"] = METADATA.format(
        name=NAME, version=project_version(), license=license_expression,
        license_files="\n".join(f"License-File: {name}" for name in sorted(texts)),
        glibc=newest_version([library, *bundled.values()], "GLIBC"),
        libstdcxx="GLIBCXX_" + newest_version([library, *bundled.values()], "GLIBCXX"),
        description=(HERE / "README.md").read_text(encoding="utf-8")).encode()
    return files, tag, info


def record(files, name):
    """The list of all files with their hashes and sizes; its own line has none."""
    lines = []
    for path, data in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(data)}\n")
    return "".join([*lines, f"{name},,\n"]).encode()


def write_archive(path, files):
    """Writes files as a zip archive: all at the same time, and the package before what is said of it."""
    oldest = 315532800  # 1980, before which the format has no time.
    moment = time.gmtime(max(oldest, int(os.environ.get("SOURCE_DATE_EPOCH", oldest))))[:6]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in sorted(files.items(), key=lambda each: (".dist-info/" in each[0], each[0])):
            entry = zipfile.ZipInfo(name, moment)
            entry.create_system = 3  # Unix, whose modes follow.
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)


def make_wheel(folder, tree=None):
    """Writes the wheel into a folder. Gives its path."""
    files, tag, info = contents(Path(tree or ROOT / "build/wheel").resolve())
    name = f"{info}/RECORD"
    files[name] = record(files, name)
    path = Path(folder) / f"{NAME}-{project_version()}-{tag}.whl"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_archive(path, files)
    return path


# The hooks of PEP 517.

class UnsupportedOperation(Exception):
    """There is no such thing."""


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):  # pylint: disable=unused-argument
    """The wheel, whose name it gives."""
    return make_wheel(wheel_directory, (config_settings or {}).get("build")).name


def build_sdist(sdist_directory, config_settings=None):  # pylint: disable=unused-argument
    """The source of the package is that of the whole project."""
    raise UnsupportedOperation("there is no source distribution: build the wheel in a tree of skillmatrix")


def main():
    """Builds the wheel and says what it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", metavar="TREE", default=ROOT / "build/wheel")
    parser.add_argument("--output", metavar="FOLDER", default=ROOT / "build/packages")
    arguments = parser.parse_args()
    path = make_wheel(arguments.output, arguments.build)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
