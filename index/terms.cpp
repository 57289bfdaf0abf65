#include "index/terms.hpp"

#include <unordered_map>

#include <xapian.h>
#include <nlohmann/json.hpp>

#include "index/packing.hpp"

namespace moot {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxTerm = 200;     // Xapian allows 245 bytes
constexpr std::size_t kMaxStems = 5'000;  // most words of most papers, in half a megabyte
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

Json heads_of(const Entry& entry) {
  Json heads = Json::array();
  for (const Passage& passage : entry.passages) {
    heads.push_back({passage.field, passage.heading, passage.pointer, passage.page});
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

/// The text that stands between two places as to_data() writes it.
std::string text_of_line(const std::string& data, std::size_t begin, std::size_t end) {
  const auto at = [&](std::size_t place) {
    return data.begin() + static_cast<std::ptrdiff_t>(std::min(place, data.size()));
  };
  const Json text = Json::parse(at(begin), at(end), nullptr, false);
  return text.is_string() ? text.get<std::string>() : std::string();
}

}  // namespace

std::uint32_t next_start(std::uint32_t last) {
  return ((last + kPositionGap) / kPositionStep + 1) * kPositionStep;
}

std::string pack_passages(const std::vector<PassageStart>& passages) {
  std::string out;
  std::uint32_t at = 0;
  for (const PassageStart& passage : passages) {
    pack_number(out, passage.field);
    pack_number(out, (passage.start - at) / kPositionStep);
    pack_number(out, passage.text - passage.start);
    at = passage.start;
  }
  return out;
}

std::vector<PassageStart> unpack_passages(std::string_view bytes) {
  std::vector<PassageStart> passages;
  Unpacker in(bytes);
  std::uint32_t at = 0;
  while (!in.done()) {
    PassageStart passage;
    passage.field = in.number();
    at += static_cast<std::uint32_t>(in.number()) * kPositionStep;
    passage.start = at;
    passage.text = at + static_cast<std::uint32_t>(in.number());
    passages.push_back(passage);
  }
  if (!in.ok()) passages.clear();
  return passages;
}

struct Stemmer::Impl {
  Xapian::Stem english{"en"};
  std::unordered_map<std::string, std::string> known;
};

Stemmer::Stemmer() : impl_(std::make_unique<Impl>()) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

const std::string& Stemmer::stem(const std::string& folded) {
  if (const auto found = impl_->known.find(folded); found != impl_->known.end()) {
    return found->second;
  }
  if (impl_->known.size() >= kMaxStems) impl_->known.clear();
  return impl_->known.emplace(folded, impl_->english(folded)).first->second;
}

std::string make_term(std::string_view prefix, std::string_view rest) {
  std::string term(prefix);
  // Xapian takes two bytes for a zero one; no word has any.
  rest = rest.substr(0, rest.find('\0'));
  term += rest.substr(0, kMaxTerm - prefix.size());
  return term;
}

std::string date_value(std::string_view iso) {
  std::string value(iso);
  std::erase(value, '-');
  return value;
}

std::string to_data(const Entry& entry) {
  Json head;
  for (std::size_t i = 0; i < std::size(kKeys); ++i) {
    if (const std::string& value = entry.*kMembers[i]; !value.empty()) head[kKeys[i]] = value;
  }
  if (!entry.references.empty()) head["refs"] = entry.references;
  head["page"] = entry.page;
  head["passages"] = heads_of(entry);
  std::string data = line_of(head);
  for (const Passage& passage : entry.passages) data += "\n" + line_of(passage.text);
  return data;
}

Entry parse_data(const std::string& data) {
  Entry entry;
  const std::size_t end = std::min(data.find('\n'), data.size());
  const Json head =
      Json::parse(data.begin(), data.begin() + static_cast<std::ptrdiff_t>(end), nullptr, false);
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
  }
  return entry;
}

Entry parse_whole_data(const std::string& data) {
  Entry entry = parse_data(data);
  std::size_t line = data.find('\n');
  for (Passage& passage : entry.passages) {
    if (line == std::string::npos) break;
    const std::size_t end = data.find('\n', line + 1);
    passage.text = text_of_line(data, line + 1, end);
    line = end;
  }
  return entry;
}

std::string passage_text(const std::string& data, std::size_t index) {
  std::size_t line = data.find('\n');
  for (std::size_t i = 0; i < index && line != std::string::npos; ++i) {
    line = data.find('\n', line + 1);
  }
  return line == std::string::npos ? std::string()
                                   : text_of_line(data, line + 1, data.find('\n', line + 1));
}

}  // namespace moot
