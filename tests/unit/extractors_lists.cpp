// read_list: numbered items, sub-items, lead-ins and continuation paragraphs.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extractors/shapes.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;
using test::Strings;
using test::View;

/// "number|text" of the items that the whole document gives.
Strings items(Document doc) {
  const View v(std::move(doc));
  Strings out;
  for (const Value& value : read_list(v.view, v.all())) {
    out.push_back(value.number.value_or("") + "|" + value.text);
  }
  return out;
}

/// Lines of a list at these indents (points); each starts a paragraph.
Strings laid_items(const std::vector<std::pair<double, std::string>>& lines) {
  Laid laid;
  for (const auto& [x, text] : lines) laid.para(text, x);
  return items(laid.get());
}

TEST_CASE("read_list: each numbered paragraph is an item with its number as printed") {
  CHECK(laid_items({{72, "1. That the plan be adopted."}, {72, "2. That its cost be noted."}}) ==
        Strings{"1|That the plan be adopted.", "2|That its cost be noted."});
  CHECK(laid_items({{72, "2.1 Adopt the plan."}, {72, "2.2 Note its cost."}}) ==
        Strings{"2.1|Adopt the plan.", "2.2|Note its cost."});
  CHECK(laid_items({{72, "(a) adopt the plan;"}, {72, "(b) note its cost."}}) ==
        Strings{"a|adopt the plan;", "b|note its cost."});
  CHECK(laid_items({{72, "(i) adopt the plan;"}, {72, "(ii) note its cost."}}) ==
        Strings{"i|adopt the plan;", "ii|note its cost."});
  CHECK(laid_items({{72, "• adopt the plan;"}, {72, "• note its cost."}}) ==
        Strings{"|adopt the plan;", "|note its cost."});
}

TEST_CASE("read_list: a lead-in is not an item") {
  CHECK(laid_items({{72, "The committee is asked to:"},
                    {72, "1. adopt the plan;"},
                    {72, "2. note its cost."}}) ==
        Strings{"1|adopt the plan;", "2|note its cost."});
}

TEST_CASE("read_list: a sub-item carries its parent's number") {
  CHECK(laid_items({{72, "1. That the plan be adopted."},
                    {72, "2. That the director be authorised to"},
                    {90, "(a) sign the contract; and"},
                    {90, "(b) pay for it."},
                    {72, "3. That the cost be noted."}}) ==
        Strings{"1|That the plan be adopted.", "2|That the director be authorised to",
                "2(a)|sign the contract; and", "2(b)|pay for it.", "3|That the cost be noted."});
}

TEST_CASE("read_list: a numbered lead-in that asks for what follows is no item") {
  CHECK(laid_items({{72, "1. The committee is asked to:"},
                    {90, "(a) adopt the plan;"},
                    {90, "(b) note its cost."}}) ==
        Strings{"a|adopt the plan;", "b|note its cost."});
}

TEST_CASE("read_list: a question to the board is no item, and its number none of the items'") {
  CHECK(laid_items({{72, "2.1 The Board is asked to:"},
                    {90, "(a) adopt the plan;"},
                    {108, "(i) with its map;"},
                    {90, "(b) note its cost."}}) ==
        Strings{"a|adopt the plan;", "a(i)|with its map;", "b|note its cost."});
}

TEST_CASE("read_list: markers upon markers end somewhere") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "1) ";
  CHECK(laid_items({{72, text + "end"}}).size() == 1);
}

TEST_CASE("read_list: three depths") {
  CHECK(laid_items({{72, "1. That the plan be adopted."},
                    {90, "(a) with its map;"},
                    {108, "(i) in colour;"},
                    {108, "(ii) to scale;"},
                    {90, "(b) with its index."},
                    {72, "2. That it be printed."}}) ==
        Strings{"1|That the plan be adopted.", "1(a)|with its map;", "1(a)(i)|in colour;",
                "1(a)(ii)|to scale;", "1(b)|with its index.", "2|That it be printed."});
}

TEST_CASE("read_list: the first sub-item may stand on its parent's line") {
  CHECK(laid_items({{72, "1. a) That the plan be adopted."},
                    {90, "b) That it be printed."},
                    {72, "2. That its cost be noted."}}) ==
        Strings{"1(a)|That the plan be adopted.", "1(b)|That it be printed.",
                "2|That its cost be noted."});
}

TEST_CASE("read_list: i after h is a letter, a first i is roman") {
  CHECK(laid_items(
            {{72, "(g) seventh;"}, {72, "(h) eighth;"}, {72, "(i) ninth;"}, {72, "(j) tenth."}}) ==
        Strings{"g|seventh;", "h|eighth;", "i|ninth;", "j|tenth."});
  CHECK(laid_items(
            {{72, "(a) first;"}, {90, "(i) of it;"}, {90, "(ii) of it;"}, {72, "(b) second."}}) ==
        Strings{"a|first;", "a(i)|of it;", "a(ii)|of it;", "b|second."});
}

