#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/dates.hpp"
#include "cli/export_names.hpp"
#include "cli/export_writers.hpp"
#include "cli/present.hpp"
#include "index/council_key.hpp"
#include "index/folder_errors.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;
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
    if (date && is_day(*date)) motion["date"] = *date + "T00:00:00Z";
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

/// Text that waits on the disk until its turn comes.
class Spool {
 public:
  Spool() : file_(std::tmpfile(), &std::fclose) {}

  Result<Done> write(const std::string& text) {
    const bool wrote =
        file_ != nullptr && std::fwrite(text.data(), 1, text.size(), file_.get()) == text.size();
    return wrote ? Result<Done>(Done{}) : failure();
  }

  Result<Done> give(const Put& put) {
    if (file_ == nullptr || std::fflush(file_.get()) != 0) return failure();
    std::rewind(file_.get());
    std::array<char, std::size_t{1} << 16> block{};
    while (const std::size_t read = std::fread(block.data(), 1, block.size(), file_.get())) {
      if (auto done = put({block.data(), read}); !done) return done;
    }
    return std::ferror(file_.get()) == 0 ? Result<Done>(Done{}) : failure();
  }

 private:
  Error failure() const {
    const int code = file_ == nullptr ? not_made_ : errno;
    if (is_disk_full(code)) return disk_full("the folder for temporary files");
    return fail(ErrorKind::Io, std::string("cannot be written: ") + std::strerror(code),
                "the folder for temporary files");
  }

  std::unique_ptr<FILE, int (*)(FILE*)> file_;
  int not_made_ = errno;  // what the system said where there is no file
};

/// One array of the document. What comes again in another paper of the council is left out: papers
/// come council by council, so no more than the ids of one council are kept.
class ArrayWriter {
 public:
  ArrayWriter(const char* name, Objects (*objects)(const Record&)) : name_(name), made_(objects) {}

  Result<Done> add(const Record& record) {
    for (const Json& json : made_(record)) {
      if (!seen_.insert(json["id"].get<std::string>()).second) continue;
      const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
      if (auto done = spool_.write((count_++ > 0 ? ",\n" : "\n") + text); !done) return done;
    }
    return Done{};
  }

  void forget() { seen_.clear(); }

  Result<Done> give(const Put& put) {
    auto done = put("\n\"" + std::string(name_) + "\": [");
    if (done) done = spool_.give(put);
    return done ? put("]") : done;
  }

  std::int64_t count() const { return count_; }

 private:
  const char* name_;
  Objects (*made_)(const Record&);
  Spool spool_;
  std::set<std::string> seen_;
  std::int64_t count_ = 0;
};

using Arrays = std::array<ArrayWriter, 4>;

Result<std::int64_t> fill(Arrays& arrays, const ExportRecords& records) {
  std::int64_t papers = 0;
  std::string council;
  auto done = records.each_sorted([&](const Record& record, const Document&) -> Result<Done> {
    ++papers;
    const std::string key = council_key(record);
    for (ArrayWriter& array : arrays) {
      // Without a council, ids are of the paper, and no other paper has them.
      if (key != council || key.empty()) array.forget();
      if (auto added = array.add(record); !added) return added;
    }
    council = key;
    return Done{};
  });
  if (!done) return done.error();
  return papers;
}

}  // namespace

Result<Written> write_popolo(const ExportRecords& records, const Put& put) {
  Arrays arrays = {ArrayWriter("organizations", organizations), ArrayWriter("persons", persons),
                   ArrayWriter("events", events), ArrayWriter("motions", motions)};
  const auto papers = fill(arrays, records);
  if (!papers) return papers.error();
  Written written{0, *papers};
  for (const ArrayWriter& array : arrays) written.rows += array.count();
  if (written.rows == 0) return written;
  for (ArrayWriter& array : arrays) {
    if (auto done = put(&array == arrays.begin() ? "{" : ","); !done) return done.error();
    if (auto done = array.give(put); !done) return done.error();
  }
  if (auto done = put("\n}\n"); !done) return done.error();
  return written;
}

}  // namespace moot
