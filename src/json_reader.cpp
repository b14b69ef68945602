#include "json_reader.hpp"

#include <algorithm>
#include <bit>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cstring>
#include <functional>
#include <limits>
#include <set>
#include <unordered_map>

#include "findings.hpp"
#include "json_input.hpp"
#include "json_locate.hpp"
#include "json_scan.hpp"
#include "names.hpp"
#include "ndjson.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/locale.hpp"
#include "skillmatrix/text.hpp"
#include "text/utf8.hpp"
#include "texts.hpp"
#include "type.hpp"
#include "validate_rules.hpp"

namespace skillmatrix {
namespace form {
namespace {

using Place = Finding::Place;
using boost::system::error_code;

/// The tag of a plain string until the default locale is known: one that no JSON text can have.
constexpr const char* plain_text = "\xFF";

/// Of the keys that a document may choose, in bytes. A key is part of the place of all that is
/// below it; without a bound, that many findings of that length would fill the memory.
constexpr std::size_t longest_key = 256;

/// Of the members of a type, where a finding lists them.
constexpr std::size_t most_listed = 8;

/// The most bytes of room made in advance for a list, in relation to those of the text.
constexpr std::size_t most_room = 2;

/// A whole number, in whatever way JSON writes it: 100, 100.0, 1e2.
struct WholeNumber {
  enum class Outcome { number, out_of_range, not_whole } outcome;
  std::uint64_t value = 0;
};

/// Sets the exponent aside; one that no integer holds becomes the greatest or least that does,
/// about.
std::int64_t take_exponent(std::string_view& text) {
  const std::size_t mark = text.find_first_of("eE");
  if (mark == std::string_view::npos) return 0;
  constexpr std::int64_t enormous = std::int64_t{1} << 62;
  std::string_view digits = text.substr(mark + 1);
  text = text.substr(0, mark);
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  std::int64_t exponent = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
  if (error != std::errc{} || exponent > enormous) exponent = enormous;
  return negative ? -exponent : exponent;
}

WholeNumber parse_whole_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t exponent = take_exponent(text);
  // The number is `digits` times ten to the power of the exponent.
  std::string digits(text);
  if (const std::size_t point = digits.find('.'); point != std::string::npos) {
    digits.erase(point, 1);
    exponent -= static_cast<std::int64_t>(digits.size() - point);
  }
  const std::size_t last = digits.find_last_not_of('0');
  if (last == std::string::npos) return {WholeNumber::Outcome::number, 0};
  exponent += static_cast<std::int64_t>(digits.size() - last - 1);
  if (exponent < 0) return {WholeNumber::Outcome::not_whole};
  constexpr std::int64_t most_digits = std::numeric_limits<std::uint64_t>::digits10 + 1;
  if (negative || exponent > most_digits) return {WholeNumber::Outcome::out_of_range};
  digits.resize(last + 1);
  digits.append(static_cast<std::size_t>(exponent), '0');
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{}) return {WholeNumber::Outcome::out_of_range};
  return {WholeNumber::Outcome::number, value};
}

/// `==` is not made one with its caller, and most comparisons end at the size.
bool are_same(std::string_view one, std::string_view other) {
  return one.size() == other.size() && std::memcmp(one.data(), other.data(), one.size()) == 0;
}

/// The word that messages have for what a value of the type is in JSON.
std::string_view expected_form(const Type& type) {
  switch (type.kind) {
    case Kind::whole_number:
      return "whole_number";
    case Kind::localized_text:
      return "localized_text";
    case Kind::list:
      return "array";
    case Kind::map:
    case Kind::record:
    case Kind::extensions:
      return "object";
    case Kind::optional:
      return expected_form(*type.element);
    default:
      return "string";
  }
}

/// Receives the events of Boost.JSON's parser and puts the values where the descriptions say.
class Handler {
 public:
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  Handler(std::string_view source, const Type& type, void* target, const ReadOptions& options,
          Findings& findings)
      : source_(source),
        at_(source.data()),
        root_{&type, target, nullptr},
        options_(options),
        findings_(findings) {}

