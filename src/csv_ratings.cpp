#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "csv_table.hpp"
#include "skillmatrix/csv.hpp"
#include "type.hpp"

namespace skillmatrix {
namespace csv {
namespace {

// In the order of `ratings_csv_fields()`.
enum Field : std::size_t {
  person,
  name,
  role,
  level,
  skill,
  rating,
  source,
  confidence,
  assessed,
  expires,
  evidence_uri,
  evidence_note,
};

constexpr std::array<std::string_view, 12> field_names{
    "person", "name",       "role",     "level",   "skill",        "rating",
    "source", "confidence", "assessed", "expires", "evidence_uri", "evidence_note"};

constexpr std::array<std::size_t, 2> read_by_people{name, evidence_note};
constexpr std::array about_rating{skill,    rating,  source,       confidence,
                                  assessed, expires, evidence_uri, evidence_note};

/// By value of `RatingSource`.
std::span<const std::string_view> source_names() { return form::type_of<RatingSource>.names; }

/// Everything of a rating but its evidence, in an order that puts equal ratings together.
auto key_of(const Rating& of) {
  return std::tie(of.skill, of.level, of.source, of.confidence, of.assessed, of.expires);
}

bool is_less(const Rating& left, const Rating& right) {
  if (key_of(left) != key_of(right)) return key_of(left) < key_of(right);
  return std::lexicographical_compare(
      left.evidence.begin(), left.evidence.end(), right.evidence.begin(), right.evidence.end(),
      [](const Evidence& one, const Evidence& other) {
        return std::tie(one.uri, one.note) < std::tie(other.uri, other.note);
      });
}

class RowReader : private RowFields {
 public:
  RowReader(const RatingsCsvOptions& options, const Columns& columns, Findings& findings)
      : RowFields(columns, findings), options_(options) {}

  RatingsCsv read(Tokenizer& tokenizer) {
    Row row;
    std::uint64_t errors = findings_.error_count();
    std::uint64_t count = 0;
    for (; tokenizer.next(row); ++count) {
      if (columns_.prepare(row, options_.trim_spaces, findings_)) {
        columns_.normalize(row, read_by_people, findings_);
        take(row, errors);
      }
      if (findings_.error_count() != errors) ++result_.rejected;
      errors = findings_.error_count();
    }
    if (count == 0) findings_.add_no_rows();
    for (std::size_t at = 0; at < result_.profiles.size(); ++at) drop_duplicates(at);
    return std::move(result_);
  }

 private:
  /// Takes a row, unless it has more errors than `errors_before`.
  void take(const Row& row, std::uint64_t errors_before) {
    start(row);
    if (value(person).empty()) report(Code::csv_empty_cell, person);
    const auto is_empty = [this](Field field) { return value(field).empty(); };
    const bool has_rating = !std::all_of(about_rating.begin(), about_rating.end(), is_empty);
    Rating found;
    if (has_rating) found = read_rating();
    check_person();
    if (findings_.error_count() != errors_before) return;
    const std::size_t at = take_person();
    if (has_rating) take_rating(at, std::move(found));
  }

  // The rating

  Rating read_rating() {
    Rating found;
    found.skill = value(skill);
    if (value(skill).empty()) report(Code::csv_empty_cell, skill);
    // No suggestion: of a rating that is not there nobody knows whether it is none.
    if (value(rating).empty()) report(Code::csv_empty_cell, rating);
    if (value(rating) != options_.none) found.level = value(rating);
    found.source = read_source();
    found.confidence = read_confidence();
    found.assessed = read_date(assessed);
    found.expires = read_date(expires);
    if (!value(evidence_uri).empty() || !value(evidence_note).empty()) {
      found.evidence.push_back(
          {std::string(value(evidence_uri)), std::string(value(evidence_note))});
    }
    return found;
  }

  std::optional<RatingSource> read_source() {
    if (value(source).empty()) return std::nullopt;
    const auto names = source_names();
    const auto found = std::find(names.begin(), names.end(), value(source));
    if (found == names.end()) {
      report(Code::csv_unknown_value, source, {{"expected", join(names)}},
             suggest(value(source), names));
      return std::nullopt;
    }
    return static_cast<RatingSource>(found - names.begin());
  }

