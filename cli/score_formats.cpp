#include "cli/score_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/output.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Count& count) {
  const Figures found = figures(count);
  return {{"right", count.right},         {"false", count.wrong},   {"missed", count.missed},
          {"precision", found.precision}, {"recall", found.recall}, {"f1", found.f1}};
}

/// The headline figures of some counts.
Json core_json(const Counts& counts) {
  Json json = to_json(core_count(counts));
  json["macro_f1"] = core_macro_f1(counts);
  return json;
}

Json heads_json(const Totals& sum) {
  return {{"papers", sum.papers},
          {"without_record", sum.without_record},
          {"wholly_right", {{"soft", sum.wholly_right}, {"strict", sum.wholly_right_strict}}},
          {"core", {{"soft", core_json(sum.soft)}, {"strict", core_json(sum.strict)}}}};
}

/// A field may be right softly and not be counted strictly, or the other way round: a list's
/// numbers count only where its texts go together.
Json fields_json(const Counts& soft, const Counts& strict) {
  Json fields = Json::object();
  Counts all = soft;
  all.insert(strict.begin(), strict.end());
  const auto of = [](const Counts& counts, const std::string& field) {
    const auto found = counts.find(field);
    return to_json(found == counts.end() ? Count() : found->second);
  };
  for (const auto& [field, unused] : all) {
    fields[field] = {
        {"core", is_core(field)}, {"soft", of(soft, field)}, {"strict", of(strict, field)}};
  }
  return fields;
}

Json groups_json(const std::map<std::string, Totals>& groups) {
  Json json = Json::object();
  for (const auto& [name, sum] : groups) json[name] = heads_json(sum);
  return json;
}

Json paper_json(const PaperScore& paper) {
  return {{"gold", paper.gold},
          {"document", paper.document},
          {"council", paper.council},
          {"kind", paper.kind},
          {"record", paper.found},
          {"core",
           {{"soft", core_json(paper.soft.counts)}, {"strict", core_json(paper.strict.counts)}}},
          {"fields", fields_json(paper.soft.counts, paper.strict.counts)}};
}

Json mistakes_json(const SetScore& set, std::size_t most) {
  const auto text = [](const std::string& value) {
    return value.empty() ? Json(nullptr) : Json(value);
  };
  Json json = Json::array();
  for (const PaperScore& paper : set.papers) {
    for (const Mistake& mistake : paper.soft.mistakes) {
      if (json.size() == most) return json;
      json.push_back({{"gold_file", paper.gold},
                      {"field", mistake.field},
                      {"gold", text(mistake.gold)},
                      {"got", text(mistake.got)}});
    }
  }
  return json;
}

double f1_of(const Counts& counts, const std::string& field) {
  const auto found = counts.find(field);
  return figures(found == counts.end() ? Count() : found->second).f1;
}

/// A council's name, as wide as its column.
std::string padded(const std::string& name) {
  const std::string shown = printable(name);
  const std::size_t width = display_width(shown);
  return shown + std::string(width < 44 ? 44 - width : 0, ' ');
}

std::string group_table(const char* title, const std::map<std::string, Totals>& groups) {
  std::string out = fmt::format("\n{:<44} {:>6} {:>7} {:>8} {:>10} {:>9}\n", title, "papers",
                                "core F1", "strict", "all right", "strict");
  for (const auto& [name, sum] : groups) {
    out += padded(name) + fmt::format(" {:>6} {:>7.3f} {:>8.3f} {:>10} {:>9}\n", sum.papers,
                                      figures(core_count(sum.soft)).f1,
                                      figures(core_count(sum.strict)).f1, sum.wholly_right,
                                      sum.wholly_right_strict);
  }
  return out;
}

std::string left_out_table(const std::vector<LeftOut>& rows) {
  std::string out = fmt::format("\n{:<44} {:>6} {:>6} {:>8} {:>9} {:>11}\n", "leave one out",
                                "papers", "rules", "core F1", "without", "difference");
  for (const LeftOut& row : rows) {
    out += padded(row.council) + fmt::format(" {:>6} {:>6} {:>8.3f} {:>9.3f} {:>11.3f}\n",
                                             row.papers, row.rules.size(), row.full, row.without,
                                             row.without - row.full);
  }
  return out;
}

