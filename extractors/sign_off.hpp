#pragma once
/// \file Who signed off an implication: lines and brackets behind its text. Pure.

#include <string>
#include <vector>

#include "extractors/paper_view.hpp"

namespace moot {

/// Whether a text names somebody, with post and date at most: "Jane Doe, Head of Finance, 1 July
/// 2025".
bool is_only_a_person(const std::string& text);

/// Whether a line says who signed off: a pattern of the rules for implications/sign_off, or
/// somebody with post or date in brackets.
bool is_sign_off(const RuleSet& rules, const std::string& text);

/// Cuts the sign-off from the end of an implication's text: its last paragraph or two, or a bracket
/// at the end of the last. Gives what was cut; nothing where all would be.
std::vector<Piece> take_sign_off(const PaperView& view, std::vector<Piece>& pieces);

}  // namespace moot
