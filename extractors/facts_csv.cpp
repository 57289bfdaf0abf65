#include <map>
#include <optional>

#include "extractors/facts.hpp"
#include "extractors/facts_keys.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct CsvRow {
  std::size_t line = 0;
  std::vector<std::string> cells;
  std::string wrong;  ///< a sentence; empty: the row is well formed
};

/// Reads row after row. After a row that is not well formed it goes on behind that row's first
/// line, so that a stray quote costs one line.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}
  bool more() const { return at_ < text_.size(); }

  CsvRow next() {
    CsvRow row;
    row.line = line_;
    const std::size_t begin = at_;
    do {
      row.cells.push_back(cell(row.wrong));
    } while (row.wrong.empty() && at_ < text_.size() && text_[at_++] == ',');
    if (row.wrong.empty()) return row;
    at_ = std::min(text_.find('\n', begin), text_.size() - 1) + 1;
    line_ = row.line + 1;
    return row;
  }

 private:
  /// Leaves at_ at the comma or the LF behind the cell.
  std::string cell(std::string& wrong) {
    if (at_ < text_.size() && text_[at_] == '"') return quoted_cell(wrong);
    const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
    std::string value(text_.substr(at_, end - at_));
    at_ = end;
    if (value.find('"') != std::string::npos)
      wrong = "a quote stands inside a value without quotes";
    if (end_of_line() && value.ends_with('\r')) value.pop_back();
    return value;
  }

  std::string quoted_cell(std::string& wrong) {
    std::string value;
    for (++at_;; ++at_) {
      const std::size_t quote = std::min(text_.find('"', at_), text_.size());
      value += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (quote == text_.size()) {
        wrong = "a quote is opened and never closed";
        return value;
      }
      if (at_ >= text_.size() || text_[at_] != '"') break;
      value += '"';
    }
    for (const char c : value) line_ += c == '\n';
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') {
      wrong = "something stands between a closing quote and the next comma";
    }
    if (wrong.empty()) end_of_line();
    return value;
  }

  bool end_of_line() {
    const bool ended = at_ >= text_.size() || text_[at_] == '\n';
    line_ += ended;
    return ended;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

/// For each column its key; null for the path.
using Columns = std::vector<const FactKey*>;

Error bad_header(std::string message) {
  return fail(ErrorKind::Usage, std::move(message), "line 1",
              "the first line names the columns, with commas between: path, and any of " +
                  fact_keys_told());
}

Result<Columns> read_header(const CsvRow& row) {
  if (!row.wrong.empty()) return bad_header("the table's first line is damaged: " + row.wrong);
  Columns columns;
  bool has_path = false;
  std::map<std::string, bool> seen;
  for (const std::string& cell : row.cells) {
    const std::string name = ascii_lower(trim_blanks(cell));
    const FactKey* key = find_fact_key(name);
    if (key == nullptr && name != "path") {
      return bad_header("the table has a column '" + std::string(trim_blanks(cell)) +
                        "', which is no fact that Moot knows");
    }
    if (!seen.emplace(name, true).second) {
      return bad_header("the table has the column '" + name + "' twice");
    }
    has_path = has_path || key == nullptr;
    columns.push_back(key);
  }
  if (!has_path) return bad_header("the table has no column 'path'");
  return columns;
}

/// Reads a row of values. Gives what is wrong with it; empty: nothing.
std::string read_row(const Columns& columns, const CsvRow& row, std::string& path, Facts& facts) {
  if (!row.wrong.empty()) return row.wrong;
  if (row.cells.size() != columns.size()) {
    return "there are " + std::to_string(row.cells.size()) + " values, and the table has " +
           std::to_string(columns.size()) + " columns";
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == nullptr) {
      path = std::string(trim_blanks(row.cells[i]));
      if (path.empty()) return "the path is empty";
      if (!is_utf8(path)) return "path is not UTF-8";
      continue;
    }
    if (std::string wrong = put_fact(*columns[i], row.cells[i], facts); !wrong.empty())
      return wrong;
  }
  return {};
}

bool is_blank(const CsvRow& row) {
  return row.wrong.empty() && row.cells.size() == 1 && trim_blanks(row.cells[0]).empty();
}

}  // namespace

Result<FactsTable> parse_facts_csv(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  CsvReader reader(text);
  if (!reader.more()) return bad_header("the table is empty");
  const Result<Columns> columns = read_header(reader.next());
  if (!columns) return columns.error();
  FactsTable table;
  std::map<std::string, std::size_t> lines;
  while (reader.more()) {
    const CsvRow row = reader.next();
    if (columns->size() > 1 && is_blank(row)) continue;
    std::string path;
    Facts facts;
    std::string wrong = read_row(*columns, row, path, facts);
    if (wrong.empty()) {
      const auto [known, fresh] = lines.emplace(path, row.line);
      if (!fresh) wrong = "the path stands in line " + std::to_string(known->second) + " already";
    }
    if (!wrong.empty()) {
      table.problems.push_back({row.line, std::move(wrong)});
    } else {
      table.rows.emplace_back(std::move(path), std::move(facts));
    }
  }
  return table;
}

}  // namespace moot