  /// Pointers of the extensions met, to be cut from the text afterwards.
  std::vector<std::string> extensions;

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }

  bool on_object_begin(error_code&) {
    if (skipping()) return skip_into();
    const Slot slot = take();
    if (slot.type == nullptr) return skip_into();
    switch (slot.type->kind) {
      case Kind::record:
      case Kind::map:
        return open(slot);
      case Kind::localized_text:
        return open(slot);
      case Kind::extensions:
        extensions.push_back(pointer());
        return skip_into();
      default:
        wrong_type(slot, "object");
        return skip_into();
    }
  }

  bool on_object_end(std::size_t, error_code&) {
    if (skipping()) return skip_out();
    const Frame& frame = frames_.back();
    if (frame.type->kind == Kind::record) report_missing(frame);
    return close();
  }

  bool on_array_begin(error_code&) {
    if (skipping()) return skip_into();
    const Slot slot = take();
    if (slot.type == nullptr) return skip_into();
    if (slot.type->kind == Kind::list) return open(slot);
    wrong_type(slot, "array");
    return skip_into();
  }

  bool on_array_end(std::size_t, error_code&) { return skipping() ? skip_out() : close(); }

  bool on_key_part(boost::json::string_view part, std::size_t, error_code&) {
    buffer_.append(part.data(), part.size());
    return true;
  }

  bool on_key(boost::json::string_view part, std::size_t, error_code&) {
    const std::string_view key = whole(part);
    if (is_in_source(key)) at_ = key.data();
    if (!skipping()) select(key);
    buffer_.clear();
    return true;
  }

  bool on_string_part(boost::json::string_view part, std::size_t, error_code&) {
    buffer_.append(part.data(), part.size());
    return true;
  }

  bool on_string(boost::json::string_view part, std::size_t, error_code&) {
    const std::string_view text = whole(part);
    if (!skipping()) {
      const Slot slot = take();
      if (slot.type != nullptr) put_string(slot, text);
      left_value();
    }
    buffer_.clear();
    return true;
  }

  bool on_number_part(boost::json::string_view part, error_code&) {
    buffer_.append(part.data(), part.size());
    return true;
  }
  bool on_int64(std::int64_t value, boost::json::string_view part, error_code&) {
    if (value < 0) return number(part);
    return number(part,
                  WholeNumber{WholeNumber::Outcome::number, static_cast<std::uint64_t>(value)});
  }
  bool on_uint64(std::uint64_t value, boost::json::string_view part, error_code&) {
    return number(part, WholeNumber{WholeNumber::Outcome::number, value});
  }
  bool on_double(double, boost::json::string_view part, error_code&) { return number(part); }

  bool on_bool(bool value, error_code&) {
    return scalar([&](const Slot& slot) { wrong_type(slot, "boolean", value ? "true" : "false"); });
  }

  bool on_null(error_code&) {
    if (skipping()) return true;
    const Slot slot = next();
    const bool absent = slot.type != nullptr && slot.type->kind == Kind::optional;
    if (slot.type != nullptr && !absent) wrong_type(slot, "null", "null");
    left_value();
    return true;
  }

  bool on_comment_part(boost::json::string_view, error_code&) { return true; }
  bool on_comment(boost::json::string_view, error_code&) { return true; }

 private:
  /// Where the next value goes; without a type it is to be passed over.
  struct Slot {
    const Type* type;
    void* target;
    const Member* member;
  };

  /// An object or array that is open.
  struct Frame {
    const Type* type;
    void* target;
    std::uint64_t seen = 0;          ///< record: one bit for each member.
    std::size_t count = 0;           ///< Of the values met so far.
    std::size_t room = first_guess;  ///< list: of how many elements to think of the room for more.
    const char* begin = nullptr;     ///< list: where about it begins in the text.
    std::string key{};               ///< Of the value that comes next or is open, if no member's.
    Slot slot{};                     ///< For the value that comes next; objects only.
  };

