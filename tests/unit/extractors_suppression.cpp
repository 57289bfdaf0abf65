#include <catch2/catch.hpp>

#include "extractors/corrections.hpp"
#include "extractors/record_json.hpp"
#include "pipeline/normalise.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;
using Catch::Matchers::Contains;

namespace {

const char* const kText =
    "Report of Ada Quill, Director\n"
    "~Wealdshire - ADA QUILL\n"
    "Ask Ada\n"
    "Quill (ada.quill@\n"
    "wealdshire.example) or phone 01632 960-123 or +44 (0)1632 960 123.\n"
    "Ben Rook knows Radaquill and Ada Quilliam.\n"
    "\fThe first part of a sad story\n"
    "~Page head\n"
    "ends here. All else stays.\n";

struct Paper {
  Document doc = make_document(kText);
  Record record = make_record(doc, "00ff-p1");
  Paper() {
    doc.title = "ada quill: benches";
    doc.bookmarks = {{"Comments of Ada Quill", 1, 0}};
    record.lead_member = "Ada Quill";
    record.summary = "Ask Ada Quill, who knows Ben Rook.";
    record.reasons = "The first part of a sad story ends here.";
    record.from = {{"Ada Quill", "Director"}, {"Ada Quill", {}}};
    record.contacts = {{"Ada Quill", "Director", "01632 960123", "ada.quill@wealdshire.example"},
                       {"Ben Rook", {}, {}, {}}};
    record.present = {"Cllr One", "Ada Quill", "Cllr Two"};
    record.sections = {{"Comments of Ada Quill", {0, 5}}};
    add_evidence(record, doc, "/lead_member", "Ada Quill");
    add_evidence(record, doc, "/contacts/0/name", "Ada Quill");
    add_evidence(record, doc, "/contacts/1/name", "Ben Rook");
    add_evidence(record, doc, "/present/0", "Report");
    add_evidence(record, doc, "/present/1", "Ada Quill");
    add_evidence(record, doc, "/present/2", "Director");
    add_evidence(record, doc, "/reasons", "The first part of a sad story\nPage head\nends here.");
  }
  Corrected suppress(std::initializer_list<const char*> pointers) {
    std::vector<Correction> all;
    for (const char* pointer : pointers) {
      Result<Correction> made = make_suppression(record, pointer);
      if (!made) FAIL(made.error().message);
      all.push_back(*made);
    }
    Corrected done = apply_corrections(all, record);
    blank(doc, done.hidden);
    return done;
  }
};

bool holds(const std::string& text, const std::string& words) {
  return fold(text).find(fold(words)) != std::string::npos;
}

}  // namespace

TEST_CASE("suppress: a contact is found nowhere in the record any more") {
  Paper paper;
  const Corrected done = paper.suppress({"/contacts/0"});
  CHECK(done.stale.empty());
  const Record& record = paper.record;
  CHECK_FALSE(record.lead_member);
  CHECK(record.summary == "Ask \u2588\u2588\u2588, who knows Ben Rook.");
  REQUIRE(record.from.size() == 1);  // a role alone says who holds an office, not who a person is
  CHECK_FALSE(record.from[0].name);
  CHECK(record.from[0].role == "Director");
  REQUIRE(record.contacts.size() == 1);
  CHECK(record.contacts[0].name == "Ben Rook");
  CHECK(record.present == std::vector<std::string>{"Cllr One", "Cllr Two"});
  CHECK(record.sections[0].heading == "Comments of \u2588\u2588\u2588");
  const std::string json = to_json(record);
  for (const char* words : {"quill", "960123", "960 123"}) CHECK_FALSE(holds(json, words));
}

