#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "cli/dates.hpp"
#include "cli/export_names.hpp"
#include "cli/export_writers.hpp"
#include "cli/present.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;
#include "index/council_key.hpp"
#include "index/folder_errors.hpp"
using Objects = std::vector<Json>;

std::string organization_id(const Record& record) {
  const std::string council = council_key(record);
  if (council.empty()) return {};
  return "organization/" + council + (record.body ? "/" + slug(*record.body) : "");
}

std::string person_id(const Record& record, const std::string& name) {
  const std::string council = council_key(record);
  return "person/" + (council.empty() ? record.id : council) + "/" + slug(name);
}

Json sources(const Record& record, const std::string& pointer) {
  return Json::array(
      {{{"url", value_link(record, pointer)}, {"note", "moot record " + record.id}}});
}

Objects organizations(const Record& record) {
  Objects made;
  const std::string council = council_key(record);
  if (council.empty()) return made;
  Json authority{{"id", "organization/" + council},
                 {"name", record.council->name},
                 {"classification", "council"}};
  if (record.council->code) {
    authority["identifiers"] = Json::array({{{"identifier", council}, {"scheme", "GSS"}}});
  }
  made.push_back(std::move(authority));
  if (record.body) {
    made.push_back({{"id", organization_id(record)},
                    {"name", *record.body},
                    {"classification", "committee"},
                    {"parent_id", "organization/" + council}});
  }
  return made;
}

void put_detail(Json& person, const char* type, const Text& value) {
  if (value) person["contact_details"].push_back({{"type", type}, {"value", *value}});
}

Objects persons(const Record& record) {
  Objects made;
  const auto add = [&](const std::string& name, const std::string& pointer) -> Json& {
    made.push_back({{"id", person_id(record, name)}, {"name", name}});
    made.back()["sources"] = sources(record, pointer);
    return made.back();
  };
  for (std::size_t i = 0; i < record.contacts.size(); ++i) {
    const Contact& contact = record.contacts[i];
    if (!contact.name) continue;
    Json& person = add(*contact.name, fmt::format("/contacts/{}", i));
    if (contact.email) person["email"] = *contact.email;
    put_detail(person, "voice", contact.phone);
    put_detail(person, "email", contact.email);
  }
  for (std::size_t i = 0; i < record.from.size(); ++i) {
    if (record.from[i].name) add(*record.from[i].name, fmt::format("/from/{}", i));
  }
  for (std::size_t i = 0; i < record.present.size(); ++i) {
    add(record.present[i], fmt::format("/present/{}", i));
  }
  return made;
}

/// "event/E10000016/cabinet/2024-01-17"; "" where the paper does not tell its meeting.
std::string event_id(const Record& record) {
  if (council_key(record).empty() || !record.body || !record.meeting_date) return {};
  return "event/" + council_key(record) + "/" + slug(*record.body) + "/" + *record.meeting_date;
}

Objects events(const Record& record) {
  const std::string id = event_id(record);
  if (id.empty()) return {};
  return {{{"id", id},
           {"name", *record.body + ", " + spoken_date(*record.meeting_date)},
           {"start_date", *record.meeting_date},
           {"classification", "meeting"},
           {"organization_id", organization_id(record)},
           {"sources", sources(record, "/meeting_date")}}};
}

void add_motions(const Record& record, const NumberedField& field, const char* classification,
                 Objects& made) {
  const auto& list = record.*field.member;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string pointer = fmt::format("/{}/{}", field.name, i);
    Json motion{{"id", record.id + "#" + pointer},
                {"text", list[i].text},
                {"classification", classification}};
    if (const std::string body = organization_id(record); !body.empty()) {
      motion["organization_id"] = body;
    }
    const Text& date = record.meeting_date ? record.meeting_date : record.decision_date;
    if (date) motion["date"] = *date + "T00:00:00Z";
    if (std::string_view(classification) == "resolution") motion["result"] = "pass";
    motion["sources"] = sources(record, pointer);
    made.push_back(std::move(motion));
  }
}

Objects motions(const Record& record) {
  Objects made;
  for (const NumberedField& field : numbered_fields()) {
    const std::string_view name = field.name;
    if (name == "recommendations") add_motions(record, field, "recommendation", made);
    if (name == "resolutions") add_motions(record, field, "resolution", made);
  }
  return made;
}

/// One array of the document. What comes again in another paper of the council is left out: papers
/// come council by council, so no more than the ids of one council are kept.
class ArrayWriter {
 public:
  ArrayWriter(const char* name, Objects (*objects)(const Record&), const Put& put)
      : name_(name), objects_(objects), put_(put) {}

  Result<std::int64_t> run(const ExportRecords& records) {
    std::string council;
    auto done = put_("\n\"" + std::string(name_) + "\": [");
    if (!done) return done.error();
    done = records.each_sorted([&](const Record& record, const Document&) -> Result<Done> {
      if (council_key(record) != council) seen_.clear();
      council = council_key(record);
      for (const Json& json : objects_(record)) {
        if (!seen_.insert(json["id"].get<std::string>()).second) continue;
        const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
        if (auto put = put_((count_++ > 0 ? ",\n" : "\n") + text); !put) return put;
      }
      return Done{};
    });
    if (done) done = put_("]");
    if (!done) return done.error();
    return count_;
  }

 private:
  const char* name_;
  Objects (*objects_)(const Record&);
  const Put& put_;
  std::set<std::string> seen_;
  std::int64_t count_ = 0;
};

}  // namespace

Result<Written> write_popolo(const ExportRecords& records, const Put& put) {
  const auto count = records.count();
  if (!count) return count.error();
  if (*count == 0) return Written{};
  Written written{0, *count};
  const std::pair<const char*, Objects (*)(const Record&)> arrays[] = {
      {"organizations", organizations},
      {"persons", persons},
      {"events", events},
      {"motions", motions}};
  for (const auto& [name, objects] : arrays) {
    if (auto done = put(objects == organizations ? "{" : ","); !done) return done.error();
    const auto added = ArrayWriter(name, objects, put).run(records);
    if (!added) return added.error();
    written.rows += *added;
  }
  if (auto done = put("\n}\n"); !done) return done.error();
  return written;
}

}  // namespace moot
