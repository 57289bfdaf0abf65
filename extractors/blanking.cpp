#include "extractors/blanking.hpp"

#include <algorithm>

#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {
namespace {

constexpr std::string_view kBar = "\xE2\x96\x88";
constexpr std::size_t kFewestLetters = 3;
constexpr std::size_t kFewestDigits = 6;
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ULL;

/// Bytes of the letter that starts at `at`, 1 for a byte that starts none.
std::size_t width_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t width = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(width, text.size() - at);
}

/// Whether a letter beyond ASCII starts at `at`, of any script; signs, marks and spaces are none.
bool foreign_letter_at(std::string_view text, std::size_t at) {
  const std::size_t width = width_at(text, at);
  if (width == 1) return false;
  unsigned letter = static_cast<unsigned char>(text[at]) & (0x7FU >> width);
  for (std::size_t i = 1; i < width; ++i) {
    letter = letter << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  if (letter < 0xC0 || letter == 0xD7 || letter == 0xF7) return false;
  const bool sign = (letter >= 0x2000 && letter < 0x2C00) || (letter >= 0x3000 && letter < 0x3040);
  return !sign && !(letter >= 0xE000 && letter < 0xF900) && letter != 0xFFFD;
}

/// The words of a text as one string, for matching over whatever parts them.
struct Squeezed {
  std::string letters;
  std::vector<std::size_t> starts;  ///< of each word in `letters`
  std::vector<TextRange> places;    ///< of each word in the text
};

Squeezed squeezed(std::string_view text) {
  Squeezed out;
  std::size_t at = 0;
  const auto in_word = [&] {
    return is_alnum_byte(text[at]) ||
           (static_cast<unsigned char>(text[at]) >= 0x80 && foreign_letter_at(text, at));
  };
  while (at < text.size()) {
    if (!in_word()) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    bool ascii = true;
    for (; at < text.size() && in_word(); at += width_at(text, at)) {
      ascii = ascii && is_alnum_byte(text[at]);
    }
    const std::string_view word = text.substr(begin, at - begin);
    out.starts.push_back(out.letters.size());
    out.places.push_back({begin, at});
    out.letters += ascii ? ascii_lower(word) : fold(word);
  }
  return out;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit_byte);
}

/// Means something wherever it stands.
bool is_telling(std::string_view letters) {
  return letters.size() >= (all_digits(letters) ? kFewestDigits : kFewestLetters);
}

/// The forms in which a telephone number of the UK is printed; none where `words` is no such.
std::vector<std::string> phone_forms(std::string_view words) {
  std::string digits;
  for (const char c : words) {
    if (is_alpha_byte(c)) break;  // "ext 283"
    if (is_digit_byte(c)) digits += c;
  }
  if (digits.starts_with("0044")) digits.erase(0, 2);
  if (digits.starts_with("440")) digits.erase(2, 1);
  if (digits.starts_with("44")) digits.replace(0, 2, "0");
  if (digits.size() < 10 || digits.size() > 11 || digits[0] != '0') return {};
  const std::string rest = digits.substr(1);
  return {digits, "44" + rest, "440" + rest, "0044" + rest, "00440" + rest};
}

std::uint64_t next_hash(std::uint64_t hash, char c) {
  return hash * kBase + static_cast<unsigned char>(c) + 1;
}

std::uint64_t hash_of(std::string_view letters) {
  std::uint64_t hash = 0;
  for (const char c : letters) hash = next_hash(hash, c);
  return hash;
}

/// Hashes of all stretches of a string, each in constant time.
class Hashes {
 public:
  explicit Hashes(std::string_view letters) : upto_{0}, power_{1} {
    upto_.reserve(letters.size() + 1);
    power_.reserve(letters.size() + 1);
    for (const char c : letters) {
      upto_.push_back(next_hash(upto_.back(), c));
      power_.push_back(power_.back() * kBase);
    }
  }
  std::uint64_t of(std::size_t begin, std::size_t size) const {
    return upto_[begin + size] - upto_[begin] * power_[size];
  }

 private:
  std::vector<std::uint64_t> upto_, power_;
};

}  // namespace

HiddenFinder::HiddenFinder(const std::vector<std::string>& words) {
  for (const std::string& one : words) {
    for (std::size_t at = 0; at < one.size();) {
      const std::size_t end = std::min(one.find('\n', at), one.size());
      const std::string_view paragraph = std::string_view(one).substr(at, end - at);
      add(squeezed(paragraph).letters);
      for (std::string& form : phone_forms(paragraph)) add(std::move(form));
      at = end + 1;
    }
  }
}

