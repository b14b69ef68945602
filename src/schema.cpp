#include "skillmatrix/schema.hpp"

#include <map>

#include "json_emit.hpp"
#include "type.hpp"

namespace skillmatrix {
namespace form {
namespace {

/// Writes a JSON Schema from the descriptions: one definition for each record.
class SchemaWriter {
 public:
  std::string document(const Type& root, std::string_view id, std::string_view title) {
    out_.begin_object();
    text("$schema", "https://json-schema.org/draft/2020-12/schema");
    text("title", title);
    text("$ref", "#/$defs/" + std::string(root.name));
    out_.key("$defs");
    out_.begin_object();
    schema_id_ = id;
    define(root);
    define(type_of<Translation>);
    define_shared();
    out_.end_object();
    out_.end_object();
    return out_.take();
  }

 private:
  void text(std::string_view key, std::string_view value) {
    out_.key(key);
    out_.value(value);
  }
  void number(std::string_view key, std::uint64_t value) {
    out_.key(key);
    out_.value(value);
  }

  /// A record, and after it those that it refers to and that are not yet written.
  void define(const Type& record) {
    if (defined_[record.name]) return;
    defined_[record.name] = true;
    out_.key(record.name);
    out_.begin_object();
    text("type", "object");
    out_.key("properties");
    out_.begin_object();
    for (const Member& member : record.members) {
      out_.key(member.name);
      out_.begin_object();
      property(record, member);
      out_.end_object();
    }
    out_.end_object();
    if (&record == &type_of<TextOrigin>) number("minProperties", 1);
    required(record);
    out_.key("additionalProperties");
    out_.value(false);
    out_.end_object();
    for (const Member& member : record.members) define_records_in(*member.type);
  }

  void define_records_in(const Type& type) {
    if (type.kind == Kind::record) define(type);
    if (type.element != nullptr) define_records_in(*type.element);
  }

  void required(const Type& record) {
    out_.key("required");
    out_.begin_array();
    for (const Member& member : record.members) {
      if (!member.required) continue;
      out_.value(member.name);
    }
    out_.end_array();
  }

  void property(const Type& record, const Member& member) {
    if (member.name == "schema") return text("const", schema_id_);
    const bool is_rated_skill = &record == &type_of<Rating> && member.name == "skill";
    if ((member.name == "id" && member.required) || is_rated_skill) number("minLength", 1);
    if (&record == &type_of<Scale> && member.name == "levels") {
      number("minItems", 1);
      number("maxItems", max_levels);
    }
    value(*member.type, member);
  }

  void value(const Type& type, const Member& member) {
    switch (type.kind) {
      case Kind::text:
        if (member.name == "fallbacks") return text("$ref", "#/$defs/LanguageTag");
        if (member.name == "hash") text("pattern", "^[0-9A-Fa-f]{16}$");
        return text("type", "string");
      case Kind::whole_number:
        text("type", "integer");
        number("minimum", member.least);
        return number("maximum", member.most);
      case Kind::enumeration:
        return enumeration(type);
      case Kind::date:
        text("type", "string");
        return text("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
      case Kind::localized_text:
        return text("$ref", "#/$defs/LocalizedText");
      case Kind::extensions:
        return text("type", "object");
      case Kind::optional:
        return optional(*type.element, member);
      case Kind::list:
        text("type", "array");
        out_.key("items");
        return braced([&] { value(*type.element, member); });
      case Kind::map:
        text("type", "object");
        out_.key("propertyNames");
        braced([&] { text("$ref", "#/$defs/LanguageTag"); });
        out_.key("additionalProperties");
        return braced([&] { value(*type.element, member); });
      case Kind::record:
        return text("$ref", "#/$defs/" + std::string(type.name));
    }
  }

  void enumeration(const Type& type) {
    out_.key("enum");
    out_.begin_array();
    for (const std::string_view name : type.names) {
      out_.value(name);
    }
    out_.end_array();
  }

  void optional(const Type& type, const Member& member) {
    out_.key("anyOf");
    out_.begin_array();
    braced([&] { value(type, member); });
    braced([&] { text("type", "null"); });
    out_.end_array();
  }

  void define_shared() {
    out_.key("LanguageTag");
    braced([&] {
      text("type", "string");
      text("pattern", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$|^[xX](-[A-Za-z0-9]{1,8})+$");
    });
    out_.key("LocalizedText");
    braced([&] {
      out_.key("anyOf");
      out_.begin_array();
      braced([&] { text("type", "string"); });
      braced([&] {
        text("type", "object");
        out_.key("propertyNames");
        braced([&] { text("$ref", "#/$defs/LanguageTag"); });
        out_.key("additionalProperties");
        braced([&] { text_or_translation(); });
      });
      out_.end_array();
    });
  }

  void text_or_translation() {
    out_.key("anyOf");
    out_.begin_array();
    braced([&] { text("type", "string"); });
    braced([&] { text("$ref", "#/$defs/Translation"); });
    out_.end_array();
  }

  template <class Body>
  void braced(Body body) {
    out_.begin_object();
    body();
    out_.end_object();
  }

  JsonEmitter out_;
  std::string_view schema_id_;
  std::map<std::string_view, bool> defined_;
};

}  // namespace
}  // namespace form

std::string framework_json_schema() {
  return form::SchemaWriter().document(form::type_of<Framework>, framework_schema,
                                       "skillmatrix framework");
}

std::string profile_json_schema() {
  return form::SchemaWriter().document(form::type_of<Profile>, profile_schema,
                                       "skillmatrix profile");
}

}  // namespace skillmatrix
