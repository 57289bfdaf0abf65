#include <catch2/catch.hpp>

#include "extractors/values.hpp"

using Strings = std::vector<std::string>;

namespace {

Strings values(const std::vector<moot::Found>& found) {
  Strings all;
  for (const auto& one : found) all.push_back(one.value);
  return all;
}

struct Row {
  const char* text;
  Strings found;
};

}  // namespace

TEST_CASE("find_phones: every printed form is found as printed") {
  const auto row = GENERATE(
      Row{"Tel: 01622 496000.", {"01622 496000"}}, Row{"(01524) 496047", {"(01524) 496047"}},
      Row{"01483-496475", {"01483-496475"}}, Row{"call 020 7946 0958 now", {"020 7946 0958"}},
      Row{"0207 946 4096", {"0207 946 4096"}}, Row{"(0161) 496 3000", {"(0161) 496 3000"}},
      Row{"024 7649 3237 / 3065", {"024 7649 3237 / 3065"}}, Row{"02920 496396", {"02920 496396"}},
      Row{"0300 496 4615", {"0300 496 4615"}}, Row{"03000 49 60 22", {"03000 49 60 22"}},
      Row{"03000496022", {"03000496022"}}, Row{"0113 4967497", {"0113 4967497"}},
      Row{"Tel: 0845 49 644554", {"0845 49 644554"}}, Row{"017684 96469", {"017684 96469"}},
      Row{"07700 900822", {"07700 900822"}}, Row{"+443000496070", {"+443000496070"}},
      Row{"+44 (0)1622 496070", {"+44 (0)1622 496070"}},
      Row{"0044 1622 496070", {"0044 1622 496070"}},
      Row{"0117 496 2061 Extension 283", {"0117 496 2061 Extension 283"}},
      Row{"0117 496 2061 ext. 283", {"0117 496 2061 ext. 283"}},
      Row{"0117 496 2061 (ext 283)", {"0117 496 2061 (ext 283)"}},
      Row{"(01865 496426/496622)", {"01865 496426/496622"}},
      Row{"01865 496426 / 01865 496427", {"01865 496426", "01865 496427"}},
      Row{"705-555-0144", {"705-555-0144"}}, Row{"(705) 555-0144", {"(705) 555-0144"}},
      Row{"1-800-555-0199", {"1-800-555-0199"}}, Row{"Phone: 705 555 0144", {"705 555 0144"}},
      Row{"Telephone number:\n03000 496022", {"03000 496022"}},
      Row{"TEL NO: 496 2585", {"496 2585"}}, Row{"Tel: 496923", {"496923"}},
      Row{"Tel: X2957", {"X2957"}}, Row{"Telephone (52)2822", {"(52)2822"}},
      Row{"Tel: 29-1065", {"29-1065"}}, Row{"Tel. 01273 29", {"01273 29"}},
      Row{"Direct line: 496287", {"496287"}}, Row{"( 496289", {"496289"}},
      Row{"Tel/Fax: 01622 496000", {"01622 496000"}},
      Row{"734.555.0100 Phone 734.555.0138 Fax", {"734.555.0100"}},
      Row{"p: 773.555.0190 | f: 773.555.0155", {"773.555.0190"}},
      Row{"Ffôn: 01267 496000", {"01267 496000"}},
      Row{"Tel: 01622 496000 Fax: 01622 496001", {"01622 496000"}},
      Row{"Jo Bell - 01274 496580) or 01274 496581", {"01274 496580", "01274 496581"}});
  CAPTURE(row.text);
  CHECK(values(moot::find_phones(row.text)) == row.found);
}

