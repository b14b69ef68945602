#!/usr/bin/env python3
"""Builds an example against an installed tree, and runs what its pages show.

    run_example.py EXAMPLE --installed DIR --work DIR [--option VALUE ...]

EXAMPLE is a folder of examples/, or a second test of one. It is copied, with examples/data, to a folder that has
nothing else of the sources, and everything happens there, with the installed tree as all that is known of the
library. What its README.md shows as `<!-- run: NAME -->`, and examples/EXAMPLE.md beside this file, are transcripts
(tests/docs), which have to come out to the byte.

Exits with 77, and says why, if what an example needs is not on this machine.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "docs"))
import extract_snippets  # noqa: E402
import run_snippet  # noqa: E402

SKIPPED = 77


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def run(*command):
    print("$", *command, flush=True)
    done = subprocess.run(list(map(str, command)), check=False)
    if done.returncode != 0:
        sys.exit(f"exit status {done.returncode}")


def only(paths, what):
    found = sorted(paths)
    if len(found) != 1:
        sys.exit(f"expected one {what}, found: {', '.join(map(str, found)) or 'none'}")
    return found[0]


def library(installed):
    return only(installed.glob("**/libskillmatrix.so.1"), "library")


def use_pkg_config(options):
    """Has pkg-config, and so make, find the installed tree."""
    place = only(options.installed.glob("**/pkgconfig/skillmatrix.pc"), "skillmatrix.pc").parent
    os.environ["PKG_CONFIG_PATH"] = str(place)
    os.environ["PKG_CONFIG"] = options.pkg_config


# --- What has to be done before the transcripts of each example ----------------------------------------


def prepare_c(options):
    """Builds with all compilers there are; the one of the tests is the last."""
    use_pkg_config(options)
    others = [each for each in ("clang-14", "clang", "gcc") if shutil.which(each)]
    for compiler in [*others, options.c_compiler]:
        run("make", "--silent", "--always-make", f"CC={compiler}")


def prepare_sqlite(options):
    if shutil.which("sqlite3") is None:
        skip("there is no sqlite3, the shell of SQLite")
    prepare_c(options)
    pathlib.Path("hr.db").unlink(missing_ok=True)
    run("sqlite3", "hr.db", ".read hr.sql")


def prepare_cpp(options):
    run(options.cmake, "-G", options.generator, "-B", "build", f"-DCMAKE_PREFIX_PATH={options.installed}",
        f"-DCMAKE_CXX_COMPILER={options.cxx_compiler}", "-DCMAKE_BUILD_TYPE=Release")
    run(options.cmake, "--build", "build")


def use_python(options, interpreter):
    """Has `python3` be that one, and find the package and the library."""
    packages = [*options.installed.glob("**/skillmatrix/__init__.py"), ROOT / "capi" / "python" / "skillmatrix" / "x"]
    os.environ["PATH"] = f"{interpreter.parent}{os.pathsep}{os.environ['PATH']}"
    os.environ["PYTHONPATH"] = str(packages[0].parent.parent)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    os.environ["SKILLMATRIX_LIBRARY"] = str(library(options.installed))


def prepare_python(options):
    """An interpreter that has no other packages."""
    run(sys.executable, "-m", "venv", "--without-pip", options.work / "plain")
    use_python(options, options.work / "plain" / "bin" / "python3")


def prepare_python_plots(options):
    interpreter = pathlib.Path(os.environ.get("SKILLMATRIX_PLOT_PYTHON", sys.executable))
    if subprocess.run([interpreter, "-c", "import matplotlib"], check=False, stderr=subprocess.DEVNULL).returncode != 0:
        skip(f"{interpreter} has no matplotlib; name one that has in SKILLMATRIX_PLOT_PYTHON")
    use_python(options, interpreter)


def prepare_node(options):
    """koffi is from npm: what `npm ci` put beside the example, or put into npm's cache before."""
    if shutil.which("node") is None:
        skip("there is no node")
    modules = pathlib.Path(os.environ.get("SKILLMATRIX_NODE_MODULES", ROOT / "examples" / "node" / "node_modules"))
    if (modules / "koffi").is_dir():
        pathlib.Path("node_modules").symlink_to(modules.resolve())
    else:
        npm = ["npm", "ci", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"]
        if shutil.which("npm") is None or subprocess.run(npm, check=False, stderr=subprocess.DEVNULL).returncode != 0:
            skip(f"there is no koffi in {modules}, nor in npm's cache; `npm ci` in examples/node gets it")
    os.environ["SKILLMATRIX_LIBRARY"] = str(library(options.installed))


# By the name of the test: the folder of the example, and what is done first.
EXAMPLES = {
    "c": ("c", prepare_c),
    "cpp": ("cpp", prepare_cpp),
    "node": ("node", prepare_node),
    "python": ("python", prepare_python),
    "python_plots": ("python", prepare_python_plots),
    "sqlite": ("sqlite", prepare_sqlite),
}


def transcripts(page):
    """Yields the name, and the transcript as run_snippet.py reads it, of each on a page."""
    shown = page.relative_to(ROOT).as_posix()
    for kind, name, _, status, first, body in extract_snippets.blocks(page, shown):
        if kind == "run":
            yield name, f"# {shown}:{first}\n# exit: {status}\n" + "".join(f"{line}\n" for line in body)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("example", choices=sorted(EXAMPLES))
    parser.add_argument("--installed", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    for tool in ("c-compiler", "cxx-compiler", "cmake", "generator", "pkg-config"):
        parser.add_argument(f"--{tool}", default="")
    options = parser.parse_args()

    shutil.rmtree(options.work, ignore_errors=True)
    folder, prepare = EXAMPLES[options.example]
    place = options.work / "examples" / folder
    shutil.copytree(ROOT / "examples" / folder, place,
                    ignore=shutil.ignore_patterns("node_modules", "build", "__pycache__"))
    shutil.copytree(ROOT / "examples" / "data", options.work / "examples" / "data")
    os.chdir(place)
    prepare(options)

    pages = [ROOT / "examples" / options.example / "README.md", HERE / "examples" / f"{options.example}.md"]
    found = {name: text for page in pages if page.exists() for name, text in transcripts(page)}
    if not found:
        sys.exit("there is no transcript")
    for name, text in found.items():
        transcript = options.work / f"{name}.console"
        transcript.write_text(text, encoding="utf-8")
        print(f"{name}: ", end="", flush=True)
        run_snippet.run_transcript(transcript, place)


if __name__ == "__main__":
    main()