  std::optional<std::uint8_t> read_confidence() {
    if (value(confidence).empty()) return std::nullopt;
    const auto number = whole_number(value(confidence), 0, 100);
    if (!number) report(Code::number_out_of_range, confidence, {{"least", "0"}, {"most", "100"}});
    return static_cast<std::uint8_t>(number.value_or(0));
  }

  std::optional<Date> read_date(Field field) {
    if (value(field).empty()) return std::nullopt;
    const auto date = parse_date(value(field));
    if (!date) report(Code::malformed_date, field);
    return date;
  }

  void take_rating(std::size_t at, Rating&& found) {
    std::vector<Rating>& ratings = result_.profiles[at].ratings;
    const bool continues = last_person_ == at && !ratings.empty() && !found.evidence.empty() &&
                           !ratings.back().evidence.empty() &&
                           key_of(ratings.back()) == key_of(found);
    last_person_ = at;
    if (!continues) {
      ratings.push_back(std::move(found));
      result_.places[at].push_back({cell(skill).place, cell(rating).place});
      return;
    }
    std::vector<Evidence>& evidence = ratings.back().evidence;
    if (evidence.back() == found.evidence.front()) {
      return report(Code::csv_duplicate_row, skill,
                    {{"row", std::to_string(result_.places[at].back().skill.row)}});
    }
    evidence.push_back(std::move(found.evidence.front()));
  }

  /// Keeps the first of equal ratings and reports the others.
  void drop_duplicates(std::size_t at) {
    std::vector<Rating>& ratings = result_.profiles[at].ratings;
    std::vector<CsvRatingPlace>& places = result_.places[at];
    std::vector<std::size_t> order(ratings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
      return is_less(ratings[left], ratings[right]);
    });
    std::vector<std::size_t> dropped;
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
      if (ratings[order[i]] == ratings[order[first]]) {
        dropped.push_back(order[i]);
        findings_.add(Code::csv_duplicate_row, places[order[i]].skill, columns_.name(skill),
                      ratings[order[i]].skill,
                      {{"row", std::to_string(places[order[first]].skill.row)}});
      } else {
        first = i;
      }
    }
    std::sort(dropped.begin(), dropped.end());
    erase_at(ratings, dropped);
    erase_at(places, dropped);
  }

  /// Erases the elements at some positions, which rise.
  template <class T>
  static void erase_at(std::vector<T>& elements, const std::vector<std::size_t>& positions) {
    std::size_t next = 0;
    std::size_t index = 0;
    std::erase_if(elements, [&](const T&) {
      const bool is_meant = next < positions.size() && positions[next] == index;
      if (is_meant) ++next;
      ++index;
      return is_meant;
    });
  }

  // The person

  /// Reports a role or level that is not the one that earlier rows of the person give.
  void check_person() {
    const auto found = people_.find(value(person));
    if (found == people_.end()) return;
    const Profile& known = result_.profiles[found->second];
    check_same(known.role, role, found->second);
    check_same(known.level, level, found->second);
  }

  void check_same(const std::optional<std::string>& known, Field field, std::size_t at) {
    if (!known || value(field).empty() || *known == value(field)) return;
    report(
        Code::csv_contradictory_row, field,
        {{"columns", std::string(columns_.name(field))}, {"row", std::to_string(result_.rows[at])}},
        *known);
  }

  /// The position of the row's person. Empty cells say nothing about them.
  std::size_t take_person() {
    const auto [entry, is_new] =
        people_.try_emplace(std::string(value(person)), result_.profiles.size());
    const std::size_t at = entry->second;
    if (is_new) {
      result_.profiles.emplace_back().id = value(person);
      result_.rows.push_back(row_->number);
      result_.places.emplace_back();
    }
    Profile& known = result_.profiles[at];
    if (!known.role && !value(role).empty()) known.role = value(role);
    if (!known.level && !value(level).empty()) known.level = value(level);
    if (known.name.empty()) known.name = value(name);
    if (!value(name).empty() && known.name != value(name)) {
      report(Code::csv_conflicting_text, name,
             {{"id", known.id}, {"row", std::to_string(result_.rows[at])}});
    }
    return at;
  }

