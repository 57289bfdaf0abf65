#include "index/facet_reader.hpp"

#include <string_view>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "index/terms.hpp"

namespace moot {
namespace {

constexpr std::size_t kMostCopied = 64 << 20;  // bytes

}  // namespace

FacetReader::FacetReader(const Xapian::Database& database)
    : database_(database), texts_([&database](std::uint64_t number) {
        return database.get_metadata(kFacetTextKey + std::to_string(number));
      }) {}

void FacetReader::begin() {
  if (std::string uuid = database_.get_uuid(); uuid != uuid_) {
    uuid_ = std::move(uuid);
    texts_.forget();
    revision_ = 0;
  }
  const std::uint64_t now = database_.get_revision();
  if (now != revision_) {
    revision_ = now;
    copied_.clear();
    begins_.clear();
  } else if (begins_.empty()) {
    copy();
  }
}

void FacetReader::copy() {
  const std::size_t last = database_.get_lastdocid();
  if (last * sizeof(std::uint32_t) > kMostCopied) return;
  std::string copied;
  std::vector<std::uint32_t> begins;
  begins.reserve(last + 2);
  const auto end = database_.valuestream_end(kFacetsSlot);
  for (auto it = database_.valuestream_begin(kFacetsSlot); it != end; ++it) {
    if (it.get_docid() > last || copied.size() > kMostCopied) return;
    begins.resize(it.get_docid() + std::size_t{1}, static_cast<std::uint32_t>(copied.size()));
    copied += *it;
  }
  begins.resize(last + 2, static_cast<std::uint32_t>(copied.size()));
  copied_ = std::move(copied);
  begins_ = std::move(begins);
}

void FacetReader::count(const Xapian::Document& document, FacetCounter& counter) const {
  if (document.get_docid() + std::size_t{1} >= begins_.size()) {
    counter.add(document.get_value(kFacetsSlot));
    return;
  }
  const std::size_t id = document.get_docid();
  const std::uint32_t begin = begins_[id];
  counter.add(std::string_view(copied_).substr(begin, begins_[id + 1] - begin));
}

}  // namespace moot
