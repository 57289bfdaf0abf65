#include "cli/csv.hpp"

namespace moot {

std::string csv_value(std::string_view value) {
  if (value.find_first_of(",;\t\"\r\n") == std::string_view::npos) return std::string(value);
  std::string quoted = "\"";
  for (const char letter : value) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

std::string csv_row(const std::vector<std::string>& values) {
  std::string row;
  for (const std::string& value : values) {
    if (&value != &values.front()) row += ',';
    row += csv_value(value);
  }
  return row + "\r\n";
}

std::string without_formula(std::string value) {
  const std::size_t begin = value.find_first_not_of(" '\n");
  if (begin == std::string::npos) return value;
  const std::string_view rest = std::string_view(value).substr(begin);
  // U+FF1D, U+FF0B, U+FF0D and U+FF20: some spreadsheets read them as their narrow forms.
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D",
                                       "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
    if (rest.starts_with(start)) return "'" + value;
  }
  return value;
}

}  // namespace moot
