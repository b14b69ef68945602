// Rules about graphs that must have no cycles.
#include <algorithm>

#include "validate_rules.hpp"

namespace skillmatrix::rules {
namespace {

/// A graph over the things of one list. Edges to things that are not there have no target.
struct Graph {
  static constexpr std::size_t no_target = static_cast<std::size_t>(-1);
  std::vector<std::vector<std::size_t>> targets;  ///< By source, in the order of the document.
};

/// One edge that closes a cycle, and the nodes of the cycle, beginning where the edge leads.
struct Cycle {
  std::size_t source = 0;
  std::size_t edge = 0;  ///< Position among the edges of the source.
  std::vector<std::size_t> nodes;
  bool is_whole = true;  ///< Whether `nodes` has all of them.
};

/// Depth first search without recursion; each edge back to a node under way closes a cycle. Every
/// cycle has such an edge, and no edge is reported twice. O(nodes + edges), since only the first
/// nodes of a long cycle are listed.
class CycleFinder {
 public:
  explicit CycleFinder(const Graph& graph) : graph_(graph), states_(graph.targets.size()) {}

  std::vector<Cycle> find() {
    for (std::size_t node = 0; node < graph_.targets.size(); ++node) {
      if (states_[node].is_seen) continue;
      enter(node);
      while (!path_.empty()) step();
    }
    return std::move(cycles_);
  }

 private:
  static constexpr std::size_t most_listed = 12;

  struct State {
    bool is_seen = false;
    bool is_under_way = false;
    std::size_t depth = 0;
    std::size_t next_edge = 0;
  };

  void enter(std::size_t node) {
    states_[node] = {true, true, path_.size(), 0};
    path_.push_back(node);
  }

  void step() {
    const std::size_t node = path_.back();
    State& state = states_[node];
    if (state.next_edge == graph_.targets[node].size()) {
      state.is_under_way = false;
      path_.pop_back();
      return;
    }
    const std::size_t edge = state.next_edge++;
    const std::size_t target = graph_.targets[node][edge];
    if (target == Graph::no_target) return;
    if (states_[target].is_under_way) {
      record(node, edge, target);
    } else if (!states_[target].is_seen) {
      enter(target);
    }
  }

  void record(std::size_t source, std::size_t edge, std::size_t target) {
    const std::size_t first = states_[target].depth;
    const std::size_t last = std::min(path_.size(), first + most_listed);
    const auto at = [this](std::size_t depth) {
      return path_.begin() + static_cast<std::ptrdiff_t>(depth);
    };
    cycles_.push_back({source, edge, {at(first), at(last)}, last == path_.size()});
  }

  const Graph& graph_;
  std::vector<State> states_;
  std::vector<std::size_t> path_;
  std::vector<Cycle> cycles_;
};

/// "a -> b -> a".
template <class T>
std::string text_of(const Cycle& cycle, const std::vector<T>& things) {
  std::string text;
  for (const std::size_t node : cycle.nodes) text.append(shown(things[node].id)).append(" -> ");
  if (!cycle.is_whole) text += "\u2026 -> ";
  return text + shown(things[cycle.nodes.front()].id);
}

std::size_t target_of(const Positions& positions, std::string_view id) {
  const auto found = positions.find(id);
  return found == positions.end() ? Graph::no_target : found->second;
}

void check_category_cycles(Check& check) {
  const std::vector<Category>& categories = check.framework.categories;
  Graph graph;
  for (const Category& category : categories) {
    auto& targets = graph.targets.emplace_back();
    for (const std::string& parent : category.parents) {
      targets.push_back(target_of(check.positions(Kind::category), parent));
    }
  }
  for (const Cycle& cycle : CycleFinder(graph).find()) {
    check.report.add(Code::category_cycle,
                     pointer_of("categories", cycle.source, "parents", cycle.edge),
                     categories[cycle.nodes.front()].id, {{"cycle", text_of(cycle, categories)}});
  }
}

void check_prerequisite_cycles(Check& check) {
  const std::vector<Skill>& skills = check.framework.skills;
  Graph graph;
  for (const Skill& skill : skills) {
    auto& targets = graph.targets.emplace_back();
    for (const Prerequisite& prerequisite : skill.requires_) {
      targets.push_back(target_of(check.positions(Kind::skill), prerequisite.skill));
    }
  }
  for (const Cycle& cycle : CycleFinder(graph).find()) {
    check.report.add(Code::prerequisite_cycle,
                     pointer_of("skills", cycle.source, "requires", cycle.edge, "skill"),
                     skills[cycle.nodes.front()].id, {{"cycle", text_of(cycle, skills)}});
  }
}

}  // namespace

void check_cycles(Check& check) {
  check_category_cycles(check);
  check_prerequisite_cycles(check);
}

}  // namespace skillmatrix::rules