  /// So many elements say how long the others are.
  static constexpr std::size_t first_guess = 64;

  bool skipping() const { return skip_depth_ != 0; }
  bool skip_into() {
    ++skip_depth_;
    return true;
  }
  bool skip_out() {
    if (--skip_depth_ == 0) left_value();
    return true;
  }

  bool open(const Slot& slot) {
    frames_.push_back({slot.type, slot.target});
    frames_.back().begin = at_;
    return true;
  }
  bool close() {
    frames_.pop_back();
    left_value();
    return true;
  }

  /// Whether a string is just as it is in the text: without escapes.
  bool is_in_source(std::string_view text) const {
    const auto begin = reinterpret_cast<std::uintptr_t>(source_.data());
    return reinterpret_cast<std::uintptr_t>(text.data()) - begin < source_.size();
  }

  std::string_view whole(boost::json::string_view part) {
    if (buffer_.empty()) return {part.data(), part.size()};
    buffer_.append(part.data(), part.size());
    return buffer_;
  }

  /// The pointer of the value that comes next or is open.
  std::string pointer() const { return pointer_of(frames_); }

  static std::string pointer_of(std::span<const Frame> frames) {
    std::string pointer;
    for (const Frame& frame : frames) append_token(pointer, token_of(frame));
    return pointer;
  }

  static std::string token_of(const Frame& frame) {
    if (frame.type->kind == Kind::list) return std::to_string(frame.count);
    return frame.slot.member != nullptr ? std::string(frame.slot.member->name) : frame.key;
  }

  /// The pointer of the object or array that is open: of the value its parent is at.
  std::string container_pointer() const { return pointer_of({frames_.data(), frames_.size() - 1}); }

  Slot next() {
    if (frames_.empty()) return root_;
    Frame& frame = frames_.back();
    if (frame.type->kind != Kind::list) return frame.slot;
    if (frame.count >= options_.max_elements) return too_many();
    if (frame.count == frame.room) make_room(frame);
    return {frame.type->element, frame.type->grow(frame.target), nullptr};
  }

  /// The long lists are those of the document itself. If the rest of the text is like the elements
  /// so far, a list never has to move again; no more room is made than a few times the text.
  void make_room(Frame& frame) {
    frame.room = 2 * frame.count;
    if (frames_.size() != 2) return;
    const auto so_far = static_cast<std::size_t>(at_ - frame.begin);
    const auto rest = static_cast<std::size_t>(source_.data() + source_.size() - at_);
    const std::size_t like_these = rest / std::max<std::size_t>(so_far / frame.count, 1);
    const std::size_t most = most_room * source_.size() / frame.type->element->size_of;
    frame.room = frame.count + std::max(frame.count, std::min(like_these + like_these / 16, most));
    frame.type->reserve(frame.target, frame.room);
  }

  /// The next slot, with an optional engaged: a value is about to come.
  Slot take() {
    Slot slot = next();
    while (slot.type != nullptr && slot.type->kind == Kind::optional) {
      slot = {slot.type->element, slot.type->grow(slot.target), slot.member};
    }
    return slot;
  }

  void left_value() {
    if (!frames_.empty()) ++frames_.back().count;
  }

  Slot too_many() {
    if (frames_.back().count == options_.max_elements) {
      report(Code::too_many, container_pointer(), {},
             {{"limit", std::to_string(options_.max_elements)}});
    }
    return {};
  }

  void select(std::string_view key) {
    Frame& frame = frames_.back();
    if (frame.count < options_.max_elements && frame.type->kind == Kind::record) {
      return select_member(frame, key);
    }
    frame.key = key;
    frame.slot = {};
    if (frame.count < options_.max_elements) return select_entry(frame, key);
    frame.slot = too_many();
  }

