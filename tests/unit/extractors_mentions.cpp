#include "extractors/mentions.hpp"

#include <catch2/catch.hpp>

#include "pipeline/normalise.hpp"
#include "tests/support/hostile.hpp"

using moot::find_mentions;
using moot::Mention;

namespace {

constexpr std::size_t kSize = 1 << 20;  // bytes

/// "words=value" of each mention of a kind, with its unit behind.
std::string said(std::string_view text, Mention::Kind kind) {
  std::string out;
  for (const Mention& mention : find_mentions(text)) {
    if (mention.kind != kind) continue;
    const auto words = text.substr(mention.range.begin, mention.range.end - mention.range.begin);
    out += (out.empty() ? "" : "; ") + std::string(words) + "=" + mention.value;
    if (!mention.unit.empty()) out += " " + mention.unit;
  }
  return out;
}

struct Row {
  const char* text;
  const char* said;
};

}  // namespace

TEST_CASE("find_mentions: sums as people print them") {
  const auto row = GENERATE(
      Row{"costs £1.2m.", "£1.2m=1200000"}, Row{"£1.2 million for parks", "£1.2 million=1200000"},
      Row{"£12.5bn", "£12.5bn=12500000000"}, Row{"about £30k", "about £30k=30000"},
      Row{"£30K and £4M", "£30K=30000; £4M=4000000"},
      Row{"up to £500,000,", "up to £500,000=500000"}, Row{"£1,234.56", "£1,234.56=1234.56"},
      Row{"£12,345.60", "£12,345.60=12345.60"}, Row{"£ 864.00 paid", "£ 864.00=864"},
      Row{"£7.5 each", "£7.5=7.50"}, Row{"£0.5m to £0.7m", "£0.5m to £0.7m=500000..700000"},
      Row{"£0.5 to £0.7m", "£0.5 to £0.7m=500000..700000"}, Row{"£10-15k", "£10-15k=10000..15000"},
      Row{"£2–3 million", "£2–3 million=2000000..3000000"},
      Row{"between £1m and £2m a year", "between £1m and £2m a year=1000000..2000000"},
      Row{"fell from £2m to £1m", "£2m=2000000; £1m=1000000"},
      Row{"£250 per annum, paid", "£250 per annum=250"}, Row{"£250 p.a.", "£250 p.a=250"},
      Row{"£15 per user per month", "£15 per user per month=15"},
      Row{"a saving of -£1.2m", "-£1.2m=-1200000"}, Row{"£0", "£0=0"},
      Row{"£1,500 2024/25", "£1,500=1500"}, Row{"c£5m", "c£5m=5000000"},
      Row{"A/C £2,347.00", "£2,347.00=2347"}, Row{"£0.3m -£0.4m", "£0.3m=300000; -£0.4m=-400000"},
      Row{"£3m-£4m", "£3m-£4m=3000000..4000000"}, Row{"£100 to 20 staff", "£100=100"},
      Row{"£5 miliwn", "£5 miliwn=5000000"});
  CAPTURE(row.text);
  CHECK(said(row.text, Mention::Kind::Sum) == row.said);
}

TEST_CASE("find_mentions: what is no sum") {
  const auto text = GENERATE("£'000", "£000", "£000s", "£m", "£ million", "£", "££", "£1,23",
                             "£1.2.3", "£12abc", "£99999999999999999999", "12 pounds", "€500");
  CAPTURE(text);
  CHECK(said(text, Mention::Kind::Sum).empty());
}

TEST_CASE("find_mentions: financial years, and what looks like one") {
  const auto row = GENERATE(
      Row{"in 2024/25.", "2024/25=2024-25"}, Row{"2024-25", "2024-25=2024-25"},
      Row{"2024/2025", "2024/2025=2024-25"}, Row{"2024–25", "2024–25=2024-25"},
      Row{"1999/00 and 1999/2000", "1999/00=1999-00; 1999/2000=1999-00"},
      Row{"2024/25-2026/27", "2024/25=2024-25; 2026/27=2026-27"},
      Row{"2025-26 to 2034-35", "2025-26=2025-26; 2034-35=2034-35"},
      Row{"FY 2024/25", "FY 2024/25=2024-25"}, Row{"2024-27", ""}, Row{"2019-2024", ""},
      Row{"2019/24", ""}, Row{"23/00120", ""}, Row{"CAB/2024-25/03", ""}, Row{"2024-25-26", ""},
      Row{"2024/25/3", ""}, Row{"12024/25", ""}, Row{"the academic year 2024/25", ""},
      Row{"the 2024/25 academic year", ""}, Row{"winter 2024/25", ""});
  CAPTURE(row.text);
  CHECK(said(row.text, Mention::Kind::FinancialYear) == row.said);
}