  const RatingsCsvOptions& options_;
  RatingsCsv result_;
  std::map<std::string, std::size_t, std::less<>> people_;
  std::optional<std::size_t> last_person_;
};

/// Whether the table can be read: any error so far is one of options or header.
bool check_columns(const Columns& columns, const RatingsCsvOptions& options, Findings& findings) {
  for (const Field field : {person, skill, rating}) {
    const bool is_mapped = options.columns.contains(std::string(field_names[field]));
    if (!columns.has(field) && !is_mapped) columns.report_missing(field, findings);
  }
  return findings.error_count() == 0;
}

RatingsCsv read(std::string_view text, const RatingsCsvOptions& options, Findings& findings) {
  if (options.none.empty()) {
    findings.add_invalid_option("none", {}, "empty");
    return {};
  }
  if (!can_be_cut(text, options.delimiter, options.limits, findings)) return {};
  Tokenizer tokenizer(text, options.delimiter.front(), options.limits, findings);
  Row header;
  if (!tokenizer.next(header)) {
    findings.add_no_rows();
    return {};
  }
  const Columns columns(header, field_names, options.columns, options.trim_spaces, findings);
  if (!check_columns(columns, options, findings)) return {};
  return RowReader(options, columns, findings).read(tokenizer);
}

std::string_view text_of(const std::optional<std::string>& text) {
  return text ? std::string_view(*text) : std::string_view();
}

void append_rating(std::string& text, const Profile& of, const Rating& held, const Evidence& proof,
                   std::string_view none) {
  const std::string percent = held.confidence ? std::to_string(*held.confidence) : "";
  const std::string from = held.assessed ? format_date(*held.assessed) : "";
  const std::string until = held.expires ? format_date(*held.expires) : "";
  const std::array<std::string_view, field_names.size()> cells{
      of.id,
      of.name,
      text_of(of.role),
      text_of(of.level),
      held.skill,
      held.level ? std::string_view(*held.level) : none,
      held.source ? source_names()[static_cast<std::size_t>(*held.source)] : std::string_view(),
      percent,
      from,
      until,
      proof.uri,
      proof.note};
  append_line(text, cells);
}

void append_profile(std::string& text, const Profile& of, std::string_view none) {
  if (of.ratings.empty()) {
    std::array<std::string_view, field_names.size()> cells{of.id, of.name, text_of(of.role),
                                                           text_of(of.level)};
    append_line(text, cells);
  }
  for (const Rating& held : of.ratings) {
    if (held.evidence.empty()) append_rating(text, of, held, {}, none);
    for (const Evidence& proof : held.evidence) append_rating(text, of, held, proof, none);
  }
}

}  // namespace
}  // namespace csv

std::span<const std::string_view> ratings_csv_fields() { return csv::field_names; }

RatingsCsv read_ratings_csv(std::string_view csv, const RatingsCsvOptions& options) {
  csv::Findings findings(options.limits.max_diagnostics);
  RatingsCsv result = csv::read(csv, options, findings);
  result.diagnostics = std::move(findings).take();
  return result;
}

Result<std::string> write_ratings_csv(std::span<const Profile> profiles, std::string_view none) {
  Result<std::string> result;
  std::string text;
  csv::append_line(text, csv::field_names);
  for (const Profile& of : profiles) {
    for (const Rating& held : of.ratings) {
      if (held.level != none) continue;
      Diagnostic finding = make_diagnostic(Code::csv_invalid_option, {}, std::string(none),
                                           {{"option", "none"}, {"detail", "id_of_level"}});
      finding.field = "rating";
      result.diagnostics.push_back(std::move(finding));
      return result;
    }
    csv::append_profile(text, of, none);
  }
  result.value = std::move(text);
  return result;
}

}  // namespace skillmatrix
