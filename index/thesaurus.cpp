#include "index/thesaurus.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <nlohmann/json.hpp>

#include "extractors/embedded_data.hpp"
#include "index/read_whole.hpp"

namespace moot {
namespace {

using Json = nlohmann::json;

Error mistake(const std::string& where, const std::string& message) {
  return fail(ErrorKind::BadRule, message, where,
              R"(write {"same": [["PSED", "public sector equality duty"]], )"
              R"("also": {"rubbish": ["waste"]}, "drop": ["EIA"]})");
}

/// The strings of a list; none where it is something else.
std::optional<std::vector<std::string>> strings_of(const Json& list) {
  if (!list.is_array()) return std::nullopt;
  std::vector<std::string> strings;
  for (const Json& entry : list) {
    if (!entry.is_string() || folded_words(entry.get<std::string>()).empty()) return std::nullopt;
    strings.push_back(entry.get<std::string>());
  }
  return strings;
}

/// Why this is no JSON, which it is known not to be.
std::string broken_json(std::string_view json) {
  try {
    const Json read = Json::parse(json.begin(), json.end(), nullptr, true, true);
  } catch (const Json::parse_error& error) {
    const std::size_t end = std::min(error.byte, json.size());
    const auto lines = std::count(json.begin(), json.begin() + end, '\n');
    return "there is a mistake on line " + std::to_string(lines + 1) + " or before it";
  } catch (const Json::exception&) {
    return "it has a number that is too large";
  }
  return "it is not read";
}

std::string built_in_text() {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name == kThesaurus) return file.text;
  }
  return "{}";
}

}  // namespace

std::vector<std::string> stems_of(std::string_view text, Stemmer& stemmer) {
  std::vector<std::string> stems = folded_words(text);
  for (std::string& word : stems) word = stemmer.stem(word);
  return stems;
}

void Thesaurus::add(const std::string& typed, const std::string& other) {
  Stemmer stemmer;
  const std::vector<std::string> key = stems_of(typed, stemmer);
  if (key == stems_of(other, stemmer)) return;  // found anyhow
  std::vector<std::string>& others = others_[key];
  if (std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
  longest_ = std::max(longest_, key.size());
}

Result<Thesaurus> Thesaurus::parse(std::string_view json, const std::string& where) {
  const Json read = Json::parse(json.begin(), json.end(), nullptr, false, true);
  if (read.is_discarded()) {
    return mistake(where, "the thesaurus is no JSON: " + broken_json(json));
  }
  if (!read.is_object()) return mistake(where, "the thesaurus is no JSON object");
  Thesaurus made;
  for (const auto& [key, value] : read.items()) {
    if (key == "same" && value.is_array()) {
      for (const Json& list : value) {
        const auto group = strings_of(list);
        if (!group)
          return mistake(where, "an entry of \"same\" is no list of words: " + list.dump());
        for (const std::string& typed : *group) {
          for (const std::string& other : *group) made.add(typed, other);
        }
      }
    } else if (key == "also" && value.is_object()) {
      for (const auto& [typed, list] : value.items()) {
        const auto others = strings_of(list);
        if (!others || folded_words(typed).empty()) {
          return mistake(where, "what stands behind \"" + typed + "\" is no list of words");
        }
        for (const std::string& other : *others) made.add(typed, other);
      }
    } else if (const auto words = strings_of(value); key == "drop" && words) {
      Stemmer stemmer;
      for (const std::string& word : *words) made.dropped_.push_back(stems_of(word, stemmer));
    } else {
      return mistake(where, "the thesaurus has \"" + key + "\", which is not understood");
    }
  }
  return made;
}

void Thesaurus::merge(const Thesaurus& later) {
  for (const auto& key : later.dropped_) others_.erase(key);
  for (const auto& [key, others] : later.others_) {
    std::vector<std::string>& ours = others_[key];
    for (const std::string& other : others) {
      if (std::find(ours.begin(), ours.end(), other) == ours.end()) ours.push_back(other);
    }
  }
  longest_ = std::max(longest_, later.longest_);
}

const Thesaurus& Thesaurus::built_in() {
  static const Thesaurus made = [] {
    const Result<Thesaurus> read = parse(built_in_text(), kThesaurus);
    return read ? *read : Thesaurus();  // a test reads it
  }();
  return made;
}

Result<Thesaurus> Thesaurus::of_index(const std::string& directory) {
  const std::string path = directory + "/" + kThesaurus;
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) return built_in();
  const Result<std::string> text = read_whole(path);
  if (!text) return text.error();
  const Result<Thesaurus> own = parse(*text, path);
  if (!own) return own;
  Thesaurus both = built_in();
  both.merge(*own);
  return both;
}

const std::vector<std::string>& Thesaurus::others(const std::vector<std::string>& stems) const {
  static const std::vector<std::string> none;
  const auto found = others_.find(stems);
  return found == others_.end() ? none : found->second;
}

}  // namespace moot
