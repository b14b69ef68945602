#include "text/formats.hpp"

#include <gtest/gtest.h>

namespace skillmatrix::text {
namespace {
TEST(FormatsTest, x) {
  for (const char* tag : {"en", "de", "es", "ar", "ar-EG", "ar-u-nu-latn", "hi", "tlh", "zza-Latn", "zh-Latn", "en-XX", "tr", "eu", "und", "roman-u-nu-roman", "zh-u-nu-roman"}) {
    const Formats f(tag);
    std::string cats;
    for (auto c : f.cardinal_categories()) cats.append(to_string(c)) += ' ';
    printf("%s: %d %s %s %s %s %s %s %s | %s %s\n", tag, f.has_data(), std::string(f.data_locale()).c_str(), f.number(1234).c_str(), f.number(-1234567).c_str(),
      f.number(INT64_MIN).c_str(), f.decimal(667,1).c_str(), f.percent(-667, 1).c_str(), f.percent(-3, 2).c_str(), cats.c_str(), std::string(to_string(f.cardinal(2))).c_str());
  }
}
}
}
