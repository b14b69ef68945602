// Replays inputs through a fuzz target where libFuzzer is not at hand: each argument is a file, or
// a directory whose files are all replayed, in the order of their paths.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> inputs_of(const fs::path& argument) {
  if (!fs::is_directory(argument)) return {argument};
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(argument)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::uint8_t> bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  std::vector<std::uint8_t> bytes;
  std::transform(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>(),
                 std::back_inserter(bytes),
                 [](char byte) { return static_cast<std::uint8_t>(byte); });
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::size_t replayed = 0;
    for (const char* argument : std::vector<const char*>(argv + 1, argv + argc)) {
      for (const fs::path& file : inputs_of(argument)) {
        // Said before the input runs, so that a crash can be told by its last line.
        std::cout << "replaying " << file.string() << std::endl;
        const std::vector<std::uint8_t> bytes = bytes_of(file);
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
        ++replayed;
      }
    }
    std::cout << replayed << (replayed == 1 ? " input" : " inputs") << " replayed\n";
    if (replayed == 0) {
      std::cerr << "no input found: pass files, or directories that hold some\n";
      return 1;
    }
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
  }
  return 0;
}