TEST_CASE("suppress: evidence moves up with the entries that stay") {
  Paper paper;
  const TextRange director = range_of(paper.doc, "Director"), ben = range_of(paper.doc, "Ben Rook");
  paper.suppress({"/contacts/0"});
  const auto& evidence = paper.record.evidence;
  CHECK(evidence.at("/contacts/0/name").where[0].range == ben);
  CHECK(evidence.count("/contacts/1/name") == 0);
  CHECK(evidence.at("/present/1").where[0].range == director);
  CHECK(evidence.count("/present/2") == 0);
  CHECK(evidence.count("/lead_member") == 0);
}

TEST_CASE("suppress: the words are blanked in the document however they are printed") {
  Paper paper;
  const Document before = paper.doc;
  paper.suppress({"/contacts/0"});
  const std::string& text = paper.doc.text;
  CHECK_THAT(
      text,
      Contains("Report of \u2588\u2588\u2588, Director\nWealdshire - \u2588\u2588\u2588\nAsk"));
  CHECK_THAT(text, Contains("Ben Rook knows Radaquill and Ada Quilliam."));
  CHECK_THAT(text, Contains("All else stays."));
  for (const char* words :
       {"ada quill,", "ada\n", "ada.quill", "wealdshire.example", "960-123", "960 123", "1632"}) {
    INFO(words);
    CHECK_FALSE(holds(text, words));
  }
  CHECK(text.size() == before.text.size());
  CHECK(is_utf8(text));
  CHECK(std::count(text.begin(), text.end(), '\n') ==
        std::count(before.text.begin(), before.text.end(), '\n'));
  CHECK(paper.doc.title == "\u2588\u2588\u2588: benches");
  CHECK(paper.doc.bookmarks[0].title == "Comments of \u2588\u2588\u2588");
}

TEST_CASE("suppress: a passage over two pages is blanked where it stands") {
  Paper paper;
  const Corrected done = paper.suppress({"/reasons"});
  CHECK_FALSE(paper.record.reasons);
  REQUIRE(done.hidden.size() == 1);
  CHECK_FALSE(done.hidden[0].where.empty());
  CHECK(paper.record.evidence.at("/reasons").basis == Basis::Corrected);
  CHECK_FALSE(holds(paper.doc.text, "sad story"));
  CHECK_FALSE(holds(paper.doc.text, "ends here"));
  CHECK_THAT(paper.doc.text, Contains("All else stays."));
}

TEST_CASE("suppress: one part alone leaves what stands beside it") {
  Paper paper;
  paper.suppress({"/contacts/0/phone"});
  CHECK_FALSE(paper.record.contacts[0].phone);
  CHECK(paper.record.contacts[0].name == "Ada Quill");
  CHECK_FALSE(holds(paper.doc.text, "960"));
  CHECK(holds(paper.doc.text, "Report of Ada Quill"));
}

TEST_CASE("suppress: a whole list becomes empty, and common words stay in the text") {
  Paper paper;
  paper.suppress({"/from"});
  CHECK(paper.record.from.empty());
  CHECK(holds(paper.doc.text, "Director"));
  CHECK_FALSE(holds(paper.doc.text, "Ada Quill,"));
}

TEST_CASE("suppress: what was suppressed stays hidden where its place is gone") {
  const Paper seen;
  const Result<Correction> made = make_suppression(seen.record, "/contacts/0");
  REQUIRE(made);
  Paper paper;
  paper.record.contacts = {{"Ben Rook", {}, {}, {}}};
  const Corrected done = apply_corrections({*made}, paper.record);
  CHECK(done.stale == std::vector<std::size_t>{0});
  CHECK_FALSE(paper.record.lead_member);
  CHECK(paper.record.contacts.size() == 1);
  blank(paper.doc, done.hidden);
  CHECK_FALSE(holds(paper.doc.text, "Report of Ada"));
}

TEST_CASE("suppress: hidden words of one paper are taken out of the others of its file") {
  Paper paper;
  hide({{"Ada  QUILL"}}, paper.record);
  CHECK_FALSE(paper.record.lead_member);
  CHECK(paper.record.contacts[0].email == "\u2588\u2588\u2588@wealdshire.example");
  CHECK(paper.record.summary == "Ask \u2588\u2588\u2588, who knows Ben Rook.");
  Record same = paper.record;
  hide({}, same);
  CHECK(to_json(same) == to_json(paper.record));
}

