#include "index/query_lexer.hpp"

#include <algorithm>
#include <optional>

#include "index/words.hpp"

namespace moot {
namespace {

constexpr std::size_t kMaxBytes = 8192;
constexpr std::size_t kMaxWords = 128;
constexpr int kNearWindow = 10;
constexpr int kMaxNearWindow = 50;
constexpr std::size_t kShownBytes = 40;
constexpr std::string_view kOpenQuote = "\u201C";
constexpr std::string_view kCloseQuote = "\u201D";
constexpr std::string_view kNoBreakSpace = "\u00A0";

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Length of the UTF-8 letter at `at`; 0 where the bytes are none.
std::size_t letter_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  std::size_t length = 0;
  if (lead < 0x80) length = 1;
  if (lead >= 0xC2 && lead < 0xE0) length = 2;
  if (lead >= 0xE0 && lead < 0xF0) length = 3;
  if (lead >= 0xF0 && lead < 0xF5) length = 4;
  if (at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return 0;
  }
  return length;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  Result<std::vector<Lexeme>> read() {
    if (query_.size() > kMaxBytes) {
      return query_error(query_, 0, "the query is longer than 8,192 bytes");
    }
    while (skip_space(), at_ < query_.size()) {
      if (auto error = read_one()) return *error;
      if (words_ > kMaxWords) {
        return query_error(query_, at_, "the query has more than 128 words");
      }
    }
    return std::move(lexemes_);
  }

 private:
  using Kind = Lexeme::Kind;

  std::size_t space_length(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(query_[at]);
    if (byte <= 0x20 || byte == 0x7f) return 1;
    return query_.substr(at).starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
  }

  std::size_t quote_length(std::size_t at) const {
    if (query_[at] == '"') return 1;
    const std::string_view rest = query_.substr(at);
    return rest.starts_with(kOpenQuote) || rest.starts_with(kCloseQuote) ? kOpenQuote.size() : 0;
  }

  bool ends_run(std::size_t at) const {
    return at >= query_.size() || query_[at] == '(' || query_[at] == ')' || space_length(at) != 0 ||
           quote_length(at) != 0;
  }

  void skip_space() {
    while (at_ < query_.size()) {
      const std::size_t length = space_length(at_);
      if (length == 0) return;
      at_ += length;
    }
  }

  void add(Kind kind, std::size_t place, std::string text = {}, std::string field = {}) {
    lexemes_.push_back({kind, place, std::move(text), std::move(field), 0});
  }

  std::optional<Error> read_one() {
    const std::size_t start = at_;
    const char c = query_[at_];
    if (c == '(' || c == ')') {
      ++at_;
      add(c == '(' ? Kind::Open : Kind::Close, start);
      return std::nullopt;
    }
    if (c == '-' && at_ + 1 < query_.size() && query_[at_ + 1] != '-' &&
        space_length(at_ + 1) == 0) {
      ++at_;
      add(Kind::Not, start);
      return std::nullopt;
    }
    if (quote_length(at_) != 0) return read_phrase();
    return read_run();
  }

  /// Reads what stands in quotation marks, from the first of them.
  std::optional<Error> read_quoted(std::string& text) {
    const std::size_t start = at_;
    at_ += quote_length(at_);
    const std::size_t first = at_;
    while (at_ < query_.size() && quote_length(at_) == 0) ++at_;
    if (at_ == query_.size()) {
      return query_error(query_, start, "the quotation mark is not closed",
                         "put a \" behind the last word of the phrase");
    }
    text = std::string(query_.substr(first, at_ - first));
    at_ += quote_length(at_);
    return std::nullopt;
  }

  std::optional<Error> read_phrase() {
    const std::size_t start = at_;
    std::string text;
    if (auto error = read_quoted(text)) return error;
    add_words(start, std::move(text));
    return std::nullopt;
  }

  void add_words(std::size_t start, std::string text) {
    const std::size_t count = tokenise(text).size();
    words_ += count;
    if (count > 0) add(count == 1 ? Kind::Word : Kind::Phrase, start, std::move(text));
  }

