#include "skillmatrix/messages.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <unordered_map>

#include "messages_built_in.hpp"
#include "messages_catalog.hpp"
#include "messages_program.hpp"
#include "skillmatrix/locale.hpp"

namespace skillmatrix {

using messages::Catalog;
using messages::Patterns;
using messages::Start;

namespace {

/// The keys of a set, each with a dense index. An extension keeps those of its base.
class Keys {
 public:
  explicit Keys(std::vector<std::string> names) : names_(std::move(names)) {
    indexes_.reserve(names_.size());
    for (const std::string& name : names_) {
      indexes_.emplace(name, static_cast<std::uint32_t>(indexes_.size()));
    }
  }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] std::optional<MessageKey> find(std::string_view key) const {
    const auto found = indexes_.find(key);
    if (found == indexes_.end()) return std::nullopt;
    return MessageKey{found->second};
  }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string_view, std::uint32_t> indexes_;  ///< Refers to `names_`.
};

/// A catalog, compiled. It may be read by any number of threads.
struct Compiled {
  std::string locale;
  TextDirection direction = TextDirection::automatic;
  text::Formats formats;
  messages::Program program;
  std::vector<Start> starts;  ///< By index of the key; those beyond the end are not there.

  [[nodiscard]] Start start(std::size_t index) const {
    return index < starts.size() ? starts[index] : messages::no_message;
  }
};

/// `rules` is the tag whose plural categories and digits hold. A pattern that cannot be taken apart
/// is left out: the check has reported it, and another catalog serves the message.
Compiled compile(std::string locale, std::string_view rules, const Patterns& patterns,
                 const Keys& keys, messages::LiteralTransform transform = {}) {
  messages::ProgramBuilder builder(std::move(transform));
  std::vector<Start> starts(keys.names().size(), messages::no_message);
  for (const auto& [key, text] : patterns) {
    const std::optional<MessageKey> index = keys.find(key);
    const text::MessagePattern pattern = text::parse_message_pattern(text);
    if (index && !pattern.parts.empty()) starts[index->index] = builder.add(pattern);
  }
  const TextDirection direction = direction_of(locale);
  return {std::move(locale), direction, text::Formats(rules), std::move(builder).take(),
          std::move(starts)};
}

/// One catalog of a set: a compiled one, or one of the library's, which is compiled when it is
/// asked for.
class Layer {
 public:
  explicit Layer(Compiled compiled) : compiled_(std::move(compiled)) {}
  Layer(const messages::BuiltInCatalog& source, std::shared_ptr<const Keys> keys)
      : source_(&source), keys_(std::move(keys)) {}

  [[nodiscard]] const Compiled& get() const {
    if (source_ != nullptr) std::call_once(once_, [this] { compile_source(); });
    return *compiled_;
  }

 private:
  void compile_source() const;

  const messages::BuiltInCatalog* source_ = nullptr;
  std::shared_ptr<const Keys> keys_;
  mutable std::once_flag once_;
  mutable std::optional<Compiled> compiled_;
};

/// The library's catalogs are checked when it is built.
Catalog read_built_in(const messages::BuiltInCatalog& source) {
  Catalog catalog;
  form::Findings findings(1);
  if (!messages::read_catalog(source.json, catalog, findings) || findings.has_error()) {
    throw std::logic_error("a catalog of the library cannot be read");
  }
  return catalog;
}

void Layer::compile_source() const {
  const Catalog catalog = read_built_in(*source_);
  compiled_.emplace(
      compile(std::string(source_->locale), source_->locale, catalog.messages, *keys_));
}

std::vector<std::string> names_of(const Patterns& patterns) {
  std::vector<std::string> names;
  names.reserve(patterns.size());
  for (const auto& [key, text] : patterns) names.push_back(key);
  return names;
}

}  // namespace

struct Messages::Set {
  /// The catalogs of one language; the first one that has a message serves it.
  using Layers = std::vector<std::shared_ptr<const Layer>>;

  std::shared_ptr<const Keys> keys;
  std::string source_locale;
  std::shared_ptr<const Patterns> source;
  std::map<std::string, Layers, std::less<>> layers;

  [[nodiscard]] std::optional<MessageKey> generic() const {
    return keys->find(messages::generic_key);
  }

  /// Whether readers of a language get the message in it, or in a less special form of it.
  [[nodiscard]] bool serves(std::string_view tag, std::string_view key) const {
    const std::optional<MessageKey> index = keys->find(key);
    while (index) {
      const auto found = layers.find(tag);
      if (found != layers.end() && has(found->second, index->index)) return true;
      const std::size_t end = tag.rfind('-');
      if (end == std::string_view::npos) return false;
      tag = tag.substr(0, end);
    }
    return false;
  }

 private:
  static bool has(const Layers& layers, std::size_t index) {
    return std::any_of(layers.begin(), layers.end(), [index](const auto& layer) {
      return layer->get().start(index) != messages::no_message;
    });
  }
};

