#include <memory>
#include <string>

#include "commands.hpp"
#include "skillmatrix/schema.hpp"

namespace skillmatrix::cli {

void add_schema(CLI::App& app, Action& action) {
  CLI::App* command = add_command(app, "schema", "Print the JSON Schema of a document",
                                  "skillmatrix schema framework");
  const auto document = std::make_shared<std::string>();
  command->add_option("DOCUMENT", *document, "framework or profile")->required()->type_name(" ");
  command->callback([document, &action] {
    action = [document](Session& s) {
      if (*document == "framework") {
        s.say(framework_json_schema());
      } else if (*document == "profile") {
        s.say(profile_json_schema());
      } else {
        const std::vector<std::string_view> names{"framework", "profile"};
        fail_unknown("document", *document, names);
      }
      return status_fine;
    };
  });
}

}  // namespace skillmatrix::cli
