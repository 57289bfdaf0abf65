#pragma once
/// \file Proposals -> record: every rule proposes, one place decides, and keeps why.

#include <string>
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
  std::vector<std::string> resolutions;  ///< of an item
  std::string body;                      ///< of an item: its text
};

/// Who proposes, and how good its word is against rivals.
struct Origin {
  std::string rule;
  double weight = 1;
  Basis basis = Basis::Stated;
};

/// Collects the proposals for one paper's record and decides between them: a scalar or a list
/// goes to the origin of the highest weight, then to the earliest place; implications and
/// contacts are united.
class RecordBuilder {
 public:
  explicit RecordBuilder(const PaperView& view) : view_(view) {}

  /// Proposes values for a field of Record, by its JSON name. No values: nothing is proposed.
  void propose(const Origin& origin, std::string_view field, std::vector<Value> values);

  /// Whether somebody proposed something for `field` with at least this weight.
  bool has(std::string_view field, double weight = -1e9) const;

  /// The value that would win a text field now; none where nothing is proposed.
  Text best(std::string_view field) const;

  /// Whether a value proposed for `field` stands in this range.
  bool covers(std::string_view field, TextRange range) const;

  /// Decides. `trace`, where given, gets every proposal.
  Record finish(Trace* trace) const;

 private:
  struct Proposal {
    Origin origin;
    std::string field;
    std::vector<Value> values;
  };
  std::vector<const Proposal*> ranked(std::string_view field) const;
  void fill_texts(Record& record) const;
  void fill_lists(Record& record) const;
  void fill_people(Record& record) const;
  void fill_implications(Record& record) const;
  void fill_contacts(Record& record) const;
  void fill_items(Record& record) const;
  void add_evidence(Record& record, const std::string& pointer, const Origin& origin,
                    TextRange range) const;
  void fill_trace(Trace& trace) const;

  const PaperView& view_;
  std::vector<Proposal> proposals_;
};

}  // namespace moot
