#!/usr/bin/env python3
"""The recipes for vcpkg and Conan: that they say what the project says, and that the port runs.

    recipes_test.py SOURCE BUILD WORK CMAKE

SOURCE is the tree under test, BUILD its build tree, WORK a folder for this test alone. Neither vcpkg nor Conan
is needed: small stand-ins, below, are in their place.
"""
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import types
import unittest
from pathlib import Path
from unittest import mock

SOURCE, BUILD, WORK = (Path(each).resolve() for each in (sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1)))
CMAKE = sys.argv.pop(1)
PORT = SOURCE / "cmake/packaging/vcpkg"
RECIPE = SOURCE / "cmake/packaging/conan/conanfile.py"

#: What the project finds, as vcpkg and Conan call it. None: it comes with the compiler, or with the system.
NAMES = {"Boost": ({"boost-describe", "boost-json", "boost-mp11"}, "boost"), "ICU": ({"icu"}, "icu"),
         "LibCsv": ({"libcsv"}, None), "Threads": (set(), None), "xxhash.h": ({"xxhash"}, "xxhash")}

#: In the place of the functions of vcpkg. The project is really configured and installed, with the libraries of
#: the build tree, and the package files stay where they are, which vcpkg would move.
STAND_INS = """
cmake_minimum_required(VERSION 3.25)
set(PORT skillmatrix)
function(vcpkg_check_features)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "OUT_FEATURE_OPTIONS" "FEATURES")
  list(POP_FRONT arg_FEATURES feature variable)
  if(feature IN_LIST FEATURES)
    set(value ON)
  else()
    set(value OFF)
  endif()
  set(${arg_OUT_FEATURE_OPTIONS} "-D${variable}=${value}" PARENT_SCOPE)
endfunction()
function(vcpkg_cmake_configure)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "SOURCE_PATH" "OPTIONS")
  execute_process(COMMAND "${CMAKE_COMMAND}" -G Ninja -S "${arg_SOURCE_PATH}" -B "${TREE}"
    -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_LIBDIR=lib ${arg_OPTIONS}
    COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET ERROR_VARIABLE errors)
  if(errors) # Such as options that the project does not know.
    message(FATAL_ERROR "${errors}")
  endif()
endfunction()
function(vcpkg_cmake_install)
  file(GLOB libraries "${BUILD}/capi/libskillmatrix*")
  file(COPY "${BUILD}/src/libskillmatrix_core.a" DESTINATION "${TREE}/src")
  file(COPY ${libraries} DESTINATION "${TREE}/capi")
  execute_process(COMMAND "${CMAKE_COMMAND}" --install "${TREE}" --prefix "${CURRENT_PACKAGES_DIR}"
    COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
  file(MAKE_DIRECTORY "${CURRENT_PACKAGES_DIR}/debug/include" "${CURRENT_PACKAGES_DIR}/debug/share")
endfunction()
function(vcpkg_cmake_config_fixup)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "CONFIG_PATH" "")
  file(SIZE "${CURRENT_PACKAGES_DIR}/${arg_CONFIG_PATH}/skillmatrix-config.cmake" ignored)
endfunction()
function(vcpkg_fixup_pkgconfig)
  file(SIZE "${CURRENT_PACKAGES_DIR}/lib/pkgconfig/skillmatrix-core.pc" ignored)
endfunction()
function(vcpkg_install_copyright)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "FILE_LIST")
  file(COPY_FILE "${arg_FILE_LIST}" "${CURRENT_PACKAGES_DIR}/share/${PORT}/copyright")
endfunction()
include("${PORT_FILE}")
"""


def project_version():
    header = (SOURCE / "include/skillmatrix/version.hpp").read_text(encoding="utf-8")
    return ".".join(re.findall(r"#define SKILLMATRIX_VERSION_\w+ (\d+)", header))


def found_by_the_project():
    """What the project finds, with the least version, or an empty text."""
    text = (SOURCE / "CMakeLists.txt").read_text(encoding="utf-8")
    found = dict(re.findall(r"^find_package\((\w+) ([\d.]*)", text, re.M))
    found.update((name, "") for name in re.findall(r"^find_path\(\w+ (\S+) REQUIRED", text, re.M))
    return found


def options_of_the_project():
    return set(re.findall(r"^option\((\w+)", (SOURCE / "CMakeLists.txt").read_text(encoding="utf-8"), re.M))


class VcpkgTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manifest = json.loads((PORT / "vcpkg.json").read_text(encoding="utf-8"))
        cls.dependencies = [{"name": each} if isinstance(each, str) else each
                            for each in cls.manifest["dependencies"]]

    def test_the_manifest_keeps_the_rules(self):
        self.assertLessEqual(set(self.manifest), {"name", "version-semver", "description", "license", "supports",
                                                  "dependencies", "default-features", "features"})
        names = [each["name"] for each in self.dependencies]
        self.assertEqual(names, sorted(set(names)))
        for name in [self.manifest["name"], *names, *self.manifest["features"]]:
            self.assertRegex(name, r"^[a-z0-9]+(-[a-z0-9]+)*$")
        for each in self.dependencies:
            self.assertLessEqual(set(each), {"name", "host", "version>="})
        for each in self.manifest["features"].values():
            self.assertIn("description", each)
        self.assertTrue((PORT / "usage").read_text(encoding="ascii").startswith("skillmatrix provides CMake targets"))

    def test_the_manifest_is_that_of_the_project(self):
        self.assertEqual(self.manifest["version-semver"], project_version())
        least = {each["name"]: each.get("version>=", "") for each in self.dependencies if not each.get("host")}
        wanted = {port: version for name, version in found_by_the_project().items() for port in NAMES[name][0]}
        self.assertEqual(set(least), set(wanted))
        for package, port in (("Boost", "boost-json"), ("ICU", "icu")):
            self.assertRegex(least[port], rf"^{re.escape(found_by_the_project()[package])}\b")

    def test_the_port_runs(self):
        for features, c_library in (("", "OFF"), ("c", "ON")):
            with self.subTest(features=features):
                packages = self.run_port(features)
                cache = (WORK / "tree/CMakeCache.txt").read_text(encoding="utf-8")
                self.assertIn(f"SKILLMATRIX_BUILD_C:BOOL={c_library}\n", cache)
                self.assertEqual((packages / "share/skillmatrix/copyright").read_bytes(),
                                 (SOURCE / "LICENSE").read_bytes())
                self.assertEqual((packages / "share/skillmatrix/usage").read_bytes(), (PORT / "usage").read_bytes())
                self.assertEqual(sorted(each.name for each in packages.iterdir()),
                                 ["debug", "include", "lib", "share"])
                self.assertEqual([each.name for each in (packages / "share").iterdir()], ["skillmatrix"])
                self.assertEqual(list((packages / "debug").iterdir()), [])
                self.assertEqual([each.name for each in packages.rglob("*.py")], [])
                self.assertEqual((packages / "lib/libskillmatrix.so.1").exists(), c_library == "ON")
                targets = "".join(each.read_text(encoding="utf-8") for each in packages.rglob("*-targets.cmake"))
                self.assertIn("skillmatrix::core", targets)
                self.assertEqual("skillmatrix::c " in targets, c_library == "ON")

    def run_port(self, features):
        packages = WORK / "packages"
        shutil.rmtree(packages, ignore_errors=True)
        WORK.mkdir(parents=True, exist_ok=True)
        script = WORK / "run.cmake"
        script.write_text(STAND_INS, encoding="utf-8")
        values = {"TREE": WORK / "tree", "BUILD": BUILD, "CURRENT_PACKAGES_DIR": packages, "FEATURES": features,
                  "PORT_FILE": PORT / "portfile.cmake"}
        done = subprocess.run([CMAKE, *(f"-D{name}={value}" for name, value in values.items()), "-P", str(script)],
                              text=True, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return packages


class ConanTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """Reads the recipe with a base class that keeps what it is told."""
        stand_in = types.ModuleType("conan")
        stand_in.ConanFile = mock.MagicMock
        modules = {name: mock.MagicMock() for name in
                   ("conan.errors", "conan.tools.build", "conan.tools.cmake", "conan.tools.files",
                    "conan.tools.system.package_manager")}
        modules["conan.tools.files"].load = lambda _, path: Path(path).read_text(encoding="utf-8")
        with mock.patch.dict(sys.modules, {"conan": stand_in, **modules}):
            spec = importlib.util.spec_from_file_location("recipe", RECIPE)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
        cls.system, cls.toolchain = module.Apt, module.CMakeToolchain
        cls.recipe = module.SkillmatrixConan(recipe_folder=str(RECIPE.parent))
        cls.recipe.options = mock.Mock(c=True)

    def test_the_version_is_that_of_the_project(self):
        self.recipe.set_version()
        self.assertEqual(self.recipe.version, project_version())

    def test_the_requirements_are_those_of_the_project(self):
        self.recipe.requirements()
        required = dict(each.args[0].split("/") for each in self.recipe.requires.call_args_list)
        wanted = {NAMES[name][1]: version for name, version in found_by_the_project().items() if NAMES[name][1]}
        self.assertEqual(set(required), set(wanted))
        for name, version in wanted.items():
            self.assertRegex(required[name], rf"^\[>={re.escape(version)}")
        self.recipe.system_requirements()
        self.system.return_value.install.assert_called_once_with(["libcsv-dev"], check=True)

    def test_the_options_are_those_of_the_project(self):
        self.recipe.generate()
        options = self.toolchain.return_value.cache_variables.update.call_args.kwargs
        self.assertLessEqual(set(options), options_of_the_project())


if __name__ == "__main__":
    unittest.main()
