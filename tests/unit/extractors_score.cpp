#include "extractors/score.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "extractors/score_text.hpp"

using namespace moot;

namespace {

Gold gold_of(const std::string& values) {
  const auto gold = parse_gold("{\"document\": \"a.pdf\", " + values + "}", "a.json");
  REQUIRE(gold);
  return *gold;
}

Count count_of(const Comparison& compared, const std::string& field) {
  const auto found = compared.counts.find(field);
  return found == compared.counts.end() ? Count{} : found->second;
}

Evidence by(const std::string& rule) {
  Evidence evidence;
  evidence.rule = rule;
  return evidence;
}

constexpr Count kRight{1, 0, 0};
constexpr Count kFalse{0, 1, 0};
constexpr Count kMissed{0, 0, 1};
constexpr Count kWrong{0, 1, 1};

}  // namespace

TEST_CASE("fold_value leaves the look of a text out") {
  struct Row {
    const char* what;
    std::string text, expected;
  };
  const Row rows[] = {
      {"case", "The CABINET", "the cabinet"},
      {"full case folding", "Stra\u00DFe", "strasse"},
      {"compatibility forms", "o\uFB03ce \uFF11", "office 1"},
      {"quotes", "\u2018a\u2019 \u201Cb\u201D c", "a' \"b\" c"},
      {"dashes", "2024\u201325 \u2014 x", "2024-25 - x"},
      {"white space", "  a\u00A0 b\nc ", "a b c"},
      {"soft hyphens", "com\u00ADmittee", "committee"},
      {"punctuation at the ends", "\u2022 To note; ", "to note"},
      {"only punctuation", " -. ", ""},
      {"accents stay", "Caf\u00E9", "caf\u00E9"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(fold_value(row.text) == row.expected);
  }
}

TEST_CASE("words_f1 compares words, and the facts of short texts") {
  const std::string ten = "one two three four five six seven eight nine ten";
  std::string many;
  for (int i = 0; i < 9; ++i) many += ten + " ";
  struct Row {
    const char* what;
    std::string a, b;
    double expected;
  };
  const Row rows[] = {
      {"the same but for case and order", "Budget for Roads", "roads FOR budget", 1.0},
      {"one of ten words differs", ten, "one two three four five six seven eight nine x", 0.9},
      {"a number differs", ten + " 12", ten + " 13", 0.0},
      {"a negation differs", ten + " to sell it", ten + " not to sell it", 0.0},
      {"a currency sign differs", ten + " £", ten, 0.0},
      {"a number in a long text", many + "12", many + "13", 90.0 / 91.0},
      {"nothing in common", "a b", "c d", 0.0},
      {"no words, the same", "+", "+", 1.0},
      {"no words, not the same", "+", "=", 0.0},
      {"no words in one", "+", "a", 0.0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(words_f1(comparable(row.a), comparable(row.b)) == Approx(row.expected));
  }
}

TEST_CASE("phone_digits reads one number in many forms") {
  for (const char* text : {"01632 960123", "+44 (0)1632 960123", "+441632-960-123"}) {
    CHECK(phone_digits(text) == "01632960123");
  }
  CHECK(phone_digits("Via the clerk.") == "via the clerk");
}

TEST_CASE("compare counts a scalar as right, wrong, false or missed") {
  struct Row {
    const char* what;
    const char* gold;
    Text got;
    Count expected;
  };
  const Row rows[] = {
      {"equal when folded", R"("body": "The Cabinet")", "the cabinet.", kRight},
      {"another", R"("body": "The Cabinet")", "Council", kWrong},
      {"found where there is none", R"("body": null)", "Council", kFalse},
      {"not found", R"("body": "Council")", {}, kMissed},
      {"none, and none found", R"("body": null)", {}, {}},
      {"the gold says nothing of it", R"("title": null)", "Council", {}},
      {"one word of ten is not enough for a scalar",
       R"("body": "one two three four five six seven eight nine ten")",
       "one two three four five six seven eight nine", kWrong},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Record got;
    got.body = row.got;
    CHECK(count_of(compare(gold_of(row.gold), got, Measure::Soft), "body") == row.expected);
  }
}

TEST_CASE("compare takes nearly equal prose for right softly and not strictly") {
  Record got;
  got.summary = "one two three four five six seven eight nine ten eleven";
  got.key_decision = true;
  const Gold gold = gold_of(R"("summary": "one two three four five six seven eight nine ten",
                               "key_decision": true)");
  CHECK(count_of(compare(gold, got, Measure::Soft), "summary") == kRight);
  CHECK(count_of(compare(gold, got, Measure::Strict), "summary") == kWrong);
  CHECK(count_of(compare(gold, got, Measure::Strict), "key_decision") == kRight);
}

TEST_CASE("compare matches the entries of a list, the best pair first") {
  Record got;
  got.recommendations = {{"1", "To note the report"}, {"2", "To agree the plan"}, {{}, "Extra"}};
  const Gold gold = gold_of(R"("recommendations": [
      {"number": "2", "text": "To agree the plan"}, {"number": "a", "text": "to note the report."},
      {"number": "3", "text": "To thank the clerk"}])");
  const Comparison found = compare(gold, got, Measure::Soft);
  CHECK(count_of(found, "recommendations") == Count{2, 1, 1});
  CHECK(count_of(found, "recommendations.number") == Count{1, 1, 1});
}

TEST_CASE("an optional entry of the gold counts neither found nor missed") {
  const Gold gold = gold_of(R"("appendices": [{"text": "Appendix A", "optional": true}],
      "contacts": [{"name": "Ada Thornbury", "role": "Clerk", "optional": true}])");
  Record got;
  CHECK(compare(gold, got, Measure::Soft).counts.empty());
  got.appendices = {"Appendix A"};
  got.contacts = {{"Ada Thornbury", "Mayor", {}, {}}};
  const Comparison found = compare(gold, got, Measure::Soft);
  CHECK(found.counts.empty());
  CHECK(found.judgements.empty());
}

TEST_CASE("compare keeps kinds of implication apart") {
  Record got;
  got.implications = {{"legal", "Legal", "There are none.", {}}};
  const Gold gold = gold_of(R"("implications": [
      {"kind": "financial", "heading": "Finance", "text": "There are none.", "sign_off": null}])");
  CHECK(count_of(compare(gold, got, Measure::Soft), "implications") == kWrong);
}

