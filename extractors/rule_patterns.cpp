#include "extractors/rule_patterns.hpp"

#include <string_view>

namespace moot {
namespace {

/// RE2 reads a text from its end where a pattern ends with '$'. Before a repetition, as in
/// ".{3,200})$", that is slow for every text: each place may be one of 200. As one of two ways to
/// match, of which the other never does, such a pattern is read from the front, where its words are
/// missed at once.
std::string read_from_front(const std::string& pattern) {
  const std::size_t last = pattern.find_last_not_of("$)");
  const bool repeats = pattern.ends_with('$') && last != std::string::npos &&
                       std::string_view("}*+").find(pattern[last]) != std::string_view::npos;
  return repeats ? "(?:" + pattern + ")|[^\\x00-\\x{10FFFF}]" : pattern;
}

}  // namespace

Result<CompiledPattern> compile_pattern(const std::string& pattern, std::size_t rule,
                                        const std::string& where) {
  auto re = std::make_unique<RE2>(read_from_front(pattern), RE2::Quiet);
  if (!re->ok()) re = std::make_unique<RE2>(pattern, RE2::Quiet);  // whose error is told
  if (!re->ok()) return fail(ErrorKind::BadRule, "a pattern is wrong: " + re->error(), where);
  if (re->NumberOfCapturingGroups() > 1) {
    return fail(ErrorKind::BadRule, "a pattern has more than one group", where,
                "write (?: ) for groups that are not the value");
  }
  if (RE2::PartialMatch("", *re)) {
    return fail(ErrorKind::BadRule, "a pattern matches the empty text", where);
  }
  return CompiledPattern{std::move(re), rule};
}

}  // namespace moot
