#include <catch2/catch.hpp>

#include "extractors/values.hpp"

using moot::find_dates;
using moot::parse_date;

TEST_CASE("parse_date: every printed form gives the same kind of date") {
  struct Row {
    const char* text;
    const char* date;
  };
  const auto row = GENERATE(
      Row{"17 January 2024", "2024-01-17"}, Row{"1st Feb 2024", "2024-02-01"},
      Row{"27th March 2019", "2019-03-27"}, Row{"12 APRIL 2017", "2017-04-12"},
      Row{"22ND SEPTEMBER, 2014", "2014-09-22"}, Row{"30th May, 2012", "2012-05-30"},
      Row{"Tuesday, 16 January 2007", "2007-01-16"},
      Row{"Wednesday, 2nd October, 2019 10.10 am", "2019-10-02"},
      Row{"Friday 22 February 2019", "2019-02-22"}, Row{"27 Jul 2023", "2023-07-27"},
      Row{"15 Sep 2022", "2022-09-15"}, Row{"15 Sept. 2022", "2022-09-15"},
      Row{"16 th July 2019", "2019-07-16"}, Row{"14  th January 2002", "2002-01-14"},
      Row{"03/01/2024", "2024-01-03"}, Row{"30 / 01 / 2025", "2025-01-30"},
      Row{"06/04/10", "2010-04-06"}, Row{"2010/12/15", "2010-12-15"},
      Row{"2024-01-17", "2024-01-17"}, Row{"2024-01-17T10:00", "2024-01-17"},
      Row{"16-07-2008", "2008-07-16"}, Row{"25.02.2020", "2020-02-25"},
      Row{"25.02.20", "2020-02-25"}, Row{"email on 9.7.16 about", "2016-07-09"},
      Row{"Meeting 25.02.20 at 7", "2020-02-25"}, Row{"dated 1-3-25", "2025-03-01"},
      Row{"17-Jan-2024", "2024-01-17"}, Row{"17-Jan-24", "2024-01-17"},
      Row{"January 17, 2024", "2024-01-17"}, Row{"Tuesday, May 13th, 2025 at 6 p.m.", "2025-05-13"},
      Row{"Jan. 7, 2024", "2024-01-07"}, Row{"Not before 1st Feb 2024", "2024-02-01"},
      Row{"this 5th day of March, 2018", "2018-03-05"}, Row{"the 3rd of June 2021", "2021-06-03"},
      Row{"17January2024", "2024-01-17"}, Row{"the1stFebruary 2024", "2024-02-01"},
      Row{"on the 17\xC2\xA0January 2024", "2024-01-17"},
      Row{"held on Monday 17\nJanuary 2024", "2024-01-17"}, Row{"29 February 2024", "2024-02-29"},
      Row{"Dydd Llun, 3ydd Hydref, 2022 10.00 yb", "2022-10-03"},
      Row{"Dydd Iau, 10fed Hydref, 2013 2.00 o'r gloch", "2013-10-10"},
      Row{"13eg Mehefin 2015", "2015-06-13"}, Row{"20fed Medi 2018", "2018-09-20"},
      Row{"18FED GORFFENNAF 2022", "2022-07-18"}, Row{"25AIN O FAI 2022", "2022-05-25"},
      Row{"16 Mawrth 2010", "2010-03-16"}, Row{"1af o Fawrth 2017", "2017-03-01"},
      Row{"2ail Ragfyr 2016", "2016-12-02"}, Row{"5ed o Orffennaf 2016", "2016-07-05"},
      Row{"7fed Chwefror 2019", "2019-02-07"}, Row{"6ed Dachwedd 2019", "2019-11-06"},
      Row{"8fed o Fehefin 2011", "2011-06-08"}, Row{"9fed Awst 2014", "2014-08-09"},
      Row{"4ydd Ionawr 2012", "2012-01-04"}, Row{"30ain Ebrill 2012", "2012-04-30"},
      Row{"11eg Tachwedd 2012", "2012-11-11"}, Row{"24 Rhagfyr 2012", "2012-12-24"});
  CAPTURE(row.text);
  CHECK(parse_date(row.text) == row.date);
}

TEST_CASE("parse_date: what only looks like a date is none") {
  const auto text =
      GENERATE("July 2019", "March 2022", "Spring 2024", "17 January", "2023/24", "2018/19",
               "2016-17", "2024 - 2027", "2019/20 to 2021/22", "30 February 2024", "29/02/2023",
               "31 June 2020", "01/17/2024", "0/1/2024", "77/21", "6.13", "2.1 May 2024", "2.1.10",
               "01622 602899", "Appendix 2 March 2024", "2023/24 March 2024", "12-04-17KA",
               "23/05927/FUL", "2013/03081/PA", "R&ED/16/13", "TPO/WA/2/24",
               "\xC2\xA3"
               "12 May 2024",
               "99 January 2024", "16.01.10 Public Participation", "x\n16.05.12 Finance",
               "3\nMarch 2024", "10/11/12/13", "17 Mayor 2024", "");
  CAPTURE(text);
  CHECK(parse_date(text) == std::nullopt);
}

TEST_CASE("find_dates: gives every date in order with its bytes") {
  const std::string text =
      "From 16 October 2024 \xE2\x80\x93 26 November 2024 (02/09/2022 to 31/01/2023, Cabinet).";
  const auto dates = find_dates(text);
  REQUIRE(dates.size() == 4);
  CHECK(dates[0].value == "2024-10-16");
  CHECK(text.substr(dates[0].begin, dates[0].end - dates[0].begin) == "16 October 2024");
  CHECK(dates[1].value == "2024-11-26");
  CHECK(dates[2].value == "2022-09-02");
  CHECK(text.substr(dates[2].begin, dates[2].end - dates[2].begin) == "02/09/2022");
  CHECK(dates[3].value == "2023-01-31");
}

TEST_CASE("find_dates: the month of one date is not taken for the next") {
  const auto dates = find_dates("1 March 2024, 2 March 2024 and 16/17 April 2024; 10-12 May 2024");
  REQUIRE(dates.size() == 4);
  CHECK(dates[1].value == "2024-03-02");
  CHECK(dates[2].value == "2024-04-17");
  CHECK(dates[3].value == "2024-05-12");
}
