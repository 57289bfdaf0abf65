#include <catch2/catch.hpp>
#include <ctime>

#include "index/trace_numbers.hpp"
#include "index/trace_words.hpp"

using namespace moot;
using As = NumberMention::As;

namespace {

/// The kinds of all mentions: h heading, l label, t text, p planning, P part.
std::string kinds(const std::string& number, const std::string& text) {
  std::string out;
  for (const NumberMention& mention : mentions_of(number, text)) {
    out += "hltpP"[static_cast<int>(mention.as)];
  }
  return out;
}

}  // namespace

TEST_CASE("mentions_of finds a number under any signs, and tells what it stands there for") {
  struct Row {
    const char *text, *kinds;
  };
  const Row rows[] = {
      {"Cabinet took decision 24/00108 in May.", "t"},
      {"Cabinet took decision 24-00108 and decision 24 / 00108.", "tt"},
      {"24/00108 - Benches in Parks", "h"},
      {"7. 24/00108 - Benches in Parks", "h"},
      {"Decision No: 24/00108", "l"},
      {"Key decision reference: 24/00108 Benches", "l"},
      {"Decision No 24/00108 was called in.", "t"},
      {"24/001085 and 124/00108 and 24/0010", ""},
      {"24/00108/FUL is refused", "P"},
      {"S/24/00108 is refused", "P"},
      {"Planning application 24/00108 is refused", "p"},
      {"application ref. 24/00108, the old mill", "p"},
      {"See Decision-24/00108, No.24/00108 and 24-00108-Report.", "ttt"},
      {"the members considered at length, and with some doubts, the decision -\n24/00108 - Benches",
       "t"},
      {"from 24 to\n00108", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(kinds("24/00108", row.text) == row.kinds);
  }
  const auto part = mentions_of("24/00108", "see S/24/00108/FUL.");
  REQUIRE(part.size() == 1);
  CHECK(part[0].range == TextRange{4, 18});
  CHECK(mentions_of("", "24/00108").empty());
  CHECK(kinds("CAB/24/7", "cab/24/7 and CAB/24/77") == "t");
}

TEST_CASE("mentions_of takes time in proportion to a text, also where it is one line") {
  const auto seconds = [](const std::string& front, std::size_t size) {
    std::string text = front;
    while (text.size() < size) text += "see 24/00108 (and ";
    const std::clock_t begin = std::clock();  // of this process: others do not count
    const auto mentions = mentions_of("24/00108", text);
    const std::clock_t end = std::clock();
    CHECK(mentions.size() > size / 20);
    return static_cast<double>(end - begin) / CLOCKS_PER_SEC;
  };
  // Quadratic, eight times the text would take 64 times as long.
  for (const char* front : {"", "Members noted\n"}) {
    const double few = seconds(front, std::size_t{1} << 17);
    CHECK(seconds(front, std::size_t{1} << 20) < 24 * few + 0.5);
  }
}

TEST_CASE("file_name_has reads a number in the name of a file, not in its folders") {
  struct Row {
    const char* path;
    bool has;
  };
  const Row rows[] = {
      {"papers/24-00108 - Report.pdf", true},   {"cabinet_24-00108_-_Report.pdf", true},
      {"Item 7 2400108 Benches.pdf", true},     {"24-00108/report.pdf", false},
      {"papers/24-001081.pdf", false},          {"papers/24001081.pdf", false},
      {"papers/24-00108-FUL plans.pdf", false}, {"Planning application 24-00108.pdf", false}};
  for (const Row& row : rows) {
    INFO(row.path);
    CHECK(file_name_has("24/00108", row.path) == row.has);
  }
  CHECK_FALSE(file_name_has("12", "12.pdf"));
}

TEST_CASE("number_of_same_form and is_telling") {
  CHECK(number_of_same_form("24/00108", "24/00115 - Ponds") == "24/00115");
  CHECK(number_of_same_form("24/00108", "24-00115: Ponds") == "24-00115");
  CHECK(number_of_same_form("24/00108", "2024/25 budget").empty());
  CHECK(number_of_same_form("24/00108", "Ponds").empty());
  CHECK(is_telling("24/00108"));
  CHECK(is_telling("CAB/24/07"));
  CHECK_FALSE(is_telling("12"));
  CHECK_FALSE(is_telling("D 12"));
}

TEST_CASE("numbers inside titles and behind labels are found, and dates are none") {
  CHECK(number_like_in("AB-PW-2024-1", "Award tender AB-PW-2024-4 for gravel") == "AB-PW-2024-4");
  CHECK(number_like_in("AB-PW-2024-1", "Award tender AB-PW-2024-1 for sand").empty());
  CHECK(number_like_in("24/00108", "Ponds 24/00109").empty());
  CHECK(coded_number("Resolution: award tender AB-PW-2024-1 for sand") == "AB-PW-2024-1");
  CHECK(coded_number("Appeal about DC/2024/0117") == "DC/2024/0117");
  CHECK(coded_number("Budget 2024/25 and COVID-2019").empty());
  CHECK(labelled_number("Application ref no: 24/00108/FUL\nThe Old Mill") == "24/00108/FUL");
  CHECK(labelled_number("Great Marrow\nReference 24/00108").starts_with("24/00108"));
  CHECK(labelled_number("Our reference: 12/10/2024").empty());
  CHECK(labelled_number("Telephone number: 01632 960123").empty());
  CHECK(labelled_number("Members noted application 24/00108/FUL").empty());
}

TEST_CASE("speaks_of_call_in wants words that say it was, near the number") {
  struct Row {
    const char* text;
    bool speaks;
  };
  const Row rows[] = {
      {"Members considered the call-in of decision 24/00108.", true},
      {"Decision 24/00108 - Benches, which had been called in, may go on.", true},
      {"Decision 24/00108 has been called-in by five members.", true},
      {"Decision 24/00108 may be called in until noon.", false},
      {"Decision 24/00108 is subject to call-in.", false},
      {"Decision 24/00108 was not called in.", false},
      {"The call-in period of 24/00108 ends on Monday.", false},
      {"Decision 24/00108 was taken. Another decision was called in.", false},
      {"Decision 24/00108 was taken after a call in the evening.", false},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const std::string text = row.text;
    const auto mentions = mentions_of("24/00108", text);
    REQUIRE(mentions.size() == 1);
    CHECK(speaks_of_call_in(text, mentions[0].range) == row.speaks);
  }
  CHECK(is_call_in_title("Call-in: Benches in Parks"));
  CHECK_FALSE(is_call_in_title("Call-in procedure"));
  CHECK_FALSE(is_call_in_title("Benches in Parks"));
}

TEST_CASE("title_words parts what a title is about from when") {
  using Set = std::set<std::string>;
  const TitleWords words =
      title_words("24/00108 - Budget Reports for Quarter Q3, November 2024-25");
  CHECK(words.words == Set{"budget", "report", "quarter"});
  CHECK(words.periods == Set{"q3", "november", "2024", "2025"});
  CHECK(title_words("Plan 2024 \xE2\x80\x93 2027").periods == Set{"2024", "2027"});
  CHECK(title_words("The 18-25 section").words == Set{"18", "25", "section"});
  CHECK(title_words("Discuss and approve the Pond").words == Set{"pond"});
  CHECK(title_alone("Digital Strategy - the next steps") == "Digital Strategy - the next steps");
  for (const char* title : {"2024/25: Capital Programme", "2024-25 - Q1 Monitoring",
                            "17.01.2024 - Notes", "2023: Annual review"}) {
    CHECK(title_alone(title) == title);
  }
  CHECK(title_alone("24/00108 - Ponds") == "Ponds");
  CHECK(title_alone("2024/0108: Ponds") == "Ponds");
}

TEST_CASE("likeness and periods_differ tell one quarter's report from the next one's") {
  const auto like = [](const char* a, const char* b) {
    return likeness(title_words(a), title_words(b));
  };
  const auto differ = [](const char* a, const char* b) {
    return periods_differ(title_words(a), title_words(b));
  };
  CHECK(like("Benches in Parks", "BENCHES IN THE PARKS") == 1);
  CHECK(like("Benches in Parks", "Ponds and Weirs") == 0);
  CHECK(like("Benches 2024", "Benches") == 1);
  CHECK(like("Benches 2024", "Benches 2023") == Approx(0.5));
  CHECK(differ("Monitoring - September 2024-25", "Monitoring - November 2024-25"));
  CHECK(differ("Monitoring Q1", "Monitoring Q2"));
  CHECK_FALSE(differ("Plan 2024-27", "Plan 2024 - 2027"));
  CHECK_FALSE(differ("Monitoring 2024-25", "Monitoring November 2024-25"));
  CHECK_FALSE(differ("Plan", "Plan 2024"));
}

TEST_CASE("body_key makes one of the names that papers give a body") {
  const std::string council = "Great Marrow District Council";
  CHECK(body_key("CABINET", council) == body_key("Great Marrow Cabinet", council));
  CHECK(body_key("Full Council", council) == "council");
  CHECK(body_key("Great Marrow District Council", council) == "council");
  CHECK(body_key("Parks Cabinet Committee", council) != body_key("Cabinet", council));
  CHECK(body_key("", council).empty());
}

TEST_CASE("shared_wording finds what one paper says in the words of another") {
  const std::string asked =
      "That the replacement of forty benches in the parks be approved at a cost of ten thousand.";
  const auto shared = [](const std::string& text, const std::string& other) {
    WordRuns runs;
    add_runs(runs, other);
    return shared_wording(text, runs);
  };
  const std::string decided = "RESOLVED: " + asked + " Councillors thanked the officers.";
  CHECK(shared(asked, decided).share == 1);
  CHECK(shared(asked, decided).longest == asked.substr(0, asked.size() - 1));
  CHECK(shared(asked, "That the report be noted by all who were present there.").share == 0);
  CHECK(shared("That the report be noted.", "That the report be noted.").share == 0);
}
