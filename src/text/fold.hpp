// Keys of names: two names with the same key are the same, or look the same, to a reader.
//
// Nothing longer than `longest_name` is a name: it is its own key, less what is ill-formed. (ICU
// takes quadratic time over long runs of combining marks.)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace skillmatrix::text {

inline constexpr std::size_t longest_name = 2048;  ///< In bytes.

/// The key of duplicates: NFKC_Casefold (case, width, compatibility forms, invisible characters),
/// every run of white space one space with none at the ends, every dash a hyphen.
/// Ill-formed UTF-8 counts as U+FFFD. Complexity: linear. Thread class: pure.
std::string name_fold(std::string_view name);

/// The name without white space at its ends, and with one space in place of two or more of it
/// inside. Complexity: linear. Thread class: pure.
std::string tidy_space(std::string_view name);

/// The key of near duplicates, from a name that `name_fold` has folded: without accents and vowel
/// points where readers leave them out (Latin, Greek, Hebrew, Arabic vowel marks, Cyrillic but for
/// й and ў), katakana as hiragana. Marks of other scripts are letters to their readers, and stay.
std::string search_fold(std::string_view folded);

/// The key of names that look the same: the skeleton of UTS 39. Take it of the name itself and of
/// the folded name: capitals and small letters look like different things.
std::string skeleton(std::string_view name);

}  // namespace skillmatrix::text
