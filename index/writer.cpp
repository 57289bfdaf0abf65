#include "index/search.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <unordered_map>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "extractors/gazetteer.hpp"
#include "index/entry_data.hpp"
#include "index/facets.hpp"
#include "index/folder_errors.hpp"
#include "index/format.hpp"
#include "index/query_fields.hpp"
#include "index/reach.hpp"
#include "index/standing.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"

namespace moot {
namespace {

constexpr Xapian::termcount kTitleWeight = 4;

/// "2025-03-11" -> "11 March 2025"; "" without a date.
std::string spoken_date(const std::string& iso) {
  constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
  if (iso.size() != 10 || iso.find_first_not_of("0123456789-") != std::string::npos) return {};
  const int month = std::stoi(iso.substr(5, 2));
  if (month < 1 || month > 12) return {};
  return std::to_string(std::stoi(iso.substr(8))) + ' ' + kMonths[month - 1] + ' ' +
         iso.substr(0, 4);
}

/// The prefix of a query field's terms.
const char* prefix_of(std::string_view field) {
  const QueryField* found = find_query_field(field);
  return found != nullptr ? found->prefix : "";
}

/// Makes the Xapian document of one entry.
class DocumentMaker {
 public:
  DocumentMaker(const Entry& entry, Stemmer& stemmer, const NumberOf& number_of)
      : entry_(entry), stemmer_(stemmer), number_of_(number_of) {}

  Xapian::Document make() {
    for (const Passage& passage : entry_.passages) add_passage(passage);
    add_context();
    add_filters();
    made_.add_boolean_term(make_term("Q", entry_.id));
    made_.add_boolean_term(make_term("XH", entry_.sha256));
    if (!entry_.date.empty()) made_.add_value(kDateSlot, date_value(entry_.date));
    made_.add_value(kIdSlot, entry_.id);
    made_.add_value(kPassagesSlot, pack_passages(starts_));
    made_.add_value(kFacetsSlot, pack_facets(entry_, number_of_));
    made_.add_value(kCouncilSlot, folded_line(entry_.council));
    made_.set_data(to_data(entry_));
    return std::move(made_);
  }

 private:
  void add_passage(const Passage& passage) {
    PassageStart start;
    start.field = passage_field_index(passage.field);
    start.start = starts_.empty() ? 0 : next_start(last_);
    const auto& fields = passage_field_table();
    const std::string prefix = start.field < fields.size() ? fields[start.field].prefix : "";
    std::vector<std::string> prefixes{""};
    if (!prefix.empty()) prefixes.push_back(prefix);
    add_exact_filter("in", passage.field);
    if (is_implication(passage.field)) {
      prefixes.emplace_back(fields[passage_field_index(kImplications)].prefix);
      add_exact_filter("in", kImplications);
    }
    const Xapian::termcount weight = passage.field == "title" ? kTitleWeight : 1;
    last_ = start.start;
    add_words(passage.heading, prefixes, weight);
    if (last_ > start.start) last_ += kPositionGap;
    start.text = last_;
    add_words(passage.text, prefixes, weight);
    starts_.push_back(start);
  }

  void add_words(std::string_view text, const std::vector<std::string>& prefixes,
                 Xapian::termcount weight) {
    for (const Token& token : tokenise(text)) {
      const std::string& stem = stemmer_.stem(token.folded);
      ++last_;
      for (const std::string& prefix : prefixes) made_.add_posting(prefix + stem, last_, weight);
    }
  }

  /// Words of a filter have positions of their own prefix, for phrases, and no weight. Phrases do
  /// not run from one value to the next.
  void add_text_filter(std::string_view field, const std::vector<std::string>& values) {
    const std::string prefix = prefix_of(field);
    Xapian::termpos position = 0;
    for (const std::string& value : values) {
      for (const Token& token : tokenise(value)) {
        made_.add_posting(prefix + stemmer_.stem(token.folded), ++position, 0);
      }
      position += kPositionGap;
    }
  }

  /// What the gazetteer knows of the entry's council.
  void add_authority() {
    const auto known = entry_.council_code.empty() ? std::optional<Authority>()
                                                   : lookup_authority(entry_.council_code);
    if (!known) return;
    add_text_filter("type", {known->type});
    add_text_filter("region", {known->region});
    add_text_filter("nation", {known->nation});
  }

  void add_exact_filter(std::string_view field, std::string_view value) {
    if (!value.empty()) made_.add_boolean_term(make_term(prefix_of(field), value));
  }

  /// A number has a weight, for one that is typed as a plain word is looked for among these too.
  void add_number(const std::string& number) {
    if (!number.empty()) made_.add_term(make_term(prefix_of("number"), squeeze(number)), 1);
  }

  /// What people call a paper by and seldom stands in it: "Kent Cabinet minutes March 2025". Its
  /// words are found, but stand nowhere; -march leaves out only what says it.
  void add_context() {
    std::string context = entry_.council + ' ' + entry_.body + ' ' + entry_.kind;
    std::replace(context.begin(), context.end(), '_', ' ');
    std::set<std::string> stems;
    for (const Token& token : tokenise(context + ' ' + spoken_date(entry_.date))) {
      stems.insert(stemmer_.stem(token.folded));
    }
    for (const std::string& stem : stems) made_.add_term(make_term(kContextPrefix, stem), 1);
  }

