// A host that has a Boost.JSON, an ICU and locales of its own, and skillmatrix beside them: linked,
// isolated, or, with HOST_LOADS, loaded and unloaded again. Neither side may notice the other.
//
//   consumer VERSION EXAMPLES GOLDEN [LIBRARY]
#include <dlfcn.h>
#include <link.h>
#include <skillmatrix/skillmatrix.h>
#include <unicode/ucnv.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>

#include <clocale>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <locale>
#include <sstream>
#include <string>

#include "own_json.hpp"

namespace {

void expect(bool is_right, const std::string& what) {
  if (is_right) return;
  std::cerr << "wrong: " << what << "\n";
  std::exit(1);
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  expect(file.good() && !bytes.str().empty(), "no file " + path);
  return bytes.str();
}

// --- The host's own -----------------------------------------------------------------------------

/// Whoever writes numbers in this locale notices.
class Punctuation : public std::numpunct<char> {
 protected:
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '\''; }
  std::string do_grouping() const override { return "\1"; }
};

/// Turkish, where the capital of i is not I.
void set_locales() {
  UErrorCode error = U_ZERO_ERROR;
  uloc_setDefault("tr_TR", &error);
  expect(U_SUCCESS(error) != 0, "uloc_setDefault");
  expect(std::setlocale(LC_ALL, "tr_TR.UTF-8") != nullptr, "there is no locale tr_TR.UTF-8");
  std::locale::global(std::locale(std::locale::classic(), new Punctuation));
}

/// All that the host may expect of its own libraries, whoever else is in the process.
class Own {
 public:
  Own() {
    UErrorCode error = U_ZERO_ERROR;
    collator_ = ucol_open(nullptr, &error);  // In the default locale.
    converter_ = ucnv_open("ISO-8859-9", &error);
    expect(U_SUCCESS(error) != 0, "the host's ICU");
  }
  Own(const Own&) = delete;
  Own& operator=(const Own&) = delete;
  ~Own() {
    ucnv_close(converter_);
    ucol_close(collator_);
  }

  void check() {
    const std::uint64_t before = host::own_json_calls();
    expect(host::own_json_works(), "the host's Boost.JSON");
    const std::uint64_t calls = host::own_json_calls() - before;
    if (json_calls_ == 0) json_calls_ = calls;
    expect(calls > 0 && calls == json_calls_, "the host calls another Boost.JSON than its own");

    expect(std::strcmp(uloc_getDefault(), "tr_TR") == 0, "the host's default locale");
    expect(ucol_strcoll(collator_, u"\u0131", 1, u"i", 1) == UCOL_LESS, "the host's collator");
    char bytes[8];
    UErrorCode error = U_ZERO_ERROR;
    const std::int32_t size =
        ucnv_fromUChars(converter_, bytes, sizeof(bytes), u"\u0131", 1, &error);
    expect(U_SUCCESS(error) != 0 && size == 1 && bytes[0] == '\xfd', "the host's converter");

    char decimal[8];
    std::snprintf(decimal, sizeof(decimal), "%.1f", 0.5);
    expect(std::strcmp(decimal, "0,5") == 0, "the host's locale in C");
    std::ostringstream grouped;
    grouped << 123;
    expect(grouped.str() == "1'2'3", "the host's locale in C++");
  }

 private:
  UCollator* collator_ = nullptr;
  UConverter* converter_ = nullptr;
  std::uint64_t json_calls_ = 0;
};

// --- skillmatrix --------------------------------------------------------------------------------

