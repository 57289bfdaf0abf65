#pragma once
/// \file One paper made ready for the rules: its blocks, the labels that stand in it, and what
/// stands at each label.

#include <string>
#include <string_view>
#include <vector>

#include "extractors/label_match.hpp"
#include "extractors/rules.hpp"
#include "pipeline/blocks.hpp"

namespace moot {

/// A known label at the start of a block (or after a sentence inside one, where a web page ran
/// several fields together).
struct LabelHit {
  std::size_t block = 0;
  TextRange label;                 ///< as printed, without number and colon
  std::size_t value = 0;           ///< byte of the document where its value would start
  bool whole = false;              ///< its block holds nothing else
  bool above = false;              ///< a cell whose value stands in the cells below it
  std::vector<std::size_t> rules;  ///< that the label belongs to and that apply here
  bool bare = false;               ///< LabelMatch::bare
};

/// A part of a label's content: one block, or what is left of it after the label.
struct Piece {
  TextRange range;
  std::size_t block = 0;
};

/// A paper, its blocks and its label hits. Refers to the document and the rules, which must
/// outlive it.
class PaperView {
 public:
  PaperView(const Document& doc, const Paper& paper, const RuleSet& rules);

  /// Finds the label hits of the rules that apply to this kind of paper.
  void find_labels(std::string_view kind);

  const Document& doc() const { return doc_; }
  const Paper& paper() const { return paper_; }
  const RuleSet& rules() const { return rules_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  const std::vector<LabelHit>& hits() const { return hits_; }  ///< in order of their place

  const Rule& rule(std::size_t index) const { return rules_.rules()[index]; }
  std::string text(TextRange range) const { return text_of(doc_, range); }
  std::string text(std::size_t block) const { return text(blocks_[block].range); }

  /// Index of the first block of the paper's body: what comes before is its front.
  std::size_t front_end() const { return front_end_; }

  /// The text that patterns for the head of a paper are tried on: a block; or, where it starts what
  /// a masthead says in one sentence over several blocks ("MINUTES of a meeting of the", "PLANNING
  /// COMMITTEE held on", "4 March 2025"), all of these.
  TextRange head_range(std::size_t block) const;

  /// Whether a block stands where rules of this zone apply.
  bool in_zone(Zone zone, std::size_t block) const;

  /// Whether a block is the label of its table's row: it stands in the first column, or beside a
  /// number that stands there alone ("I. | Council values | ...").
  bool is_row_label(std::size_t block) const;

  /// Whether a label hit starts inside this block.
  bool has_label(std::size_t block) const { return labelled_[block]; }

  /// What stands at a label, for values of this shape.
  std::vector<Piece> content(const LabelHit& hit, Shape shape) const;

  /// Where `words` stand in `range`, as whole words, read as text_of() gives it; empty where they
  /// do not.
  TextRange find(TextRange range, std::string_view words) const;

  /// Where the number of a block is printed; empty where it has none.
  TextRange number_range(std::size_t block) const;

  /// The pieces between two places of the paper, empty ones left out.
  std::vector<Piece> pieces(std::size_t block, TextRange range) const;

 private:
  std::vector<Piece> cell_content(const LabelHit& hit, Shape shape) const;
  bool ends_content(std::size_t block, Shape shape) const;
  bool is_header(std::size_t block) const;
  std::vector<Piece> with_rest_below(std::vector<Piece> cells) const;
  std::vector<Piece> line_content(const LabelHit& hit) const;
  std::size_t prose_end(const LabelHit& hit, Shape shape) const;
  std::vector<LabelHit>::const_iterator hits_after(std::size_t begin) const;
  std::size_t own_end(const LabelHit& hit) const;
  bool is_sibling(const LabelHit& hit, const LabelHit& other) const;
  bool belongs_inside(const LabelHit& hit, Shape shape) const;
  void add_hit(std::size_t block, std::size_t offset, const LabelMatch& match,
               std::string_view kind);
  void find_labels_in(std::size_t block, std::string_view kind);
  std::optional<LabelMatch> match_block(std::size_t block) const;
  std::optional<LabelMatch> match_heading(std::size_t block) const;
  bool may_be_bare(std::size_t block) const;
  bool names_the_paper(std::size_t block) const;
  void find_pattern_before_value(std::size_t block, std::string_view kind);
  bool is_list_of_words(std::size_t block) const;
  std::optional<LabelMatch> match_in_run(std::size_t block) const;
  bool opens_section(const LabelMatch& match, std::string_view text) const;
  void find_labels_inside(std::size_t block, std::string_view kind);
  void find_labels_along(std::size_t block, std::string_view kind);
  void drop_out_of_zone();
  void set_front_end();
  void set_headers_above();
  void set_headers_in_row(std::size_t first, std::size_t last, std::size_t most);

  const Document& doc_;
  const Paper& paper_;
  const RuleSet& rules_;
  std::vector<Block> blocks_;
  std::vector<LabelHit> hits_;
  std::vector<bool> labelled_;
  std::vector<const CompiledPattern*> heading_patterns_;  ///< of the kind of paper
  std::size_t front_end_ = 0;
};

}  // namespace moot
