#include "skillmatrix/arrow.h"

#include <algorithm>
#include <cerrno>

#include "arrow.hpp"
#include "batch.hpp"
#include "batch_columns.hpp"

namespace capi = skillmatrix::capi;
using capi::arrow::Children;
using capi::arrow::Taken;
using skillmatrix::BatchPlan;
using skillmatrix::BatchRanking;
using skillmatrix::ColumnWriter;
using skillmatrix::PeopleScores;
using skillmatrix::RowKind;
using skillmatrix::ScoreColumn;
using skillmatrix::SkillCounts;

namespace {

/// An array as Arrow sees it: its type and its memory.
struct Node {
  std::string name;
  std::string format;
  std::uint64_t length = 0;
  std::vector<const void*> buffers;
  std::vector<Node> children = {};
  bool is_nullable = false;
  std::uint64_t null_count = 0;
};

const char* format_of(std::uint64_t width) {
  switch (width) {
    case 1:
      return "C";
    case 2:
      return "S";
    case 4:
      return "I";
    default:
      return "L";
  }
}

Node numbers(std::string name, const skm_column& column) {
  return {std::move(name), format_of(column.width), column.size, {nullptr, column.data}};
}

Node structs(std::string name, std::uint64_t length, std::vector<Node> children) {
  return {std::move(name), "+s", length, {nullptr}, std::move(children)};
}

/// Which elements of an array are there: a bit each, from the lowest one.
class Marks {
 public:
  /// So many, none of which is there yet.
  explicit Marks(std::size_t size) : bits_((size + 7) / 8), missing_(size) {}

  void set(std::size_t at) {
    bits_[at / 8] |= static_cast<std::uint8_t>(1U << (at % 8));
    --missing_;
  }
  /// Has the others be null, in a node of so many elements, which is to be gone before the marks.
  void mark(Node& node) const {
    node.is_nullable = true;
    node.null_count = missing_;
    if (missing_ != 0) node.buffers[0] = bits_.data();
  }

 private:
  std::vector<std::uint8_t> bits_;
  std::uint64_t missing_;
};

struct SchemaData {
  std::string name;
  std::string format;
  Children<ArrowSchema> children;
};

void fill(ArrowSchema& schema, const Node& node) {
  auto data = std::make_unique<SchemaData>();
  data->name = node.name;
  data->format = node.format;
  for (const Node& child : node.children) fill(data->children.add(), child);
  schema.format = data->format.c_str();
  schema.name = data->name.c_str();
  schema.flags = node.is_nullable ? ARROW_FLAG_NULLABLE : 0;
  schema.n_children = static_cast<std::int64_t>(node.children.size());
  schema.children = data->children.pointers();
  schema.private_data = data.release();
  schema.release = [](ArrowSchema* released) {
    delete static_cast<SchemaData*>(released->private_data);
    released->release = nullptr;
  };
}

/// What an array needs: each by itself, as a consumer may move it out of its parent.
struct ArrayData {
  std::shared_ptr<const void> owner;
  std::vector<const void*> buffers;
  Children<ArrowArray> children;
};

void fill(ArrowArray& array, const Node& node, const std::shared_ptr<const void>& owner) {
  auto data = std::make_unique<ArrayData>();
  data->owner = owner;
  data->buffers = node.buffers;
  for (const Node& child : node.children) fill(data->children.add(), child, owner);
  array.length = static_cast<std::int64_t>(node.length);
  array.null_count = static_cast<std::int64_t>(node.null_count);
  array.n_buffers = static_cast<std::int64_t>(node.buffers.size());
  array.n_children = static_cast<std::int64_t>(node.children.size());
  array.buffers = data->buffers.data();
  array.children = data->children.pointers();
  array.private_data = data.release();
  array.release = [](ArrowArray* released) {
    delete static_cast<ArrayData*>(released->private_data);
    released->release = nullptr;
  };
}

void export_node(const Node& node, const std::shared_ptr<const void>& owner,
                 ArrowSchema* out_schema, ArrowArray* out_array) {
  ArrowSchema schema{};
  ArrowArray array{};
  fill(schema, node);
  try {
    fill(array, node, owner);
  } catch (...) {
    capi::arrow::release(schema);
    throw;
  }
  *out_schema = schema;
  *out_array = array;
}

/// A schema that looks at another one, which it keeps.
struct SharedSchema {
  std::shared_ptr<const Taken<ArrowSchema>> original;
  Children<ArrowSchema> children;
  Children<ArrowSchema> dictionary;
};

void share(const std::shared_ptr<const Taken<ArrowSchema>>& original, const ArrowSchema& from,
           ArrowSchema& schema) {
  auto data = std::make_unique<SharedSchema>();
  data->original = original;
  for (std::int64_t child = 0; child < from.n_children; ++child) {
    share(original, *from.children[child], data->children.add());
  }
  if (from.dictionary != nullptr) share(original, *from.dictionary, data->dictionary.add());
  schema.format = from.format;
  schema.name = from.name;
  schema.metadata = from.metadata;
  schema.flags = from.flags;
  schema.n_children = from.n_children;
  schema.children = data->children.pointers();
  schema.dictionary = from.dictionary == nullptr ? nullptr : *data->dictionary.pointers();
  schema.private_data = data.release();
  schema.release = [](ArrowSchema* released) {
    delete static_cast<SharedSchema*>(released->private_data);
    released->release = nullptr;
  };
}

/// A stream of one array.
struct Stream {
  std::shared_ptr<const Taken<ArrowSchema>> schema;
  Taken<ArrowArray> array;
};

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  try {
    const Stream& data = *static_cast<const Stream*>(stream->private_data);
    ArrowSchema schema{};
    share(data.schema, **data.schema, schema);
    *out = schema;
    return 0;
  } catch (...) {  // There is nothing else that could go wrong.
    return ENOMEM;
  }
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  *out = static_cast<Stream*>(stream->private_data)->array.move();
  return 0;
}

