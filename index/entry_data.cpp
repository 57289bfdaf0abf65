#include "index/entry_data.hpp"

#include <nlohmann/json.hpp>

#include "index/compress.hpp"
#include "index/packing.hpp"

namespace moot {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMostBytes = 512ULL << 20;  // more than any document has

constexpr const char* kKeys[] = {"id",     "record_id", "kind",  "council", "code",
                                 "body",   "date",      "title", "number",  "decision_maker",
                                 "key",    "status",    "lang",  "url",     "path",
                                 "sha256", "notice",    "due",   "route"};
constexpr std::string Entry::*kMembers[] = {&Entry::id,
                                            &Entry::record_id,
                                            &Entry::kind,
                                            &Entry::council,
                                            &Entry::council_code,
                                            &Entry::body,
                                            &Entry::date,
                                            &Entry::title,
                                            &Entry::decision_number,
                                            &Entry::decision_maker,
                                            &Entry::key_decision,
                                            &Entry::decision_status,
                                            &Entry::language,
                                            &Entry::url,
                                            &Entry::path,
                                            &Entry::sha256,
                                            &Entry::notice_date,
                                            &Entry::due_date,
                                            &Entry::route};
static_assert(std::size(kKeys) == std::size(kMembers));

/// One line of JSON; text that is not UTF-8 is replaced.
std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json heads_of(const std::vector<Passage>& passages) {
  Json heads = Json::array();
  for (const Passage& passage : passages) {
    heads.push_back({passage.field, passage.heading, passage.pointer, passage.page});
    for (const PageTurn& turn : passage.turns) {
      heads.back().push_back(turn.at);
      heads.back().push_back(turn.page);
    }
  }
  return heads;
}

std::string text_at(const Json& json, std::size_t place) {
  return json.is_array() && place < json.size() && json[place].is_string()
             ? json[place].get<std::string>()
             : std::string();
}

int number_at(const Json& json, std::size_t place) {
  return json.is_array() && place < json.size() && json[place].is_number_integer()
             ? json[place].get<int>()
             : 0;
}

/// "" where the bytes are damaged.
std::string unpacked(std::string_view bytes) {
  const Result<std::string> plain = decompress(bytes, kMostBytes);
  return plain ? *plain : std::string();
}

/// Both parts of the data; the second is unpacked when it is asked for.
struct Parts {
  std::string head;
  std::string_view packed_texts;

  std::string texts() const { return unpacked(packed_texts); }
};

Parts parts_of(std::string_view data) {
  Unpacker in(data);
  const std::uint64_t size = in.number();
  const std::size_t begin = data.size() - in.left();
  if (!in.ok() || size > in.left()) return {};
  return {unpacked(data.substr(begin, size)), data.substr(begin + size)};
}

}  // namespace

std::string to_data(const Entry& entry) {
  Json head;
  for (std::size_t i = 0; i < std::size(kKeys); ++i) {
    if (const std::string& value = entry.*kMembers[i]; !value.empty()) head[kKeys[i]] = value;
  }
  if (!entry.references.empty()) head["refs"] = entry.references;
  head["page"] = entry.page;
  head["passages"] = heads_of(entry.passages);
  std::string texts;
  pack_number(texts, entry.passages.size());
  for (const Passage& passage : entry.passages) pack_text(texts, passage.text);
  for (const Passage& value : entry.values) {
    for (const std::string* text : {&value.field, &value.text, &value.pointer}) {
      pack_text(texts, *text);
    }
    pack_number(texts, static_cast<std::uint64_t>(value.page));
  }
  const auto packed_head = compress(line_of(head)), packed_texts = compress(texts);
  if (!packed_head || !packed_texts) return {};
  std::string data;
  pack_text(data, *packed_head);
  return data + *packed_texts;
}

Entry parse_data(std::string_view data) {
  Entry entry;
  const Json head = Json::parse(parts_of(data).head, nullptr, false);
  if (!head.is_object()) return entry;
  for (std::size_t i = 0; i < std::size(kKeys); ++i) {
    const auto found = head.find(kKeys[i]);
    if (found != head.end() && found->is_string()) entry.*kMembers[i] = found->get<std::string>();
  }
  if (const auto page = head.find("page"); page != head.end() && page->is_number_integer()) {
    entry.page = page->get<int>();
  }
  if (const auto refs = head.find("refs"); refs != head.end() && refs->is_array()) {
    for (std::size_t i = 0; i < refs->size(); ++i) entry.references.push_back(text_at(*refs, i));
  }
  const auto heads = head.find("passages");
  if (heads == head.end() || !heads->is_array()) return entry;
  for (const Json& passage : *heads) {
    entry.passages.push_back(
        {text_at(passage, 0), text_at(passage, 1), "", text_at(passage, 2), number_at(passage, 3)});
    for (std::size_t at = 4; at + 1 < passage.size(); at += 2) {
      const auto begin = static_cast<std::size_t>(std::max(0, number_at(passage, at)));
      entry.passages.back().turns.push_back({begin, number_at(passage, at + 1)});
    }
  }
  return entry;
}

Entry parse_whole_data(std::string_view data) {
  Entry entry = parse_data(data);
  const std::string texts = parts_of(data).texts();
  Unpacker in(texts);
  if (in.number() != entry.passages.size()) return entry;
  for (Passage& passage : entry.passages) passage.text = in.text();
  constexpr std::size_t kMostValues = 5'000;  // a few bytes may claim to be many
  while (!in.done() && entry.values.size() < kMostValues) {
    Passage value{in.text(), "", in.text(), in.text(), in.small()};
    if (in.ok()) entry.values.push_back(std::move(value));
  }
  return entry;
}

std::string passage_text(std::string_view data, std::size_t index) {
  const std::string texts = parts_of(data).texts();
  Unpacker in(texts);
  if (index >= in.number()) return {};
  for (std::size_t i = 0; i < index; ++i) in.text();
  return in.text();
}

}  // namespace moot
