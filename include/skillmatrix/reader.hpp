// A reader of a framework: in which language each of its texts is served to them.
#pragma once

#include <string_view>
#include <vector>

#include "skillmatrix/language.hpp"
#include "skillmatrix/locale.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/text_table.hpp"

namespace skillmatrix {

/// A matrix as one reader sees it. The pages, comparisons and reports are made for a reader. Make
/// one for each reader and matrix and keep it; after that, a text costs a few nanoseconds.
/// The matrix must outlive it and stay where it is. Cheap to copy, but for the chain of languages.
/// Thread class: immutable; any number of threads.
class Reader {
 public:
  /// `language` says what the reader prefers. The framework's own `fallbacks` hold, and before them
  /// those of the options. A reader without preferences gets the framework's default locale.
  /// Negotiates, see `LocaleChain`.
  Reader(const Matrix& matrix, Language language, const NegotiationOptions& options = {});

  /// The same for an Accept-Language list or a tag; if that is empty, the framework's language.
  explicit Reader(const Matrix& matrix, std::string_view languages = {});

  // Accessors are O(1); what they give lives as long as the reader.
  [[nodiscard]] const Matrix& matrix() const { return *matrix_; }
  [[nodiscard]] const Language& language() const { return language_; }
  /// The reader's own locale, see `Language`.
  [[nodiscard]] std::string_view locale() const { return language_.locale(); }
  /// The languages of the framework, best first for this reader.
  [[nodiscard]] const LocaleChain& chain() const { return chain_; }

  // Texts, by indices of the reader's matrix; others are undefined behaviour. Views live as long as
  // the matrix, placeholders as long as the reader. The cost is that of `TextTable::served`.

  /// The best translation for the reader; missing if there is none in any language.
  [[nodiscard]] ServedText text(TextIndex text) const {
    return matrix_->texts().served(text, chain_);
  }
  /// The same for a title; if there is none, a placeholder in the language of the messages, with
  /// the source `missing`: "Untitled skill".
  [[nodiscard]] ServedText title(TextIndex text, Titled kind) const;

  /// The titles of things, by `title`.
  [[nodiscard]] ServedText framework_title() const {
    return title(matrix_->title(), Titled::framework);
  }
  [[nodiscard]] ServedText skill_title(SkillIndex skill) const {
    return title(matrix_->skill_title(skill), Titled::skill);
  }
  [[nodiscard]] ServedText role_title(RoleIndex role) const {
    return title(matrix_->role_title(role), Titled::role);
  }
  [[nodiscard]] ServedText category_title(CategoryIndex category) const {
    return title(matrix_->category_title(category), Titled::category);
  }
  /// The title of a level of a scale; for rank 0, missing and empty.
  [[nodiscard]] ServedText level_title(ScaleIndex scale, Rank rank) const {
    if (rank == 0) return {};
    return title(matrix_->level_title(scale, rank), Titled::level);
  }
  [[nodiscard]] ServedText role_level_title(RoleLevelIndex level) const {
    return title(matrix_->role_level_title(level), Titled::level);
  }
  /// A skill's other names, all of them in the best language that has some; so they have the same
  /// tag, direction and source. O(chain + names); allocates.
  [[nodiscard]] std::vector<ServedText> skill_aliases(SkillIndex skill) const;

 private:
  const Matrix* matrix_;
  Language language_;
  LocaleChain chain_;
};

}  // namespace skillmatrix
