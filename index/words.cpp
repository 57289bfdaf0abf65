#include "index/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <xapian.h>

namespace moot {
namespace {

constexpr std::size_t kMaxWord = 64;
constexpr unsigned kFirstLatin = 0xC0;
constexpr unsigned kLastLatin = 0x17F;

/// Letters without their accents, from U+00C0 to U+017F; '*' stands for letters that become two
/// and '.' for what is no letter. Lower case, for case is folded as well.
constexpr std::string_view kBaseLetters =
    "aaaaaa*ceeeeiiiidnooooo.ouuuuy**aaaaaa*ceeeeiiiidnooooo.ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kBaseLetters.size() == kLastLatin - kFirstLatin + 1);

struct Pair {
  unsigned letter;
  const char* base;
};
constexpr std::array kPairs{
    Pair{0xC6, "ae"},  Pair{0xE6, "ae"},  Pair{0xDE, "th"},  Pair{0xFE, "th"},  Pair{0xDF, "ss"},
    Pair{0x132, "ij"}, Pair{0x133, "ij"}, Pair{0x152, "oe"}, Pair{0x153, "oe"},
};

bool is_mark(unsigned letter) {
  return letter >= 0x300 && letter <= 0x36F;
}

/// Latin letters with accents outside the table: Welsh and Vietnamese ones of U+1E00 to U+1EFF.
char extended_base(unsigned letter) {
  if (letter >= 0x1E80 && letter <= 0x1E89) return 'w';
  if (letter >= 0x1EF2 && letter <= 0x1EF9) return 'y';
  return '\0';
}

void append_folded(std::string& out, unsigned letter) {
  if (letter < 0x80) {
    out += static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
    return;
  }
  if (is_mark(letter)) return;
  if (letter >= kFirstLatin && letter <= kLastLatin) {
    const char base = kBaseLetters[letter - kFirstLatin];
    if (base != '*' && base != '.') {
      out += base;
      return;
    }
    for (const Pair& pair : kPairs) {
      if (pair.letter == letter) out += pair.base;
    }
    return;
  }
  if (const char base = extended_base(letter)) {
    out += base;
    return;
  }
  Xapian::Unicode::append_utf8(out, Xapian::Unicode::tolower(letter));
}

bool is_digit(unsigned letter) {
  return letter >= '0' && letter <= '9';
}

bool is_word_letter(unsigned letter) {
  if (letter < 0x80) {
    return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }
  return Xapian::Unicode::is_wordchar(letter);
}

bool is_apostrophe(unsigned letter) {
  return letter == '\'' || letter == 0x2019;
}

/// Whether a comma at `at` parts thousands: three digits follow, and no fourth.
bool parts_thousands(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i <= at + 3; ++i) {
    if (i >= text.size() || !is_digit(static_cast<unsigned char>(text[i]))) return false;
  }
  return at + 4 >= text.size() || !is_digit(static_cast<unsigned char>(text[at + 4]));
}

/// Cuts to kMaxWord bytes, never through a letter.
void cut_long(std::string& word) {
  if (word.size() <= kMaxWord) return;
  std::size_t size = kMaxWord;
  while (size > 0 && (static_cast<unsigned char>(word[size]) & 0xC0) == 0x80) --size;
  word.resize(size);
}

/// Reads letter after letter with its place in bytes. Most are ASCII and go the short way.
class Letters {
 public:
  explicit Letters(std::string_view text) : text_(text) {}
  bool more() const { return at_ < text_.size(); }
  unsigned letter() const { return letter_at(at_); }
  std::size_t place() const { return at_; }
  void next() { at_ = after(at_); }
  /// The letter behind this one; 0 at the end.
  unsigned peek() const {
    const std::size_t place = after(at_);
    return place < text_.size() ? letter_at(place) : 0;
  }

 private:
  bool is_ascii(std::size_t place) const { return static_cast<unsigned char>(text_[place]) < 0x80; }
  Xapian::Utf8Iterator from(std::size_t place) const {
    return {text_.data() + place, text_.size() - place};
  }
  unsigned letter_at(std::size_t place) const {
    return is_ascii(place) ? static_cast<unsigned char>(text_[place]) : *from(place);
  }
  std::size_t after(std::size_t place) const {
    if (is_ascii(place)) return place + 1;
    Xapian::Utf8Iterator at = from(place);
    ++at;
    return at == Xapian::Utf8Iterator() ? text_.size() : text_.size() - at.left();
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Reads one word; the first letter is a word letter.
Token read_word(Letters& letters, std::string_view text) {
  Token token;
  token.begin = letters.place();
  unsigned last = 0;
  while (letters.more()) {
    const unsigned letter = letters.letter();
    if (is_word_letter(letter)) {
      append_folded(token.folded, letter);
    } else if (is_apostrophe(letter) && !is_digit(last) && is_word_letter(letters.peek())) {
      token.folded += '\'';
    } else if (letter != ',' || !is_digit(last) || !parts_thousands(text, letters.place())) {
      break;
    }
    last = letter;
    letters.next();
  }
  token.end = letters.place();
  cut_long(token.folded);
  return token;
}

}  // namespace

std::vector<Token> tokenise(std::string_view text) {
  std::vector<Token> words;
  Letters letters(text);
  while (letters.more()) {
    const unsigned letter = letters.letter();
    if (!is_word_letter(letter)) {
      letters.next();
      continue;
    }
    Token token = read_word(letters, text);
    if (!token.folded.empty()) words.push_back(std::move(token));
  }
  return words;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  for (Token& token : tokenise(text)) words.push_back(std::move(token.folded));
  return words;
}

std::string without_hyphens(std::string text) {
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool inside =
        i > 0 && i + 1 < text.size() && is_letter(text[i - 1]) && is_letter(text[i + 1]);
    if (text[i] != '-' || !inside) out += text[i];
  }
  return out;
}

std::string folded_line(std::string_view text) {
  std::string out;
  for (const Token& token : tokenise(text)) out += (out.empty() ? "" : " ") + token.folded;
  return out;
}

std::string squeeze(std::string_view text) {
  std::string out;
  for (const Token& token : tokenise(text)) out += token.folded;
  std::erase(out, '\'');
  return out;
}

}  // namespace moot
