#include "index/welsh.hpp"

#include <algorithm>
#include <array>

namespace moot {
namespace {

constexpr std::size_t kShortest = 4;

/// How a word begins, and how its mutation does: soft, nasal, aspirate.
struct Mutation {
  std::string_view radical, mutated;
};
constexpr std::array kMutations{
    Mutation{"c", "g"},  Mutation{"c", "ngh"}, Mutation{"c", "ch"}, Mutation{"p", "b"},
    Mutation{"p", "mh"}, Mutation{"p", "ph"},  Mutation{"t", "d"},  Mutation{"t", "nh"},
    Mutation{"t", "th"}, Mutation{"g", ""},    Mutation{"g", "ng"}, Mutation{"b", "f"},
    Mutation{"b", "m"},  Mutation{"d", "dd"},  Mutation{"d", "n"},  Mutation{"ll", "l"},
    Mutation{"m", "f"},  Mutation{"rh", "r"},
};

/// Letters that are one in Welsh: "ch" does not begin with "c".
constexpr std::array<std::string_view, 8> kPairs{"ch", "dd", "ff", "ll", "ng", "ph", "rh", "th"};

bool begins(std::string_view word, std::string_view with) {
  if (with.empty()) {
    // A word that lost its g begins with a vowel, l, r or w; one with h or y as vowel too.
    return std::string_view("aeiouwylr").find(word.front()) != std::string_view::npos;
  }
  if (!word.starts_with(with)) return false;
  const bool pair = std::any_of(kPairs.begin(), kPairs.end(), [&](std::string_view letters) {
    return word.starts_with(letters) && letters.size() > with.size();
  });
  return !pair;
}

void add(std::vector<std::string>& forms, std::string form) {
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
}

}  // namespace

std::vector<std::string> welsh_forms(std::string_view folded) {
  if (folded.size() < kShortest) return {};
  std::vector<std::string> radicals{std::string(folded)};
  for (const Mutation& mutation : kMutations) {
    if (begins(folded, mutation.mutated)) {
      const std::string_view rest = folded.substr(mutation.mutated.size());
      radicals.push_back(std::string(mutation.radical) + std::string(rest));
    }
  }
  std::vector<std::string> forms;
  for (const std::string& radical : radicals) {
    add(forms, radical);
    for (const Mutation& mutation : kMutations) {
      if (!begins(radical, mutation.radical)) continue;
      const std::string rest = radical.substr(mutation.radical.size());
      if (!rest.empty()) add(forms, std::string(mutation.mutated) + rest);
    }
  }
  forms.erase(std::find(forms.begin(), forms.end(), folded));
  return forms;
}

}  // namespace moot