#define CALLS(call)                 \
  call(skm_buffer_destroy);         \
  call(skm_buffer_view);            \
  call(skm_diagnostics_count);      \
  call(skm_error_destroy);          \
  call(skm_error_diagnostics);      \
  call(skm_framework_destroy);      \
  call(skm_framework_load);         \
  call(skm_framework_parse);        \
  call(skm_framework_to_json);      \
  call(skm_gap_analyze_profile);    \
  call(skm_gap_create);             \
  call(skm_gap_destroy);            \
  call(skm_gap_to_json);            \
  call(skm_language_build);         \
  call(skm_language_destroy);       \
  call(skm_matrix_build);           \
  call(skm_matrix_destroy);         \
  call(skm_matrix_find_role_level); \
  call(skm_matrix_find_skill);      \
  call(skm_page_of_skill);          \
  call(skm_profile_destroy);        \
  call(skm_profile_load);           \
  call(skm_reader_build);           \
  call(skm_reader_destroy);         \
  call(skm_search_index_build);     \
  call(skm_search_index_destroy);   \
  call(skm_search_index_to_json);   \
  call(skm_version_string)

/// The calls, wherever they come from.
struct Library {
#define MEMBER(name) decltype(&::name) name = nullptr
  CALLS(MEMBER);
};

skm_string_view view(const std::string& text) { return {text.data(), text.size()}; }

/// What a call made as text.
std::string taken(const Library& library, skm_status status, skm_buffer* buffer) {
  expect(status == SKM_OK, "a status of " + std::to_string(status));
  const skm_string_view bytes = library.skm_buffer_view(buffer);
  std::string text(bytes.data, bytes.size);
  library.skm_buffer_destroy(buffer);
  return text;
}

