#include "json_scan.hpp"

#include <cstdint>
#include <optional>

#include "text/utf8.hpp"

namespace skillmatrix::form {
namespace {

Finding finding_at(std::size_t offset, Code code, std::string_view value) {
  Finding finding{make_diagnostic(code, {}, std::string(value)), Finding::Place::offset, 0};
  finding.diagnostic.offset = offset;
  return finding;
}

/// The code unit of a `\uXXXX` escape at `at`, if one is there.
std::optional<std::uint32_t> code_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  std::uint32_t unit = 0;
  for (const char digit : text.substr(at + 2, 4)) {
    const auto lower = static_cast<std::uint32_t>(digit | 0x20);
    const bool is_digit = digit >= '0' && digit <= '9';
    const bool is_letter = lower >= 'a' && lower <= 'f';
    if (!is_digit && !is_letter) return std::nullopt;
    unit = unit * 16 + (is_digit ? static_cast<std::uint32_t>(digit - '0') : lower - 'a' + 10);
  }
  return unit;
}

bool is_leading(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_trailing(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

void mend(std::string& mended, std::string_view text, std::size_t at, std::string_view with) {
  if (mended.empty()) mended = text;
  mended.replace(at, with.size(), with);
}

/// A backslash can only stand inside a string, so no state is needed to find the escapes.
void scan_surrogates(std::string_view text, Findings& findings, std::string& mended) {
  std::size_t at = text.find('\\');
  while (at != std::string_view::npos) {
    const std::optional<std::uint32_t> unit = code_unit(text, at);
    std::size_t length = unit ? 6 : 2;
    if (unit && is_leading(*unit) && is_trailing(code_unit(text, at + 6).value_or(0))) {
      length = 12;
    } else if (unit && (is_leading(*unit) || is_trailing(*unit))) {
      findings.add(finding_at(at, Code::lone_surrogate, text.substr(at, 6)));
      mend(mended, text, at, "\\uFFFD");
    }
    at = text.find('\\', at + length);
  }
}

}  // namespace

void scan_characters(std::string_view text, Findings& findings, std::string& mended) {
  if (text.starts_with("\xEF\xBB\xBF")) {
    findings.add(finding_at(0, Code::byte_order_mark, "U+FEFF"));
    mend(mended, text, 0, "   ");
  }
  std::optional<std::size_t> bad = text::first_ill_formed(text);
  while (bad) {
    const std::size_t length = text::ill_formed_length(text, *bad);
    const std::string value = text::hexadecimal(text.substr(*bad, length));
    findings.add(finding_at(*bad, Code::ill_formed_utf8, value));
    bad = text::first_ill_formed(text, *bad + length);
  }
  scan_surrogates(text, findings, mended);
}

}  // namespace skillmatrix::form