TEST_CASE("suppress: words alone are hidden wherever they stand, unless they are too few") {
  Paper paper;
  const Result<Correction> made = make_suppression("ben rook");
  REQUIRE(made);
  const Corrected done = apply_corrections({*made}, paper.record);
  CHECK(done.stale.empty());
  blank(paper.doc, done.hidden);
  CHECK_FALSE(holds(to_json(paper.record), "rook"));
  CHECK_FALSE(holds(paper.doc.text, "rook"));
  for (const char* words : {"", "A", "12345", " - "}) CHECK_FALSE(make_suppression(words));
}

TEST_CASE("make_suppression: what is empty or says nothing of anybody is refused") {
  Paper paper;
  CHECK_THAT(make_suppression(paper.record, "/consultation").error().message,
             Contains("there is nothing at '/consultation'"));
  CHECK_THAT(make_suppression(paper.record, "/wards").error().message, Contains("nothing at"));
  CHECK_THAT(make_suppression(paper.record, "/kind").error().message, Contains("'/kind'"));
  CHECK_THAT(make_suppression(paper.record, "/x").error().message, Contains("has no '/x'"));
}

TEST_CASE("suppress: a council is taken out of the record and stays in the text") {
  Paper paper;
  paper.record.council = Council{"Wealdshire", {}};
  const Corrected done = paper.suppress({"/council"});
  CHECK_FALSE(paper.record.council);
  CHECK(done.hidden.empty());
  CHECK(holds(paper.doc.text, "Wealdshire - "));
}

TEST_CASE("HiddenFinder: whole words, whatever their case, accents and joints") {
  struct Row {
    const char* words;
    const char* text;
    const char* left;
  };
  const Row rows[] = {
      {"Siân O'Dell", "SIAN O\u2019DELL and Siân Odell", " and "},
      {"Ann Lee-Moss", "Ann Lee-\nMoss, ann lee moss", ", "},
      {"Ann Lee", "Hann Lee, Ann Leeds", "Hann Lee, Ann Leeds"},
      {"01632 960 123", "(01632) 960123, 0044 1632 960123, 101632960123", "(, , 101632960123"},
      {"01632 960123 ext 4", "01632 960123 ext 4; 01632 960123", "; "},
      {"Jo", "Jo and Jo", "Jo and Jo"},
      {"12345", "12345", "12345"},
      {"one two\nthree four", "three four, one two", ", "},
      {"", "text", "text"},
      {"Ψωμί Άλφα", "ΨΩΜΊ ΆΛΦΑ", ""},
  };
  for (const Row& row : rows) {
    INFO(row.words << " | " << row.text);
    const std::string text = row.text;
    std::string left = text;
    const auto found = HiddenFinder({row.words}).find(text);
    for (auto range = found.rbegin(); range != found.rend(); ++range) {
      left.erase(range->begin, range->end - range->begin);
    }
    CHECK(left == row.left);
  }
}

TEST_CASE("blanked: byte for byte as long, line ends stay, ranges may overlap") {
  CHECK(blanked("abc defg\nhij", {{0, 8}, {2, 12}}) == "\u2588\u2588  \n\u2588");
  CHECK(blanked("abcdef", {{1, 6}, {1, 3}, {2, 4}}) == "a\u2588  ");
  CHECK(blanked("abc", {}) == "abc");
}

TEST_CASE("HiddenFinder: texts that nearly match over and over take linear time") {
  std::string text, words;
  for (int i = 0; i < 200'000; ++i) text += "a ";
  for (int i = 0; i < 100'000; ++i) words += "a ";
  CHECK(HiddenFinder({words + "b"}).find(text).empty());
}
