// The golden files of the C++ tests, unchanged, through C: the same input gives the same bytes.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <map>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

namespace fs = std::filesystem;

/// What stands beside an input.
std::string beside(fs::path input, const char* extension) {
  return read_file(input.replace_extension(extension));
}

std::string json_text(std::string_view text) {
  std::string json = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') json += '\\';
    if (static_cast<unsigned char>(byte) >= ' ') {
      json += byte;
    } else if (byte == '\n') {
      json += "\\n";
    } else {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(byte));
      json += escape;
    }
  }
  return json + '"';
}

/// A list of objects in JSON, as the library indents it.
class ObjectList {
 public:
  explicit ObjectList(std::size_t indent) : indent_(indent, ' ') {}

  void begin() { json_ += (json_.empty() ? "[\n" : "\n" + indent_ + "  },\n") + indent_ + "  {"; }
  void add(std::string_view name, const std::string& value) {
    json_ +=
        (json_.ends_with('{') ? "\n" : ",\n") + indent_ + "    " + json_text(name) + ": " + value;
  }
  std::string take() const {
    return json_.empty() ? "[]" : json_ + "\n" + indent_ + "  }\n" + indent_ + "]";
  }

 private:
  std::string indent_;
  std::string json_;
};

// -- Diagnostics --------------------------------------------------------------------------------

std::vector<skm_diagnostic> findings(const skm_diagnostics* diagnostics) {
  std::vector<skm_diagnostic> all(skm_diagnostics_count(diagnostics), SKM_DIAGNOSTIC_INIT);
  for (std::size_t at = 0; at < all.size(); ++at) {
    EXPECT_EQ(skm_diagnostics_get(diagnostics, at, &all[at]), SKM_OK);
  }
  return all;
}

std::string severity_name(std::int32_t severity) {
  switch (severity) {
    case SKM_SEVERITY_ERROR:
      return "error";
    case SKM_SEVERITY_WARNING:
      return "warning";
    default:
      return "information";
  }
}

std::string code_name(const skm_diagnostic& found) { return "SKM" + std::to_string(found.code); }

void check_json(const fs::path& path) {
  const std::string json = read_file(path);
  skm_read_options options = SKM_READ_OPTIONS_INIT;
  test::set_options_beside(path, options);
  Framework framework;
  Error error;
  const skm_status status = skm_framework_parse(view(json), &options, framework.out(), error.out());
  ObjectList list(0);
  for (const skm_diagnostic& found :
       findings(status == SKM_OK ? skm_framework_diagnostics(framework)
                                 : skm_error_diagnostics(error))) {
    list.begin();
    list.add("code", json_text(code_name(found)));
    list.add("severity", json_text(severity_name(found.severity)));
    list.add("pointer", json_text(text(found.pointer)));
    list.add("line", std::to_string(found.line));
    list.add("column", std::to_string(found.column));
    list.add("offset", std::to_string(found.offset));
    list.add("value", json_text(text(found.value)));
    list.add("suggestion", json_text(text(found.suggestion)));
    list.add("message", json_text(text(found.message)));
  }
  EXPECT_EQ(list.take() + "\n", beside(path, ".diagnostics"));
}

std::string tell_rows(const skm_diagnostics* diagnostics) {
  std::ostringstream told;
  for (const skm_diagnostic& found : findings(diagnostics)) {
    told << code_name(found) << ' ' << severity_name(found.severity) << ", row " << found.row
         << ", " << found.line << ':' << found.column << " @" << found.offset << " ["
         << text(found.field) << "] " << text(found.message);
    if (found.suggestion.size != 0) told << " -> " << text(found.suggestion);
    told << '\n';
  }
  return told.str();
}

std::string findings_of_ratings(std::string_view csv) {
  Profiles profiles;
  EXPECT_EQ(skm_csv_read_ratings(view(csv), nullptr, nullptr, profiles.out(), nullptr), SKM_OK);
  return tell_rows(skm_profiles_diagnostics(profiles));
}