const char* get_last_error(ArrowArrayStream* /*stream*/) { return "there is not enough memory"; }

void check_places(const ArrowSchema* out_schema, const ArrowArray* out_array) {
  if (out_schema == nullptr) throw capi::is_null("out_schema");
  if (out_array == nullptr) throw capi::is_null("out_array");
}

/// A column of numbers that are no greater than the greatest unit can be. `fill` writes them over
/// zeros.
template <class Fill>
ScoreColumn as_wide_as(const ScoreColumn& units, Fill fill) {
  ScoreColumn column;
  ColumnWriter::with_type(units, [&]<class Number>(Number) {
    ColumnWriter::reset(column, units.size(), std::numeric_limits<Number>::max());
    fill(std::span(ColumnWriter::data<Number>(column), units.size()));
  });
  return column;
}

/// Scores with the units of the whole, and whose they are.
struct WholeScores {
  std::shared_ptr<const PeopleScores> scores;
  ScoreColumn totals;
  Marks marks;
};

ScoreColumn totals_of(const PeopleScores& scores, const BatchPlan& plan) {
  return as_wide_as(scores.lower(), [&]<class Number>(std::span<Number> totals) {
    if (scores.target()) {
      std::ranges::fill(totals, static_cast<Number>(plan.total(*scores.target())));
      return;
    }
    for (std::size_t person = 0; person < totals.size(); ++person) {
      if (scores.verdicts()[person] == skillmatrix::no_verdict) continue;
      totals[person] = static_cast<Number>(plan.total({scores.own_role_levels()[person]}));
    }
  });
}

WholeScores whole_of(const capi::PlannedScores& planned) {
  WholeScores whole{planned.result.share(), {}, Marks(planned.result->size())};
  const PeopleScores& scores = *whole.scores;
  if (scores.size() != 0) whole.totals = totals_of(scores, planned.plan->plan);
  for (std::size_t person = 0; person < scores.size(); ++person) {
    if (scores.verdicts()[person] != skillmatrix::no_verdict) whole.marks.set(person);
  }
  return whole;
}

/// A ranking with the units of the whole, and for each place whether there is an element.
struct WholeRanking {
  std::shared_ptr<const BatchRanking> ranking;
  ScoreColumn totals;
  Marks marks;
};

/// Calls `use` with the place and the role level of each element.
template <class Use>
void for_each_element(const BatchRanking& ranking, Use use) {
  for (std::size_t row = 0; row < ranking.row_count(); ++row) {
    const std::size_t begin = row * ranking.limit();
    for (std::size_t place = begin; place < begin + ranking.counts()[row]; ++place) {
      use(place,
          skillmatrix::RoleLevelIndex{ranking.row_kind() == RowKind::people ? ranking.items()[place]
                                                                            : ranking.rows()[row]});
    }
  }
}

WholeRanking whole_of(const capi::PlannedRanking& planned) {
  WholeRanking whole{planned.result.share(), {}, Marks(planned.result->items().size())};
  whole.totals = as_wide_as(whole.ranking->lower(), [&]<class Number>(std::span<Number> totals) {
    for_each_element(*whole.ranking, [&](std::size_t place, auto level) {
      totals[place] = static_cast<Number>(planned.plan->plan.total(level));
      whole.marks.set(place);
    });
  });
  return whole;
}

/// The people of a roster, as it was.
struct People {
  std::vector<std::int64_t> id_ends{0};
  std::string ids;
  std::vector<std::uint32_t> role_levels;
  Marks marks;  ///< Whether there is a role level.
};

People people_of(const skillmatrix::Roster& roster) {
  const std::uint32_t count = roster.person_count();
  const auto levels = roster.own_role_levels();
  People people{{0}, {}, {levels.begin(), levels.end()}, Marks(count)};
  people.id_ends.reserve(count + std::size_t{1});
  for (std::uint32_t person = 0; person < count; ++person) {
    people.ids += roster.person_id({person});
    people.id_ends.push_back(static_cast<std::int64_t>(people.ids.size()));
    if (levels[person] != skillmatrix::no_role_level) people.marks.set(person);
  }
  return people;
}

/// Deeper than any real one, and the stack is deeper still.
constexpr int most_depth = 64;

