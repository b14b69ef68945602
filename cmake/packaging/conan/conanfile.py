"""The recipe for Conan 2. The source is the tree that it is in; docs/packaging.md says how to use it."""
import os
import re

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain
from conan.tools.files import copy, load, rmdir
from conan.tools.system.package_manager import Apt

required_conan_version = ">=2.4"


class SkillmatrixConan(ConanFile):
    name = "skillmatrix"
    description = "An embeddable engine for skill matrices (competency frameworks)"
    license = "Apache-2.0"
    topics = ("skills", "competency", "career")
    package_type = "static-library"  # Programs in C++ link it; the C library is for programs in C.
    settings = "os", "arch", "compiler", "build_type"
    options = {"c": [True, False]}
    default_options = {"c": True}

    @property
    def _tree(self):
        return os.path.join(self.recipe_folder, "../../..")

    def set_version(self):
        header = load(self, os.path.join(self._tree, "include/skillmatrix/version.hpp"))
        self.version = ".".join(re.search(rf"SKILLMATRIX_VERSION_{part} (\d+)", header)[1]
                                for part in ("MAJOR", "MINOR", "PATCH"))

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "LICENSE", "capi/CMakeLists.txt", "capi/abi/*", "capi/include/*",
                        "capi/src/*", "cmake/*.cmake", "cmake/*.in", "include/*", "src/*"):
            copy(self, pattern, self._tree, self.export_sources_folder, excludes="cmake/packaging/*")

    def layout(self):
        self.folders.root = "../../.."
        self.folders.source = "."
        self.folders.build = "build/conan"
        self.folders.generators = "build/conan/generators"

    def requirements(self):
        self.requires("boost/[>=1.81 <2]", headers=True, libs=False)
        self.requires("icu/[>=72]")
        self.requires("xxhash/[>=0.8]", headers=True, libs=False)

    def system_requirements(self):
        Apt(self).install(["libcsv-dev"], check=True)  # ConanCenter has no libcsv.

    def validate(self):
        check_min_cppstd(self, 20)
        if self.settings.os != "Linux":
            raise ConanInvalidConfiguration("skillmatrix is for Linux")

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.user_presets_path = False
        toolchain.cache_variables.update(
            SKILLMATRIX_BUILD_C=bool(self.options.c),
            SKILLMATRIX_BUILD_TESTS=False,
            SKILLMATRIX_BUILD_BENCH=False,
            SKILLMATRIX_BUILD_EXAMPLES=False,
            SKILLMATRIX_INSTALL=True)
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        for component in ("runtime", "dev", "core"):
            CMake(self).install(component=component)
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        rmdir(self, os.path.join(self.package_folder, "share"))

    def package_info(self):
        """With CMake, the files of the project itself are used: find_package(skillmatrix COMPONENTS ...)."""
        self.cpp_info.set_property("cmake_find_mode", "none")
        core = self.cpp_info.components["core"]
        core.builddirs = ["lib/cmake/skillmatrix"]
        core.set_property("pkg_config_name", "skillmatrix-core")
        core.libs = ["skillmatrix_core"]
        core.requires = ["boost::headers", "icu::icu-i18n", "icu::icu-uc", "xxhash::xxhash"]
        core.system_libs = ["csv", "pthread"]
        if self.options.c:
            self.cpp_info.components["c"].set_property("pkg_config_name", "skillmatrix")
            self.cpp_info.components["c"].libs = ["skillmatrix"]
