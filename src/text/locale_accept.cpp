// Accept-Language. A parser of our own: ICU's rejects a whole list for one bad item.
#include <algorithm>

#include "skillmatrix/locale.hpp"

namespace skillmatrix {
namespace {

/// More than any reader speaks.
constexpr std::size_t most_items = 64;

constexpr std::string_view white_space = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(white_space);
  if (first == std::string_view::npos) return text.substr(text.size());
  return text.substr(first, text.find_last_not_of(white_space) + 1 - first);
}

/// A weight in thousandths: "0.8" is 800.
std::optional<int> parse_weight(std::string_view text) {
  const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
  if (text.empty() || text.size() > 5 || (text.front() != '0' && text.front() != '1')) return {};
  if (text.size() > 1 && text[1] != '.') return {};
  const std::string_view decimals = text.size() > 1 ? text.substr(2) : std::string_view();
  if (!std::all_of(decimals.begin(), decimals.end(), is_digit)) return {};
  int weight = text.front() - '0';
  for (std::size_t at = 0; at < 3; ++at) {
    weight = weight * 10 + (at < decimals.size() ? decimals[at] - '0' : 0);
  }
  if (weight > 1000) return {};
  return weight;
}

/// What follows the language: nothing, or ";q=0.8".
std::optional<int> parse_parameter(std::string_view text) {
  if (text.empty()) return 1000;
  text = trimmed(text.substr(1));
  if (!text.starts_with("q=") && !text.starts_with("Q=")) return {};
  return parse_weight(text.substr(2));
}

class AcceptLanguageParser {
 public:
  explicit AcceptLanguageParser(std::string_view list) : list_(list) {}

  LanguagePreferences parse() && {
    std::size_t items = 0;
    for (std::size_t start = 0; start < list_.size();) {
      const std::size_t end = std::min(list_.find(',', start), list_.size());
      const std::string_view item = trimmed(list_.substr(start, end - start));
      start = end + 1;
      if (item.empty()) continue;
      if (++items > most_items) {
        skip(item, {{"detail", "too_many"}, {"limit", std::to_string(most_items)}});
        break;
      }
      read(item);
    }
    sort_by_weight();
    return std::move(preferences_);
  }

 private:
  struct Weighted {
    std::string tag;
    int weight;
  };

  void read(std::string_view item) {
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view range = trimmed(item.substr(0, semicolon));
    if (range != "*") {
      if (const auto problem = find_tag_problem(range)) {
        return skip(item, {{"detail", std::string(problem->detail)}, {"subtag", problem->subtag}});
      }
    }
    const std::optional<int> weight = parse_parameter(item.substr(semicolon));
    if (!weight) return skip(item, {{"detail", "weight"}});
    // Any language at all is what the end of every chain gives.
    if (range != "*") weighted_.push_back({canonical_tag(range), *weight});
  }

  void skip(std::string_view item, std::vector<std::pair<std::string, std::string>> arguments) {
    Diagnostic diagnostic =
        make_diagnostic(Code::language_range_skipped, {}, std::string(item), std::move(arguments));
    const auto offset = static_cast<std::size_t>(item.data() - list_.data());
    // Items come in order, so the bytes of the list are counted once.
    for (; counted_ < offset; ++counted_) {
      const bool begins_character = (static_cast<unsigned char>(list_[counted_]) & 0xC0U) != 0x80U;
      if (begins_character) ++column_;
    }
    diagnostic.line = 1;
    diagnostic.column = column_;
    diagnostic.offset = offset;
    preferences_.diagnostics.push_back(std::move(diagnostic));
  }

  void sort_by_weight() {
    std::stable_sort(weighted_.begin(), weighted_.end(),
                     [](const Weighted& a, const Weighted& b) { return a.weight > b.weight; });
    for (Weighted& item : weighted_) {
      auto& tags = item.weight > 0 ? preferences_.tags : preferences_.excluded;
      if (std::find(tags.begin(), tags.end(), item.tag) == tags.end()) {
        tags.push_back(std::move(item.tag));
      }
    }
  }

  std::string_view list_;
  std::size_t counted_ = 0;
  std::uint64_t column_ = 1;
  std::vector<Weighted> weighted_;
  LanguagePreferences preferences_;
};

}  // namespace

LanguagePreferences parse_accept_language(std::string_view list) {
  return AcceptLanguageParser(list).parse();
}

}  // namespace skillmatrix
