#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "skillmatrix/search.hpp"

namespace skillmatrix::cli {
namespace {

struct SearchCommandOptions {
  std::string framework;
  std::string query;
  std::vector<std::string> kinds;
  std::size_t limit = 10;
};

constexpr std::string_view kind_names[] = {"skill", "role", "category"};

SearchKinds chosen_kinds(const std::vector<std::string>& names) {
  if (names.empty()) return {};
  SearchKinds kinds{false, false, false};
  for (const std::string& name : names) {
    if (std::find(std::begin(kind_names), std::end(kind_names), name) == std::end(kind_names)) {
      fail_unknown("kind", name, kind_names);
    }
    kinds.skills = kinds.skills || name == "skill";
    kinds.roles = kinds.roles || name == "role";
    kinds.categories = kinds.categories || name == "category";
  }
  return kinds;
}

/// The name that matched, unless it is the title that is shown, with its language if it is another.
std::string found_as(const Session& session, const ServedText& name, const ServedText& title) {
  if (name.value == title.value) return "";
  if (name.tag == title.tag) return shown(name);
  const std::string text = beside(shown(name), Style::plain, {false, &session.language()});
  return text + " [" + printable(name.tag) + ']';
}

void say_hits(Session& session, const Reader& reader, const std::vector<SearchHit>& hits) {
  if (hits.empty()) {
    session.say(paragraph(session.message("search.nothing"), 0));
    return;
  }
  Table table({session.message("column.name"), session.message("column.kind"),
               session.message("column.identifier"), session.message("column.found_as")});
  for (const SearchHit& hit : hits) {
    const ServedText title = entity_title(reader, hit);
    table.add({{shown(title)},
               {session.message("kind." + std::string(to_string(hit.kind)))},
               {printable(entity_id(reader.matrix(), hit))},
               {found_as(session, matched_name(reader, hit), title)}});
  }
  session.say(table.render(0, session.look()));
}

int run_search(Session& session, const SearchCommandOptions& chosen) {
  SearchOptions options;
  options.kinds = chosen_kinds(chosen.kinds);
  options.limit = chosen.limit;
  const Matrix matrix = load_matrix(session, chosen.framework);
  const Reader reader(matrix, session.language());
  std::vector<std::uint32_t> languages;
  for (const LocaleLink& link : reader.chain().links()) languages.push_back(link.tag);
  options.tag_order = languages;
  const std::vector<SearchHit> hits = SearchIndex::of(matrix).search(chosen.query, options);
  if (session.json) {
    session.say(search_json(reader, chosen.query, hits));
  } else {
    say_hits(session, reader, hits);
  }
  return status_fine;
}

}  // namespace

void add_search(CLI::App& app, Action& action) {
  CLI::App* command = add_command(app, "search", "Find skills and roles by a name in any language",
                                  "skillmatrix search examples/data/ai-engineering.json pyhton");
  const auto options = std::make_shared<SearchCommandOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("QUERY", options->query, "Words, or the beginning of one; typing errors pass")
      ->required()
      ->type_name(" ");
  command->add_option("--kind", options->kinds, "skill, role or category; may be given again")
      ->type_name("KIND")
      ->allow_extra_args(false);
  command->add_option("--limit", options->limit, "Only the best so many (default 10)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_search(s, *options); }; });
}

}  // namespace skillmatrix::cli
