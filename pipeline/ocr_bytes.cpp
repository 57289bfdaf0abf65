#include <bit>
#include <cmath>
#include <cstdint>

#include "pipeline/ocr.hpp"

namespace moot {
namespace {

constexpr std::uint64_t kFormat = 0x3170636F;  // "ocp1"
constexpr std::size_t kMostWords = 200'000;
constexpr double kFarthest = 1e6;  // points

/// Eight bytes, the lowest first, on every machine.
void put(std::string& out, std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>((value >> shift) & 0xff);
}

void put(std::string& out, double value) {
  put(out, std::bit_cast<std::uint64_t>(value));
}

void put(std::string& out, const std::string& text) {
  put(out, std::uint64_t{text.size()});
  out += text;
}

/// After the first value that is not sound all are 0 or empty.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number(std::uint64_t most) {
    if (rest_.size() < 8) return bad();
    std::uint64_t value = 0;
    for (std::size_t i = 8; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(rest_[i]);
    rest_.remove_prefix(8);
    return value <= most ? value : bad();
  }
  double real(double least, double most) {
    const double value = std::bit_cast<double>(number(~std::uint64_t{0}));
    if (value >= least && value <= most) return value;  // false for what is no number
    bad();
    return 0;
  }
  std::string text() {
    const std::uint64_t size = number(rest_.size());
    if (size > rest_.size()) bad();
    std::string value(rest_.substr(0, good_ ? size : 0));
    rest_.remove_prefix(value.size());
    return value;
  }
  bool good() const { return good_; }
  bool finished() const { return good_ && rest_.empty(); }

 private:
  std::uint64_t bad() {
    good_ = false;
    rest_ = {};
    return 0;
  }
  std::string_view rest_;
  bool good_ = true;
};

Word read_word(Reader& in, int turn) {
  Word word;
  word.text = in.text();
  word.box.x0 = in.real(-kFarthest, kFarthest);
  word.box.y0 = in.real(-kFarthest, kFarthest);
  word.box.x1 = in.real(word.box.x0, kFarthest);
  word.box.y1 = in.real(word.box.y0, kFarthest);
  word.size = in.real(0, kFarthest);
  word.certainty = in.real(0, 1);
  word.rotation = turn;
  return word;
}

}  // namespace

std::string pack_ocr_page(const OcrPage& page) {
  std::string out;
  put(out, kFormat);
  put(out, page.width);
  put(out, page.height);
  put(out, std::uint64_t{page.blank});
  put(out, static_cast<std::uint64_t>(page.turn & 3));
  put(out, page.skew);
  put(out, page.confidence);
  put(out, page.problem);
  put(out, std::uint64_t{page.words.size()});
  for (const Word& word : page.words) {
    put(out, word.text);
    for (const double x : {word.box.x0, word.box.y0, word.box.x1, word.box.y1}) put(out, x);
    put(out, word.size);
    put(out, word.certainty);
  }
  return out;
}

std::optional<OcrPage> unpack_ocr_page(std::string_view bytes) {
  Reader in(bytes);
  if (in.number(kFormat) != kFormat) return std::nullopt;
  OcrPage page;
  page.width = in.real(0, kFarthest);
  page.height = in.real(0, kFarthest);
  page.blank = in.number(1) != 0;
  page.turn = static_cast<int>(in.number(3));
  page.skew = in.real(-20, 20);
  page.confidence = in.real(0, 1);
  page.problem = in.text();
  const std::uint64_t count = in.number(kMostWords);
  for (std::uint64_t i = 0; i < count && in.good(); ++i) {
    page.words.push_back(read_word(in, page.turn));
  }
  if (!in.finished()) return std::nullopt;
  return page;
}

}  // namespace moot