  void select_member(Frame& frame, std::string_view key) {
    const Member* const member = find_member(frame, key);
    if (member != nullptr) {
      const std::uint64_t bit = bit_of(frame, *member);
      if ((frame.seen & bit) == 0) {
        frame.seen |= bit;
        frame.slot = {member->type, member->address(frame.target), member};
        return;
      }
    }
    frame.key = key;
    frame.slot = {};
    member == nullptr ? unknown_member(*frame.type, key) : duplicate_member(key);
  }

  /// Members mostly come in the order of the description: those behind the last one are looked at
  /// first.
  static const Member* find_member(const Frame& frame, std::string_view key) {
    const auto& members = frame.type->members;
    const auto last = static_cast<std::size_t>(std::bit_width(frame.seen));
    for (std::size_t at = last; at < members.size(); ++at) {
      if (are_same(members[at].name, key)) return &members[at];
    }
    for (std::size_t at = 0; at < last; ++at) {
      if (are_same(members[at].name, key)) return &members[at];
    }
    return nullptr;
  }

  static std::uint64_t bit_of(const Frame& frame, const Member& member) {
    return std::uint64_t{1} << (&member - frame.type->members.data());
  }

  void select_entry(Frame& frame, std::string_view key) {
    if (key.size() > longest_key) return too_long(key);
    if (!is_in_source(key)) check_nul(key, Place::key);
    void* entry = nullptr;
    const Type* element = frame.type->element;
    if (frame.type->kind == Kind::localized_text) {
      auto& translations = static_cast<LocalizedText*>(frame.target)->translations;
      const auto [place, fresh] = translations.try_emplace(std::string(key));
      element = &type_of<Translation>;
      if (fresh) entry = &place->second;
    } else {
      entry = frame.type->emplace(frame.target, key);
    }
    if (entry == nullptr) return duplicate_member(key);
    frame.slot = {element, entry, nullptr};
  }

  void too_long(std::string_view key) {
    report(Code::too_large, pointer(), key, {{"limit", std::to_string(longest_key)}}, {},
           Place::key);
  }

  void put_string(const Slot& slot, std::string_view text) {
    if (!is_in_source(text)) check_nul(text, Place::value);
    switch (slot.type->kind) {
      case Kind::text:
        static_cast<std::string*>(slot.target)->assign(text);
        return;
      case Kind::localized_text:
        // Filed under the default locale when the document is whole.
        static_cast<LocalizedText*>(slot.target)->translations[plain_text].value = text;
        return;
      case Kind::record:
        if (slot.type != &type_of<Translation>) break;
        static_cast<Translation*>(slot.target)->value = text;
        return;
      case Kind::enumeration:
        return put_enumerator(slot, text);
      case Kind::date:
        return put_date(slot, text);
      default:
        break;
    }
    wrong_type(slot, "string", text);
  }

  void put_enumerator(const Slot& slot, std::string_view text) {
    const auto& names = slot.type->names;
    for (std::size_t at = 0; at < names.size(); ++at) {
      if (are_same(names[at], text)) return slot.type->set(slot.target, at);
    }
    report(Code::unknown_enumerator, pointer(), text, {{"expected", join(names)}},
           suggest(text, names));
  }

  void put_date(const Slot& slot, std::string_view text) {
    const std::optional<Date> date = parse_date(text);
    if (!date) return report(Code::malformed_date, pointer(), text);
    *static_cast<Date*>(slot.target) = *date;
  }

  /// Boost.JSON knows the value of most whole numbers.
  bool number(boost::json::string_view part, const std::optional<WholeNumber>& known = {}) {
    const std::string_view text = whole(part);
    scalar([&](const Slot& slot) { put_number(slot, text, known); });
    buffer_.clear();
    return true;
  }

