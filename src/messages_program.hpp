// What patterns compile to: one flat program for a whole catalog, which any number of threads run.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "skillmatrix/locale.hpp"
#include "skillmatrix/messages.hpp"
#include "text/bidi.hpp"
#include "text/formats.hpp"
#include "text/message_pattern.hpp"

namespace skillmatrix::messages {

/// Where a message begins in its program.
using Start = std::uint32_t;
inline constexpr Start no_message = UINT32_MAX;

/// Which texts are isolated in messages of a direction.
text::Isolated isolated_in(TextDirection direction, Isolates isolates);

using LiteralTransform = std::function<std::string(std::string_view)>;

/// The compiled patterns of one catalog. A message is a row of steps; a choice jumps to the steps
/// of its case, and these jump behind the choice, so that running it needs neither a stack nor
/// memory.
class Program {
 public:
  /// Appends the text of a message. Notes in `missing`, if given, the arguments that the message
  /// asked for in vain.
  /// O(text + arguments x steps).
  void run(Start start, std::span<const MessageArgument> arguments, const text::Formats& formats,
           std::string& out, std::vector<std::string_view>* missing,
           text::Isolated isolated = text::Isolated::none) const;

 private:
  friend class ProgramBuilder;

  /// A part of `text_`.
  struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  enum class Operation : std::uint8_t {
    literal,   ///< Append a text.
    argument,  ///< Append an argument.
    number,    ///< Append an argument, less `less`; it has to be a number.
    choose_cardinal,
    choose_ordinal,
    choose_word,
    jump,
    end,
  };
  struct Step {
    Operation operation = Operation::end;
    Slice text{};            ///< literal: what to append; otherwise the name of the argument.
    std::uint32_t next = 0;  ///< jump: the step; choices: the place in `choices_`.
    std::int64_t less = 0;
  };
  struct Case {
    Slice word{};            ///< choose_word
    std::int64_t exact = 0;  ///< Numbers
    Start start = 0;
  };
  struct Choice {
    std::uint32_t first = 0;  ///< Of its cases in `cases_`: words, or exact numbers.
    std::uint32_t count = 0;
    std::array<Start, 6> by_category{};  ///< Of words only `other` has a meaning.
    Start none = no_message;             ///< For a word that is not given.
  };
  class Run;

  [[nodiscard]] std::string_view text(Slice slice) const {
    return std::string_view(text_).substr(slice.begin, slice.size);
  }

  std::vector<Step> steps_;
  std::vector<Choice> choices_;
  std::vector<Case> cases_;
  std::string text_;
};

/// Compiles patterns into a program, one after the other.
class ProgramBuilder {
 public:
  /// `transform`, if there is one, is applied to each piece of literal text.
  explicit ProgramBuilder(LiteralTransform transform = {}) : transform_(std::move(transform)) {}

  /// `pattern` must have been taken apart without a problem in its syntax. O(pattern).
  Start add(const text::MessagePattern& pattern);
  Program take() && { return std::move(program_); }

 private:
  using Part = text::PatternPart;
  struct OpenChoice {
    const Part* part;
    Program::Slice name;
    std::uint32_t place;  ///< In `choices_`.
    std::vector<Program::Case> cases{};
    std::vector<std::size_t> jumps{};  ///< From the ends of its cases to behind it.
  };

  Start next_step() const { return static_cast<Start>(program_.steps_.size()); }
  Program::Slice store(std::string_view text);
  Program::Slice store_name(const std::string& name);
  void add_step(Program::Operation operation, Program::Slice text, std::int64_t less = 0);
  void add_part(const Part& part);
  void add_literal(std::string_view literal);
  void add_number_sign();
  void begin_choice(const Part& part, Program::Operation operation);
  void begin_case(const Part& part);
  void end_choice();

  LiteralTransform transform_;
  Program program_;
  std::unordered_map<std::string, Program::Slice> names_;
  std::vector<OpenChoice> open_;
};

}  // namespace skillmatrix::messages
