#include "pipeline/sections.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace moot {
namespace {

/// Blocks of these levels; 0 is a paragraph.
std::vector<Block> blocks_of(const std::vector<int>& levels) {
  std::vector<Block> blocks;
  for (const int level : levels) {
    Block block;
    block.kind = level > 0 ? BlockKind::Heading : BlockKind::Paragraph;
    block.level = level;
    blocks.push_back(block);
  }
  return blocks;
}

/// "heading:first-last" of each section; "-" for no heading.
std::vector<std::string> shown(const std::vector<int>& levels) {
  std::vector<std::string> out;
  for (const Section& section : find_sections(blocks_of(levels))) {
    out.push_back((section.heading ? std::to_string(*section.heading) : "-") + ":" +
                  std::to_string(section.first) + "-" + std::to_string(section.last));
  }
  return out;
}

struct Row {
  std::vector<int> levels;
  std::vector<std::string> sections;
};

TEST_CASE("find_sections: a section goes to the next heading of its own or a higher rank") {
  const std::vector<Row> rows = {
      {{}, {}},
      {{0, 0}, {"-:0-2"}},
      {{1, 0, 0}, {"0:1-3"}},
      {{0, 1, 0}, {"-:0-1", "1:2-3"}},
      {{1, 0, 1, 0}, {"0:1-2", "2:3-4"}},
      {{1, 0, 2, 0, 2, 0, 1, 0}, {"0:1-6", "2:3-4", "4:5-6", "6:7-8"}},
      {{2, 0, 1, 0}, {"0:1-2", "2:3-4"}},
      {{1, 1, 0}, {"0:1-1", "1:2-3"}},
      {{1, 5, 9, 0, 5, 0}, {"0:1-6", "1:2-4", "2:3-4", "4:5-6"}},
  };
  for (const Row& row : rows) CHECK(shown(row.levels) == row.sections);
}

TEST_CASE("find_sections: a section bears the level of its heading") {
  const auto sections = find_sections(blocks_of({1, 0, 3, 0}));
  REQUIRE(sections.size() == 2);
  CHECK(sections[0].level == 1);
  CHECK(sections[1].level == 3);
}

}  // namespace
}  // namespace moot