/// Somebody who reads the matrix in a language.
class Reader {
 public:
  Reader(const Library& library, const skm_matrix* matrix, const std::string& languages)
      : library_(library) {
    expect(library.skm_language_build(view(languages), nullptr, SKM_ISOLATES_AUTOMATIC, &language_,
                                      nullptr) == SKM_OK &&
               library.skm_reader_build(matrix, language_, nullptr, &reader_, nullptr) == SKM_OK,
           "a reader of " + languages);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() {
    library_.skm_reader_destroy(reader_);
    library_.skm_language_destroy(language_);
  }
  operator const skm_reader*() const { return reader_; }

 private:
  const Library& library_;
  skm_language* language_ = nullptr;
  skm_reader* reader_ = nullptr;
};

/// Where inputs are, and what comes out always.
struct Files {
  std::string examples;
  std::string golden;
};

void read_badly(const Library& library) {
  skm_framework* framework = nullptr;
  skm_error* error = nullptr;
  const std::string json = "{\"id\": 7, \"scales\": [1.5e3, \"\\u0041\", tru";
  expect(
      library.skm_framework_parse(view(json), nullptr, &framework, &error) == SKM_ERR_INVALID_INPUT,
      "a broken framework");
  expect(library.skm_diagnostics_count(library.skm_error_diagnostics(error)) > 0, "its findings");
  library.skm_error_destroy(error);
}

void show_pages(const Library& library, const skm_matrix* matrix, const Files& files) {
  const std::uint32_t skill = library.skm_matrix_find_skill(matrix, view("transformers-nlp"));
  for (const std::string tag : {"en", "de"}) {
    const Reader reader(library, matrix, tag);
    skm_buffer* buffer = nullptr;
    const skm_status status = library.skm_page_of_skill(reader, skill, &buffer, nullptr);
    expect(taken(library, status, buffer) == read_file(files.golden + "/skill." + tag + ".json"),
           "the page of a skill in " + tag);
  }
}

void analyze_gap(const Library& library, const skm_matrix* matrix, const Files& files) {
  skm_profile* profile = nullptr;
  skm_gap* gap = nullptr;
  skm_buffer* buffer = nullptr;
  const std::string path = files.examples + "/people/amara-diallo.json";
  expect(library.skm_profile_load(view(path), nullptr, &profile, nullptr) == SKM_OK, path);
  const std::uint32_t level =
      library.skm_matrix_find_role_level(matrix, view("nlp-engineer"), view("middle"));
  skm_gap_options options = SKM_GAP_OPTIONS_INIT;
  options.as_of = 20260601;
  options.threshold_numerator = 4;
  options.threshold_denominator = 5;
  expect(
      library.skm_gap_create(&gap, nullptr) == SKM_OK &&
          library.skm_gap_analyze_profile(gap, matrix, profile, level, &options, nullptr) == SKM_OK,
      "a gap");
  const Reader reader(library, matrix, "en");
  const skm_status status = library.skm_gap_to_json(gap, reader, &buffer, nullptr);
  expect(taken(library, status, buffer) == read_file(files.golden + "/gap.json"), "the gap");
  library.skm_gap_destroy(gap);
  library.skm_profile_destroy(profile);
}

void search(const Library& library, const skm_matrix* matrix, const Files& files) {
  skm_search_index* index = nullptr;
  skm_buffer* buffer = nullptr;
  expect(library.skm_search_index_build(matrix, &index, nullptr) == SKM_OK, "an index");
  const Reader reader(library, matrix, "de");
  const skm_status status =
      library.skm_search_index_to_json(index, reader, view("brt"), nullptr, &buffer, nullptr);
  expect(taken(library, status, buffer) == read_file(files.golden + "/search.alias.json"),
         "what was found");
  library.skm_search_index_destroy(index);
}

/// Does the main jobs, and compares what comes out with what always has to.
void use(const Library& library, const std::string& version, const Files& files) {
  const std::uint64_t before = host::own_json_calls();
  const skm_string_view told = library.skm_version_string();
  expect(std::string(told.data, told.size) == version, "the version");
  read_badly(library);
  skm_framework* framework = nullptr;
  skm_matrix* matrix = nullptr;
  const std::string path = files.examples + "/ai-engineering.json";
  expect(library.skm_framework_load(view(path), nullptr, &framework, nullptr) == SKM_OK &&
             library.skm_matrix_build(framework, &matrix, nullptr) == SKM_OK,
         path);
  show_pages(library, matrix, files);
  analyze_gap(library, matrix, files);
  search(library, matrix, files);
  library.skm_matrix_destroy(matrix);
  library.skm_framework_destroy(framework);
  expect(host::own_json_calls() == before, "skillmatrix calls the Boost.JSON of the host");
}

#ifdef HOST_LOADS

int count_loaded(dl_phdr_info* info, std::size_t, void* count) {
  if (std::strstr(info->dlpi_name, "libskillmatrix") != nullptr) ++*static_cast<int*>(count);
  return 0;
}

int loaded() {
  int count = 0;
  dl_iterate_phdr(count_loaded, &count);
  return count;
}

/// Twice, as plug-ins are; its symbols may then serve everybody.
void use_as_plug_in(const char* path, Own& own, const std::string& version, const Files& files) {
  for (int time = 0; time < 2; ++time) {
    void* const handle = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    expect(handle != nullptr && loaded() == 1, "loading");
    own.check();
    Library library;
#define LOAD(name)                                                               \
  library.name = reinterpret_cast<decltype(library.name)>(dlsym(handle, #name)); \
  expect(library.name != nullptr, #name)
    CALLS(LOAD);
    use(library, version, files);
    own.check();
    expect(dlclose(handle) == 0 && loaded() == 0, "it stays in the process");
    own.check();
  }
}

#endif

}  // namespace

int main(int count, char** arguments) {
  expect(count >= 4, "the arguments");
  const std::string version = arguments[1];
  const Files files{arguments[2], arguments[3]};
  set_locales();
  Own own;
  own.check();
#ifdef HOST_LOADS
  expect(count == 5 && loaded() == 0, "the library is there before it is loaded");
  use_as_plug_in(arguments[4], own, version, files);
#else
  Library library;
#define LINK(name) library.name = ::name
  CALLS(LINK);
  use(library, version, files);
#endif
  own.check();
  std::cout << "skillmatrix " << version << "\n";
  return 0;
}
