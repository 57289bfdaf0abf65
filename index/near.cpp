#include "index/near.hpp"

#include <algorithm>
#include <limits>

#include "index/words.hpp"

namespace moot {
namespace {

constexpr std::size_t kFewestWords = 40;
constexpr std::size_t kRun = 3;  // words
constexpr std::size_t kRows = kNearValues / kNearBands;
static_assert(kRows * kNearBands == kNearValues);

/// The last step of SplitMix64: each bit of the result depends on all of the argument.
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

/// FNV-1a, so that it is the same with every library.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return mixed(hash);
}

/// One hash function a value: h(x) = the upper half of x * factor + term.
struct HashFamily {
  std::array<std::uint64_t, kNearValues> factor, term;
};

const HashFamily& family() {
  static const HashFamily functions = [] {
    HashFamily made;
    for (std::size_t i = 0; i < kNearValues; ++i) {
      made.factor[i] = mixed(2 * i) | 1;
      made.term[i] = mixed(2 * i + 1);
    }
    return made;
  }();
  return functions;
}

}  // namespace

std::optional<NearSignature> near_signature(const std::vector<std::string>& words) {
  if (words.size() < kFewestWords) return {};
  const HashFamily& functions = family();
  NearSignature least;
  least.fill(std::numeric_limits<std::uint32_t>::max());
  std::uint64_t before = hash_of(words[0]), last = hash_of(words[1]);
  for (std::size_t i = kRun - 1; i < words.size(); ++i) {
    const std::uint64_t word = hash_of(words[i]);
    const std::uint64_t run = mixed(mixed(before) + mixed(last + 1) * 3 + word);
    for (std::size_t k = 0; k < kNearValues; ++k) {
      const std::uint64_t value = (run * functions.factor[k] + functions.term[k]) >> 32;
      least[k] = std::min(least[k], static_cast<std::uint32_t>(value));
    }
    before = last;
    last = word;
  }
  return least;
}

std::optional<NearSignature> near_signature(const Document& doc, const Record& record) {
  if (doc.lines.empty()) return {};
  const TextRange paper{std::min(record.range.begin, doc.text.size()),
                        std::min(record.range.end, doc.text.size())};
  std::vector<std::string> words;
  for (std::size_t i = line_at(doc, paper.begin); i < doc.lines.size(); ++i) {
    const Line& line = doc.lines[i];
    if (line.range.begin >= paper.end) break;
    if (line.role != LineRole::Body) continue;
    const TextRange part{std::max(line.range.begin, paper.begin),
                         std::min(line.range.end, paper.end)};
    if (part.empty()) continue;
    for (std::string& word : folded_words(slice(doc, part))) words.push_back(std::move(word));
  }
  return near_signature(words);
}

double similarity(const NearSignature& a, const NearSignature& b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < kNearValues; ++i) same += a[i] == b[i];
  return static_cast<double>(same) / static_cast<double>(kNearValues);
}

std::array<std::uint64_t, kNearBands> near_bands(const NearSignature& signature) {
  std::array<std::uint64_t, kNearBands> keys{};
  for (std::size_t band = 0; band < kNearBands; ++band) {
    std::uint64_t key = mixed(band);
    for (std::size_t row = 0; row < kRows; ++row) key = mixed(key ^ signature[band * kRows + row]);
    keys[band] = key;
  }
  return keys;
}

std::string to_bytes(const NearSignature& signature) {
  std::string bytes;
  for (const std::uint32_t value : signature) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
      bytes += static_cast<char>((value >> shift) & 0xFFU);
    }
  }
  return bytes;
}

std::optional<NearSignature> near_from_bytes(std::string_view bytes) {
  NearSignature signature{};
  if (bytes.size() != 4 * kNearValues) return {};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint32_t byte = static_cast<unsigned char>(bytes[i]);
    signature[i / 4] |= byte << (8 * (i % 4));
  }
  return signature;
}

}  // namespace moot