  /// Reads a run of letters: a word, an operator or a field.
  std::optional<Error> read_run() {
    const std::size_t start = at_;
    bool name = true;  // so far it may be the name of a field
    while (!ends_run(at_)) {
      const char c = query_[at_];
      if (c == ':' && name && at_ > start) return read_field(start);
      name = name && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_');
      ++at_;
    }
    return read_word(start, query_.substr(start, at_ - start));
  }

  std::optional<Error> read_field(std::size_t start) {
    const std::string field(query_.substr(start, at_ - start));
    ++at_;
    std::string value;
    if (at_ < query_.size() && quote_length(at_) != 0) {
      if (auto error = read_quoted(value)) return error;
    } else {
      const std::size_t first = at_;
      while (!ends_run(at_)) ++at_;
      value = std::string(query_.substr(first, at_ - first));
    }
    if (value.empty()) {
      return query_error(
          query_, start, "nothing stands behind " + shown(field + ":"),
          "write the value without a space: " + field + ":value, or " + field + ":\"two words\"");
    }
    ++words_;
    add(Kind::Field, start, std::move(value), field);
    return std::nullopt;
  }

  std::optional<Error> read_word(std::size_t start, std::string_view word) {
    if (word == "OR") return add(Kind::Or, start), std::nullopt;
    if (word == "AND") return add(Kind::And, start), std::nullopt;
    if (word == "NOT") return add(Kind::Not, start), std::nullopt;
    if (word == "NEAR" || word.starts_with("NEAR/")) return read_near(start, word);
    if (word == "*") return add(Kind::All, start), std::nullopt;
    if (word.ends_with('*')) return read_prefix(start, word.substr(0, word.size() - 1));
    add_words(start, std::string(word));
    return std::nullopt;
  }

  std::optional<Error> read_near(std::size_t start, std::string_view word) {
    int window = kNearWindow;
    if (word.size() > 4) {
      window = 0;
      for (const char c : word.substr(5)) {
        window = c >= '0' && c <= '9' && window <= kMaxNearWindow ? window * 10 + (c - '0') : 1000;
      }
    }
    if (window < 1 || window > kMaxNearWindow) {
      return query_error(query_, start, shown(word) + " is not a distance between words",
                         "write NEAR/1 to NEAR/50");
    }
    add(Kind::Near, start);
    lexemes_.back().window = window;
    return std::nullopt;
  }

  std::optional<Error> read_prefix(std::size_t start, std::string_view word) {
    const std::vector<Token> tokens = tokenise(word);
    if (tokens.empty()) return std::nullopt;  // '****' says nothing
    if (tokens.size() > 1 || tokens[0].folded.size() < 2) {
      return query_error(query_, start, "a * can only follow the first letters of one word",
                         "write two letters or more before it: strat*");
    }
    ++words_;
    add(Kind::Prefix, start, std::string(word));
    return std::nullopt;
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::string shown(std::string_view piece) {
  std::string out = "'";
  for (std::size_t at = 0; at < piece.size();) {
    if (out.size() > kShownBytes) return out + "\u2026'";
    const std::size_t length = letter_length(piece, at);
    const auto byte = static_cast<unsigned char>(piece[at]);
    if (length == 0 || byte < 0x20 || byte == 0x7f) {
      out += '?';
      ++at;
      continue;
    }
    out += piece.substr(at, length);
    at += length;
  }
  return out + "'";
}

Error query_error(std::string_view query, std::size_t place, std::string message,
                  std::string hint) {
  const std::string_view before = query.substr(0, std::min(place, query.size()));
  const auto letters =
      std::count_if(before.begin(), before.end(), [](char c) { return !is_continuation(c); });
  return fail(ErrorKind::BadQuery, std::move(message), "column " + std::to_string(letters + 1),
              std::move(hint));
}

Result<std::vector<Lexeme>> read_lexemes(std::string_view query) {
  return Lexer(query).read();
}

}  // namespace moot
