#include "tables.hpp"

#include <array>
#include <cstdio>

namespace nightly {

Table& Table::cell(std::string_view text) {
  if (!is_row_empty_) text_ += ',';
  is_row_empty_ = false;
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    text_ += text;
    return *this;
  }
  text_ += '"';
  for (const char character : text) text_ += character == '"' ? "\"\"" : std::string(1, character);
  text_ += '"';
  return *this;
}

void Table::end_row() {
  text_ += '\n';
  is_row_empty_ = true;
}

std::string json_string(std::string_view text) {
  std::string result = "\"";
  for (const char character : text) {
    if (character == '"' || character == '\\') {
      result += '\\';
      result += character;
    } else if (static_cast<unsigned char>(character) < 0x20) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(character));
      result += escape.data();
    } else {
      result += character;
    }
  }
  return result + '"';
}

}  // namespace nightly
