// Pseudo-locales: translations made by machine, with which hosts test their pages.
#pragma once

#include <string_view>

#include "skillmatrix/framework.hpp"
#include "skillmatrix/messages.hpp"

namespace skillmatrix {

/// Texts with accents, a third longer, in brackets: shows what is not translated, what is cut off,
/// and what is put together from pieces.
inline constexpr std::string_view accented_locale = "en-XA";

/// Texts whose words run from right to left, each still to be read: shows what takes no notice of
/// direction. They begin with U+200F, and each word is in an isolate (U+2067, U+2069).
inline constexpr std::string_view right_to_left_locale = "ar-XB";

/// Adds both pseudo-locales to every text and all aliases that the framework has in its default
/// locale, in place of what was there under these tags. What `validate` accepted it still accepts;
/// the same framework always gives the same texts. Readers get them by asking for these tags.
/// Complexity: linear. Thread class: changes its argument; otherwise pure.
void add_pseudo_locales(Framework& framework);

/// `base` with both pseudo-locales, made from its source: what the engine itself says. Arguments
/// are filled in as they are. Complexity: linear. Thread class: pure.
Messages with_pseudo_locales(const Messages& base);

}  // namespace skillmatrix
