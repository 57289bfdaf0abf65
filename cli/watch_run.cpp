#include "cli/watch_run.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>

#include "cli/asking.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/destination.hpp"
#include "cli/news.hpp"
#include "cli/search_query.hpp"
#include "cli/watch_folder.hpp"
#include "index/catalogue.hpp"

namespace moot {
namespace {

constexpr std::size_t kHitsAtOnce = 100;
constexpr int kDaysOfFeed = 30;

NewsHead head_of(const WatchCommand& command, const Console& console, bool to_stream) {
  NewsHead head;
  head.now = utc_now();
  const int usual = command.format == NewsFormat::Atom ? kDaysOfFeed : 0;
  const int days = command.days >= 0 ? command.days : usual;
  if (days > 0) head.since = utc_days_ago(days);
  head.colour = to_stream && console.colour;
  head.width = to_stream ? console.width : 0;
  return head;
}

/// A feed is known by the folder of its watches, and by their names where they are named: nothing
/// that a watch which cannot be read would lack.
void name_feed(const std::vector<WatchNews>& all, bool named, const std::string& folder,
               NewsHead& head) {
  std::error_code failed;
  head.feed = std::filesystem::weakly_canonical(folder, failed).string() + ' ';
  for (const WatchNews& news : all) {
    if (named) head.feed += news.watch.name + ' ';
    head.title += (head.title.empty() ? "Moot: " : ", ") + news.watch.name;
  }
}

std::unique_ptr<NewsForm> form_of(NewsFormat format, const NewsHead& head) {
  if (format == NewsFormat::Json) return json_news(head);
  return format == NewsFormat::Atom ? atom_news(head) : text_news(head);
}

/// One run, from what is stored to what is told.
class WatchRun {
 public:
  WatchRun(const WatchCommand& command, const std::string& folder, const std::string& index,
           const Console& console, const Searcher& searcher)
      : folder_(folder),
        index_(index),
        console_(console),
        searcher_(searcher),
        command_(command),
        output_(command.output, console),
        head_(head_of(command, console, output_.to_stream())) {}

  int run(const std::vector<std::string>& names) {
    for (const std::string& name : names) look_up(name);
    if (failed() == all_.size()) return kFailed;
    name_feed(all_, !command_.names.empty(), folder_, head_);
    form_ = form_of(command_.format, head_);
    if (auto told = tell(); !told) {
      const bool told_by_main = output_.to_stream() && !console_.out;
      return told_by_main ? kFailed : report_failure(console_, told.error());
    }
    // What was told counts as known only now: where this fails, it is told again, never lost.
    std::size_t fresh = 0, behind = 0;
    for (WatchNews& news : all_) {
      fresh += note(news);
      behind = std::max(behind, news.files_behind);
    }
    warn_if_behind(index_, behind, console_);
    if (failed() > 0) return failed() == all_.size() ? kFailed : kIncomplete;
    return fresh > 0 ? kDone : kNothingFound;
  }

 private:
  void look_up(const std::string& name);
  Result<Done> look_up(WatchNews& news) const;
  Result<Done> tell();
  Result<Done> tell_hits(WatchNews& news);
  Result<Done> tell_chunk(WatchNews& news, std::size_t from, std::size_t to);
  std::size_t note(WatchNews& news);

  void give_up(WatchNews& news, Error error) const {
    error.where = "watch " + news.watch.name + (error.where.empty() ? "" : ": " + error.where);
    print_error(console_.err, error);
    news.problem = std::move(error);
  }

  std::size_t failed() const {
    return static_cast<std::size_t>(std::count_if(
        all_.begin(), all_.end(), [](const WatchNews& news) { return news.problem.has_value(); }));
  }