  void put_number(const Slot& slot, std::string_view text,
                  const std::optional<WholeNumber>& known) {
    if (slot.type->kind != Kind::whole_number) return wrong_type(slot, "number", text);
    const WholeNumber number = known ? *known : parse_whole_number(text);
    if (number.outcome == WholeNumber::Outcome::not_whole) {
      return wrong_type(slot, "fractional_number", text);
    }
    const std::uint64_t least = slot.member->least;
    const std::uint64_t most = slot.member->most;
    const bool fits = number.outcome == WholeNumber::Outcome::number && number.value >= least &&
                      number.value <= most;
    if (fits) return slot.type->set(slot.target, number.value);
    report(Code::number_out_of_range, pointer(), text,
           {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
  }

  template <class Put>
  bool scalar(Put put) {
    if (skipping()) return true;
    const Slot slot = take();
    if (slot.type != nullptr) put(slot);
    left_value();
    return true;
  }

  /// Of a string that is not in the source as it is: there U+0000 can only be an escape.
  void check_nul(std::string_view text, Place at) {
    if (text.find('\0') == std::string_view::npos) return;
    std::string shown(text);
    for (std::size_t nul = shown.find('\0'); nul != std::string::npos; nul = shown.find('\0')) {
      shown.replace(nul, 1, "\\u0000");
    }
    report(Code::embedded_nul, pointer(), shown, {}, {}, at);
  }

  void unknown_member(const Type& record, std::string_view key) {
    std::vector<std::string_view> names;
    for (const Member& member : record.members) names.push_back(member.name);
    std::string suggestion = findings_.is_full() ? std::string() : suggest(key, names);
    const bool is_listed = suggestion.empty() && names.size() <= most_listed;
    report(Code::unknown_member, pointer(), key,
           {{"member", std::string(key)},
            {"type", std::string(record.name)},
            {"expected", is_listed ? join(names) : std::string()}},
           std::move(suggestion), Place::key, repeats_[pointer()]++);
  }

  void duplicate_member(std::string_view key) {
    report(Code::duplicate_member, pointer(), key, {{"member", std::string(key)}}, {}, Place::key,
           ++repeats_[pointer()]);
  }

  void report_missing(const Frame& frame) {
    if ((frame.type->required & ~frame.seen) == 0) return;
    const auto& members = frame.type->members;
    for (std::size_t at = 0; at < members.size(); ++at) {
      const bool seen = (frame.seen >> at & 1) != 0;
      if (seen || !members[at].required) continue;
      report(Code::missing_member, container_pointer(), {},
             {{"member", std::string(members[at].name)}, {"type", std::string(frame.type->name)}});
    }
  }

  void wrong_type(const Slot& slot, std::string_view found, std::string_view value = {}) {
    report(Code::wrong_type, pointer(), value,
           {{"expected", std::string(expected_form(*slot.type))}, {"found", std::string(found)}});
  }

  void report(Code code, std::string pointer, std::string_view value = {},
              std::vector<std::pair<std::string, std::string>> arguments = {},
              std::string suggestion = {}, Place at = Place::value, std::size_t occurrence = 0) {
    Diagnostic diagnostic =
        make_diagnostic(code, std::move(pointer), std::string(value), std::move(arguments));
    diagnostic.suggestion = std::move(suggestion);
    findings_.add({std::move(diagnostic), at, occurrence});
  }

  std::string_view source_;
  const char* at_;  ///< In the source, the last key.
  Slot root_;
  const ReadOptions& options_;
  Findings& findings_;
  std::vector<Frame> frames_;
  std::string buffer_;  ///< Of a key, string or number that comes in parts.
  std::size_t skip_depth_ = 0;
  std::unordered_map<std::string, std::size_t> repeats_;  ///< Of members that should not be there.
};

/// What Boost.JSON's parser says, in our words; its own carry paths of the machine it was built on.
Finding syntax_finding(error_code error, std::size_t offset, std::string_view text,
                       const ReadOptions& options) {
  Finding finding;
  finding.place = Place::offset;
  if (error == boost::json::error::too_deep) {
    finding.diagnostic =
        make_diagnostic(Code::too_deep, {}, {}, {{"limit", std::to_string(options.max_depth)}});
  } else if (offset >= text.size()) {
    finding.diagnostic = make_diagnostic(Code::json_syntax, {}, {}, {{"detail", "ends_early"}});
  } else if (error == boost::json::error::exponent_overflow) {
    finding.diagnostic = make_diagnostic(Code::json_syntax, {}, {}, {{"detail", "exponent"}});
  } else {
    std::size_t length = 1;
    while (offset + length < text.size() &&
           (static_cast<unsigned char>(text[offset + length]) & 0xC0) == 0x80) {
      ++length;
    }
    const auto byte = static_cast<unsigned char>(text[offset]);
    std::string shown(text.substr(offset, length));
    if (byte < 0x20 || byte == 0x7F) shown = text::notation(byte);
    finding.diagnostic = make_diagnostic(Code::json_syntax, {}, shown, {{"detail", "unexpected"}});
  }
  finding.diagnostic.offset = offset;
  return finding;
}

/// Follows a pointer that the reader made into the model.
void* follow(std::string_view pointer, const Type* type, void* value) {
  for (const std::string& token : split_pointer(pointer)) {
    if (value == nullptr) return nullptr;
    if (type->kind == Kind::record) {
      const auto member = std::ranges::find(type->members, token, &Member::name);
      value = member->address(value);
      type = member->type;
    } else {
      value = type->at(value, std::stoul(token));
      type = type->element;
    }
  }
  return value;
}

void keep_extensions(std::span<const std::string> pointers, std::string_view text, const Type& type,
                     void* target) {
  if (pointers.empty()) return;
  const std::vector<std::string_view> values = slices(pointers, text);
  for (std::size_t at = 0; at < values.size(); ++at) {
    void* place = follow(pointers[at], &type, target);
    if (place != nullptr) static_cast<Extensions*>(place)->json = values[at];
  }
}

/// Whether the document could be followed to its end.
bool parse(std::string_view text, std::string_view mended, const Type& type, void* target,
           const ReadOptions& options, Findings& findings) {
  const std::string_view source = mended.empty() ? text : mended;
  boost::json::parse_options parse_options;
  parse_options.max_depth = options.max_depth;
  parse_options.allow_invalid_utf8 = true;  // Checked before, with every offset.
  boost::json::basic_parser<Handler> parser(parse_options, source, type, target, options, findings);
  error_code error;
  const std::size_t end = parser.write_some(false, source.data(), source.size(), error);
  if (!error && end < source.size()) error = boost::json::error::extra_data;
  if (error) {
    findings.add(syntax_finding(error, end, source, options));
    return false;
  }
  keep_extensions(parser.handler().extensions, text, type, target);
  return true;
}

}  // namespace

bool read_document(std::string_view text, const Type& type, void* target,
                   const ReadOptions& options, Findings& findings) {
  if (text.size() > options.max_bytes) {
    findings.add(
        {make_diagnostic(Code::too_large, {}, {}, {{"limit", std::to_string(options.max_bytes)}})});
    return false;
  }
  if (auto saved = find_saved(text)) {
    findings.add({*std::move(saved)});
    return false;
  }
  std::string mended;
  scan_characters(text, findings, mended);
  return parse(text, mended, type, target, options, findings);
}

namespace {

std::string_view parent_of(std::string_view pointer) {
  return pointer.substr(0, pointer.rfind('/'));
}

/// Where the value is that a finding says could not be read. A misspelt member is the one that was
/// probably meant.
std::string lost_place(const Diagnostic& finding) {
  if (finding.code == Code::missing_member) {
    return finding.pointer + '/' + finding.arguments.front().second;
  }
  if (finding.code != Code::unknown_member) return finding.pointer;
  return std::string(parent_of(finding.pointer)) + '/' + finding.suggestion;
}

/// What others refer to, and what refers to others; the words of the ids are those of messages.
struct Referable {
  std::string_view name;
  std::vector<std::string_view> path;  ///< Of the value that identifies it; `N` is any index.
};

const std::vector<Referable>& referables() {
  static const std::vector<Referable> all{
      {"scale", {"scales", "N", "id"}},
      {"level", {"scales", "N", "levels", "N", "id"}},
      {"category", {"categories", "N", "id"}},
      {"skill", {"skills", "N", "id"}},
      {"role", {"roles", "N", "id"}},
      {"role level", {"roles", "N", "levels", "N", "level"}},
      {"expectation", {"expectations", "N", "role"}},
      {"expectation", {"expectations", "N", "skill"}},
  };
  return all;
}

/// Whether a place is on the way to what a path leads to: then that is lost with it.
bool is_on_the_way(std::span<const std::string> place, std::span<const std::string_view> path) {
  if (place.size() > path.size()) return false;
  for (std::size_t at = 0; at < place.size(); ++at) {
    if (path[at] != "N" && path[at] != place[at]) return false;
  }
  return true;
}

/// What one slip of the form would make the checks of sense say a second time.
class Consequences {
 public:
  explicit Consequences(std::span<const Diagnostic> form) {
    for (const Diagnostic& finding : form) {
      if (finding.severity != Severity::error) continue;
      const bool is_incomplete =
          finding.code == Code::missing_member || finding.code == Code::wrong_type;
      spoiled_.emplace(finding.pointer, is_incomplete);
      // A finding of a character has no pointer yet, and takes nothing away.
      if (finding.code == Code::ill_formed_utf8 || finding.code == Code::lone_surrogate) continue;
      const std::vector<std::string> place = split_pointer(lost_place(finding));
      for (const Referable& thing : referables()) {
        if (is_on_the_way(place, thing.path)) lost_.insert(thing.name);
      }
    }
  }