TEST_CASE("find_phones: other numbers are left out") {
  const auto text = GENERATE(
      "Fax: 01622 496000", "FAX NO: 01622 496000", "734.555.0138 Fax", "(01622 496000 fax)",
      "f: 01622 496000", "TTY 800-555-0144", "guidance ID-2a-021-20160401", "Minicom: 01622 496000",
      "DX 599700", "MDX: 01622 496000", "23/00120", "2023/24", "03/01/2024", "01-02-2024 10.30",
      "0.150 million",
      "\xC2\xA3"
      "117,500",
      "2,700", "pages 511 - 524", "PDF 119 KB", "636923", "X2957", "(92K/bytes)", "telephone 2024",
      "12 345 6789", "2013/03081/PA", "(2019) 345", "Charity no: 0300 496 4615", "SK0300 496 4615",
      "1234 567 8901 2345");
  CAPTURE(text);
  CHECK(values(moot::find_phones(text)) == Strings{});
}

TEST_CASE("find_phones: the bytes are those of the number") {
  const std::string text = "Call (01622) 496000, please.";
  const auto found = moot::find_phones(text);
  REQUIRE(found.size() == 1);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "(01622) 496000");
}

TEST_CASE("find_emails: addresses without what surrounds them") {
  const auto row = GENERATE(
      Row{"Email: jo.bell2@kent.gov.uk.", {"jo.bell2@kent.gov.uk"}},
      Row{"ann_lee@middlesbrough.gov.uk, x", {"ann_lee@middlesbrough.gov.uk"}},
      Row{"Email:cllr.anne-marie.o'dell@york.gov.uk or", {"cllr.anne-marie.o'dell@york.gov.uk"}},
      Row{"ed.pott@cherwell-dc.gov.uk Email: ed.pott@cherwell-dc.gov.uk",
          {"ed.pott@cherwell-dc.gov.uk", "ed.pott@cherwell-dc.gov.uk"}},
      Row{"<Governance@Hackney.gov.uk>", {"Governance@Hackney.gov.uk"}},
      Row{"mailto:democracy@sirgar.llyw.cymru?x", {"democracy@sirgar.llyw.cymru"}},
      Row{"(clerk@example.org)", {"clerk@example.org"}},
      Row{"jo.bell@kent.\ngov.uk is", {"jo.bell@kent.gov.uk"}},
      Row{"jo.bell@\nkent.gov.uk is", {"jo.bell@kent.gov.uk"}},
      Row{"jo.bell\n@kent.gov.uk is", {"jo.bell@kent.gov.uk"}},
      Row{"write to jo.bell@kent.gov.uk.\nOrganisers wait", {"jo.bell@kent.gov.uk"}},
      Row{"[email protected]", {}}, Row{"Email:, Jo Bell Email:", {}}, Row{"10 @ 5.00 each", {}},
      Row{"@southwark", {}}, Row{"a@b", {}}, Row{"jo@kent..uk", {}});
  CAPTURE(row.text);
  CHECK(values(moot::find_emails(row.text)) == row.found);
}

TEST_CASE("find_urls: addresses without the sentence's stop") {
  const auto row = GENERATE(
      Row{"see https://www.kent.gov.uk/about?x=1&y=2.", {"https://www.kent.gov.uk/about?x=1&y=2"}},
      Row{"(www.southwark.gov.uk)", {"www.southwark.gov.uk"}},
      Row{"http://en.example.org/Moot_(assembly), and", {"http://en.example.org/Moot_(assembly)"}},
      Row{"<https://example.org/a>", {"https://example.org/a"}},
      Row{"https://example.org/docs/\nmgList.aspx?ID=3 shows",
          {"https://example.org/docs/mgList.aspx?ID=3"}},
      Row{"https://example.org/\nThe next line", {"https://example.org/"}},
      Row{"http://a.uk http://b.uk", {"http://a.uk", "http://b.uk"}},
      Row{"WWW.EXAMPLE.ORG", {"WWW.EXAMPLE.ORG"}}, Row{"awww. that", {}}, Row{"file://x.y", {}},
      Row{"http://", {}});
  CAPTURE(row.text);
  CHECK(values(moot::find_urls(row.text)) == row.found);
}
