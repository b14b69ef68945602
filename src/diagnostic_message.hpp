// What a diagnostic says, in the language of a catalog.
#pragma once

#include <string>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/messages.hpp"

namespace skillmatrix {

/// The message "diagnostic.<name of the code>", filled with the value and the arguments of the
/// diagnostic. One line: what would break it, or turn it around, is shown as U+000A and the like.
std::string message_of(const Diagnostic& diagnostic, const MessageView& messages,
                       ServedMessage* served = nullptr);

}  // namespace skillmatrix