  bool contain(const Diagnostic& finding) const {
    // The form knows these with their places, and of every string.
    if (finding.code == Code::ill_formed_utf8 || finding.code == Code::embedded_nul) return true;
    if (spoiled_.empty()) return false;
    if (misses_what_was_lost(finding)) return true;
    if (spoiled_.contains(finding.pointer)) return true;
    const auto above = spoiled_.find(std::string(parent_of(finding.pointer)));
    return above != spoiled_.end() && above->second;
  }

 private:
  bool misses_what_was_lost(const Diagnostic& finding) const {
    switch (finding.code) {
      case Code::dangling_reference:
        return lost_.contains(finding.arguments.front().second);
      case Code::level_not_in_scale:
        return lost_.contains("level");
      case Code::level_not_in_role:
        return lost_.contains("role level");
      case Code::skill_without_expectations:
        return lost_.contains("expectation") || lost_.contains("skill");
      case Code::role_without_expectations:
        return lost_.contains("expectation") || lost_.contains("role");
      default:
        return false;
    }
  }

  std::set<std::string_view> lost_;  ///< Kinds of things of which some could not be read.
  std::unordered_map<std::string, bool> spoiled_;  ///< Pointer; whether a member is missing.
};

/// Adds the findings of the checks of sense to those of the form.
void add_findings_of_sense(std::vector<Diagnostic> found, std::span<const Diagnostic> form,
                           Findings& findings) {
  const Consequences consequences(form);
  for (Diagnostic& finding : found) {
    if (!consequences.contain(finding)) findings.add({std::move(finding)});
  }
}

/// Files plain strings under their tag, puts what people read into normal form C, and says where
/// that changed it.
class TextNormalizer {
 public:
  explicit TextNormalizer(Findings& findings, std::string tag_of_plain_text = {})
      : findings_(findings), tag_of_plain_text_(std::move(tag_of_plain_text)) {}

