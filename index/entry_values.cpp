#include "index/entry_values.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "index/value_place.hpp"

namespace moot {
namespace {

constexpr std::size_t kMostOfAList = 1'000;   // people and titles: more are no paper's
constexpr std::size_t kLongestValue = 2'000;  // bytes

constexpr std::array kTexts = {
    "body",           "decision_maker",     "meeting_date",  "report_date",     "decision_date",
    "effective_date", "publication_date",   "decision_type", "decision_status", "lead_member",
    "lead_director",  "key_decision_reason"};

std::string joined(std::initializer_list<Text> parts, const char* between) {
  std::string line;
  for (const Text& part : parts) {
    if (part && !part->empty()) line += (line.empty() ? "" : between) + *part;
  }
  return line;
}

/// Collects values with their pages.
class Values {
 public:
  explicit Values(const Record& record) : record_(record) {}

  void add(const char* field, const std::string& text, const std::string& pointer) {
    if (text.empty() || text.size() > kLongestValue) return;
    made_.push_back({field, "", text, pointer, place_of(record_, pointer).first_page});
  }

  void add_text(std::string_view name) {
    const auto& fields = text_fields();
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const TextField& one) { return name == one.name; });
    if (const Text& value = record_.*field->member) add(field->name, *value, at(field->name));
  }

  void add_common() {
    for (const char* name : kTexts) add_text(name);
    add_flag("key_decision", record_.key_decision);
    add_flag("call_in", record_.call_in);
  }

  void add_flag(const char* field, const std::optional<bool>& flag) {
    if (flag) add(field, *flag ? "yes" : "no", at(field));
  }

  template <typename Entry, typename Line>
  void add_list(const char* field, const std::vector<Entry>& list, Line&& line,
                const char* named = nullptr) {
    const std::string pointer = at(named == nullptr ? field : named);
    for (std::size_t i = 0; i < std::min(list.size(), kMostOfAList); ++i) {
      add(field, line(list[i]), pointer + "/" + std::to_string(i));
    }
  }

  std::vector<Passage> take() { return std::move(made_); }

 private:
  static std::string at(const std::string& field) { return "/" + field; }

  const Record& record_;
  std::vector<Passage> made_;
};

}  // namespace

std::vector<Passage> short_values(const Record& record) {
  Values values(record);
  values.add_common();
  values.add_list("timetable", record.timetable, [](const TimetableStep& step) {
    return joined({step.date, step.meeting}, " ");
  });
  const auto itself = [](const std::string& title) { return title; };
  values.add_list("background_papers", record.background_papers, itself);
  values.add_list("appendices", record.appendices, itself);
  values.add_list("contacts", record.contacts, [](const Contact& contact) {
    return joined({contact.name, contact.role, contact.phone, contact.email}, ", ");
  });
  values.add_list(
      kPersonValue, record.contacts,
      [](const Contact& contact) { return contact.name.value_or(""); }, "contacts");
  return values.take();
}

std::vector<Passage> item_values(const Record& record) {
  Values values(record);
  values.add_common();
  return values.take();
}

}  // namespace moot
