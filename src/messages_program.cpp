#include "messages_program.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

namespace skillmatrix::messages {

text::Isolated isolated_in(TextDirection direction, Isolates isolates) {
  switch (isolates) {
    case Isolates::always:
      return text::Isolated::all;
    case Isolates::never:
      return text::Isolated::none;
    case Isolates::automatic:
      break;
  }
  return direction == TextDirection::rtl ? text::Isolated::all : text::Isolated::right_to_left;
}

namespace {

/// Stands where an argument is missing; the same in every language.
constexpr std::string_view ellipsis = "\u2026";

/// Stops at the bound of the type instead of beyond it.
std::int64_t difference(std::int64_t number, std::int64_t less) {
  std::int64_t result = 0;
  if (!__builtin_sub_overflow(number, less, &result)) return result;
  return less > 0 ? INT64_MIN : INT64_MAX;
}

}  // namespace

/// One run of a message.
class Program::Run {
 public:
  Run(const Program& program, std::span<const MessageArgument> arguments,
      const text::Formats& formats, std::string& out, std::vector<std::string_view>* missing,
      text::Isolated isolated)
      : program_(program),
        arguments_(arguments),
        formats_(formats),
        out_(out),
        missing_(missing),
        isolated_(isolated) {}

  void run(Start start) {
    const Step* const steps = program_.steps_.data();
    for (const Step* step = steps + start; step->operation != Operation::end;) {
      step = is_jump(*step) ? steps + target(*step) : append(*step);
    }
  }

 private:
  static bool is_jump(const Step& step) { return step.operation >= Operation::choose_cardinal; }

  const Step* append(const Step& step) {
    switch (step.operation) {
      case Operation::literal:
        out_ += program_.text(step.text);
        break;
      case Operation::argument:
        append_argument(step);
        break;
      default:
        append_number(step);
        break;
    }
    return &step + 1;
  }

  Start target(const Step& step) {
    switch (step.operation) {
      case Operation::choose_cardinal:
        return choose_number(step, &text::Formats::cardinal);
      case Operation::choose_ordinal:
        return choose_number(step, &text::Formats::ordinal);
      case Operation::choose_word:
        return choose_word(step);
      default:
        return step.next;
    }
  }

  /// The value of an argument, if it is given as a `Value`.
  template <class Value>
  const Value* find(const Step& step) const {
    const std::string_view name = program_.text(step.text);
    for (const MessageArgument& argument : arguments_) {
      if (argument.name == name) return std::get_if<Value>(&argument.value);
    }
    return nullptr;
  }

  void append_argument(const Step& step) {
    if (const auto* text = find<std::string_view>(step)) {
      text::append(out_, *text, isolated_);
    } else {
      append_number(step);
    }
  }

  void append_number(const Step& step) {
    if (const auto* number = find<std::int64_t>(step)) {
      formats_.append_number(out_, difference(*number, step.less));
    } else {
      out_ += ellipsis;
      note_missing(step);
    }
  }

  void note_missing(const Step& step) {
    if (missing_ == nullptr) return;
    const std::string_view name = program_.text(step.text);
    if (std::find(missing_->begin(), missing_->end(), name) == missing_->end()) {
      missing_->push_back(name);
    }
  }

  using Categorize = text::PluralCategory (text::Formats::*)(std::int64_t) const;

  Start choose_number(const Step& step, Categorize category_of) {
    const Choice& choice = program_.choices_[step.next];
    const auto* number = find<std::int64_t>(step);
    if (number == nullptr) {
      note_missing(step);
      return other(choice);
    }
    for (const Case& option : cases(choice)) {
      if (option.exact == *number) return option.start;
    }
    const text::PluralCategory category = (formats_.*category_of)(difference(*number, step.less));
    return choice.by_category[static_cast<std::size_t>(category)];
  }

  Start choose_word(const Step& step) {
    const Choice& choice = program_.choices_[step.next];
    const auto* word = find<std::string_view>(step);
    if (word == nullptr) return choose_without(step, choice);
    for (const Case& option : cases(choice)) {
      if (program_.text(option.word) == *word) return option.start;
    }
    return other(choice);
  }

  /// A number is given, but is none of the words.
  Start choose_without(const Step& step, const Choice& choice) {
    if (find<std::int64_t>(step) != nullptr) return other(choice);
    if (choice.none != no_message) return choice.none;
    note_missing(step);
    return other(choice);
  }

  std::span<const Case> cases(const Choice& choice) const {
    return std::span(program_.cases_).subspan(choice.first, choice.count);
  }

  static Start other(const Choice& choice) {
    return choice.by_category[static_cast<std::size_t>(text::PluralCategory::other)];
  }