TEST_CASE("find_mentions: dates, as exact as they are printed") {
  const auto row = GENERATE(
      Row{"by 31 March 2025.", "by 31 March 2025=2025-03-31"},
      Row{"on Tuesday, 16 January 2007", "on Tuesday, 16 January 2007=2007-01-16"},
      Row{"by the end of March 2025", "by the end of March 2025=2025-03"},
      Row{"by March 2025", "by March 2025=2025-03"}, Row{"in July 2017", "in July 2017=2017-07"},
      Row{"from April 2018", "from April 2018=2018-04"},
      Row{"the March 2025", "March 2025=2025-03"}, Row{"Spring 2025", "Spring 2025=2025-21"},
      Row{"in winter 2025", "in winter 2025=2025-24"},
      Row{"June to August 2025", "June to August 2025=2025-06..2025-08"},
      Row{"November/December 2024", "November/December 2024=2024-11..2024-12"},
      Row{"December to March 2025", "December to March 2025=2024-12..2025-03"},
      Row{"erbyn Mawrth 2025", "erbyn Mawrth 2025=2025-03"},
      Row{"ym Mai 2017", "ym Mai 2017=2017-05"}, Row{"by 2030", "by 2030=2030"},
      Row{"since 2007,", "since 2007=2007"}, Row{"by the end of 2025", "by the end of 2025=2025"},
      Row{"early 2026", "early 2026=2026"}, Row{"after 2020", "after 2020=2020"},
      Row{"erbyn 2030", "erbyn 2030=2030"}, Row{"from 2018-19", ""}, Row{"from 2019-2024", ""},
      Row{"in 2024", ""}, Row{"the 2024 budget", ""}, Row{"they may 2024 times", ""},
      Row{"by 2,030 homes", ""}, Row{"by 2030%", ""}, Row{"March 2024/25", ""},
      Row{"to close Thursday, December 21, 2023", "Thursday, December 21, 2023=2023-12-21"},
      Row{"see www.example.org/from/2024-01-17", ""});
  CAPTURE(row.text);
  CHECK(said(row.text, Mention::Kind::Date) == row.said);
}

TEST_CASE("find_mentions: dates come in order of time") {
  const auto mentions = find_mentions("17 March 2025, March 2025, by 2025, Spring 2026, May 2024");
  REQUIRE(mentions.size() == 5);
  CHECK(mentions[4].order < mentions[2].order);
  CHECK(mentions[2].order < mentions[1].order);
  CHECK(mentions[1].order < mentions[0].order);
  CHECK(mentions[0].order < mentions[3].order);
}

TEST_CASE("find_mentions: quantities and what is counted") {
  const auto row = GENERATE(
      Row{"over 2,700 staff use it", "over 2,700 staff=2700 staff"},
      Row{"1,500 new homes by", "1,500 new homes=1500 homes"},
      Row{"75% of all software is", "75% of all software=75 %"},
      Row{"10 per cent", "10 per cent=10 %"}, Row{"2.5 %", "2.5 %=2.5 %"},
      Row{"10 y cant", "10 y cant=10 %"}, Row{"10-15%", "10-15%=10..15 %"},
      Row{"5% to 10% of the revenue budget.", "5% to 10% of the revenue budget=5..10 %"},
      Row{"a 6.3% increase in", "6.3% increase=6.3 %"},
      Row{"between 2% and 3%", "between 2% and 3%=2..3 %"},
      Row{"12 full-time equivalents", "12 full-time equivalents=12 FTE"},
      Row{"2.5 FTE posts", "2.5 FTE posts=2.5 FTE"},
      Row{"some 1.2 million people", "some 1.2 million people=1200000 people"},
      Row{"within 10 working days", "10 working days=10 working days"},
      Row{"40 EV chargers", "40 EV chargers=40 ev chargers"},
      Row{"1.5 hectares", "1.5 hectares=1.5 hectares"}, Row{"0.87ha", "0.87ha=0.87 ha"},
      Row{"10 to 15 homes", "10 to 15 homes=10..15 homes"},
      Row{"All 33 boroughs", "33 boroughs=33 boroughs"},
      Row{"60% of staff now work", "60% of staff=60 %"},
      Row{"75% of the budget jointly spent", "75% of the budget=75 %"},
      Row{"a 28 day notice period", "28 day=28 days"}, Row{"the 10-year plan", "10-year=10 years"},
      Row{"over 2000 homes", "over 2000 homes=2000 homes"});
  CAPTURE(row.text);
  CHECK(said(row.text, Mention::Kind::Quantity) == row.said);
}

