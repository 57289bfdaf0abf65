/// \file Questions about what users said of records.

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "index/catalogue_impl.hpp"
#include "index/catalogue_schema.hpp"
#include "index/overlays.hpp"
#include "index/record_id.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

/// What is known of the corrections of one file.
struct FileCorrections {
  bool there = false;
  std::vector<std::int64_t> stale;
  std::vector<HiddenWords> hidden;
};

/// The numbers of a correction's row, which begins "number, id, pointer, suppressed, ...".
CorrectionRow correction_in(const Statement& row) {
  return {row.number(0),
          row.text(1),
          {row.text(2), row.number(3) != 0, row.text(4), row.text(5), row.text(6)},
          true};
}

void blank_texts(const HiddenFinder& finder, Json& value) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    value = blanked(text, finder.find(text));
  } else {
    for (Json& part : value) blank_texts(finder, part);
  }
}

/// A value that a user typed may have words that another correction suppresses.
void hide_in(const std::vector<HiddenWords>& hidden, Correction& correction) {
  std::vector<std::string> words;
  for (const HiddenWords& one : hidden) words.push_back(one.words);
  Json value = Json::parse(correction.value, nullptr, false);
  if (words.empty() || value.is_discarded()) return;
  blank_texts(HiddenFinder(words), value);
  correction.value = value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string file_of(const CorrectionRow& row) {
  return row.id.substr(0, kShaInId);
}

/// What the corrections of a file that is gone suppress.
std::vector<HiddenWords> hidden_by(const std::vector<CorrectionRow>& rows,
                                   const std::string& file) {
  std::vector<Correction> said;
  for (const CorrectionRow& row : rows) {
    if (file_of(row) == file) said.push_back(row.correction);
  }
  Record none;
  return apply_corrections(said, none).hidden;
}

/// The file whose SHA-256 starts so; "" where it is gone.
Result<std::string> file_from(const Connection& connection, const std::string& start) {
  Statement row(connection, "SELECT sha256 FROM documents WHERE sha256 >= ?1 AND sha256 < ?2");
  const Result<bool> found = row.bind(start).bind(start + "g").step();
  if (!found) return found.error();
  return *found ? row.text(0) : std::string();
}

}  // namespace

Result<std::vector<CorrectionRow>> Catalogue::corrections() const {
  Statement row(impl_->connection,
                "SELECT number, id, pointer, suppressed, value, before, made FROM corrections "
                "ORDER BY number");
  std::vector<CorrectionRow> rows;
  const auto done = row.each([&] { rows.push_back(correction_in(row)); });
  if (!done) return done.error();
  std::map<std::string, FileCorrections> files;  // by the start of their SHA-256
  for (CorrectionRow& correction : rows) {
    const auto [file, added] = files.try_emplace(file_of(correction));
    FileCorrections& known = file->second;
    if (added) {
      const auto sha = file_from(impl_->connection, file->first);
      auto records = sha ? raw_records_of(*sha) : sha.error();
      if (!records) return records.error();
      known.there = !records->empty();
      auto hidden = lay_over(impl_->connection, *sha, *records, &known.stale);
      if (!hidden) return hidden.error();
      known.hidden = known.there ? std::move(*hidden) : hidden_by(rows, file->first);
    }
    const auto& stale = known.stale;
    correction.holds =
        known.there && std::find(stale.begin(), stale.end(), correction.number) == stale.end();
  }
  for (CorrectionRow& correction : rows) {
    hide_in(files.at(file_of(correction)).hidden, correction.correction);
  }
  return rows;
}

Result<std::int64_t> Catalogue::last_correction() const {
  return number_of(impl_->connection, "SELECT max(number) FROM corrections");
}

}  // namespace moot