Json left_out_json(const std::vector<LeftOut>& rows) {
  Json json = Json::array();
  for (const LeftOut& row : rows) {
    json.push_back({{"council", row.council},
                    {"papers", row.papers},
                    {"rules", row.rules},
                    {"kept", row.kept},
                    {"full", row.full},
                    {"without", row.without}});
  }
  return json;
}

std::string shortened(const std::string& text) {
  constexpr std::size_t kMost = 300;
  if (text.empty()) return "-";
  std::size_t end = std::min(text.size(), kMost);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  std::string line = text.substr(0, end) + (end < text.size() ? "..." : "");
  std::replace(line.begin(), line.end(), '\n', ' ');
  return printable(line);
}

}  // namespace

std::string score_tables(const ScoreReport& report) {
  const Totals sum = totals(report.set);
  std::string out = fmt::format("{:<26} {:>6} {:>6} {:>6} {:>7} {:>7} {:>7} {:>8}\n", "field",
                                "right", "false", "missed", "prec", "recall", "F1", "strict");
  for (const auto& [field, count] : sum.soft) {
    const Figures found = figures(count);
    out += fmt::format("{:<26} {:>6} {:>6} {:>6} {:>7.3f} {:>7.3f} {:>7.3f} {:>8.3f}{}\n", field,
                       count.right, count.wrong, count.missed, found.precision, found.recall,
                       found.f1, f1_of(sum.strict, field), is_core(field) ? " *" : "");
  }
  out += group_table("council", totals_by(report.set, &PaperScore::council));
  out += group_table("kind", totals_by(report.set, &PaperScore::kind));
  if (!report.left_out.empty()) out += left_out_table(report.left_out);
  out += fmt::format("\n{} papers in {} files, {} without a record; wholly right {}, strictly {}\n",
                     sum.papers, report.files, sum.without_record, sum.wholly_right,
                     sum.wholly_right_strict);
  for (const auto& [name, counts] :
       {std::pair("core fields (*)", &sum.soft), std::pair("strictly", &sum.strict)}) {
    const Figures core = figures(core_count(*counts));
    out += fmt::format("{:<16} precision {:.3f}  recall {:.3f}  F1 {:.3f}  macro F1 {:.3f}\n", name,
                       core.precision, core.recall, core.f1, core_macro_f1(*counts));
  }
  return out + fmt::format("{:.1f} seconds\n", report.seconds);
}

std::string score_documents(const SetScore& set) {
  std::vector<std::pair<double, std::string>> rows;
  for (const PaperScore& paper : set.papers) {
    rows.emplace_back(figures(core_count(paper.soft.counts)).f1, paper.gold);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string out;
  for (const auto& [f1, path] : rows) out += fmt::format("{:>6.3f}  {}\n", f1, printable(path));
  return out;
}

std::string score_mistakes(const SetScore& set, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  for (const PaperScore& paper : set.papers) {
    for (const Mistake& mistake : paper.soft.mistakes) {
      if (count++ == most) return out;
      const char* what = mistake.gold.empty()  ? "false"
                         : mistake.got.empty() ? "missed"
                                               : "not as in the gold";
      out += fmt::format("{} | {} | {}\n    gold: {}\n    got:  {}\n", printable(paper.gold),
                         mistake.field, what, shortened(mistake.gold), shortened(mistake.got));
    }
  }
  return out;
}

std::string score_json(const ScoreReport& report, std::size_t mistakes) {
  const Totals sum = totals(report.set);
  Json json = {{"schema", "moot.score/1"}, {"files", report.files}, {"seconds", report.seconds}};
  json.update(heads_json(sum));
  json["fields"] = fields_json(sum.soft, sum.strict);
  json["councils"] = groups_json(totals_by(report.set, &PaperScore::council));
  json["kinds"] = groups_json(totals_by(report.set, &PaperScore::kind));
  json["documents"] = Json::array();
  for (const PaperScore& paper : report.set.papers) json["documents"].push_back(paper_json(paper));
  if (!report.left_out.empty()) json["leave_one_out"] = left_out_json(report.left_out);
  if (mistakes > 0) json["errors"] = mistakes_json(report.set, mistakes);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace moot
