#include <fmt/ostream.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/csv.hpp"
#include "cli/json_values.hpp"
#include "index/coverage.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;
using Councils = std::vector<CouncilCoverage>;

/// Whether the words of one of `names` stand in the council's name, or it is its code.
bool is_wanted(const CouncilCoverage& council, const std::vector<std::string>& names) {
  const std::vector<std::string> words = folded_words(council.council);
  const auto has = [&](const std::string& name) {
    const std::vector<std::string> wanted = folded_words(name);
    return (!council.code.empty() && squeeze(name) == squeeze(council.code)) ||
           (!wanted.empty() &&
            std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end());
  };
  return names.empty() || std::any_of(names.begin(), names.end(), has);
}

void print_json(std::ostream& out, const Councils& councils) {
  Json json;
  json["schema"] = "moot.coverage/1";
  json["councils"] = Json::array();
  for (const CouncilCoverage& council : councils) {
    Json gaps = Json::array();
    for (const MonthGap& gap : council.gaps) {
      gaps.push_back({{"first", gap.first}, {"last", gap.last}, {"months", gap.months}});
    }
    json["councils"].push_back({{"council", text_or_null(council.council)},
                                {"code", text_or_null(council.code)},
                                {"papers", council.papers},
                                {"undated", council.undated},
                                {"first", text_or_null(council.first)},
                                {"last", text_or_null(council.last)},
                                {"months", council.months},
                                {"gaps", std::move(gaps)}});
  }
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_csv(std::ostream& out, const Councils& councils) {
  out << "council,code,papers,undated,first,last,months,gaps\r\n";
  for (const CouncilCoverage& council : councils) {
    std::string gaps;
    for (const MonthGap& gap : council.gaps) {
      gaps += (gaps.empty() ? "" : "; ") + gap.first + " to " + gap.last;
    }
    fmt::print(out, "{},{},{},{},{},{},{},{}\r\n", csv_value(council.council),
               csv_value(council.code), council.papers, council.undated, council.first,
               council.last, council.months, csv_value(gaps));
  }
}

void print_text(std::ostream& out, const Councils& councils) {
  for (const CouncilCoverage& council : councils) {
    fmt::print(out, "{}: {} paper{}",
               council.council.empty() ? "(no council)" : printable(council.council),
               council.papers, council.papers == 1 ? "" : "s");
    if (!council.first.empty()) {
      fmt::print(out, ", {} to {}, in {} month{}", council.first, council.last, council.months,
                 council.months == 1 ? "" : "s");
    }
    if (council.undated > 0) fmt::print(out, ", {} without a date", council.undated);
    out << '\n';
    for (const MonthGap& gap : council.gaps) {
      fmt::print(out, "  gap: {} to {}, {} months without a paper\n", gap.first, gap.last,
                 gap.months);
    }
  }
}

}  // namespace

int run_coverage(const CoverageCommand& command, const std::string& index, const Console& console) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return report_failure(console, catalogue.error());
  Result<Councils> councils = read_coverage(*catalogue);
  if (!councils) return report_failure(console, councils.error());
  std::erase_if(*councils, [&](const CouncilCoverage& council) {
    return !is_wanted(council, command.council);
  });
  switch (command.format) {
    case CoverageFormat::Json:
      print_json(console.out, *councils);
      break;
    case CoverageFormat::Csv:
      print_csv(console.out, *councils);
      break;
    case CoverageFormat::Plain:
      print_text(console.out, *councils);
  }
  return councils->empty() ? kNothingFound : kDone;
}

}  // namespace moot