TEST_CASE("compare finds a contact by email, name or telephone and scores each part") {
  Record got;
  got.contacts = {{"A. Thornbury", "Clerk", "01632 960001", "clerk@marrow.example"}};
  const Gold gold = gold_of(R"("contacts": [{"name": "Ada Thornbury", "role": "Clerk",
      "phone": "+44 1632 960001", "email": "CLERK@marrow.example"}])");
  const Comparison found = compare(gold, got, Measure::Soft);
  CHECK(count_of(found, "contacts.name") == kWrong);
  CHECK(count_of(found, "contacts.role") == kRight);
  CHECK(count_of(found, "contacts.email") == kRight);
  CHECK(count_of(found, "contacts.phone") == kRight);
}

TEST_CASE("compare scores the resolutions of an item only where the gold gives them") {
  Record got;
  got.items = {{"1", "Pond", "", {"That it be cleared."}}, {"2", "Benches", "", {"Painted."}}};
  const Gold gold = gold_of(R"("items": [{"number": "2", "title": "Benches", "resolutions": []},
      {"number": "1", "title": "Pond"}])");
  const Comparison found = compare(gold, got, Measure::Soft);
  CHECK(count_of(found, "items.title") == Count{2, 0, 0});
  CHECK(count_of(found, "items.resolutions") == kFalse);
  std::set<std::string> judged;
  for (const Judgement& judgement : found.judgements) judged.insert(judgement.pointer);
  CHECK(judged.contains("/items/1/resolutions/0"));
  CHECK_FALSE(judged.contains("/items/0/resolutions/0"));
}

TEST_CASE("compare judges each value by its pointer and the rule that found it") {
  Record got;
  got.title = std::string("Ponds");
  got.from = {{{}, "Clerk"}};
  got.wards = {"All", "Marrow"};
  got.evidence = {{"/title", by("title.first")},
                  {"/from/0/role", by("from.by")},
                  {"/wards/0", by("wards.label")},
                  {"/wards/1", by("wards.label")}};
  const Gold gold =
      gold_of(R"("title": "Benches", "from": [{"name": null, "role": "Clerk"}], "wards": ["All"])");
  std::map<std::string, std::pair<std::string, bool>> judged;
  for (const Judgement& judgement : compare(gold, got, Measure::Soft).judgements) {
    judged[judgement.pointer] = {judgement.rule, judgement.right};
  }
  CHECK(judged.size() == 4);
  CHECK(judged["/title"] == std::pair<std::string, bool>("title.first", false));
  CHECK(judged["/from/0/name"] == std::pair<std::string, bool>("from.by", true));
  CHECK(judged["/wards/0"] == std::pair<std::string, bool>("wards.label", true));
  CHECK(judged["/wards/1"] == std::pair<std::string, bool>("wards.label", false));
}

TEST_CASE("the core figures leave other fields out") {
  const Counts counts = {
      {"title", {3, 1, 0}}, {"body", {0, 0, 1}}, {"call_in", {0, 1, 0}}, {"wards", {9, 9, 9}}};
  CHECK(core_count(counts) == Count{3, 2, 1});
  CHECK(figures(core_count(counts)).precision == Approx(0.6));
  CHECK(figures({0, 0, 0}).f1 == 1.0);
  // Of title and body: the gold has no call-in.
  CHECK(core_macro_f1(counts) == Approx((6.0 / 7.0 + 0.0) / 2));
}
