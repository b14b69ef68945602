// Whole files, mapped and replaced. For sources.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "block.hpp"
#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix {

/// The bytes of a file, mapped: processes that map one file share its memory. Nothing, and
/// `unreadable_file`, if it cannot be read. O(1) in its size.
std::optional<OwnedBytes> map_file(const std::string& path, std::vector<Diagnostic>& findings);

/// Says in the findings that do not know their file, but have it in their message, which one it is.
void name_file(std::vector<Diagnostic>& findings, const std::string& path);

/// Puts the bytes into a new file and gives it the name of the old one: who has the old file open
/// keeps it, and nobody ever sees half a file. `unwritable_file`, and all as it was, if it fails.
void replace_file(const std::string& path, std::span<const std::byte> bytes,
                  std::vector<Diagnostic>& findings);

}  // namespace skillmatrix
