#include "extractors/values.hpp"

#include <catch2/catch.hpp>

using Strings = std::vector<std::string>;

TEST_CASE("parse_labelled_reference: any letters and figures that signs hold together") {
  for (const char* text :
       {"FCC/25/0143", "ODR/2025/318", "2025.114", "KD 2025/12", "D-2025-114", "23/00120"}) {
    INFO(text);
    CHECK(moot::parse_labelled_reference(text) == std::string(text));
  }
  for (const char* text : {"23/05927/FUL", "DC/21/65185", "2023/24", "20/01/2023", "see below",
                           "01632 960123", "to be confirmed"}) {
    INFO(text);
    CHECK_FALSE(moot::parse_labelled_reference(text));
  }
}

TEST_CASE("parse_flag: the printed forms of yes and no") {
  const auto yes = GENERATE("Yes", "YES .", "Yes - it affects two wards", "Ie", "Key",
                            "Key Decision", "(KD)", ": Yes", "Oes", "Ydy");
  CAPTURE(yes);
  CHECK(moot::parse_flag(yes) == true);
  const auto no = GENERATE("No", "NO.", "No - routine", "Non-key", "non key", "Na", "Nac ydy",
                           "Nac oes", "Not for call-in", "Not a key decision");
  CAPTURE(no);
  CHECK(moot::parse_flag(no) == false);
}

TEST_CASE("parse_flag: words that only start alike are neither") {
  const auto text = GENERATE("", "None", "Not applicable", "N/A", "Name", "Keyworth", "Nation",
                             "No. 5", "No 17", "Note", "Yesterday", "Iechyd", "Norfolk", "Knowle");
  CAPTURE(text);
  CHECK(moot::parse_flag(text) == std::nullopt);
}

TEST_CASE("parse_reference: every shape of a decision reference") {
  struct Row {
    const char* text;
    const char* ref;
  };
  const auto row = GENERATE(
      Row{"23/00120", "23/00120"}, Row{"23/00120 - Digital Strategy", "23/00120"},
      Row{"(10/01544)", "10/01544"}, Row{"CAB018 - 07/2009", "CAB018 - 07/2009"},
      Row{"CS03540", "CS03540"}, Row{"R&ED/16/13]", "R&ED/16/13"}, Row{"NS/23/13", "NS/23/13"},
      Row{"Corp/CEO/03/08", "Corp/CEO/03/08"}, Row{"LLL/CYPS/14/08", "LLL/CYPS/14/08"},
      Row{"E3122", "E3122"}, Row{"CAB3267", "CAB3267"}, Row{"297/16-17", "297/16-17"},
      Row{"2006/184", "2006/184"}, Row{"2005/036A", "2005/036A"}, Row{"CA6", "CA6"},
      Row{"CMDHM14", "CMDHM14"}, Row{"4982", "4982"}, Row{"CED S294", "CED S294"},
      Row{"F S341", "F S341"}, Row{"HC/24/25", "HC/24/25"}, Row{"CCP/1/19", "CCP/1/19"},
      Row{"PLN/061/24", "PLN/061/24"}, Row{"OPE/19/247", "OPE/19/247"}, Row{"CFM358", "CFM358"},
      Row{"CSD19067", "CSD19067"}, Row{"HTW - 18-19", "HTW - 18-19"}, Row{"2017", "2017"},
      Row{"01-21", "01-21"}, Row{"TPO/WA/2/24", "TPO/WA/2/24"}, Row{"TRO-4a-2020", "TRO-4a-2020"},
      Row{"KDN/25/0143", "KDN/25/0143"}, Row{"ODN/2025/318", "ODN/2025/318"},
      Row{"CAB/WS/22/034", "CAB/WS/22/034"}, Row{"KD5567", "KD5567"}, Row{"FCR R.12", "FCR R.12"},
      Row{"PH/DS 12-2021", "PH/DS 12-2021"});
  CAPTURE(row.text);
  CHECK(moot::parse_reference(row.text) == row.ref);
}

TEST_CASE("parse_reference: false friends give nothing") {
  const auto text = GENERATE(
      "", "23/05927/FUL", "DC/21/65185", "20/501261/FULL", "20/500342/SUB", "2013/03081/PA",
      "DOV/22/01234", "PA/2021/123", "WAV/2021/01234", "2023/24", "2018/19", "2016-17", "16-17",
      "2022-26", "2024 - 2027", "20/01/2023", "06/04/10", "2010/12/15", "12-04-17KA",
      "03000 41 39 22", "01622 602899", "636923", "X2957", "6.13", "2.1a", "24.2", "Regulation 18",
      "Section 151", "s17", "S123", "Schedule 12A", "P0427", "BA-008", "142710", "T200", "EN1 3XA",
      "DX 599700", "DX599700", "C1, 1st Floor", "PDF 119 KB", "Pages 511 - 524", "75%", "2,700",
      "0.150 million", "None", "Digital Strategy", "4982 homes", "BS5837 trees", "77/21", "18/62");
  CAPTURE(text);
  CHECK(moot::parse_reference(text) == std::nullopt);
}

TEST_CASE("parse_wards: all, lists and none") {
  struct Row {
    const char* text;
    Strings wards;
  };
  const auto row =
      GENERATE(Row{"All", {"All"}}, Row{"ALL WARDS", {"All"}}, Row{"(All Wards);", {"All"}},
               Row{"(All Divisions);", {"All"}}, Row{"All wards are affected.", {"All"}},
               Row{"Citywide", {"All"}}, Row{"County-wide", {"All"}}, Row{"Borough wide", {"All"}},
               Row{"All electoral divisions", {"All"}},
               Row{"All [If not All, insert affected wards]", {"All"}},
               Row{"Clayton; Loggerheads; May Bank;", {"Clayton", "Loggerheads", "May Bank"}},
               Row{"Bridge and Lower Ham; Allington", {"Bridge and Lower Ham", "Allington"}},
               Row{"Abbey, Castle and Priory Wards", {"Abbey", "Castle", "Priory"}},
               Row{"Abbey Ward", {"Abbey"}}, Row{"the Abbey ward(s)", {"Abbey"}},
               Row{"Allington", {"Allington"}}, Row{"Tongham and Ash", {"Tongham", "Ash"}},
               Row{"None", {}}, Row{"N/A", {}}, Row{"", {}},
               Row{"This paper concerns the work of every part of the town centre", {}});
  CAPTURE(row.text);
  CHECK(moot::parse_wards(row.text) == row.wards);
}

TEST_CASE("is_none: the words for nothing, and no others") {
  const auto none =
      GENERATE("None", "None.", "NONE", "none ", "Nil", "N/A", "n/a.", "Not applicable.", "Dim",
               "Amherthnasol", "\xE2\x80\x93", "-", "!NotSet!", "(None)");
  CAPTURE(none);
  CHECK(moot::is_none(none));
  const auto some = GENERATE("", "None of the options", "Nile Street", "No implications",
                             "There are no financial implications", "Dimensions", "See section 4.");
  CAPTURE(some);
  CHECK_FALSE(moot::is_none(some));
}
