#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/dates.hpp"
#include "cli/export_names.hpp"
#include "cli/export_writers.hpp"
#include "cli/present.hpp"
#include "index/council_key.hpp"
#include "index/entry.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kVersion = "https://schema.oparl.org/1.1/";

/// Objects of one council, and the meetings of one of its days: papers come in this order, so no
/// more has to be kept.
class OParlWriter {
 public:
  OParlWriter(std::string base, const Put& put) : base_(std::move(base)), put_(put) {
    while (base_.ends_with('/')) base_.pop_back();
  }

  Result<Done> begin() {
    return line(object("System", base_,
                       {{"oparlVersion", kVersion},
                        {"body", base_ + "/bodies"},
                        {"name", "Council papers, exported by moot"}}));
  }

  Result<Done> add(const Record& record) {
    if (auto done = turn_to(record); !done) return done;
    if (auto done = put_organization(record); !done) return done;
    Json* const meeting = meeting_of(record);
    const bool of_meeting = record.kind == "minutes" || record.kind == "agenda";
    if (of_meeting && meeting != nullptr) {
      add_to_meeting(record, *meeting);
      return Done{};
    }
    return line(paper(record, meeting));
  }

  Result<Done> end() { return put_meetings(); }

  std::int64_t objects() const { return objects_; }

 private:
  static Json object(const char* type, const std::string& id, const Json& more) {
    Json json{{"id", id}, {"type", std::string(kVersion) + type}};
    json.update(more);
    return json;
  }

