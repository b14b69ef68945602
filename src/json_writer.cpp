#include <algorithm>
#include <string>

#include "json_emit.hpp"
#include "skillmatrix/json.hpp"
#include "type.hpp"

namespace skillmatrix {
namespace form {
namespace {

/// Writes a value of the model by its description.
class Writer {
 public:
  explicit Writer(Layout layout) : layout_(layout), out_(layout) {}

  void value(const Type& type, const void* value) {
    switch (type.kind) {
      case Kind::text:
        return out_.value(std::string_view(*static_cast<const std::string*>(value)));
      case Kind::whole_number:
        return out_.value(type.get(value));
      case Kind::enumeration:
        return out_.value(type.names[type.get(value)]);
      case Kind::date:
        return out_.value(std::string_view(format_date(*static_cast<const Date*>(value))));
      case Kind::extensions:
        return extensions(static_cast<const Extensions*>(value)->json);
      case Kind::localized_text:
        return localized_text(*static_cast<const LocalizedText*>(value));
      case Kind::optional:
        if (type.size(value) == 0) return out_.null();
        return elements(type, value);
      case Kind::list:
        out_.begin_array();
        elements(type, value);
        return out_.end_array();
      case Kind::map:
        out_.begin_object();
        elements(type, value);
        return out_.end_object();
      case Kind::record:
        return record(type, value);
    }
  }

  std::string take() && { return out_.take(); }

 private:
  void record(const Type& type, const void* value) {
    out_.begin_object();
    for (const Member& member : type.members) {
      if (!member.required && member.has_default(value)) continue;
      out_.key(member.name);
      this->value(*member.type, member.address(const_cast<void*>(value)));
    }
    out_.end_object();
  }

  /// Line breaks inside are white space, which one line of NDJSON has no room for.
  void extensions(std::string json) {
    if (layout_ == Layout::compact) std::ranges::replace(json, '\n', ' ');
    out_.raw(json);
  }

  void elements(const Type& type, const void* value) {
    struct Context {
      Writer& writer;
      const Type& type;
    } context{*this, type};
    type.each(value, &context, [](void* given, std::string_view key, const void* element) {
      const auto& [writer, container] = *static_cast<Context*>(given);
      if (container.kind == Kind::map) writer.out_.key(key);
      writer.value(*container.element, element);
    });
  }

  static bool is_value_alone(const Translation& translation) {
    return std::ranges::all_of(type_of<Translation>.members, [&](const Member& member) {
      return member.required || member.has_default(&translation);
    });
  }

  void localized_text(const LocalizedText& text) {
    out_.begin_object();
    for (const auto& [tag, translation] : text.translations) {
      out_.key(tag);
      if (is_value_alone(translation)) {
        out_.value(std::string_view(translation.value));
      } else {
        record(type_of<Translation>, &translation);
      }
    }
    out_.end_object();
  }

  Layout layout_;
  JsonEmitter out_;
};

template <class T>
std::string write(const T& value, Layout layout) {
  Writer writer(layout);
  writer.value(type_of<T>, &value);
  return std::move(writer).take();
}

}  // namespace
}  // namespace form

std::string write_framework(const Framework& framework, Layout layout) {
  return form::write(framework, layout);
}

std::string write_profile(const Profile& profile, Layout layout) {
  return form::write(profile, layout);
}

std::string write_profiles(const std::vector<Profile>& profiles) {
  std::string text;
  for (const Profile& profile : profiles) text += write_profile(profile, Layout::compact) + '\n';
  return text;
}

}  // namespace skillmatrix
