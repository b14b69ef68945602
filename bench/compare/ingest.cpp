// JSON as large as ESCO into the model, by this library and by others: each reading in a process of
// its own, as a tool or a host that has just started does it.
//
//   ingest [RUNS]            makes the text, lets each reader read it so often, prints the medians
//   ingest READER FILE       one reading: milliseconds by the clock and of the processor, and peak
//                            memory beside the text in KiB
//
// The text is canonical JSON, so a reader has made the right model if writing it gives the text
// again.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "../big_framework.hpp"
#include "findings.hpp"
#include "json_reader.hpp"
#include "skillmatrix/json.hpp"
#include "type.hpp"

#ifdef SKILLMATRIX_HAS_SIMDJSON
#include <simdjson.h>
#endif

namespace {

using namespace skillmatrix;

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "ingest: %s\n", what.c_str());
  std::exit(1);
}

// What the others need to know of a type, at compile time.

template <class T>
void set_enumerator(std::string_view name, T& value) {
  const auto& names = form::detail::names_of<T>;
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) fail("an enumerator is unknown");
  value = static_cast<T>(found - names.begin());
}

/// Calls `visit(name, member)` for each member.
template <class T, class Visit>
void for_each_member(T& record, Visit visit) {
  boost::mp11::mp_for_each<form::detail::descriptors<T>>([&](auto descriptor) {
    constexpr std::string_view name = form::detail::json_name(decltype(descriptor)::name);
    visit(name, record.*descriptor.pointer);
  });
}

// --- Boost.JSON's DOM ---------------------------------------------------------------------------

std::string_view string_of(const boost::json::value& json) {
  const boost::json::string& text = json.as_string();
  return {text.data(), text.size()};
}

std::string_view key_of(const boost::json::key_value_pair& entry) {
  return {entry.key().data(), entry.key().size()};
}

template <class T>
void take(const boost::json::value& json, T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    value = string_of(json);
  } else if constexpr (std::is_same_v<T, Date>) {
    value = parse_date(string_of(json)).value();
  } else if constexpr (std::is_same_v<T, Extensions>) {
    fail("the text has extensions");
  } else if constexpr (std::is_same_v<T, LocalizedText>) {
    for (const auto& entry : json.as_object()) {
      take(entry.value(), value.translations[std::string(key_of(entry))].value);
    }
  } else if constexpr (std::is_unsigned_v<T>) {
    value = json.to_number<T>();
  } else if constexpr (std::is_enum_v<T>) {
    set_enumerator(string_of(json), value);
  } else if constexpr (form::detail::is_optional<T>::value) {
    if (!json.is_null()) take(json, value.emplace());
  } else if constexpr (form::detail::is_list<T>::value) {
    value.reserve(json.as_array().size());
    for (const auto& element : json.as_array()) take(element, value.emplace_back());
  } else if constexpr (form::detail::is_map<T>::value) {
    for (const auto& entry : json.as_object()) {
      take(entry.value(), value[std::string(key_of(entry))]);
    }
  } else {
    const boost::json::object& object = json.as_object();
    for_each_member(value, [&](std::string_view name, auto& member) {
      if (const auto* found = object.if_contains({name.data(), name.size()})) take(*found, member);
    });
  }
}

void read_with_boost(std::string_view text, Framework& framework) {
  boost::json::monotonic_resource memory;
  take(boost::json::parse({text.data(), text.size()}, &memory), framework);
}

// --- simdjson -----------------------------------------------------------------------------------

#ifdef SKILLMATRIX_HAS_SIMDJSON
template <class T>
void take(simdjson::ondemand::value json, T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    value = std::string_view(json.get_string());
  } else if constexpr (std::is_same_v<T, Date>) {
    value = parse_date(json.get_string().value()).value();
  } else if constexpr (std::is_same_v<T, Extensions>) {
    fail("the text has extensions");
  } else if constexpr (std::is_same_v<T, LocalizedText>) {
    for (auto entry : json.get_object()) {
      take(entry.value(), value.translations[std::string(entry.unescaped_key().value())].value);
    }
  } else if constexpr (std::is_unsigned_v<T>) {
    value = static_cast<T>(std::uint64_t(json.get_uint64()));
  } else if constexpr (std::is_enum_v<T>) {
    set_enumerator(json.get_string().value(), value);
  } else if constexpr (form::detail::is_optional<T>::value) {
    if (!json.is_null()) take(json, value.emplace());
  } else if constexpr (form::detail::is_list<T>::value) {
    simdjson::ondemand::array array = json.get_array();
    value.reserve(array.count_elements());  // A pass more, which pays.
    for (auto element : array) take(element.value(), value.emplace_back());
  } else if constexpr (form::detail::is_map<T>::value) {
    for (auto entry : json.get_object()) {
      take(entry.value(), value[std::string(entry.unescaped_key().value())]);
    }
  } else {
    for (auto entry : json.get_object()) {
      const simdjson::ondemand::raw_json_string key = entry.key();
      bool is_known = false;
      for_each_member(value, [&](std::string_view name, auto& member) {
        if (is_known || !key.unsafe_is_equal(name)) return;
        is_known = true;
        take(entry.value(), member);
      });
      if (!is_known) fail("a member is unknown");
    }
  }
}

