// Readers for tests.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "skillmatrix/reader.hpp"

namespace skillmatrix::test {

/// A reader of a matrix by a list of languages. The languages are kept, so that what is served
/// lives as long as the matrix.
inline Reader reading(const Matrix& matrix, const std::string& languages) {
  static std::mutex mutex;
  static std::map<std::string, Language> kept;
  const std::lock_guard lock(mutex);
  return Reader(matrix, kept.try_emplace(languages, languages).first->second);
}

}  // namespace skillmatrix::test
