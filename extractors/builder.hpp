#pragma once
/// \file Proposals -> record: every rule proposes, one place decides, and keeps why.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/extract.hpp"
#include "extractors/paper_view.hpp"
#include "extractors/record.hpp"

namespace moot {

/// One proposed value: a text, or one entry of a list with the parts that its field has.
struct Value {
  std::string text;  ///< the value; for people and contacts the name, which may be empty
  TextRange range;   ///< where it stands
  Text number, role, phone, email, kind, heading, sign_off, date;
  std::vector<Value> resolutions;                        ///< of an item
  std::string body;                                      ///< of an item: its text
  std::map<std::string, TextRange, std::less<>> places;  ///< where parts stand that do not stand
                                                         ///< in `range`, by name ("heading")
  std::string rule;  ///< that found it, where it is not its proposal's
};

/// Who proposes, and how good its word is against rivals.
struct Origin {
  std::string rule;
  double weight = 1;
  Basis basis = Basis::Stated;
  TextRange label = {};  ///< the words that announced the values; empty where none did
};

/// What one origin proposes for a field.
struct Proposal {
  Origin origin;
  std::string field;
  std::vector<Value> values;  ///< never empty
  std::string refused;        ///< why it is not weighed; empty: it is
};

/// Collects the proposals for one paper's record and decides between them: a scalar or a list
/// goes to the origin of the highest weight, then to the earliest place; implications and
/// contacts are united.
class RecordBuilder {
 public:
  explicit RecordBuilder(const PaperView& view) : view_(view) {}

  /// Proposes values for a field of Record, by its JSON name. No values: nothing is proposed. The
  /// prompts of a form that nobody filled in ("[Insert the cost]") are no values.
  void propose(const Origin& origin, std::string_view field, std::vector<Value> values);

  /// Notes what was seen and is no value, with the reason: for `moot explain` alone.
  void refuse(const Origin& origin, std::string_view field, Value seen, std::string why);

  /// Whether somebody proposed something for `field` with at least this weight.
  bool has(std::string_view field, double weight = -1e9) const;

  /// The value that would win a text field now; none where nothing is proposed.
  Text best(std::string_view field) const;

  /// Whether a value proposed for `field` stands in this range. Takes the logarithm of their
  /// number.
  bool covers(std::string_view field, TextRange range) const;

  /// Of a paper with several entries (a forward plan, a register of decisions): takes back what its
  /// entries say differently of themselves, which is no value of the paper.
  void drop_values_of_entries();

  /// Joins the texts that the best rule found for a field in several places ("Consultation
  /// process", "Consultees"), one paragraph each.
  void unite(std::string_view field);

  /// The same for lists: the entries of all places in one list.
  void unite_lists(std::string_view field);

  /// A value of `field` that only repeats the one of the text field `of` is none.
  void drop_repeats(std::string_view field, std::string_view of);

  /// Decides. `trace`, where given, gets what every proposal came to.
  Record finish(Trace* trace) const;

 private:
  /// The proposals of the rule that would win `field` now.
  std::vector<Proposal*> winner_and_its_like(std::string_view field);

  const PaperView& view_;
  std::vector<Proposal> proposals_;  ///< in the order in which they were made
  /// By field, the places of its values, begin -> end. None lies inside another: both ascend.
  std::map<std::string, std::map<std::size_t, std::size_t>, std::less<>> places_;
};

}  // namespace moot