namespace {

/// A catalog of a host on its way into a set.
struct Draft {
  const CatalogSource* source;
  Catalog catalog{};
  form::Findings findings{messages::most_findings};
  std::string tag{};
  bool is_whole = false;  ///< The document could be followed to its end.
};

std::vector<Draft> read_drafts(std::span<const CatalogSource> sources) {
  std::vector<Draft> drafts;
  drafts.reserve(sources.size());
  std::unordered_map<std::string, std::string_view> seen;  // As written, by canonical tag.
  for (const CatalogSource& source : sources) {
    Draft& draft = drafts.emplace_back(Draft{&source});
    draft.is_whole = messages::read_catalog(source.json, draft.catalog, draft.findings);
    draft.tag = canonical_tag(draft.catalog.locale);
    const auto [first, is_new] = seen.emplace(draft.tag, draft.catalog.locale);
    if (is_new || draft.tag.empty()) continue;
    draft.findings.add(
        {make_diagnostic(Code::catalog_locale, "/locale", draft.catalog.locale,
                         {{"detail", "repeated"}, {"other", std::string(first->second)}})});
  }
  return drafts;
}

void check_drafts(std::span<Draft> drafts, const messages::CatalogContext& context) {
  for (Draft& draft : drafts) {
    if (draft.is_whole) messages::check_catalog(draft.catalog, context, draft.findings);
  }
}

/// The findings of all drafts, each with the name of its catalog.
std::vector<Diagnostic> findings_of(std::vector<Draft>& drafts) {
  std::vector<Diagnostic> all;
  for (Draft& draft : drafts) {
    for (Diagnostic& diagnostic : std::move(draft.findings).place_in(draft.source->json)) {
      if (!draft.source->name.empty()) {
        diagnostic.arguments.emplace_back("catalog", draft.source->name);
      }
      all.push_back(std::move(diagnostic));
    }
  }
  return all;
}

std::shared_ptr<const Layer> compile(const Draft& draft, const Keys& keys) {
  return std::make_shared<const Layer>(compile(draft.tag, draft.tag, draft.catalog.messages, keys));
}

/// The keys of a base, and behind them the new ones by bytes.
std::vector<std::string> with_new_keys(const Keys& base, std::span<const Draft> drafts) {
  std::set<std::string> added;
  for (const Draft& draft : drafts) {
    for (const auto& [key, text] : draft.catalog.messages) {
      if (!base.find(key)) added.insert(key);
    }
  }
  std::vector<std::string> names = base.names();
  names.insert(names.end(), added.begin(), added.end());
  return names;
}

/// The texts of the source, with those that drafts in its language put in their place.
Patterns with_new_texts(const Patterns& source, std::string_view tag,
                        std::span<const Draft> drafts) {
  Patterns patterns = source;
  for (const Draft& draft : drafts) {
    if (draft.tag != tag) continue;
    for (const auto& [key, text] : draft.catalog.messages) patterns.insert_or_assign(key, text);
  }
  return patterns;
}

}  // namespace

const Messages& Messages::built_in() {
  static const Messages all = [] {
    const std::span<const messages::BuiltInCatalog> catalogs = messages::built_in_catalogs();
    auto set = std::make_shared<Set>();
    set->source_locale = catalogs.front().locale;
    set->source = std::make_shared<const Patterns>(read_built_in(catalogs.front()).messages);
    set->keys = std::make_shared<const Keys>(names_of(*set->source));
    for (const messages::BuiltInCatalog& catalog : catalogs) {
      set->layers[std::string(catalog.locale)] = {
          std::make_shared<const Layer>(catalog, set->keys)};
    }
    return Messages(std::move(set));
  }();
  return all;
}

Result<Messages> Messages::build(std::span<const CatalogSource> catalogs) {
  Result<Messages> result;
  if (catalogs.empty()) {
    result.diagnostics.push_back(
        make_diagnostic(Code::message_missing, {}, std::string(messages::generic_key)));
    result.diagnostics.back().severity = Severity::error;
    return result;
  }
  std::vector<Draft> drafts = read_drafts(catalogs);
  const Draft& source = drafts.front();
  messages::CatalogContext context;
  context.is_whole = true;
  context.is_source_language = true;
  check_drafts(std::span(drafts).first(1), context);
  context.is_source_language = false;
  if (source.is_whole) context.source = &source.catalog.messages;
  check_drafts(std::span(drafts).subspan(1), context);
  result.diagnostics = findings_of(drafts);
  if (has_errors(result.diagnostics)) return result;

  auto set = std::make_shared<Set>();
  set->source_locale = source.tag;
  set->source = std::make_shared<const Patterns>(source.catalog.messages);
  set->keys = std::make_shared<const Keys>(names_of(*set->source));
  for (const Draft& draft : drafts) set->layers[draft.tag] = {compile(draft, *set->keys)};
  result.value = Messages(std::move(set));
  return result;
}

