#include <gtest/gtest.h>

#include <string>

#include "text/sha256.hpp"

namespace skillmatrix::text {
namespace {

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const std::uint8_t byte : sha256(bytes)) {
    text += "0123456789abcdef"[byte >> 4U];
    text += "0123456789abcdef"[byte & 15U];
  }
  return text;
}

/// The examples of FIPS 180-4 and of NIST's validation suite (SHA256ShortMsg, SHA256LongMsg).
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(hexadecimal(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hexadecimal("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hexadecimal("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(hexadecimal("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
                        "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  EXPECT_EQ(hexadecimal(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  EXPECT_EQ(hexadecimal("\xBD"),
            "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
  EXPECT_EQ(hexadecimal("\xC9\x8C\x8E\x55"),
            "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504");
}

/// Around the ends of blocks, where the padding takes another one. The digest of all these digests
/// is that of Python's hashlib.
TEST(Sha256, PadsEveryLength) {
  std::string digests;
  for (std::size_t length = 0; length <= 200; ++length) {
    digests += hexadecimal(std::string(length, 'x'));
  }
  EXPECT_EQ(hexadecimal(digests),
            "75013a3fd49991ead9d8a57ea80485c088443c3406a0e8fa003ed57144041eb4");
}

}  // namespace
}  // namespace skillmatrix::text