std::string findings_of_expectations(std::string_view csv) {
  const skm_string_view order[] = {view("Junior*"), view("*"), view("Senior*")};
  const skm_csv_level levels[] = {
      {view("Awareness"), {}}, {view("Working"), {}}, {view("Expert"), {}}};
  const skm_string_view unlevelled[] = {view("NOT IN USE")};
  skm_expectations_csv_options options = SKM_EXPECTATIONS_CSV_OPTIONS_INIT;
  options.level_order = order;
  options.level_order_count = std::size(order);
  options.skill_levels = levels;
  options.skill_level_count = std::size(levels);
  options.unlevelled_values = unlevelled;
  options.unlevelled_value_count = std::size(unlevelled);
  Framework framework;
  Error error;
  const skm_status status =
      skm_csv_read_expectations(view(csv), &options, nullptr, framework.out(), error.out());
  return tell_rows(status == SKM_OK ? skm_framework_diagnostics(framework)
                                    : skm_error_diagnostics(error));
}

void check_csv(const fs::path& path) {
  const std::string csv = read_file(path);
  EXPECT_EQ(path.stem().string().starts_with("ratings") ? findings_of_ratings(csv)
                                                        : findings_of_expectations(csv),
            beside(path, ".diagnostics"));
}

/// It is broken; what its finding is, is in tests/CMakeLists.txt.
void check_messages(const fs::path& path) {
  const std::string english = read_file(SKILLMATRIX_TEST_DATA "/../src/messages/en.json");
  const std::string broken = read_file(path);
  const skm_catalog catalogs[] = {{view(english), view("en.json")},
                                  {view(broken), view("fr.json")}};
  Messages messages;
  Error error;
  EXPECT_EQ(skm_messages_build(2, catalogs, messages.out(), error.out()), SKM_ERR_INVALID_INPUT);
  std::vector<skm_diagnostic> found = findings(skm_error_diagnostics(error));
  std::erase_if(found, [](const skm_diagnostic& each) { return each.code != 5008; });
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, SKM_SEVERITY_ERROR);
  EXPECT_EQ(found[0].line, 6U);
  EXPECT_NE(text(found[0].message).find("an apostrophe before a brace"), std::string_view::npos);
}

// -- Matrices -----------------------------------------------------------------------------------

/// Adds lines.
template <class... Parts>
void add_lines(std::string& told, const Parts&... parts) {
  std::ostringstream lines;
  ((lines << parts << '\n'), ...);
  told += lines.str();
}

/// All that a call lists of a thing.
template <class Item, class Handle>
std::vector<Item> listed(skm_status (*call)(const Handle*, std::uint32_t, std::uint32_t, Item*,
                                            std::uint32_t*),
                         const Handle* handle, std::uint32_t thing) {
  std::uint32_t count = 0;
  EXPECT_EQ(call(handle, thing, 0, nullptr, &count), SKM_OK);
  std::vector<Item> items(count);
  EXPECT_EQ(call(handle, thing, count, items.data(), &count), SKM_OK);
  return items;
}

std::vector<skm_requirement> requirements(const skm_matrix* matrix, std::uint32_t level) {
  std::vector<skm_requirement> all(skm_matrix_requirement_count(matrix, level));
  const auto room = static_cast<std::uint32_t>(all.size());
  EXPECT_EQ(skm_matrix_requirements(matrix, level, room, all.data()), SKM_OK);
  return all;
}

/// "2026-03-17" of 20260317.
std::string date_text(std::uint32_t date) {
  char out[16];
  std::snprintf(out, sizeof out, "%04u-%02u-%02u", date / 10000, date / 100 % 100, date % 100);
  return out;
}

void tell_skill(const skm_matrix* matrix, std::uint32_t skill, std::string& told) {
  add_lines(told, text(skm_matrix_skill_id(matrix, skill)), skm_matrix_skill_status(matrix, skill));
  if (const auto other = skm_matrix_skill_replaced_by(matrix, skill); other != SKM_NONE) {
    add_lines(told, text(skm_matrix_skill_id(matrix, other)));
  }
  if (const auto date = skm_matrix_skill_updated(matrix, skill); date != 0) {
    add_lines(told, date_text(date));
  }
  if (const auto domain = skm_matrix_skill_domain(matrix, skill); domain != SKM_NONE) {
    add_lines(told, text(skm_matrix_category_id(matrix, domain)));
  }
  for (const auto& [other, rank] : listed(skm_matrix_skill_prerequisites, matrix, skill)) {
    add_lines(told, text(skm_matrix_skill_id(matrix, other)), rank);
  }
  for (const auto& [other, kind] : listed(skm_matrix_skill_relations, matrix, skill)) {
    add_lines(told, kind, text(skm_matrix_skill_id(matrix, other)));
  }
  for (const auto level : listed(skm_matrix_skill_role_levels, matrix, skill)) {
    add_lines(told, level);
  }
}

