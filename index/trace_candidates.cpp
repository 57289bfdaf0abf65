#include "index/trace_candidates.hpp"

#include <algorithm>
#include <utility>

#include "extractors/gazetteer.hpp"
#include "index/query.hpp"
#include "index/trace_numbers.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

/// A value in quotes, as the query language reads it.
std::string quoted(std::string value) {
  constexpr std::size_t kLongest = 200;  // bytes: no name or number is as long
  value.resize(std::min(value.size(), kLongest));
  std::replace_if(
      value.begin(), value.end(), [](char c) { return c == '"' || c == '*'; }, ' ');
  for (const std::string_view mark : {"\u201C", "\u201D"}) {  // quotation marks of the language
    for (std::size_t at = value.find(mark); at != std::string::npos; at = value.find(mark, at)) {
      value.replace(at, mark.size(), " ");
    }
  }
  return '"' + value + '"';
}

/// The words of a name; of a very long one those in front.
std::vector<std::string> words_of(const std::string& name) {
  constexpr std::size_t kMostWords = 24;
  auto words = folded_words(name);
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

std::string phrase(const std::string& name) {
  std::string joined;
  for (const std::string& word : words_of(name)) joined += (joined.empty() ? "" : " ") + word;
  return quoted(joined);
}

/// Any of the title's words, in a title.
std::string any_word(const std::string& title) {
  std::string any;
  for (const std::string& word : words_of(title)) {
    any += (any.empty() ? "(" : " OR ") + quoted(word);
  }
  return any.empty() ? any : any + ") in:title";
}

bool every_one(const Life&, const Entry&) {
  return true;
}

bool is_of_none(const Life& life, const Entry& entry) {
  return entry.council.empty() || entry.council == life.council;
}

bool is_alike(const Life& life, const Entry& entry) {
  constexpr double kLike = 0.5;
  const TitleWords words = title_words(entry.title);
  return std::any_of(life.titles.begin(), life.titles.end(),
                     [&](const LifeTitle& title) { return likeness(title.words, words) >= kLike; });
}

}  // namespace

std::string council_filter(const std::string& council) {
  return tokenise(council).empty() ? "" : " council:" + phrase(council);
}

bool is_council(const std::string& wanted, const std::string& name, const std::string& code) {
  if (const auto known = lookup_authority(wanted)) {
    return (!known->code.empty() && known->code == code) || squeeze(known->name) == squeeze(name);
  }
  if (!code.empty() && squeeze(wanted) == squeeze(code)) return true;
  return (' ' + folded_line(name) + ' ').find(' ' + folded_line(wanted) + ' ') != std::string::npos;
}

bool may_be_of(const Life& life, const Entry& entry) {
  if (entry.council.empty() || life.council.empty()) return true;
  return entry.council == life.council || (!life.code.empty() && entry.council_code == life.code);
}

Result<Done> Candidates::ask(const std::string& query, const Life* life, Wanted wanted) {
  if (!asked_.insert(query).second) return Done{};
  const Result<Query> parsed = parse_query(query);
  if (!parsed) return parsed.error();
  static const Life kNone;
  const Life& known = life == nullptr ? kNone : *life;
  // Papers without a council stand among those of all other councils.
  constexpr std::size_t kPages = 5;
  const std::size_t most = wanted == is_of_none ? kPages * options_.most : options_.most;
  SearchOptions options;
  options.limit = options_.most;
  options.snippet_length = 1;
  TraceBound bound{query, 0, 0, true};
  do {
    options.offset = bound.looked_at;
    const auto results = searcher_.search(*parsed, options);
    if (!results) return results.error();
    bound.found = results->total;
    if (results->hits.empty()) break;
    bound.looked_at += results->hits.size();
    bound.last_fitted = wanted(known, results->hits.back().entry);
    if (auto done = keep(results->hits, known, wanted); !done) return done;
  } while (bound.looked_at < std::min(bound.found, most));
  if (bound.found > bound.looked_at) bounds_.push_back(std::move(bound));
  return Done{};
}

Result<Done> Candidates::keep(const std::vector<Hit>& hits, const Life& life, Wanted wanted) {
  for (const Hit& hit : hits) {
    const std::string& id = hit.entry.id;
    const bool fits = may_be_of(life, hit.entry) && wanted(life, hit.entry);
    if (!fits || all_.count(id) != 0) continue;
    auto entry = searcher_.entry(id);
    if (!entry) return entry.error();
    if (*entry) all_.emplace(id, std::move(**entry));
  }
  return Done{};
}

Result<std::vector<const Entry*>> Candidates::get(const std::vector<std::string>& ids) {
  std::vector<const Entry*> entries;
  for (const std::string& id : ids) {
    const auto known = all_.find(id);
    if (known != all_.end()) {
      entries.push_back(&known->second);
      continue;
    }
    auto entry = searcher_.entry(id);
    if (!entry) return entry.error();
    if (*entry) entries.push_back(&others_.insert_or_assign(id, std::move(**entry)).first->second);
  }
  return entries;
}

Result<Done> Candidates::with_number(const std::string& number, const std::string& council) {
  if (tokenise(number).empty()) return Done{};
  if (auto done = ask("number:" + quoted(number) + council, nullptr, every_one); !done) return done;
  if (!is_telling(number)) return Done{};
  return ask(quoted(number) + council, nullptr, every_one);
}

Result<Done> Candidates::ask_titles(const Life& life, const LifeTitle& title,
                                    const std::string& council) {
  const std::string any = any_word(title.text);
  if (any.empty()) return Done{};
  if (auto done = ask(any + council, &life, is_alike); !done) return done;
  if (!council.empty()) {
    // Assessments and appendices often name no council.
    const std::string anywhere = "title:" + phrase(title.text) + " NOT" + council;
    if (auto done = ask(anywhere, &life, is_of_none); !done) return done;
  }
  constexpr std::size_t kFewest = 4;  // words that stand together by no chance
  if (title.words.words.size() + title.words.periods.size() < kFewest) return Done{};
  return ask(phrase(title.text) + " kind:forward_plan kind:agenda kind:minutes" + council, &life,
             every_one);
}

Result<Done> Candidates::ask_meetings(const Life& life, const std::string& council) {
  for (const LifeMeeting& meeting : life.meetings) {
    if (tokenise(meeting.body).empty()) continue;
    const std::string query = "body:" + phrase(meeting.body) + " date:" + meeting.date + council;
    if (auto done = ask(query, &life, every_one); !done) return done;
  }
  return Done{};
}

Result<Done> Candidates::of_life(const Life& life) {
  const std::string council = council_filter(life.council);
  for (const std::string& number : life.numbers) {
    if (auto done = with_number(number, council); !done) return done;
    if (council.empty() || !is_telling(number)) continue;
    const std::string nobody = quoted(number) + " NOT" + council;
    if (auto done = ask(nobody, &life, is_of_none); !done) return done;
  }
  for (const std::string& reference : life.references) {
    if (auto done = with_number(reference, council); !done) return done;
  }
  for (const LifeTitle& title : life.titles) {
    if (auto done = ask_titles(life, title, council); !done) return done;
  }
  return ask_meetings(life, council);
}

}  // namespace moot
