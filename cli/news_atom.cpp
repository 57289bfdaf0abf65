#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/markup.hpp"
#include "cli/news.hpp"
#include "cli/present.hpp"
#include "cli/search_answer.hpp"
#include "index/page_link.hpp"
#include "pipeline/sha256.hpp"

namespace moot {
namespace {

/// html_text(), without the two letters that HTML may have and XML may not.
std::string xml_text(std::string_view text) {
  std::string out = html_text(text);
  for (const char* forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = 0; (at = out.find(forbidden, at)) != std::string::npos;) {
      out.replace(at, 3, "\xEF\xBF\xBD");
    }
  }
  return out;
}

std::string element(const char* name, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>\n", name, xml_text(text));
}

/// "Kent County Council, Cabinet, 2024-01-17, page 4: the words"
std::string summary_of(const Hit& hit) {
  const Entry& entry = hit.entry;
  std::string place;
  for (const std::string& part :
       {entry.council, entry.body, entry.date, entry.decision_number, spoken_name(entry.kind),
        hit.page > 0 ? fmt::format("page {}", hit.page) : std::string()}) {
    if (!part.empty()) place += (place.empty() ? "" : ", ") + part;
  }
  return hit.snippet.text.empty() ? place : place + ": " + hit.snippet.text;
}

/// An entry that two watches tell is one entry of the feed, in two categories.
struct InFeed {
  std::vector<std::string> watches;
  std::string told;
  bool written = false;
};

class AtomNews : public NewsForm {
 public:
  explicit AtomNews(const NewsHead& head) : head_(head) {}

  std::string begin(const std::vector<WatchNews>& all) override {
    std::string updated, about;
    for (const WatchNews& news : all) {
      if (news.problem) continue;
      updated = std::max(updated, news.watch.added);
      about +=
          (about.empty() ? "" : "\n") + news.watch.name + ": " + spoken_query(news.watch.search);
      about += news.expansions.empty() ? "" : "\n" + spoken_expansions(news.expansions);
      for (const Pick& pick : news.picks) {
        InFeed& entry = entries_[pick.id];
        entry.watches.push_back(news.watch.name);
        entry.told = std::max(entry.told, pick.told);
        updated = std::max(updated, pick.told);
      }
    }
    if (updated.empty()) updated = head_.now;
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
           "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n" +
           element("id", uuid_of("feed " + head_.feed)) + element("title", head_.title) +
           element("subtitle", about) + element("updated", updated) +
           "<author><name>moot</name></author>\n" + element("generator", "moot");
  }

  std::string begin_watch(const WatchNews&) override { return {}; }

  std::string hit(const Hit& hit, const Pick& pick) override {
    InFeed& in_feed = entries_[pick.id];
    if (in_feed.written) return {};
    in_feed.written = true;
    const Entry& entry = hit.entry;
    std::string out = "<entry>\n" + element("id", uuid_of(entry.id)) +
                      element("title", spoken_title(entry)) + element("updated", in_feed.told);
    if (!entry.council.empty()) {
      out += "<author><name>" + xml_text(entry.council) + "</name></author>\n";
    }
    const std::string link = page_link(entry.url, entry.path, hit.page);
    if (!link.empty())
      out += fmt::format("<link rel=\"alternate\" href=\"{}\"/>\n", xml_text(link));
    // An entry without a link must have content.
    out += element(link.empty() ? "content" : "summary", summary_of(hit));
    for (const std::string& watch : in_feed.watches) {
      out += fmt::format("<category term=\"{}\"/>\n", xml_text(watch));
    }
    return out + "</entry>\n";
  }

  std::string end_watch(const WatchNews&) override { return {}; }
  std::string end() override { return "</feed>\n"; }

 private:
  NewsHead head_;
  std::map<std::string, InFeed> entries_;
};

}  // namespace

std::string uuid_of(const std::string& name) {
  std::string hex = sha256_hex(name).substr(0, 32);
  hex[12] = '8';  // the version
  // The variant: the two highest bits of this digit are 1 and 0.
  const auto digit = static_cast<std::size_t>(hex[16] <= '9' ? hex[16] - '0' : hex[16] - 'a' + 10);
  hex[16] = "89ab"[digit % 4];
  for (const std::size_t at : {20U, 16U, 12U, 8U}) hex.insert(at, "-");
  return "urn:uuid:" + hex;
}

std::unique_ptr<NewsForm> atom_news(const NewsHead& head) {
  return std::make_unique<AtomNews>(head);
}

}  // namespace moot