  Result<Done> line(const Json& json) {
    ++objects_;
    return put_(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  }

  /// Writes what a new council or a new day ends and begins.
  Result<Done> turn_to(const Record& record);
  Result<Done> put_organization(const Record& record);
  Result<Done> put_meetings();
  Json* meeting_of(const Record& record);
  void add_to_meeting(const Record& record, Json& meeting) const;
  Json paper(const Record& record, const Json* meeting) const;
  Json file(const Record& record) const;

  std::string organization_id(const Record& record) const {
    return body_id_ + "/organization/" + slug(*record.body);
  }

  std::string base_;
  const Put& put_;
  std::int64_t objects_ = 0;
  std::string council_, body_id_, date_;
  bool begun_ = false;
  std::set<std::string> organizations_;   // of this council
  std::map<std::string, Json> meetings_;  // of this day, by id
};

Result<Done> OParlWriter::turn_to(const Record& record) {
  const std::string council = council_key(record);
  const std::string date = entry_date(record).value_or("");
  if (begun_ && council == council_ && date == date_) return Done{};
  if (auto done = put_meetings(); !done) return done;
  date_ = date;
  if (begun_ && council == council_) return Done{};
  begun_ = true;
  council_ = council;
  organizations_.clear();
  body_id_ = base_ + "/body/" + council;
  if (council.empty()) return Done{};
  Json body = object("Body", body_id_, {{"system", base_}, {"name", record.council->name}});
  for (const auto& [name, list] :
       {std::pair<const char*, const char*>{"organization", "organizations"},
        {"person", "people"},
        {"meeting", "meetings"},
        {"paper", "papers"},
        {"agendaItem", "agendaitems"},
        {"consultation", "consultations"},
        {"file", "files"}}) {
    body[name] = body_id_ + "/" + list;
  }
  body["legislativeTerm"] = Json::array();
  if (record.council->code) body["moot:gssCode"] = *record.council->code;
  return line(body);
}

Result<Done> OParlWriter::put_organization(const Record& record) {
  if (council_.empty() || !record.body) return Done{};
  const std::string id = organization_id(record);
  if (!organizations_.insert(id).second) return Done{};
  return line(
      object("Organization", id,
             {{"body", body_id_}, {"name", *record.body}, {"organizationType", "Gremium"}}));
}

Result<Done> OParlWriter::put_meetings() {
  for (const auto& [id, meeting] : meetings_) {
    if (auto done = line(meeting); !done) return done;
  }
  meetings_.clear();
  return Done{};
}

/// The meeting that the paper is for; null where it does not say enough to tell one.
Json* OParlWriter::meeting_of(const Record& record) {
  if (council_.empty() || !record.body || !record.meeting_date) return nullptr;
  const std::string& date = *record.meeting_date;
  const std::string id = body_id_ + "/meeting/" + slug(*record.body) + "-" + date;
  const auto [known, fresh] = meetings_.try_emplace(id);
  if (fresh) {
    known->second = object("Meeting", id,
                           {{"name", *record.body + ", " + spoken_date(date)},
                            {"organization", Json::array({organization_id(record)})}});
    if (is_day(date)) {
      known->second["start"] = date + "T00:00:00Z";
      known->second["moot:startTimeKnown"] = false;
    }
  }
  return &known->second;
}

/// Agenda and minutes belong to their meeting; the items are those of the minutes where there are
/// any.
void OParlWriter::add_to_meeting(const Record& record, Json& meeting) const {
  const bool minutes = record.kind == "minutes";
  const char* place = minutes ? "resultsProtocol" : "invitation";
  if (meeting.contains(place)) {
    meeting["auxiliaryFile"].push_back(file(record));
    return;
  }
  meeting[place] = file(record);
  if (!minutes && meeting.contains("agendaItem")) return;
  Json items = Json::array();
  for (std::size_t i = 0; i < record.items.size(); ++i) {
    const Item& item = record.items[i];
    const std::string id = fmt::format("{}/agendaitem/{}-{}", base_, record.id, i + 1);
    Json json = object("AgendaItem", id, {{"order", i}, {"name", item.title}});
    if (item.number) json["number"] = *item.number;
    std::string resolved;
    for (const std::string& text : item.resolutions)
      resolved += (resolved.empty() ? "" : "\n") + text;
    if (!resolved.empty()) json["resolutionText"] = resolved;
    json["web"] = value_link(record, fmt::format("/items/{}", i));
    items.push_back(std::move(json));
  }
  if (!items.empty()) meeting["agendaItem"] = std::move(items);
}

Json OParlWriter::paper(const Record& record, const Json* meeting) const {
  const std::string id = base_ + "/paper/" + record.id;
  Json json = object("Paper", id, Json::object());
  if (!council_.empty()) json["body"] = body_id_;
  json["name"] = paper_name(record);
  if (record.decision_number) json["reference"] = *record.decision_number;
  if (const Text date = entry_date(record); date && is_day(*date)) json["date"] = *date;
  json["paperType"] = spoken_name(record.kind);
  json["mainFile"] = file(record);
  if (meeting != nullptr) {
    json["consultation"] =
        Json::array({object("Consultation", id + "/consultation/1",
                            {{"meeting", meeting->at("id")},
                             {"organization", Json::array({organization_id(record)})}})});
  }
  json["moot:record"] = record.id;
  return json;
}

Json OParlWriter::file(const Record& record) const {
  const Source& source = record.source;
  const std::filesystem::path path(source.path);
  Json json = object("File", base_ + "/file/" + record.id,
                     {{"name", paper_name(record)},
                      {"fileName", path.filename().string()},
                      {"mimeType", source.media_type},
                      {"accessUrl", value_link(record, "")},
                      {"moot:sha256", source.sha256}});
  if (source.pages) json["moot:pages"] = {source.pages->first, source.pages->second};
  return json;
}

}  // namespace

Result<Written> write_oparl(const ExportRecords& records, const std::string& base_url,
                            const Put& put) {
  const auto count = records.count();
  if (!count) return count.error();
  if (*count == 0) return Written{};
  OParlWriter writer(base_url, put);
  auto done = writer.begin();
  if (done) {
    done = records.each_sorted(
        [&](const Record& record, const Document&) { return writer.add(record); });
  }
  if (done) done = writer.end();
  if (!done) return done.error();
  return Written{writer.objects(), *count};
}

}  // namespace moot
