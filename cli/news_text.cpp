#include <fmt/format.h>

#include <algorithm>

#include "cli/dates.hpp"
#include "cli/news.hpp"
#include "cli/output.hpp"
#include "cli/present.hpp"
#include "cli/search_answer.hpp"

namespace moot {
namespace {

constexpr std::size_t kIndent = 2;

std::string entries(std::size_t count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "entry" : "entries");
}

/// A watch without news says nothing, so that a job that is run each night sends no mail then.
class TextNews : public NewsForm {
 public:
  explicit TextNews(const NewsHead& head) : head_(head) {}

  std::string begin(const std::vector<WatchNews>&) override { return {}; }

  std::string begin_watch(const WatchNews& news) override {
    if (news.picks.empty()) return {};
    std::string out = first_ ? "" : "\n";
    first_ = false;
    out += tinted(news.watch.name, Tone::Title, head_.colour) + ": ";
    return out + wrapped(printable(spoken_query(news.watch.search)), head_.width, kIndent) + "\n\n";
  }

  std::string hit(const Hit& hit, const Pick& pick) override {
    std::string out = present_hit(hit, head_.colour, head_.width);
    if (!pick.is_new) {
      out += fmt::format("     told before, on {}\n", spoken_date(pick.told));
    }
    return out + '\n';
  }

  std::string end_watch(const WatchNews& news) override {
    if (news.picks.empty()) return {};
    std::string out;
    const std::string also = spoken_expansions(news.expansions);
    if (!also.empty()) out += wrapped(also.substr(0, also.size() - 1), head_.width, 0) + '\n';
    out += entries(news.told.size(), "new ");
    if (const std::size_t again = news.picks.size() - count_new(news.picks); again > 0) {
      out += fmt::format(", {} told before", again);
    }
    return out + '\n';
  }

  std::string end() override { return {}; }

 private:
  NewsHead head_;
  bool first_ = true;
};

}  // namespace

std::size_t count_new(const std::vector<Pick>& picks) {
  return static_cast<std::size_t>(
      std::count_if(picks.begin(), picks.end(), [](const Pick& pick) { return pick.is_new; }));
}

std::unique_ptr<NewsForm> text_news(const NewsHead& head) {
  return std::make_unique<TextNews>(head);
}

}  // namespace moot