/// Scales, categories and skills.
std::string tell_things(const skm_matrix* matrix) {
  std::string told;
  for (std::uint32_t scale = 0; scale < skm_matrix_scale_count(matrix); ++scale) {
    add_lines(told, text(skm_matrix_scale_id(matrix, scale)));
    for (std::uint32_t rank = 0; rank <= skm_matrix_level_count(matrix, scale); ++rank) {
      add_lines(told, text(skm_matrix_level_id(matrix, scale, rank)),
                skm_matrix_level_value(matrix, scale, rank));
    }
  }
  for (std::uint32_t category = 0; category < skm_matrix_category_count(matrix); ++category) {
    add_lines(told, text(skm_matrix_category_id(matrix, category)),
              skm_matrix_category_kind(matrix, category));
    for (const auto parent : listed(skm_matrix_category_parents, matrix, category)) {
      add_lines(told, text(skm_matrix_category_id(matrix, parent)));
    }
  }
  for (std::uint32_t skill = 0; skill < skm_matrix_skill_count(matrix); ++skill) {
    tell_skill(matrix, skill, told);
  }
  return told;
}

/// All texts of a matrix in one language, in the order of the matrix.
class TextsIn {
 public:
  TextsIn(const skm_matrix* matrix, const std::string& tag) : matrix_(matrix), tag_(tag) {
    read_in(reader_, matrix, tag.c_str());
    add(SKM_TITLE_OF_FRAMEWORK, 0);
    add(SKM_SUMMARY_OF_FRAMEWORK, 0);
    add_scales();
    for (std::uint32_t at = 0; at < skm_matrix_category_count(matrix); ++at) {
      add(SKM_TITLE_OF_CATEGORY, at);
      add(SKM_DESCRIPTION_OF_CATEGORY, at);
    }
    for (std::uint32_t at = 0; at < skm_matrix_skill_count(matrix); ++at) add_skill(at);
    for (std::uint32_t at = 0; at < skm_matrix_role_count(matrix); ++at) add_role(at);
    for (std::uint32_t level = 0; level < skm_matrix_role_level_count(matrix); ++level) {
      for (const skm_requirement& each : requirements(matrix, level)) {
        serve(skm_reader_cell_description, level, each.skill);
      }
    }
  }

  const std::vector<std::string>& texts() const { return texts_; }

 private:
  void add(const skm_served_text& served) {
    const bool is_in_tag = text(served.tag) == tag_ && served.source != SKM_TEXT_MISSING;
    texts_.emplace_back(is_in_tag ? text(served.value) : std::string_view());
  }

  template <class Call, class... Arguments>
  void serve(Call call, Arguments... arguments) {
    skm_served_text served{};
    EXPECT_EQ(call(reader_, arguments..., &served), SKM_OK);
    add(served);
  }

  void add(std::int32_t kind, std::uint32_t thing) { serve(skm_reader_text, kind, thing); }

  void add_scales() {
    for (std::uint32_t scale = 0; scale < skm_matrix_scale_count(matrix_); ++scale) {
      add(SKM_TITLE_OF_SCALE, scale);
      add(SKM_DESCRIPTION_OF_SCALE, scale);
      for (std::uint32_t rank = 1; rank <= skm_matrix_level_count(matrix_, scale); ++rank) {
        for (const std::int32_t kind :
             {SKM_TITLE_OF_LEVEL, SKM_LABEL_OF_LEVEL, SKM_DESCRIPTION_OF_LEVEL}) {
          serve(skm_reader_level_text, kind, scale, rank);
        }
      }
    }
  }

  void add_skill(std::uint32_t skill) {
    add(SKM_TITLE_OF_SKILL, skill);
    add(SKM_SUMMARY_OF_SKILL, skill);
    // The n-th ones of all languages are one text, so there have to be as many in each.
    constexpr std::size_t most_aliases = 32;
    std::vector<skm_served_text> aliases =
        listed(skm_reader_skill_aliases, static_cast<const skm_reader*>(reader_), skill);
    EXPECT_LE(aliases.size(), most_aliases);
    aliases.resize(most_aliases);
    for (const skm_served_text& alias : aliases) add(alias);
    const std::uint32_t scale = skm_matrix_skill_scale(matrix_, skill);
    for (std::uint32_t rank = 1; rank <= skm_matrix_level_count(matrix_, scale); ++rank) {
      serve(skm_reader_skill_level_description, skill, rank);
    }
  }