void read_with_simdjson(std::string_view text, Framework& framework) {
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document =
      parser.iterate(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING);
  take(document.get_value(), framework);
}
#endif

// --- This library -------------------------------------------------------------------------------

/// The form alone: what the others do, and diagnostics.
void read_form(std::string_view text, Framework& framework) {
  form::Findings findings(1);
  const bool is_whole =
      form::read_document(text, form::type_of<Framework>, &framework, {}, findings);
  if (!is_whole || findings.has_error()) fail("the text has errors");
}

/// With all checks of sense, in normal form.
void read_and_check(std::string_view text, Framework& framework) {
  Result<Framework> read = read_framework(text);
  if (!read || !read.diagnostics.empty()) fail("the text has findings");
  framework = *std::move(read);
}

// --- One reading, and all of them ---------------------------------------------------------------

struct Reader {
  const char* name;
  void (*read)(std::string_view text, Framework& framework);
};

constexpr Reader readers[] = {
    {"form", read_form},
    {"checked", read_and_check},
    {"boost-dom", read_with_boost},
#ifdef SKILLMATRIX_HAS_SIMDJSON
    {"simdjson", read_with_simdjson},
#endif
};

/// In memory that has been touched, with room for what simdjson wants to read beyond the end.
struct Input {
  explicit Input(const std::string& path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) fail("cannot read " + path);
    size = static_cast<std::size_t>(file.tellg());
    bytes = std::make_unique<char[]>(size + 64);
    file.seekg(0);
    if (!file.read(bytes.get(), static_cast<std::streamsize>(size))) fail("cannot read " + path);
  }
  std::string_view text() const { return {bytes.get(), size}; }

  std::size_t size = 0;
  std::unique_ptr<char[]> bytes;
};

rusage usage_so_far() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage;
}

/// In milliseconds, the kernel's part too: it hands out the memory.
double processor_time(const rusage& usage) {
  const auto milliseconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

int read_once(std::string_view name, const std::string& path) {
  const auto* reader = std::find_if(std::begin(readers), std::end(readers),
                                    [name](const Reader& each) { return each.name == name; });
  if (reader == std::end(readers)) fail("no such reader: " + std::string(name));
  const Input input(path);
  const rusage before = usage_so_far();
  const auto start = std::chrono::steady_clock::now();
  auto framework = std::make_unique<Framework>();
  reader->read(input.text(), *framework);
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  const rusage after = usage_so_far();
  if (write_framework(*framework, Layout::compact) != input.text()) fail("the model is wrong");
  std::printf("%.2f %.2f %ld\n", taken.count(), processor_time(after) - processor_time(before),
              after.ru_maxrss - before.ru_maxrss);
  std::fflush(stdout);
  _exit(0);  // Without taking the model apart.
}

struct Measured {
  std::vector<double> elapsed;
  std::vector<double> processor;
  std::vector<double> peak;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int compare(const std::string& program, int runs) {
  const std::string path = std::filesystem::temp_directory_path() / "skillmatrix-ingest.json";
  const std::string text =
      write_framework(big::make_framework(big::esco), skillmatrix::Layout::compact);
  std::ofstream(path, std::ios::binary) << text;
  std::vector<Measured> measured(std::size(readers));
  for (int run = 0; run < runs; ++run) {
    for (std::size_t at = 0; at < std::size(readers); ++at) {
      const std::string command = "'" + program + "' " + readers[at].name + " '" + path + "'";
      FILE* output = popen(command.c_str(), "r");
      double elapsed = 0;
      double processor = 0;
      double peak = 0;
      if (std::fscanf(output, "%lf %lf %lf", &elapsed, &processor, &peak) != 3) fail(command);
      pclose(output);
      measured[at].elapsed.push_back(elapsed);
      measured[at].processor.push_back(processor);
      measured[at].peak.push_back(peak * 1024 / 1e6);
    }
  }
  const double size = static_cast<double>(text.size()) / 1e6;
  std::printf("%.1f MB, medians of %d processes\n", size, runs);
  for (std::size_t at = 0; at < std::size(readers); ++at) {
    const double peak = median(measured[at].peak);
    std::printf("%-10s %7.1f ms, processor %7.1f ms, peak beside the text %5.1f MB (%.2f)\n",
                readers[at].name, median(measured[at].elapsed), median(measured[at].processor),
                peak, peak / size);
  }
  std::filesystem::remove(path);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 3) return read_once(arguments[1], arguments[2]);
  return compare(arguments[0], count == 2 ? std::max(1, std::atoi(arguments[1])) : 11);
}