bool is_whole(const ArrowSchema* schema, int depth) {
  if (schema == nullptr || schema->format == nullptr || depth == most_depth) return false;
  if (schema->n_children < 0 || (schema->n_children > 0 && schema->children == nullptr)) {
    return false;
  }
  for (std::int64_t child = 0; child < schema->n_children; ++child) {
    if (!is_whole(schema->children[child], depth + 1)) return false;
  }
  return schema->dictionary == nullptr || is_whole(schema->dictionary, depth + 1);
}

}  // namespace

void capi::arrow::check_whole(const ArrowSchema& schema, std::string_view argument) {
  if (is_whole(&schema, 0)) return;
  throw Failure{SKM_ERR_INVALID_ARGUMENT, std::string(argument) + " is not whole", {}};
}

skm_status skm_roster_export_arrow(const skm_roster* roster, ArrowSchema* out_schema,
                                   ArrowArray* out_array, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    check_places(out_schema, out_array);
    const auto owner =
        std::make_shared<const People>(people_of(capi::get(roster, "roster").built.roster));
    const std::uint64_t count = owner->role_levels.size();
    Node levels = numbers("role_level", capi::column_of(std::span(owner->role_levels)));
    owner->marks.mark(levels);
    Node ids{"person", "U", count, {nullptr, owner->id_ends.data(), owner->ids.data()}};
    export_node(structs("", count, {std::move(ids), std::move(levels)}), owner, out_schema,
                out_array);
  });
}

skm_status skm_arrow_stream(ArrowSchema* schema, ArrowArray* array, ArrowArrayStream* out_stream,
                            skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    Taken<ArrowSchema> types(schema);
    Taken<ArrowArray> columns(array);
    if (out_stream == nullptr) throw capi::is_null("out_stream");
    capi::arrow::check(types, schema, "schema");
    capi::arrow::check(columns, array, "array");
    capi::arrow::check_whole(*types, "schema");
    auto data = std::make_unique<Stream>();
    data->schema = std::make_shared<const Taken<ArrowSchema>>(std::move(types));
    data->array = std::move(columns);
    *out_stream = {get_schema, get_next, get_last_error,
                   [](ArrowArrayStream* stream) {
                     delete static_cast<Stream*>(stream->private_data);
                     stream->release = nullptr;
                   },
                   data.release()};
  });
}

skm_status skm_scores_export_arrow(const skm_scores* scores, ArrowSchema* out_schema,
                                   ArrowArray* out_array, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    check_places(out_schema, out_array);
    const auto owner = std::make_shared<const WholeScores>(whole_of(capi::get(scores, "scores")));
    std::vector<Node> columns = {
        numbers("lower", skm_scores_lower(scores)), numbers("upper", skm_scores_upper(scores)),
        numbers("total", capi::column_of(owner->totals)), numbers("gaps", skm_scores_gaps(scores)),
        numbers("verdict", skm_scores_verdicts(scores))};
    for (Node& column : columns) owner->marks.mark(column);
    export_node(structs("", owner->scores->size(), std::move(columns)), owner, out_schema,
                out_array);
  });
}

skm_status skm_ranking_export_arrow(const skm_ranking* ranking, ArrowSchema* out_schema,
                                    ArrowArray* out_array, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    check_places(out_schema, out_array);
    const auto owner =
        std::make_shared<const WholeRanking>(whole_of(capi::get(ranking, "ranking")));
    const std::uint64_t rows = owner->ranking->row_count();
    const std::uint64_t limit = owner->ranking->limit();
    Node elements = structs(
        "item", rows * limit,
        {numbers("item", skm_ranking_items(ranking)), numbers("lower", skm_ranking_lower(ranking)),
         numbers("upper", skm_ranking_upper(ranking)),
         numbers("total", capi::column_of(owner->totals)),
         numbers("gaps", skm_ranking_gaps(ranking)),
         numbers("verdict", skm_ranking_verdicts(ranking))});
    owner->marks.mark(elements);
    Node best{"best", "+w:" + std::to_string(limit), rows, {nullptr}, {std::move(elements)}};
    export_node(structs("", rows, {std::move(best)}), owner, out_schema, out_array);
  });
}

skm_status skm_counts_export_arrow(const skm_counts* counts, ArrowSchema* out_schema,
                                   ArrowArray* out_array, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    check_places(out_schema, out_array);
    const auto owner = capi::get(counts, "counts").result.share();
    const skm_column first = skm_counts_first(counts);
    const std::uint64_t skills = first.size == 0 ? 0 : first.size - 1;
    Node levels = structs("item", skm_counts_count(counts),
                          {numbers("holders", skm_counts_holders(counts)),
                           numbers("required", skm_counts_required(counts)),
                           numbers("required_met", skm_counts_required_met(counts)),
                           numbers("optional", skm_counts_optional(counts)),
                           numbers("optional_met", skm_counts_optional_met(counts))});
    Node lists{"levels", "+l", skills, {nullptr, first.data}, {std::move(levels)}};
    export_node(structs("", skills, {std::move(lists)}), owner, out_schema, out_array);
  });
}