  void add_role(std::uint32_t role) {
    add(SKM_TITLE_OF_ROLE, role);
    add(SKM_SUMMARY_OF_ROLE, role);
    for (std::uint32_t level = 0; level < skm_matrix_role_level_count(matrix_); ++level) {
      if (skm_matrix_role_of(matrix_, level) == role) add(SKM_FOCUS_OF_ROLE_LEVEL, level);
    }
  }

  const skm_matrix* matrix_;
  std::string tag_;
  Reader reader_;
  std::vector<std::string> texts_;
};

std::vector<std::string> tags_of(const skm_matrix* matrix) {
  Reader reader;
  read_in(reader, matrix, "en");
  std::vector<std::string> tags;
  for (std::uint32_t place = 0; place < skm_reader_tag_count(reader); ++place) {
    skm_string_view tag{};
    std::int32_t source = 0;
    EXPECT_EQ(skm_reader_tag(reader, place, &tag, &source), SKM_OK);
    tags.emplace_back(text(tag));
  }
  std::sort(tags.begin(), tags.end());
  return tags;
}

/// Every text in every language, of those that are in any.
std::string tell_texts(const skm_matrix* matrix) {
  std::vector<std::vector<std::string>> columns;
  const std::vector<std::string> tags = tags_of(matrix);
  for (const std::string& tag : tags) columns.push_back(TextsIn(matrix, tag).texts());
  std::string told;
  for (std::size_t at = 0; at < tags.size(); ++at) {
    add_lines(told, tags[at], "");
    for (std::size_t row = 0; row < columns[at].size(); ++row) {
      const bool is_in_any = std::any_of(columns.begin(), columns.end(), [row](const auto& column) {
        return !column[row].empty();
      });
      if (is_in_any) add_lines(told, columns[at][row]);
    }
  }
  return told;
}

std::string tell_requirements(const skm_matrix* matrix) {
  std::ostringstream told;
  for (std::uint32_t level = 0; level < skm_matrix_role_level_count(matrix); ++level) {
    told << text(skm_matrix_role_id(matrix, skm_matrix_role_of(matrix, level))) << ' '
         << text(skm_matrix_role_level_id(matrix, level)) << '\n';
    for (const skm_requirement& each : requirements(matrix, level)) {
      told << text(skm_matrix_skill_id(matrix, each.skill)) << ' ' << each.rank << ' '
           << each.weight << ' ' << (each.required == 0 ? 1 : 0) << ' ';
    }
  }
  return told.str();
}

/// Something that was found, as the matrix and a reader know it.
struct Found {
  std::string_view id;
  skm_served_text title;
};

Found look_up(const skm_matrix* matrix, const skm_reader* reader, const skm_search_hit& hit) {
  const bool is_skill = hit.kind == SKM_SEARCH_SKILLS;
  const bool is_role = hit.kind == SKM_SEARCH_ROLES;
  const auto id = is_skill  ? skm_matrix_skill_id
                  : is_role ? skm_matrix_role_id
                            : skm_matrix_category_id;
  const std::int32_t kind = is_skill  ? SKM_TITLE_OF_SKILL
                            : is_role ? SKM_TITLE_OF_ROLE
                                      : SKM_TITLE_OF_CATEGORY;
  Found found{text(id(matrix, hit.index)), {}};
  EXPECT_EQ(skm_reader_text(reader, kind, hit.index, &found.title), SKM_OK);
  return found;
}

/// What is found in the order of no reader.
std::vector<skm_search_hit> find(const skm_search_index* index, std::string_view query,
                                 const skm_search_options& options) {
  std::vector<skm_search_hit> hits(64);
  std::uint32_t count = 0;
  EXPECT_EQ(skm_search_index_find(index, nullptr, view(query), &options, 64, hits.data(), &count,
                                  nullptr),
            SKM_OK);
  EXPECT_LE(count, hits.size());
  hits.resize(count);
  return hits;
}

