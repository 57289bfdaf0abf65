#include "extractors/sentences.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace moot {
namespace {

struct Row {
  std::string text;
  std::vector<std::string> sentences;
};

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  for (const TextRange range : split_sentences(text)) {
    out.push_back(text.substr(range.begin, range.end - range.begin));
  }
  return out;
}

TEST_CASE("split_sentences: sentences end at a stop before a capital") {
  const std::vector<Row> rows = {
      {"", {}},
      {"   ", {}},
      {"One", {"One"}},
      {"One. Two.", {"One.", "Two."}},
      {"One? Two! Three.", {"One?", "Two!", "Three."}},
      {" One.\nTwo. ", {"One.", "Two."}},
      {"One. “Two.” Three", {"One.", "“Two.” Three"}},
      {"It is 3.5 times as much. Then it falls.", {"It is 3.5 times as much.", "Then it falls."}},
      {"See para. 4 of the plan.", {"See para. 4 of the plan."}},
      {"It cost more. than was thought.", {"It cost more. than was thought."}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(split(row.text) == row.sentences);
  }
}

TEST_CASE("split_sentences: names, initials and abbreviations go on") {
  for (const std::string text :
       {"Proposed by Cllr. Quill and seconded by Mr. Rook.", "Cllr. A. Quill spoke.",
        "Minute No. Twelve was read.", "The Rev. Finch and Dr. Moss came.",
        "St. Mary’s Hall was full.", "Cyng. Rhys spoke.", "R.W. Quill came."}) {
    INFO(text);
    CHECK(split(text) == std::vector<std::string>{text});
  }
}

TEST_CASE("split_sentences: sentences after an abbreviation are still told apart") {
  CHECK(split("Cllr. Quill spoke. Cllr. Rook agreed.") ==
        std::vector<std::string>{"Cllr. Quill spoke.", "Cllr. Rook agreed."});
}

}  // namespace
}  // namespace moot
