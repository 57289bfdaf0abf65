#pragma once
/// \file What watches tell, and its forms: text, JSON (schema "moot.news/1"), Atom (RFC 4287).
/// Text and JSON are made part by part: of the hits only the ids are held. Pure.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/options_watch.hpp"
#include "cli/watch.hpp"
#include "index/expand.hpp"
#include "index/search.hpp"

namespace moot {

/// What one watch is about to tell.
struct WatchNews {
  Watch watch;  ///< where it could not be read, its name alone
  Query query;  ///< with what it was expanded by
  std::vector<Expansion> expansions;
  std::uint64_t generation = 0;   ///< of the catalogue that the search index had
  std::size_t files_behind = 0;   ///< that the catalogue has and the search index lacks
  std::vector<Pick> picks;        ///< newest date first
  std::optional<Error> problem;   ///< why it could not tell them
  std::vector<std::string> told;  ///< ids that were told
};

/// A run of watches.
struct NewsHead {
  std::string now;    ///< UTC
  std::string since;  ///< what was told since then is told again; "": nothing
  std::string feed;   ///< what names the feed for ever
  std::string title;  ///< of the feed
  bool colour = false;
  int width = 0;  ///< columns; 0: lines are not broken
};

/// The calls come in this order: begin, then for each watch begin_watch, hit and end_watch, then
/// end. Each gives the next part.
class NewsForm {
 public:
  virtual ~NewsForm() = default;
  /// `all` that follow, with their picks.
  virtual std::string begin(const std::vector<WatchNews>& all) = 0;
  virtual std::string begin_watch(const WatchNews& news) = 0;
  /// `pick` is that of the hit.
  virtual std::string hit(const Hit& hit, const Pick& pick) = 0;
  virtual std::string end_watch(const WatchNews& news) = 0;
  virtual std::string end() = 0;
};

std::unique_ptr<NewsForm> text_news(const NewsHead& head);
std::unique_ptr<NewsForm> json_news(const NewsHead& head);
std::unique_ptr<NewsForm> atom_news(const NewsHead& head);

/// How many of these are new.
std::size_t count_new(const std::vector<Pick>& picks);

/// "urn:uuid:..." of version 8 (RFC 9562), made from the SHA-256 of `name`.
std::string uuid_of(const std::string& name);

}  // namespace moot