Result<Messages> Messages::extend(const Messages& base, std::span<const CatalogSource> catalogs) {
  const Set& before = *base.set_;
  std::vector<Draft> drafts = read_drafts(catalogs);
  const Patterns source = with_new_texts(*before.source, before.source_locale, drafts);
  for (Draft& draft : drafts) {
    messages::CatalogContext context;
    context.is_source_language = draft.tag == before.source_locale;
    // New texts of the source must take what the callers of the old ones give.
    context.source = context.is_source_language ? before.source.get() : &source;
    context.is_served = [&](std::string_view key) { return before.serves(draft.tag, key); };
    check_drafts({&draft, 1}, context);
  }
  Result<Messages> result;
  result.diagnostics = findings_of(drafts);
  if (has_errors(result.diagnostics)) return result;

  auto set = std::make_shared<Set>(before);
  set->source = std::make_shared<const Patterns>(source);
  set->keys = std::make_shared<const Keys>(with_new_keys(*before.keys, drafts));
  for (const Draft& draft : drafts) {
    Set::Layers& layers = set->layers[draft.tag];
    layers.insert(layers.begin(), compile(draft, *set->keys));
  }
  result.value = Messages(std::move(set));
  return result;
}

Messages Messages::with_pseudo_locale(
    const Messages& base, std::string_view tag,
    const std::function<std::string(std::string_view)>& transform) {
  auto set = std::make_shared<Set>(*base.set_);
  std::string locale = canonical_tag(tag);
  set->layers[locale] = {std::make_shared<const Layer>(
      compile(locale, set->source_locale, *set->source, *set->keys, transform))};
  return Messages(std::move(set));
}

std::vector<std::string_view> Messages::locales() const {
  std::vector<std::string_view> tags;
  tags.reserve(set_->layers.size());
  for (const auto& [tag, layers] : set_->layers) tags.emplace_back(tag);
  return tags;
}

std::string_view Messages::source_locale() const { return set_->source_locale; }

std::vector<std::string_view> Messages::keys() const {
  return {set_->keys->names().begin(), set_->keys->names().end()};
}

std::optional<MessageKey> Messages::find(std::string_view key) const {
  return set_->keys->find(key);
}

struct MessageView::Table {
  struct Entry {
    const Compiled* catalog = nullptr;
    Start start = messages::no_message;
  };

  std::shared_ptr<const Messages::Set> set;
  std::vector<Entry> entries;  ///< By index of the key.
  Entry generic;
  const Compiled* first = nullptr;  ///< The catalog that serves all it has.
  text::Isolated isolated = text::Isolated::none;

  /// Has the catalogs of a language serve what is not served yet.
  void add(std::string_view tag) {
    const auto found = set->layers.find(tag);
    if (found == set->layers.end()) return;
    for (const auto& layer : found->second) add(layer->get());
  }

  [[nodiscard]] const Entry& entry(MessageKey key) const {
    const bool is_served = key.index < entries.size() && entries[key.index].catalog != nullptr;
    return is_served ? entries[key.index] : generic;
  }

 private:
  void add(const Compiled& catalog) {
    if (first == nullptr) first = &catalog;
    for (std::size_t index = 0; index < entries.size(); ++index) {
      const Start start = catalog.start(index);
      const bool is_needed = entries[index].catalog == nullptr && start != messages::no_message;
      if (is_needed) entries[index] = {&catalog, start};
    }
  }
};

MessageView Messages::for_locales(std::span<const std::string_view> tags, Isolates isolates) const {
  auto table = std::make_shared<MessageView::Table>();
  table->set = set_;
  table->entries.resize(set_->keys->names().size());
  for (const std::string_view tag : tags) table->add(canonical_tag(tag));
  table->add(set_->source_locale);
  table->generic = table->entries[set_->generic()->index];
  table->isolated = messages::isolated_in(table->first->direction, isolates);
  return MessageView(std::move(table));
}

void MessageView::append(std::string& text, MessageKey key, const MessageArguments& arguments,
                         ServedMessage* served) const {
  const Table::Entry& entry = table_->entry(key);
  std::vector<std::string_view>* missing = nullptr;
  if (served != nullptr) {
    served->locale = entry.catalog->locale;
    served->is_known = &entry != &table_->generic;
    served->missing.clear();
    missing = &served->missing;
  }
  entry.catalog->program.run(entry.start, arguments.span(), entry.catalog->formats, text, missing,
                             table_->isolated);
}

void MessageView::append(std::string& text, std::string_view key, const MessageArguments& arguments,
                         ServedMessage* served) const {
  append(text, find(key).value_or(MessageKey{UINT32_MAX}), arguments, served);
}

std::string MessageView::format(MessageKey key, const MessageArguments& arguments,
                                ServedMessage* served) const {
  std::string text;
  append(text, key, arguments, served);
  return text;
}

std::string MessageView::format(std::string_view key, const MessageArguments& arguments,
                                ServedMessage* served) const {
  std::string text;
  append(text, key, arguments, served);
  return text;
}

bool MessageView::isolates(std::string_view text) const {
  return text::is_isolated(text, table_->isolated);
}

std::optional<MessageKey> MessageView::find(std::string_view key) const {
  return table_->set->keys->find(key);
}

}  // namespace skillmatrix
