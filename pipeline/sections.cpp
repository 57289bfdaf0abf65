#include "pipeline/sections.hpp"

#include <limits>

namespace moot {

std::vector<Section> find_sections(const std::vector<Block>& blocks) {
  std::vector<Section> sections;
  std::vector<std::size_t> open;  // indices into sections, from the outermost in
  const auto close = [&](int level, std::size_t at) {
    while (!open.empty() && sections[open.back()].level >= level) {
      sections[open.back()].last = at;
      open.pop_back();
    }
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool heading = blocks[i].kind == BlockKind::Heading;
    if (!heading && !sections.empty()) continue;
    if (heading) {
      close(blocks[i].level, i);
      sections.push_back({i, blocks[i].level, i + 1, i + 1});
    } else {
      // What stands before the first heading: any heading ends it.
      sections.push_back({std::nullopt, std::numeric_limits<int>::max(), i, i});
    }
    open.push_back(sections.size() - 1);
  }
  close(0, blocks.size());
  return sections;
}

}  // namespace moot
