#include "skillmatrix/schema.hpp"

#include <gtest/gtest.h>

#include "golden.hpp"

namespace skillmatrix::test {
namespace {

const std::filesystem::path golden = golden_folder("schema");

// Whether the schemas accept and reject the right documents is tests/schema_test.py's to say, with
// an independent validator. Here a change of what hosts may have copied cannot go unnoticed.

TEST(Schema, OfAFrameworkIsTheGoldenOne) {
  expect_golden(golden / "framework.json", framework_json_schema());
}

TEST(Schema, OfAProfileIsTheGoldenOne) {
  expect_golden(golden / "profile.json", profile_json_schema());
}

}  // namespace
}  // namespace skillmatrix::test