std::string tell_found(const skm_matrix* matrix) {
  SearchIndex index;
  Reader reader;
  EXPECT_EQ(skm_search_index_of(matrix, index.out(), nullptr), SKM_OK);
  read_in(reader, matrix, "en");
  skm_search_options everything = SKM_SEARCH_OPTIONS_INIT;
  everything.limit = 50;
  everything.kinds = SKM_SEARCH_SKILLS + SKM_SEARCH_ROLES + SKM_SEARCH_CATEGORIES;
  std::ostringstream told;
  for (const std::string_view query :
       {"en",    "a",     "s",          "ser",      "ai",    "lit",     "c++",
        "first", "fisrt", "frist skil", "alph",     "alhpa", "alpha 3", "beta",
        "学",    "学习",  "机器学习",   "机学器习", "学题",  "ع",       "ส"}) {
    for (const skm_search_options& options :
         {skm_search_options SKM_SEARCH_OPTIONS_INIT, everything}) {
      for (const skm_search_hit& hit : find(index, query, options)) {
        const Found found = look_up(matrix, reader, hit);
        told << query << ": " << text(hit.name) << " = " << found.id << ' ' << text(hit.tag) << ' '
             << text(found.title.value) << ' ' << hit.match << ' ' << hit.errors << '\n';
      }
    }
  }
  return told.str();
}

