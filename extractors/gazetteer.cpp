#include "extractors/gazetteer.hpp"

#include <algorithm>
#include <map>

#include "extractors/embedded_data.hpp"
#include "extractors/gazetteer_names.hpp"
#include "extractors/values_text.hpp"

namespace moot {

namespace {

using Row = std::vector<std::string>;

/// One row of CSV (RFC 4180) from `at` on; `at` moves behind its line end.
Row read_csv_row(std::string_view text, std::size_t& at) {
  Row row(1);
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') {
        row.back() += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        row.back() += text[++at];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      row.emplace_back();
    } else if (c == '\n') {
      ++at;
      break;
    } else if (c != '\r') {
      row.back() += c;
    }
  }
  return row;
}

std::string_view data_text() {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name == "uk_local_authorities.csv") return file.text;
  }
  return {};
}

/// The alternative names of a field that parts them with commas though some hold commas: a piece
/// that starts with a space went with the piece before it, and neither is a name by itself.
std::vector<std::string> read_other_names(std::string_view field) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= field.size();) {
    const std::size_t end = std::min(field.find(',', at), field.size());
    const std::string_view piece = field.substr(at, end - at);
    const bool follows = !piece.empty() && piece.front() == ' ';
    const bool followed = end + 1 < field.size() && field[end + 1] == ' ';
    const bool garbled = piece.find("\xC3\xAF") != std::string_view::npos;
    if (!follows && !followed && !garbled && !piece.empty()) names.emplace_back(piece);
    at = end + 1;
  }
  return names;
}

std::vector<std::string> read_codes(std::string_view field) {
  std::vector<std::string> codes;
  for (std::size_t at = 0; at < field.size();) {
    const std::size_t end = std::min(field.find_first_of(", ", at), field.size());
    if (end > at) codes.emplace_back(field.substr(at, end - at));
    at = end + 1;
  }
  return codes;
}

AuthorityRow read_authority(const std::map<std::string, std::size_t>& columns, const Row& row) {
  const auto field = [&](const char* name) {
    const auto column = columns.find(name);
    return column == columns.end() || column->second >= row.size() ? std::string()
                                                                   : row[column->second];
  };
  AuthorityRow result;
  Authority& authority = result.authority;
  authority.name = fold_blanks(field("official-name"));
  authority.short_name = fold_blanks(field("nice-name"));
  authority.code = field("gss-code");
  authority.type = field("local-authority-type-name");
  authority.nation = field("nation");
  authority.region = field("region");
  authority.slug = field("gov-uk-slug");
  authority.local_code = field("local-authority-code");
  authority.successors = read_codes(field("replaced-by"));
  result.current = field("end-date").empty();
  result.combined =
      authority.type == "Combined authority" || authority.type == "Strategic Regional Authority";
  if (authority.type == "Combined authority" && !authority.name.ends_with("Authority"))
    authority.name += " Combined Authority";
  result.other_names = read_other_names(field("alt-names"));
  result.former_codes = read_codes(field("former-gss-codes"));
  return result;
}

std::vector<AuthorityRow> read_rows() {
  const std::string_view text = data_text();
  std::vector<AuthorityRow> rows;
  std::size_t at = 0;
  const Row header = read_csv_row(text, at);
  std::map<std::string, std::size_t> columns;
  for (std::size_t i = 0; i < header.size(); ++i) columns.emplace(header[i], i);
  while (at < text.size()) {
    const Row row = read_csv_row(text, at);
    if (row.size() > 1) rows.push_back(read_authority(columns, row));
  }
  return rows;
}

}  // namespace

const std::vector<AuthorityRow>& authority_rows() {
  static const std::vector<AuthorityRow> rows = read_rows();
  return rows;
}

const std::vector<Authority>& authorities() {
  static const std::vector<Authority> all = [] {
    std::vector<Authority> list;
    for (const AuthorityRow& row : authority_rows()) list.push_back(row.authority);
    return list;
  }();
  return all;
}

std::optional<Authority> lookup_authority(std::string_view name_or_code) {
  const NameTables& tables = name_tables();
  const std::string key = name_key(name_or_code);
  auto row = tables.whole.find(key);
  if (!row && key.ends_with(" council"))
    row = tables.before_council.find(key.substr(0, key.size() - 8));
  if (!row && key.starts_with("cyngor ")) row = tables.welsh.find(key.substr(7));
  if (!row) row = tables.places.find(key);
  if (!row) return {};
  return authority_rows()[*row].authority;
}

std::vector<Authority> related_authorities(const Authority& authority) {
  const auto took_over = [](const Authority& before, const Authority& after) {
    return std::find(before.successors.begin(), before.successors.end(), after.local_code) !=
           before.successors.end();
  };
  std::vector<Authority> related;
  for (const Authority& other : authorities()) {
    if (took_over(authority, other) || took_over(other, authority)) related.push_back(other);
  }
  return related;
}

Council named_council(std::string_view given) {
  const std::optional<Authority> known = lookup_authority(given);
  if (!known) return {fold_blanks(given), {}};
  return {known->name, known->code.empty() ? Text() : Text(known->code)};
}

}  // namespace moot