  void operator()(const TextPlace& place, std::string& text) {
    if (place.use != StringUse::other) normalize(text, place.path);
  }

  void operator()(const TextPlace& place, LocalizedText& text) {
    if (text.empty()) return;
    file_plain_text(text);
    for (auto& [tag, translation] : text.translations) {
      normalize(translation.value, Path(place.path, tag));
    }
  }

  void operator()(const TextPlace& place, StringsByTag& strings) {
    if (place.use == StringUse::other) return;
    for (auto& [tag, values] : strings) {
      const Path of_tag(place.path, tag);
      for (std::size_t at = 0; at < values.size(); ++at) normalize(values[at], Path(of_tag, at));
    }
  }

 private:
  /// A text that was a plain string has no other language.
  void file_plain_text(LocalizedText& text) {
    const auto only = text.translations.begin();
    if (only->first != plain_text) return;
    auto plain = text.translations.extract(only);
    plain.key() = tag_of_plain_text_;
    text.translations.insert(std::move(plain));
  }

  void normalize(std::string& text, const Path& path) {
    const std::optional<std::size_t> offset = first_not_nfc(text);
    if (!offset) return;
    findings_.add({make_diagnostic(Code::not_normalized, path.pointer(), text,
                                   {{"offset", std::to_string(*offset)}})});
    text = to_nfc(text);
  }

