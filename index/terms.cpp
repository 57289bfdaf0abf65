#include "index/terms.hpp"

#include <unordered_map>

#include <xapian.h>

#include "index/packing.hpp"

namespace moot {
namespace {

constexpr std::size_t kMaxTerm = 200;     // Xapian allows 245 bytes
constexpr std::size_t kMaxStems = 5'000;  // most words of most papers, in half a megabyte

}  // namespace

std::uint32_t next_start(std::uint32_t last) {
  return ((last + kPositionGap) / kPositionStep + 1) * kPositionStep;
}

std::string pack_passages(const std::vector<PassageStart>& passages) {
  std::string out;
  std::uint32_t at = 0;
  for (const PassageStart& passage : passages) {
    pack_number(out, passage.field);
    pack_number(out, (passage.start - at) / kPositionStep);
    pack_number(out, passage.text - passage.start);
    at = passage.start;
  }
  return out;
}

std::vector<PassageStart> unpack_passages(std::string_view bytes) {
  std::vector<PassageStart> passages;
  Unpacker in(bytes);
  std::uint32_t at = 0;
  while (!in.done()) {
    PassageStart passage;
    passage.field = in.number();
    at += static_cast<std::uint32_t>(in.number()) * kPositionStep;
    passage.start = at;
    passage.text = at + static_cast<std::uint32_t>(in.number());
    passages.push_back(passage);
  }
  if (!in.ok()) passages.clear();
  return passages;
}

struct Stemmer::Impl {
  Xapian::Stem english{"en"};
  std::unordered_map<std::string, std::string> known;
};

Stemmer::Stemmer() : impl_(std::make_unique<Impl>()) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

const std::string& Stemmer::stem(const std::string& folded) {
  if (const auto found = impl_->known.find(folded); found != impl_->known.end()) {
    return found->second;
  }
  if (impl_->known.size() >= kMaxStems) impl_->known.clear();
  return impl_->known.emplace(folded, impl_->english(folded)).first->second;
}

std::string make_term(std::string_view prefix, std::string_view rest) {
  std::string term(prefix);
  // Xapian takes two bytes for a zero one; no word has any.
  rest = rest.substr(0, rest.find('\0'));
  term += rest.substr(0, kMaxTerm - prefix.size());
  return term;
}

std::string date_value(std::string_view iso) {
  std::string value(iso);
  std::erase(value, '-');
  return value;
}

}  // namespace moot
