// Catalogs as their JSON has them, and their check.
#pragma once

#include <boost/describe/class.hpp>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "findings.hpp"
#include "skillmatrix/describe.hpp"

namespace skillmatrix::messages {

/// Patterns by key.
using Patterns = std::map<std::string, std::string, std::less<>>;

/// One file. The form is read as that of frameworks and profiles is, from the description.
struct Catalog {
  std::string schema;
  std::string locale;
  Patterns messages;
  std::vector<std::string> unchanged;  ///< Keys whose text is meant to be that of the source.

  friend bool operator==(const Catalog&, const Catalog&) = default;
};
BOOST_DESCRIBE_STRUCT(Catalog, (), (schema, locale, messages, unchanged))

/// The message for keys that nobody has.
inline constexpr std::string_view generic_key = "missing";

/// Limits of one catalog.
inline constexpr std::size_t longest_catalog = std::size_t{8} << 20;  ///< In bytes.
inline constexpr std::size_t most_messages = std::size_t{1} << 16;
inline constexpr std::size_t most_findings = 10'000;

/// Whether the document could be followed to its end; findings of its form. O(text).
bool read_catalog(std::string_view json, Catalog& catalog, form::Findings& findings);

/// What a catalog has to agree with.
struct CatalogContext {
  const Patterns* source = nullptr;  ///< Nothing if there is nothing to compare with.
  bool is_source_language = false;   ///< Its texts may be new, and those of the source itself.
  bool is_whole = false;             ///< It must have all messages of the source, and no other.
  /// Whether readers of its language get a message from elsewhere, if the catalog lacks it.
  std::function<bool(std::string_view key)> is_served = [](std::string_view) { return false; };
};

/// Checks the sense of a catalog whose form has been read. O(catalog + source).
void check_catalog(const Catalog& catalog, const CatalogContext& context, form::Findings& findings);

}  // namespace skillmatrix::messages

namespace skillmatrix {

template <>
inline constexpr std::array<std::string_view, 3> required_members<messages::Catalog>{
    "schema", "locale", "messages"};

}  // namespace skillmatrix
