#include "index/record_layout.hpp"

#include "index/packing.hpp"

namespace moot {

std::string pack_layout(const Record& record) {
  std::string out;
  const auto pack_range = [&](TextRange range) {
    pack_number(out, range.begin);
    pack_number(out, range.end);
  };
  pack_range(record.range);
  pack_number(out, record.sections.size());
  for (const SectionRange& section : record.sections) {
    pack_text(out, section.heading);
    pack_range(section.range);
  }
  return out;
}

bool unpack_layout(std::string_view bytes, Record& record, std::size_t limit) {
  Unpacker in(bytes);
  bool sound = true;
  const auto read_range = [&] {
    const std::size_t begin = in.number();
    const TextRange range{begin, in.number()};
    sound = sound && range.begin <= range.end && range.end <= limit;
    return range;
  };
  record.range = read_range();
  constexpr std::size_t kMostSections = 1'000'000;
  record.sections.resize(in.count(3, kMostSections));
  for (SectionRange& section : record.sections) {
    section.heading = in.text();
    section.range = read_range();
  }
  return sound && in.ok() && in.done();
}

}  // namespace moot