  const std::string& folder_;
  const std::string& index_;
  const Console& console_;
  const Searcher& searcher_;
  const WatchCommand& command_;
  Destination output_;
  NewsHead head_;
  std::unique_ptr<NewsForm> form_;
  std::vector<WatchNews> all_;
  std::size_t rank_ = 0;
};

void WatchRun::look_up(const std::string& name) {
  WatchNews news;
  news.watch.name = name;
  if (auto done = look_up(news); !done) give_up(news, done.error());
  all_.push_back(std::move(news));
}

Result<Done> WatchRun::look_up(WatchNews& news) const {
  auto watch = load_watch(folder_, news.watch.name);
  if (!watch) return watch.error();
  news.watch = std::move(*watch);
  const auto query = to_query(news.watch.search);
  if (!query) return query.error();
  auto asked = expanded(*query, news.watch.search.no_expand, searcher_, index_);
  if (!asked) return asked.error();
  news.query = std::move(asked->query);
  news.query.sort = Sort::Newest;
  news.expansions = std::move(asked->expansions);
  const auto matches = searcher_.matching(news.query.root, Sort::Newest);
  if (!matches) return matches.error();
  news.generation = matches->generation;
  const bool same = !all_.empty() && all_.back().generation == news.generation;
  news.files_behind = same ? all_.back().files_behind : files_behind(index_, news.generation);
  news.picks = picks(news.watch, matches->ids, head_.now, head_.since);
  return Done{};
}

Result<Done> WatchRun::tell() {
  if (auto opened = output_.open(); !opened) return opened;
  if (auto put = output_.put(form_->begin(all_)); !put) return put;
  for (WatchNews& news : all_) {
    if (auto put = output_.put(form_->begin_watch(news)); !put) return put;
    if (auto put = tell_hits(news); !put) return put;
    if (auto put = output_.put(form_->end_watch(news)); !put) return put;
  }
  if (auto put = output_.put(form_->end()); !put) return put;
  return output_.commit();
}

/// Fails where nothing can be put out any more; a failed search costs the rest of this watch.
Result<Done> WatchRun::tell_hits(WatchNews& news) {
  rank_ = 0;
  for (std::size_t at = 0; at < news.picks.size() && !news.problem; at += kHitsAtOnce) {
    const std::size_t end = std::min(at + kHitsAtOnce, news.picks.size());
    if (auto told = tell_chunk(news, at, end); !told) return told;
  }
  return Done{};
}

Result<Done> WatchRun::tell_chunk(WatchNews& news, std::size_t from, std::size_t to) {
  SearchOptions options;
  options.limit = to - from;
  std::map<std::string, const Pick*> wanted;
  for (std::size_t i = from; i < to; ++i) {
    options.only.push_back(news.picks[i].id);
    wanted.emplace(news.picks[i].id, &news.picks[i]);
  }
  auto results = searcher_.search(news.query, options);
  if (!results) {
    give_up(news, results.error());
    return Done{};
  }
  for (Hit& hit : results->hits) {
    const auto found = wanted.find(hit.entry.id);
    if (found == wanted.end()) continue;
    hit.rank = ++rank_;
    if (auto put = output_.put(form_->hit(hit, *found->second)); !put) return put;
    if (found->second->is_new) news.told.push_back(hit.entry.id);
  }
  return Done{};
}

/// Gives how many new entries the watch told.
std::size_t WatchRun::note(WatchNews& news) {
  if (news.problem || news.told.empty()) return 0;
  note_told(news.watch, news.told, head_.now, utc_days_ago(kDaysKept));
  if (auto saved = save_watch(folder_, news.watch); !saved) {
    Error error = saved.error();
    error.message = "what was told cannot be noted, and will be told again: " + error.message;
    give_up(news, std::move(error));
  }
  return news.told.size();
}

/// The names that are asked for, each once; of all watches where none are.
std::vector<std::string> asked_names(const std::vector<std::string>& asked,
                                     const std::vector<std::string>& all) {
  if (asked.empty()) return all;
  std::vector<std::string> names;
  for (const std::string& name : asked) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace

int run_watches(const WatchCommand& command, const std::string& folder, const std::string& index,
                const Console& console) {
  if (auto ours = Catalogue::check_format(index); !ours) {
    return report_failure(console, ours.error());
  }
  const Result<Searcher> searcher = Searcher::open(index);
  if (!searcher) return report_failure(console, searcher.error());
  auto all = watch_names(folder);
  if (!all) return report_failure(console, all.error());
  if (all->empty()) {
    print_error(console.err, fail(ErrorKind::Usage, "there are no watches", folder,
                                  "add one with 'moot watch add'"));
    return command.names.empty() ? kNothingFound : kFailed;
  }
  const auto lock = lock_watches(folder);
  if (!lock) return report_failure(console, lock.error());
  all = watch_names(folder);  // another run may have removed one while this one waited
  if (!all) return report_failure(console, all.error());
  const auto names = asked_names(command.names, *all);
  if (names.empty()) return kNothingFound;
  return WatchRun(command, folder, index, console, *searcher).run(names);
}

}  // namespace moot