  void add_filters() {
    add_text_filter("council", {entry_.council});
    if (!entry_.council.empty()) {
      made_.add_boolean_term(make_term(kCouncilNamePrefix, squeeze(entry_.council)));
    }
    if (!entry_.council_code.empty()) {
      made_.add_boolean_term(make_term(prefix_of("council"), squeeze(entry_.council_code)));
    }
    add_authority();
    for (const std::string& term : reach_terms(entry_)) made_.add_boolean_term(term);
    add_text_filter("body", {entry_.body});
    add_text_filter("maker", {entry_.decision_maker});
    add_text_filter("person", entry_.people);
    add_text_filter("status", {without_hyphens(entry_.decision_status)});
    add_exact_filter("kind", entry_.kind);
    add_exact_filter("standing", is_standing_title(entry_.title) ? "yes" : "no");
    add_number(entry_.decision_number);
    for (const std::string& number : entry_.references) add_number(number);
    add_exact_filter("key", entry_.key_decision);
    std::string_view rest = entry_.language;
    while (!rest.empty()) {
      const std::size_t plus = std::min(rest.find('+'), rest.size());
      add_exact_filter("language", rest.substr(0, plus));
      rest.remove_prefix(std::min(plus + 1, rest.size()));
    }
  }

  const Entry& entry_;
  Stemmer& stemmer_;
  const NumberOf& number_of_;
  Xapian::Document made_;
  std::vector<PassageStart> starts_;
  std::uint32_t last_ = 0;
};

/// A writer that was killed while Xapian made the database left tables that it can neither open
/// nor make anew. Nothing is lost with them: what they should hold is in the catalogue.
void remove_half_made(const std::string& directory) {
  std::error_code failed;
  if (std::filesystem::exists(shard_mark(directory), failed) || failed) return;
  std::filesystem::remove_all(shard_path(directory), failed);
}

std::size_t text_bytes(const std::vector<Entry>& entries) {
  std::size_t bytes = 0;
  for (const Entry& entry : entries) {
    for (const Passage& passage : entry.passages) bytes += passage.text.size();
  }
  return bytes;
}

/// Whether the next commit finds room for so many bytes of text. Xapian 1.4 ends the program where
/// the disk is full while it writes values (it throws in a destructor), so it must not come to
/// that.
bool has_room(const std::string& directory, std::size_t waiting) {
  constexpr std::uintmax_t kLeast = 16 << 20;  // bytes: blocks that are written anew
  constexpr std::uintmax_t kGrowth = 12;       // measured: 9 to 11 bytes a byte of text
  std::error_code failed;
  const auto space = std::filesystem::space(directory, failed);
  return failed || space.available >= kLeast + kGrowth * waiting;
}

}  // namespace

struct IndexWriter::Impl {
  std::string directory;
  Xapian::WritableDatabase database;
  Stemmer stemmer;
  std::uint64_t generation = 0;
  std::size_t waiting = 0;  // bytes of text that are not committed
  std::unordered_map<std::string, std::uint64_t> facet_texts;

  void read_facet_texts() {
    const std::string key = kFacetTextKey;
    const auto end = database.metadata_keys_end(key);
    for (auto it = database.metadata_keys_begin(key); it != end; ++it) {
      facet_texts.emplace(database.get_metadata(*it), metadata_number((*it).substr(key.size())));
    }
  }

  /// New texts are written with the entry that has them first, whenever Xapian flushes.
  std::uint64_t facet_number(const std::string& text) {
    const auto [known, fresh] = facet_texts.try_emplace(text, facet_texts.size() + 1);
    if (fresh) database.set_metadata(kFacetTextKey + std::to_string(known->second), text);
    return known->second;
  }
};

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

Result<IndexWriter> IndexWriter::open(const std::string& directory) {
  std::error_code failed;
  std::filesystem::create_directories(directory + "/xapian", failed);
  if (failed) {
    return fail(ErrorKind::Io, "the folder cannot be made: " + failed.message(), directory);
  }
  remove_half_made(directory);
  return guard(directory, [&]() -> Result<IndexWriter> {
    auto impl = std::make_unique<Impl>();
    impl->directory = directory;
    impl->database = Xapian::WritableDatabase(shard_path(directory), Xapian::DB_CREATE_OR_OPEN);
    const std::string format = impl->database.get_metadata(kFormatKey);
    if (format.empty() && impl->database.get_doccount() == 0) {
      impl->database.set_metadata(kFormatKey, std::to_string(kSearchFormat));
      impl->database.commit();
    } else if (!is_our_search_format(format)) {
      return other_search_format(format, directory);
    }
    impl->read_facet_texts();
    impl->generation = metadata_number(impl->database.get_metadata(kGenerationKey));
    return IndexWriter(std::move(impl));
  });
}

Result<Done> IndexWriter::replace(const std::string& sha256, const std::vector<Entry>& entries) {
  // Before anything waits to be written: closing the database writes it too.
  const std::size_t more = text_bytes(entries);
  if (!has_room(impl_->directory, impl_->waiting + more)) return disk_full(impl_->directory);
  impl_->waiting += more;
  return guard(impl_->directory, [&]() -> Result<Done> {
    impl_->database.delete_document(make_term("XH", sha256));
    const NumberOf number_of = [&](const std::string& text) { return impl_->facet_number(text); };
    for (const Entry& entry : entries) {
      impl_->database.add_document(DocumentMaker(entry, impl_->stemmer, number_of).make());
    }
    return Done{};
  });
}

Result<Done> IndexWriter::commit(std::uint64_t generation) {
  return guard(impl_->directory, [&]() -> Result<Done> {
    impl_->database.set_metadata(kGenerationKey, std::to_string(generation));
    impl_->database.commit();
    impl_->generation = generation;
    impl_->waiting = 0;
    return Done{};
  });
}

std::size_t IndexWriter::waiting() const {
  return impl_->waiting;
}

std::uint64_t IndexWriter::generation() const {
  return impl_->generation;
}

}  // namespace moot