TEST_CASE("find_mentions: numbers that count nothing") {
  const auto text = GENERATE(
      "2.1 homes", "section 2 homes", "Section 151 officers", "paragraph 3 sets out",
      "Appendix 2 maps", "page 4 notes", "Policy 5 requires developments",
      "In 2024 residents told us", "2024 budgets", "the Act 2010 duties", "aged 16 years",
      "16 years old", "18 years and over", "01622 602899 staff", "23/00120 homes", "CS5 homes",
      "3rd places", "the 16 was", "5 this", "12 of the homes", "4 3 homes", "2.1.3 homes",
      "£5 notes", "item 5 apologies", "Kent 12 homes", "PDF 119 KB", "7 High Street",
      "version 15 n macOS", "1, 2", "5 analysis", "a.b@c12.org homes", "covid-19 cases",
      "a 16 year old", "10 year olds", "5 ILCS 120", "1,000 day of", "the 16 or");
  CAPTURE(text);
  CHECK(said(text, Mention::Kind::Quantity).empty());
}

TEST_CASE("find_mentions: all kinds, in order of the text and apart") {
  const std::string text =
      "By March 2025 the 12 councils will save £1.2m in 2024/25, up to 10% of their costs; call "
      "01622 602899 or see www.example.org/2024/25.";
  std::vector<Mention::Kind> kinds;
  std::size_t last = 0;
  for (const Mention& mention : find_mentions(text)) {
    CHECK(mention.range.begin >= last);
    CHECK(mention.range.end > mention.range.begin);
    last = mention.range.end;
    kinds.push_back(mention.kind);
  }
  using enum Mention::Kind;
  CHECK(kinds == std::vector<Mention::Kind>{Date, Quantity, Sum, FinancialYear, Quantity});
}

TEST_CASE("mentions, plan names: texts without an end are read once") {
  const auto unit = GENERATE(
      "£", "£1", "£1,", "£1 to ", "£1-", "1", "1 ", "1,", "2024/25", "2024-", "2024 ", "by ",
      "by 2024 ", "March ", "March 2024", "up to ", "10% of ", "12 new ", "12 new homes and ",
      "Strategy ", "Digital ", "Digital Strategy ", "STRATEGY ", "Digital and ", "Digital, ",
      "and ", "“", "“Digital", "“Digital” strategy ", "‘", "*", "* A", "'A", "Strategy for ",
      "Kent's ", "Kent's Strategy ", "Council's Plan and ", "Policy DM1 ", "é", "Ŵ", "-", "/a",
      "’s", "There are no ", "no implications ");
  CAPTURE(unit);
  const std::string text = moot::test::hostile_text("", unit, kSize);
  for (const Mention& mention : find_mentions(text)) CHECK(mention.range.end <= text.size());
  for (const auto& name : moot::find_plan_names(text)) CHECK(name.range.end <= text.size());
  CHECK_FALSE(moot::states_none(text, "Financial implications"));
}

TEST_CASE("mentions, plan names: ranges keep letters whole") {
  const std::string text =
      "Tŷ £5m – é12 é 12 cŵn“Digital Ŵ Strategy” ‘Framing Kent’s Future’ strategy 5 tŷs £1.2m² "
      "10%é";
  const auto whole = [&](moot::TextRange range) {
    return moot::is_utf8(text.substr(range.begin, range.end - range.begin));
  };
  for (const Mention& mention : find_mentions(text)) CHECK(whole(mention.range));
  for (const auto& name : moot::find_plan_names(text)) CHECK(whole(name.range));
}