  Findings& findings_;
  std::string tag_of_plain_text_;
};

/// Puts the texts of a document whose form has been read into their places and normal form, and
/// checks its sense.
std::vector<Diagnostic> check_sense(Framework& framework, std::size_t most, Findings& findings) {
  // A malformed default locale is one finding, not one more at each plain text.
  const bool is_malformed = find_tag_problem(framework.default_locale).has_value();
  for_each_text(framework,
                TextNormalizer(findings, is_malformed ? "und" : framework.default_locale));
  // The form knows of bad encoding with its places, and in every string.
  return rules::check_framework(framework, most, rules::Encoding::checked);
}

std::vector<Diagnostic> check_sense(Profile& profile, std::size_t most, Findings& findings) {
  for_each_text(profile, TextNormalizer(findings));
  rules::Report report(most);
  rules::check_profile(profile, report);
  return std::move(report).take();
}

/// What else a refused text is, in place of all that was found in it.
void name_other(std::string_view text, const ReadOptions& options, Findings& findings) {
  auto other = find_other_than_document(text, options);
  if (!other) return;
  findings = Findings(options.max_diagnostics);
  findings.add({*std::move(other)});
}

template <class T>
Result<T> read_whole(std::string_view text, const ReadOptions& options) {
  Findings findings(options.max_diagnostics);
  Result<T> result;
  T value;
  if (read_document(text, type_of<T>, &value, options, findings)) {
    const std::vector<Diagnostic> form = findings.diagnostics();
    // If there is an error, at least one must be known.
    const std::size_t most = std::max<std::size_t>(options.max_diagnostics, 1);
    add_findings_of_sense(check_sense(value, most, findings), form, findings);
    if (!findings.has_error()) result.value = std::move(value);
  }
  if (!result) name_other(text, options, findings);
  result.diagnostics = std::move(findings).place_in(text);
  return result;
}

}  // namespace
}  // namespace form

Result<Framework> read_framework(std::string_view json, const ReadOptions& options) {
  return form::read_whole<Framework>(json, options);
}

Result<Profile> read_profile(std::string_view json, const ReadOptions& options) {
  return form::read_whole<Profile>(json, options);
}

Profiles read_profiles(std::string_view ndjson, const ReadOptions& options) {
  Profiles all;
  if (auto other = form::find_other_than_lines(ndjson, options)) {
    all.diagnostics.push_back(*std::move(other));
    return all;
  }
  BoundedFindings<Diagnostic> findings(options.max_diagnostics);
  form::Lines lines(ndjson);
  while (const auto line = lines.next()) {
    Result<Profile> read = read_profile(line->text, options);
    for (Diagnostic& diagnostic : read.diagnostics) {
      line->shift(diagnostic);
      findings.add(std::move(diagnostic));
    }
    if (!read) {
      ++all.rejected;
      continue;
    }
    all.profiles.push_back(*std::move(read));
    all.lines.push_back(line->number);
    all.offsets.push_back(line->offset);
  }
  all.diagnostics = std::move(findings).take(std::identity());
  return all;
}

}  // namespace skillmatrix