TEST_CASE("read_list: a list that starts again keeps its numbers") {
  CHECK(laid_items({{72, "1. First of one."},
                    {72, "2. Second of one."},
                    {72, "1. First of two."},
                    {72, "2. Second of two."}}) ==
        Strings{"1|First of one.", "2|Second of one.", "1|First of two.", "2|Second of two."});
  CHECK(laid_items({{72, "1. One."}, {72, "1. Two."}, {72, "1. Three."}}) ==
        Strings{"1|One.", "1|Two.", "1|Three."});
}

TEST_CASE("read_list: an indented paragraph belongs to the item before it") {
  CHECK(
      laid_items({{72, "1. That the plan be adopted."},
                  {100, "It runs for three years, and is looked at again in the last of them."},
                  {72, "2. That its cost be noted."}}) ==
      Strings{"1|That the plan be adopted.\nIt runs for three years, and is looked at again in the "
              "last of them.",
              "2|That its cost be noted."});
}

TEST_CASE("read_list: a paragraph after the last item, not indented, is no part of it") {
  CHECK(laid_items({{90, "1. That the plan be adopted."},
                    {90, "2. That its cost be noted."},
                    {72, "The chair thanked all who had worked on the plan for their trouble."}}) ==
        Strings{"1|That the plan be adopted.", "2|That its cost be noted."});
}

TEST_CASE("read_list: bullets inside a numbered item belong to it") {
  CHECK(laid_items({{72, "1. That these be told:"},
                    {90, "• the press;"},
                    {90, "• the parishes."},
                    {72, "2. That it be noted."}}) ==
        Strings{"1|That these be told:\nthe press;\nthe parishes.", "2|That it be noted."});
}

TEST_CASE("read_list: content without numbers gives one item a paragraph") {
  CHECK(laid_items({{72, "That the plan be adopted for three years."},
                    {72, "That its cost be met from the reserves."}}) ==
        Strings{"|That the plan be adopted for three years.",
                "|That its cost be met from the reserves."});
}

TEST_CASE("read_list: a lead-in that is the whole content is the item") {
  CHECK(laid_items({{72, "That the committee agrees to the plan."}}) ==
        Strings{"|That the committee agrees to the plan."});
}

TEST_CASE("read_list: a sub-heading between items is none") {
  const Document doc = Laid()
                           .para("1. That the plan be adopted.")
                           .heading("Cost")
                           .para("2. That its cost be noted.")
                           .get();
  CHECK(items(doc) == Strings{"1|That the plan be adopted.", "2|That its cost be noted."});
}

TEST_CASE("read_list: 'None' gives no item") {
  for (const std::string text : {"None", "None.", "N/A", "Not applicable", "Nil"}) {
    INFO(text);
    CHECK(laid_items({{72, text}}).empty());
  }
}

TEST_CASE("read_list: each item's range covers its words") {
  const View v(Laid().para("1. That the plan").line("be adopted.").para("2. Noted.").get());
  const auto values = read_list(v.view, v.all());
  REQUIRE(values.size() == 2);
  CHECK(slice(v.doc, values[0].range) == "That the plan\nbe adopted.");
  CHECK(slice(v.doc, values[1].range) == "Noted.");
}

TEST_CASE("read_list: from plain text, where nothing is known of indents but columns") {
  CHECK(items(test::text_document(
            "1. That the plan be adopted.\n\n   a) with its map;\n\n   b) with its "
            "index.\n\n2. That its cost be noted.\n")) ==
        Strings{"1|That the plan be adopted.", "1(a)|with its map;", "1(b)|with its index.",
                "2|That its cost be noted."});
}

TEST_CASE("read_list: rows of number, text and remark") {
  const View v(Laid()
                   .cell(1, 1, "2.1")
                   .cell(1, 2, "Note the forecast")
                   .cell(1, 3, "Please refer to Section 3")
                   .cell(2, 1, "2.2")
                   .cell(2, 2, "Agree the changes")
                   .cell(2, 3, "Please refer to Section 7")
                   .get());
  Strings out;
  for (const Value& value : read_list(v.view, v.all()))
    out.push_back(test::said(value.number) + "|" + value.text);
  CHECK(out == Strings{"2.1|Note the forecast", "2.2|Agree the changes"});
}

TEST_CASE("states_no_options: sentences that say there were none") {
  for (const char* text :
       {"None", "None were identified.", "No alternative options were considered.",
        "There were no alternative options", "No other options were considered."}) {
    INFO(text);
    CHECK(states_no_options(text));
  }
  for (const char* text : {"Do nothing. Rejected.",
                           "No change to the hours, which was rejected because of cost; it was "
                           "considered at length by the panel.",
                           "Close the branch."}) {
    INFO(text);
    CHECK_FALSE(states_no_options(text));
  }
}

TEST_CASE("read_list: nothing gives nothing") {
  const View v(Laid().para("words").get());
  CHECK(read_list(v.view, {}).empty());
}

}  // namespace
}  // namespace moot