void check_matrix(const fs::path& path) {
  Matrix matrix;
  ASSERT_EQ(skm_matrix_open(view(path.string()), matrix.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_matrix_verify(matrix, nullptr), SKM_OK);
  EXPECT_EQ(text(skm_matrix_bytes(matrix)), read_file(path));
  std::string told;
  add_lines(told, text(skm_matrix_id(matrix)), text(skm_matrix_version(matrix)),
            text(skm_matrix_default_locale(matrix)), text(skm_matrix_license(matrix)),
            text(skm_matrix_source(matrix)));
  const std::string rest =
      tell_things(matrix) + tell_texts(matrix) + tell_requirements(matrix) + tell_found(matrix);
  const std::string expected = beside(path, ".txt");
  // The fallbacks of the framework are between them, which only negotiation knows.
  std::string fallbacks;
  if (expected.size() > told.size() + rest.size()) {
    fallbacks = expected.substr(told.size(), expected.size() - told.size() - rest.size());
  }
  EXPECT_EQ(told + fallbacks + rest, expected);
  std::istringstream tags(fallbacks);
  for (std::string tag; std::getline(tags, tag);) {
    EXPECT_EQ(skm_locale_check(view(tag), nullptr), SKM_OK) << tag;
  }
}

// -- Reports ------------------------------------------------------------------------------------

/// What the reports are about, and the reports.
class Sample {
 public:
  Sample() {
    build_sample(matrix_);
    read_in(english_, matrix_, "en");
    EXPECT_EQ(
        skm_profile_load(view(example("people/amara-diallo.json")), nullptr, amara_.out(), nullptr),
        SKM_OK);
    EXPECT_EQ(skm_profiles_load(view(example("people.ndjson")), nullptr, people_.out(), nullptr),
              SKM_OK);
  }

  std::string coverage(const char* locale) const {
    const skm_string_view locales[] = {view("de"), view("pt-BR")};
    skm_coverage_options options = SKM_COVERAGE_OPTIONS_INIT;
    options.locales = locales;
    options.locale_count = 2;
    options.max_diagnostics = 4;
    Framework framework;
    Measured coverage;
    Language language;
    EXPECT_EQ(skm_framework_load(view(sample_path()), nullptr, framework.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_coverage_measure(framework, &options, coverage.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_language_build(view(locale), nullptr, 0, language.out(), nullptr), SKM_OK);
    return made(skm_coverage_to_json, coverage, language, view("ai-engineering.json"));
  }

  std::string gap() const {
    skm_gap_options options = SKM_GAP_OPTIONS_INIT;
    options.as_of = june;
    options.threshold_numerator = 8;  // Not in lowest terms.
    options.threshold_denominator = 10;
    Gap gap;
    EXPECT_EQ(skm_gap_create(gap.out(), nullptr), SKM_OK);
    EXPECT_EQ(
        skm_gap_analyze_profile(gap.get(), matrix_, amara_, level("middle"), &options, nullptr),
        SKM_OK);
    return made(skm_gap_to_json, gap, english_);
  }

  std::string match_role_levels() const {
    const skm_match_options options = best_in_june();
    Matches matches;
    EXPECT_EQ(skm_matches_of_role_levels(matrix_, amara_, &options, matches.out(), nullptr),
              SKM_OK);
    return made(skm_matches_to_json, matches, english_);
  }

  std::string match_people() const {
    const skm_match_options options = best_in_june();
    Matches matches;
    EXPECT_EQ(
        skm_matches_of_people(matrix_, people_, level("junior"), &options, matches.out(), nullptr),
        SKM_OK);
    return made(skm_matches_to_json, matches, english_);
  }

  std::string progression() const {
    return made(skm_page_of_progression, english_, level("junior"));
  }
  std::string role_page() const {
    return made(skm_page_of_role, english_, skm_matrix_find_role(matrix_, view("nlp-engineer")));
  }
  std::string skill_page(const char* language) const {
    Reader reader;
    read_in(reader, matrix_, language);
    return made(skm_page_of_skill, reader,
                skm_matrix_find_skill(matrix_, view("transformers-nlp")));
  }

  std::string search(const char* query, const char* language, std::uint32_t limit) const {
    skm_search_options options = SKM_SEARCH_OPTIONS_INIT;
    options.limit = limit;
    SearchIndex index;
    Reader reader;
    EXPECT_EQ(skm_search_index_build(matrix_, index.out(), nullptr), SKM_OK);
    read_in(reader, matrix_, language);
    return made(skm_search_index_to_json, index, reader, view(query), &options);
  }

  /// What is found without a reader, written for one, which no call does at once.
  std::string search_in_no_order() const {
    skm_search_options options = SKM_SEARCH_OPTIONS_INIT;
    options.limit = 3;
    SearchIndex index;
    Reader chinese;
    EXPECT_EQ(skm_search_index_build(matrix_, index.out(), nullptr), SKM_OK);
    read_in(chinese, matrix_, "zh");
    ObjectList list(2);
    for (const skm_search_hit& hit : find(index, "data", options)) {
      const Found found = look_up(matrix_, chinese, hit);
      list.begin();
      list.add("kind", hit.kind == SKM_SEARCH_SKILLS ? "\"skill\"" : "\"role\"");
      list.add("id", json_text(found.id));
      list.add("title", json_text(text(found.title.value)));
      list.add("title_locale", json_text(text(found.title.tag)));
      list.add("title_source", source_name(found.title.source));
      list.add("name", json_text(text(hit.name)));
      list.add("name_locale", json_text(text(hit.tag)));
      list.add("name_source", source_name(source_of(chinese, text(hit.tag))));
      list.add("is_alias", hit.is_alias == 0 ? "false" : "true");
      list.add("match", hit.match == SKM_MATCH_NAME_START ? "\"name_start\"" : "another");
      list.add("errors", std::to_string(hit.errors));
    }
    const std::string page = search("data", "zh", 1);
    return page.substr(0, page.find('[')) + list.take() + "\n}\n";
  }

 private:
  static constexpr std::uint32_t june = 20260601;

  static skm_match_options best_in_june() {
    skm_match_options options = SKM_MATCH_OPTIONS_INIT;
    options.as_of = june;
    options.limit = 3;
    return options;
  }

  static std::string source_name(std::int32_t source) {
    constexpr std::array names{"missing",         "exact",           "equivalent",  "related",
                               "other_preferred", "source_fallback", "any_fallback"};
    return json_text(names.at(static_cast<std::size_t>(source)));
  }

  static std::int32_t source_of(const skm_reader* reader, std::string_view wanted) {
    for (std::uint32_t place = 0; place < skm_reader_tag_count(reader); ++place) {
      skm_string_view tag{};
      std::int32_t source = 0;
      EXPECT_EQ(skm_reader_tag(reader, place, &tag, &source), SKM_OK);
      if (text(tag) == wanted) return source;
    }
    return SKM_TEXT_MISSING;
  }

  std::uint32_t level(const char* id) const {
    return skm_matrix_find_role_level(matrix_, view("nlp-engineer"), view(id));
  }

  Matrix matrix_;
  Reader english_;
  Profile amara_;
  Profiles people_;
};

void check_report(const fs::path& path) {
  using Report = std::string (*)(const Sample&);
  static const std::map<std::string, Report> reports{
      {"coverage.ar.json", [](const Sample& sample) { return sample.coverage("ar"); }},
      {"coverage.en.json", [](const Sample& sample) { return sample.coverage("en"); }},
      {"gap.json", [](const Sample& sample) { return sample.gap(); }},
      {"match_people.json", [](const Sample& sample) { return sample.match_people(); }},
      {"match_role_levels.json", [](const Sample& sample) { return sample.match_role_levels(); }},
      {"progression.json", [](const Sample& sample) { return sample.progression(); }},
      {"role.json", [](const Sample& sample) { return sample.role_page(); }},
      {"search.alias.json", [](const Sample& sample) { return sample.search("brt", "de", 0); }},
      {"search.json", [](const Sample& sample) { return sample.search_in_no_order(); }},
      {"search.reader.json", [](const Sample& sample) { return sample.search("data", "zh", 3); }},
      {"skill.de.json", [](const Sample& sample) { return sample.skill_page("de"); }},
      {"skill.en.json", [](const Sample& sample) { return sample.skill_page("en"); }}};
  const auto report = reports.find(path.filename().string());
  ASSERT_NE(report, reports.end()) << "nothing makes it";
  EXPECT_EQ(report->second(Sample()), read_file(path));
}

void check_schema(const fs::path& path) {
  ASSERT_TRUE(path.stem() == "framework" || path.stem() == "profile") << "nothing makes it";
  EXPECT_EQ(made(path.stem() == "framework" ? skm_framework_schema : skm_profile_schema),
            read_file(path));
}

// -- Formats ------------------------------------------------------------------------------------

/// The lines of a tag: so many, after one that names it.
constexpr std::size_t format_lines = 14;

/// A language for a tag, with messages that tell how it counts: "cardinal one other; 0 other ..."
/// is a plural of these categories, and refused if they are not those of the language.
void build_counting(std::string_view tag, std::span<const std::string> counting,
                    Language& language) {
  std::string messages = R"("missing": "-")";
  for (const std::string& line : counting) {
    std::istringstream words(line.substr(0, line.find(';')));
    std::string way;
    words >> way;
    std::string pattern = way == "cardinal" ? "{n, plural," : "{n, selectordinal,";
    for (std::string category; words >> category;)
      pattern += " " + category + " {" + category + "}";
    messages += ", " + json_text("as." + way) + ": " + json_text(pattern + "}");
  }
  const std::string catalog = R"({"schema": "skillmatrix.messages/1", "locale": )" +
                              json_text(tag.substr(0, tag.find("-u-"))) + R"(, "messages": {)" +
                              messages + "}}";
  const skm_catalog only{view(catalog), {}};
  Messages built;
  ASSERT_EQ(skm_messages_build(1, &only, built.out(), nullptr), SKM_OK) << catalog;
  ASSERT_EQ(skm_language_build(view(tag), built, SKM_ISOLATES_NEVER, language.out(), nullptr),
            SKM_OK);
}

/// The same line, with the categories that the language has for its numbers.
std::string count(const skm_language* language, const std::string& line) {
  const std::size_t end = line.find(';');
  const std::string way = line.substr(0, line.find(' '));
  std::string told = line.substr(0, end + 1);
  std::istringstream words(line.substr(end + 1));
  std::string category;
  for (std::int64_t number = 0; words >> number >> category;) {
    const skm_message_argument argument{view("n"), {}, number, SKM_ARGUMENT_NUMBER};
    told += ' ' + std::to_string(number) + ' ' +
            made(skm_language_message, language, view("as." + way), std::uint32_t{1}, &argument,
                 nullptr);
  }
  return told;
}

/// What a language makes of all that the lines of its tag expect, as far as C has it; as they
/// expect otherwise.
void check_formats_of(const std::string& tag, std::span<const std::string> expected) {
  Language language;
  build_counting(tag, expected.subspan(12), language);
  std::vector<std::string> told;
  for (const std::int64_t number :
       {std::int64_t{0}, std::int64_t{7}, std::int64_t{1234}, std::int64_t{12345},
        std::int64_t{-1234567}, std::numeric_limits<std::int64_t>::min()}) {
    told.push_back("number " + made(skm_language_number, language, number));
  }
  told.push_back(expected[6]);  // Numbers with decimals are in messages of the library only.
  told.push_back("percent " +
                 made(skm_language_percent, language, std::int64_t{667}, std::int64_t{1000}) +
                 expected[7].substr(expected[7].rfind(", ")));
  std::string dates;
  for (const std::uint32_t date : {20260317U, 10661014U, 10101U, 99991231U}) {
    dates += (dates.empty() ? "" : ", ") + made(skm_language_date, language, date);
  }
  told.push_back("date " + dates);
  const skm_string_view items[] = {view("A"), view("B"), view("C"), view("D")};
  told.push_back("list " + made(skm_language_list, language, std::uint32_t{4}, &items[0]));
  told.insert(told.end(), {expected[10], expected[11]});  // Of the ways to list, C has one.
  for (const std::string& line : expected.subspan(12)) told.push_back(count(language, line));
  EXPECT_EQ(told, std::vector<std::string>(expected.begin(), expected.end())) << tag;
}

void check_formats(const fs::path& path) {
  if (made(skm_build_info).find(R"("cldr": "42.)") == std::string::npos) {
    GTEST_SKIP() << "the golden file is of CLDR 42";
  }
  std::vector<std::string> lines;
  std::istringstream file(read_file(path));
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line.starts_with("  ") ? line.substr(2) : line);
  }
  ASSERT_EQ(lines.size() % (format_lines + 1), 0U);
  int tags = 0;
  for (std::size_t at = 0; at < lines.size(); at += format_lines + 1) {
    const std::string tag = lines[at].substr(0, lines[at].find(" -> "));
    if (skm_locale_check(view(tag), nullptr) != SKM_OK) continue;  // Languages are of tags only.
    check_formats_of(tag, std::span(lines).subspan(at + 1, format_lines));
    ++tags;
  }
  EXPECT_GT(tags, 60);
}

// -- All of them --------------------------------------------------------------------------------

/// A folder of golden files.
struct Folder {
  const char* name;
  const char* input;                ///< How its inputs end.
  std::vector<const char*> beside;  ///< What may be beside an input, which the check reads.
  void (*check)(const fs::path&);
};

const std::vector<Folder>& folders() {
  static const std::vector<Folder> all{
      {"csv", ".csv", {".diagnostics"}, check_csv},
      {"formats", ".txt", {}, check_formats},
      {"json", ".json", {".diagnostics", ".options"}, check_json},
      {"matrix", ".skm", {".txt"}, check_matrix},
      {"messages", ".json", {}, check_messages},
      {"report", ".json", {}, check_report},
      {"schema", ".json", {}, check_schema},
  };
  return all;
}

std::vector<fs::path> inputs() {
  std::vector<fs::path> all;
  for (const Folder& folder : folders()) {
    const std::vector<fs::path> files = test::golden_files(folder.name, folder.input);
    all.insert(all.end(), files.begin(), files.end());
  }
  return all;
}

/// "report_skill_en"
std::string test_name(const testing::TestParamInfo<fs::path>& file) {
  std::string name =
      file.param.parent_path().filename().string() + '_' + file.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char each) { return each == '.' || each == '-'; }, '_');
  return name;
}

class GoldenFile : public testing::TestWithParam<fs::path> {};

TEST_P(GoldenFile, IsWhatCGives) {
  const fs::path folder = GetParam().parent_path().filename();
  for (const Folder& each : folders()) {
    if (folder == each.name) each.check(GetParam());
  }
}

INSTANTIATE_TEST_SUITE_P(Files, GoldenFile, testing::ValuesIn(inputs()), test_name);

TEST(GoldenFiles, AreAllRead) {
  std::vector<fs::path> read;
  for (const Folder& folder : folders()) {
    const std::vector<fs::path> files = test::golden_files(folder.name, folder.input);
    EXPECT_FALSE(files.empty()) << "there is nothing in " << folder.name;
    for (fs::path file : files) {
      read.push_back(file);
      for (const char* extension : folder.beside) read.push_back(file.replace_extension(extension));
    }
  }
  for (const auto& entry : fs::recursive_directory_iterator(test::golden_folder(""))) {
    if (!entry.is_regular_file()) continue;
    EXPECT_NE(std::find(read.begin(), read.end(), entry.path()), read.end())
        << "nothing reads " << entry.path();
  }
}

}  // namespace
}  // namespace skillmatrix::capi_tests