void HiddenFinder::add(std::string needle) {
  if (!is_telling(needle)) return;
  auto& same_length = needles_[needle.size()];
  const std::uint64_t hash = hash_of(needle);
  for (auto [at, end] = same_length.equal_range(hash); at != end; ++at) {
    if (at->second == needle) return;
  }
  same_length.emplace(hash, std::move(needle));
}

std::vector<TextRange> HiddenFinder::find(std::string_view text) const {
  std::vector<TextRange> found;
  if (needles_.empty()) return found;
  const Squeezed in = squeezed(text);
  const Hashes hashes(in.letters);
  /// The word that ends where a needle that starts at word `first` ends; none where none does.
  const auto last_word = [&](std::size_t first, std::size_t size) {
    const std::size_t end = in.starts[first] + size;
    const auto next = std::lower_bound(in.starts.begin(), in.starts.end(), end);
    const bool whole = next == in.starts.end() ? end == in.letters.size() : *next == end;
    return whole ? static_cast<std::size_t>(next - in.starts.begin()) : first;
  };
  for (std::size_t word = 0; word < in.starts.size(); ++word) {
    const std::size_t begin = in.starts[word];
    for (const auto& [length, same_length] : needles_) {
      const std::size_t size = length;  // Clang 14 takes no part of a pair into a lambda
      if (begin + size > in.letters.size()) continue;
      const auto [first, last] = same_length.equal_range(hashes.of(begin, size));
      const bool same = std::any_of(first, last, [&](const auto& needle) {
        return in.letters.compare(begin, size, needle.second) == 0;
      });
      const std::size_t after = same ? last_word(word, size) : word;
      if (after == word) continue;
      found.push_back({in.places[word].begin, in.places[after - 1].end});
      word = after - 1;
      break;
    }
  }
  return found;
}

bool HiddenFinder::is_all(std::string_view text) const {
  const std::string letters = squeezed(text).letters;
  const auto same_length = needles_.find(letters.size());
  if (same_length == needles_.end()) return false;
  const auto [first, last] = same_length->second.equal_range(hash_of(letters));
  return std::any_of(first, last, [&](const auto& needle) { return needle.second == letters; });
}

std::string blanked(std::string text, std::vector<TextRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const TextRange& a, const TextRange& b) { return a.begin < b.begin; });
  std::size_t at = 0;  // never back into a bar
  for (const TextRange& range : ranges) {
    at = std::max(at, range.begin);
    while (at < range.end) {
      const std::size_t end = std::min(text.find('\n', at), range.end);
      for (; at + kBar.size() <= end; at += kBar.size()) text.replace(at, kBar.size(), kBar);
      for (; at < end; ++at) text[at] = ' ';
      at += at < range.end;  // the line end stays
    }
  }
  return text;
}

namespace {

/// Where the words stand at a place of the document; the whole place where they do not.
TextRange words_at(const Document& doc, TextRange place, const std::string& letters) {
  const Squeezed there = squeezed(slice(doc, place));
  const std::size_t at = letters.empty() ? std::string::npos : there.letters.find(letters);
  if (at == std::string::npos) return place;
  const auto word_before = [&](std::size_t letter) {
    const auto after = std::upper_bound(there.starts.begin(), there.starts.end(), letter);
    return there.places[static_cast<std::size_t>(after - there.starts.begin()) - 1];
  };
  return {place.begin + word_before(at).begin,
          place.begin + word_before(at + letters.size() - 1).end};
}

}  // namespace

void blank(Document& doc, const std::vector<HiddenWords>& hidden) {
  std::vector<std::string> words;
  for (const HiddenWords& one : hidden) words.push_back(one.words);
  const HiddenFinder finder(words);
  std::vector<TextRange> ranges = finder.find(doc.text);
  for (const HiddenWords& one : hidden) {
    const std::string letters = squeezed(one.words).letters;
    for (const TextRange& place : one.where) {
      if (place.empty() || place.end > doc.text.size()) continue;
      ranges.push_back(words_at(doc, place, letters));
    }
  }
  doc.text = blanked(doc.text, ranges);
  doc.title = blanked(doc.title, finder.find(doc.title));
  for (Bookmark& bookmark : doc.bookmarks) {
    bookmark.title = blanked(bookmark.title, finder.find(bookmark.title));
  }
}

}  // namespace moot
