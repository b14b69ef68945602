#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "report_writer.hpp"

namespace skillmatrix {
namespace {

std::string_view name_of(SkillStatus status) {
  switch (status) {
    case SkillStatus::draft:
      return "draft";
    case SkillStatus::deprecated:
      return "deprecated";
    case SkillStatus::active:
      break;
  }
  return "active";
}

/// Title and id of a category, or null for both.
void put_category(ReportWriter& writer, std::string_view name,
                  const std::optional<CategoryIndex>& category, const ServedText& title) {
  JsonEmitter& json = writer.json();
  const std::string id_name = std::string(name) + "_id";
  if (!category) {
    json.member(name, std::nullopt);
    json.member(id_name, std::nullopt);
    return;
  }
  writer.text(name, title);
  json.member(id_name, writer.matrix().category_id(*category));
}

void put_scale(ReportWriter& writer, const SkillPage& page) {
  JsonEmitter& json = writer.json();
  json.objects("scale", page.scale, [&](const SkillPageMeaning& meaning) {
    json.member("id", meaning.id);
    json.member("rank", meaning.rank);
    writer.text("title", meaning.title);
    writer.text("label", meaning.label);
    writer.text("description", meaning.description);
  });
}

void put_cell(ReportWriter& writer, const SkillPageLevel& level, const SkillPageCell& cell) {
  JsonEmitter& json = writer.json();
  json.member("role", cell.role_id);
  writer.text("role_title", cell.role_title);
  json.member("level", level.id);
  writer.text("level_title", level.title);
  json.member("level_rank", level.rank);
  writer.requirement(cell);
  writer.text("description", cell.description);
}

/// The cells of all levels in one list.
void put_cells(ReportWriter& writer, const SkillPage& page) {
  JsonEmitter& json = writer.json();
  json.array("cells", page.levels, [&](const SkillPageLevel& level) {
    for (const SkillPageCell& cell : level.cells) {
      json.object([&] { put_cell(writer, level, cell); });
    }
  });
}

void put_level(ReportWriter& writer, const RolePageLevel& level) {
  JsonEmitter& json = writer.json();
  json.member("id", level.id);
  json.member("rank", level.rank);
  writer.text("title", level.title);
  writer.text("focus", level.focus);
  json.member("required", level.required);
  json.member("optional", level.optional);
  json.objects("cells", level.cells, [&](const RolePageCell& cell) {
    json.member("skill", cell.skill_id);
    writer.text("skill_title", cell.skill_title);
    writer.requirement(cell);
    writer.text("description", cell.description);
  });
}

/// One entry a level: necessity and expected level, or null.
void put_row(ReportWriter& writer, const RolePage& page, const RolePageRow& row) {
  JsonEmitter& json = writer.json();
  json.member("skill", row.skill_id);
  writer.text("skill_title", row.skill_title);
  std::size_t level = 0;
  json.array("expected", row.cells, [&](const std::optional<std::uint32_t>& position) {
    const std::vector<RolePageCell>& cells = page.levels[level++].cells;
    if (!position) return json.null();
    json.object([&] {
      writer.necessity(cells[*position].necessity);
      writer.text_or_null("expected", cells[*position].expected_id);
    });
  });
}

void put_group(ReportWriter& writer, const RolePage& page, const RolePageGroup& group) {
  writer.text_or_null("id", group.category_id);
  writer.text("title", group.title);
  writer.json().objects("skills", group.rows,
                        [&](const RolePageRow& row) { put_row(writer, page, row); });
}

void put_side(ReportWriter& writer, std::string_view name,
              const std::optional<ServedRequirement>& side) {
  JsonEmitter& json = writer.json();
  if (!side) return json.member(name, std::nullopt);
  json.object(name, [&] { writer.requirement(*side); });
}

void put_item(ReportWriter& writer, const ProgressionItem& item) {
  JsonEmitter& json = writer.json();
  json.member("skill", item.skill_id);
  writer.text("skill_title", item.skill_title);
  json.array("changes", item.changes, [&](Change change) { json.value(to_string(change)); });
  put_side(writer, "from", item.from);
  put_side(writer, "to", item.to);
  writer.text("description", item.description);
}

constexpr std::array<std::string_view, 15> skill_page_labels{"skill_page.title",
                                                             "skill_page.domain",
                                                             "skill_page.group",
                                                             "skill_page.roles",
                                                             "skill_page.roles_note",
                                                             "skill_page.levels",
                                                             "skill_page.levels_note",
                                                             "skill_page.required",
                                                             "skill_page.updated",
                                                             "skill_page.how_to_use",
                                                             "skill_page.how_to_use_text",
                                                             "skill_page.expected",
                                                             "column.role",
                                                             "column.necessity",
                                                             "column.description"};

constexpr std::array<std::string_view, 6> community_labels{
    "community.title",  "community.follow",    "community.suggest_edit",
    "community.log_in", "community.proposals", "community.comments"};

void put_labels(ReportWriter& writer, const SkillPage& page) {
  writer.labels(skill_page_labels, [&] {
    for (const std::string_view key : community_labels) {
      std::string name(key);
      std::ranges::replace(name, '.', '_');
      writer.label(name, key);
    }
    writer.label("necessity_required", "necessity.required");
    writer.label("necessity_optional", "necessity.optional");
    writer.label("role_count", "skill_page.role_count", {{"count", page.roles}});
    writer.label("level_count", "skill_page.level_count", {{"count", page.levels.size()}});
    writer.label("required_note", "skill_page.required_note", {{"optional", page.optional}});
    writer.label("required_count", "skill_page.required_count",
                 {{"required", page.required}, {"optional", page.optional}});
    writer.json().member(
        "updated_date", page.updated ? std::optional(writer.reader().language().date(*page.updated))
                                     : std::nullopt);
  });
}

}  // namespace

std::string skill_page_json(const Reader& reader, const SkillPage& page) {
  ReportWriter writer(reader);
  JsonEmitter& json = writer.json();
  json.member("id", page.id);
  writer.text("title", page.title);
  writer.text("summary", page.summary);
  writer.texts("aliases", page.aliases);
  json.member("status", name_of(page.status));
  put_category(writer, "domain", page.domain, page.domain_title);
  put_category(writer, "group", page.group, page.group_title);
  json.member("roles", page.roles);
  json.member("levels", page.levels.size());
  json.member("required", page.required);
  json.member("optional", page.optional);
  writer.date("updated", page.updated);
  put_scale(writer, page);
  put_cells(writer, page);
  put_labels(writer, page);
  return writer.take();
}

std::string role_page_json(const Reader& reader, const RolePage& page) {
  ReportWriter writer(reader);
  JsonEmitter& json = writer.json();
  json.member("id", page.id);
  writer.text("title", page.title);
  writer.text("summary", page.summary);
  json.member("ladder", reader.matrix().scale_id(page.ladder));
  json.member("skills", page.skills);
  json.member("levels", page.levels.size());
  json.member("required", page.required);
  json.member("optional", page.optional);
  json.objects("role_levels", page.levels,
               [&](const RolePageLevel& level) { put_level(writer, level); });
  json.objects("groups", page.groups,
               [&](const RolePageGroup& group) { put_group(writer, page, group); });
  return writer.take();
}

std::string progression_json(const Reader& reader, const Progression& progression) {
  ReportWriter writer(reader);
  writer.role_level("from", progression.from);
  writer.role_level("to", progression.to);
  writer.json().objects("items", progression.items,
                        [&](const ProgressionItem& item) { put_item(writer, item); });
  return writer.take();
}

}  // namespace skillmatrix
