#include <nlohmann/json.hpp>

#include "cli/hit_formats.hpp"
#include "cli/news.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

/// A query may hold bytes that are not UTF-8.
std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class JsonNews : public NewsForm {
 public:
  explicit JsonNews(const NewsHead& head) : head_(head) {}

  std::string begin(const std::vector<WatchNews>&) override {
    const Json since = head_.since.empty() ? Json(nullptr) : Json(head_.since);
    return "{\"schema\":\"moot.news/1\",\"made\":" + dumped(head_.now) +
           ",\"since\":" + dumped(since) + ",\"watches\":[";
  }

  std::string begin_watch(const WatchNews& news) override {
    hits_ = 0;
    std::string out = watches_++ == 0 ? "\n" : ",\n";
    Json json{{"name", news.watch.name}};
    if (!news.watch.added.empty()) {
      json["query"] = news.watch.search.query;
      json["options"] = Json::parse(options_to_json(news.watch.search));
      json["understood"] = to_string(news.query.root);
      json["generation"] = news.generation;
      json["files_behind"] = news.files_behind;
    }
    out += dumped(json);
    out.pop_back();
    return out + ",\"expansions\":" + expansions_to_json(news.expansions) + ",\"hits\":[";
  }

  std::string hit(const Hit& hit, const Pick& pick) override {
    return (hits_++ == 0 ? "\n" : ",\n") + hit_to_json(hit, pick.told);
  }

  std::string end_watch(const WatchNews& news) override {
    Json json{{"new", news.told.size()}, {"problem", nullptr}};
    if (news.problem) json["problem"] = news.problem->message;
    return "]," + dumped(json).substr(1);
  }

  std::string end() override { return watches_ > 0 ? "\n]}\n" : "]}\n"; }

 private:
  NewsHead head_;
  std::size_t watches_ = 0, hits_ = 0;
};

}  // namespace

std::unique_ptr<NewsForm> json_news(const NewsHead& head) {
  return std::make_unique<JsonNews>(head);
}

}  // namespace moot