  const Program& program_;
  std::span<const MessageArgument> arguments_;
  const text::Formats& formats_;
  std::string& out_;
  std::vector<std::string_view>* missing_;
  text::Isolated isolated_;
};

void Program::run(Start start, std::span<const MessageArgument> arguments,
                  const text::Formats& formats, std::string& out,
                  std::vector<std::string_view>* missing, text::Isolated isolated) const {
  Run(*this, arguments, formats, out, missing, isolated).run(start);
}

namespace {

/// A word that is no category is one that no number ever asks for.
std::optional<text::PluralCategory> category_named(std::string_view name) {
  using enum text::PluralCategory;
  for (const text::PluralCategory category : {zero, one, two, few, many, other}) {
    if (text::to_string(category) == name) return category;
  }
  return std::nullopt;
}

}  // namespace

Program::Slice ProgramBuilder::store(std::string_view text) {
  // Only a transform can make that much of a catalog, whose size is bounded.
  if (text.size() > UINT32_MAX - program_.text_.size()) {
    throw std::length_error("the messages of a catalog are too long");
  }
  const auto begin = static_cast<std::uint32_t>(program_.text_.size());
  program_.text_ += text;
  return {begin, static_cast<std::uint32_t>(text.size())};
}

Program::Slice ProgramBuilder::store_name(const std::string& name) {
  const auto [entry, is_new] = names_.try_emplace(name);
  if (is_new) entry->second = store(name);
  return entry->second;
}

void ProgramBuilder::add_step(Program::Operation operation, Program::Slice text,
                              std::int64_t less) {
  program_.steps_.push_back({operation, text, 0, less});
}

Start ProgramBuilder::add(const text::MessagePattern& pattern) {
  const Start start = next_step();
  for (const Part& part : pattern.parts) add_part(part);
  add_step(Program::Operation::end, {});
  return start;
}

void ProgramBuilder::add_part(const Part& part) {
  switch (part.kind) {
    case Part::Kind::literal:
      return add_literal(part.text);
    case Part::Kind::argument:
      return add_step(Program::Operation::argument, store_name(part.text));
    case Part::Kind::number:
      return add_step(Program::Operation::number, store_name(part.text));
    case Part::Kind::number_sign:
      return add_number_sign();
    case Part::Kind::plural:
      return begin_choice(part, Program::Operation::choose_cardinal);
    case Part::Kind::ordinal:
      return begin_choice(part, Program::Operation::choose_ordinal);
    case Part::Kind::select:
      return begin_choice(part, Program::Operation::choose_word);
    case Part::Kind::selector:
      return begin_case(part);
    case Part::Kind::end_of_case:
      open_.back().jumps.push_back(next_step());
      return add_step(Program::Operation::jump, {});
    case Part::Kind::end:
      return end_choice();
  }
}

void ProgramBuilder::add_literal(std::string_view literal) {
  const Program::Slice text = transform_ ? store(transform_(literal)) : store(literal);
  add_step(Program::Operation::literal, text);
}

void ProgramBuilder::add_number_sign() {
  const OpenChoice& choice = open_.back();
  add_step(Program::Operation::number, choice.name, choice.part->value);
}

void ProgramBuilder::begin_choice(const Part& part, Program::Operation operation) {
  const auto place = static_cast<std::uint32_t>(program_.choices_.size());
  const Program::Slice name = store_name(part.text);
  program_.steps_.push_back({operation, name, place, part.value});
  program_.choices_.emplace_back().by_category.fill(no_message);
  open_.push_back({&part, name, place});
}

void ProgramBuilder::begin_case(const Part& part) {
  OpenChoice& opened = open_.back();
  Program::Choice& choice = program_.choices_[opened.place];
  const Start start = next_step();
  const bool is_select = opened.part->kind == Part::Kind::select;
  // Of equal cases the first one counts, as for ICU.
  const auto set = [start](Start& target) {
    if (target == no_message) target = start;
  };
  if (is_select && part.text == "none") {
    set(choice.none);
  } else if (is_select && part.text != "other") {
    opened.cases.push_back({store_name(part.text), 0, start});
  } else if (!is_select && part.is_exact()) {
    opened.cases.push_back({{}, part.value, start});
  } else if (const auto category = category_named(is_select ? "other" : part.text)) {
    set(choice.by_category[static_cast<std::size_t>(*category)]);
  }
}

void ProgramBuilder::end_choice() {
  OpenChoice opened = std::move(open_.back());
  open_.pop_back();
  Program::Choice& choice = program_.choices_[opened.place];
  const Start other = choice.by_category[static_cast<std::size_t>(text::PluralCategory::other)];
  std::replace(choice.by_category.begin(), choice.by_category.end(), no_message, other);
  choice.first = static_cast<std::uint32_t>(program_.cases_.size());
  choice.count = static_cast<std::uint32_t>(opened.cases.size());
  program_.cases_.insert(program_.cases_.end(), opened.cases.begin(), opened.cases.end());
  for (const std::size_t jump : opened.jumps) program_.steps_[jump].next = next_step();
}

}  // namespace skillmatrix::messages
