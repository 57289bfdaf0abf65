#pragma once
/// \file The life of a decision: which entries of the index are its forward-plan entry, report,
/// committee's view, record, call-in and minutes, why, and what could not be placed
/// (docs/TRACE.md). Asks the search index alone.

#include <cstddef>
#include <string>
#include <vector>

#include "index/entry.hpp"
#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// What a paper is in the life of a decision, in the usual order.
enum class TraceStage {
  ForwardPlan,     ///< notice that the decision will be taken
  Agenda,          ///< an item of an agenda
  Report,          ///< what a body or member is told and asked
  Supporting,      ///< assessments, appendices and the like
  View,            ///< what a body said that does not take the decision
  ProposedRecord,  ///< a record of the decision before it was taken
  Decision,        ///< a record of the decision
  Minutes,         ///< minutes of the body that took it
  CallIn,          ///< it was called in, or what became of that
  Afterwards,      ///< reports and minutes after the decision
};

/// "forward_plan", "agenda", ...: how JSON names it.
const char* to_string(TraceStage stage);

/// Something that speaks for or against an entry's belonging to a life.
struct TraceReason {
  const char* what;      ///< a key of trace_reasons()
  std::string evidence;  ///< words of the paper, or what agrees; may be empty
  double weight = 1;     ///< where it tells less than trace_reasons() says: a title of few words
};

/// Each key that a reason may have, and in words what it says.
struct TraceReasonHelp {
  const char* what;
  const char* help;
  double weight;  ///< for: towards 1; against: the factor that remains
  bool against;
};
const std::vector<TraceReasonHelp>& trace_reasons();

/// An entry as a step of a life, or as one that could not be placed there.
struct TraceStep {
  TraceStage stage = TraceStage::Report;
  Entry entry;               ///< its passages without their texts
  std::string date;          ///< ISO; of the paper, else of its notice, else of its pack; or ""
  const char* date_of = "";  ///< "paper", "notice", "pack" or ""
  int page = 0;              ///< where what ties it to the life stands; 0: has no pages
  std::vector<TraceReason> reasons, against;
  double strength = 0;  ///< 0 to 1, from the reasons' weights: a rank, no probability
};

/// A meeting that a paper of the life says it goes to, and of which nothing was placed.
struct TraceMeeting {
  std::string date, meeting;  ///< as the paper has them
  std::string id;             ///< of the paper
};

/// A search for candidates that found more than were looked at. Those left out fit its words less
/// well than those looked at.
struct TraceBound {
  std::string query;
  std::size_t looked_at = 0, found = 0;
  bool last_fitted = true;  ///< else the last one looked at had little in common with the life
};

/// A life. Steps are in order of time; those without a date stand where their stage belongs.
struct DecisionLife {
  std::string council, council_code;    ///< empty where no paper names one
  std::vector<std::string> numbers;     ///< of the decision, as printed; mostly one
  std::vector<std::string> references;  ///< other numbers that label its papers
  std::string title;
  std::string decision_maker;
  std::vector<TraceStep> steps;
  std::vector<TraceStep> unplaced;  ///< fits partly; best first
  std::vector<TraceMeeting> named;
  std::vector<TraceBound> bounds;
};

struct TraceOptions {
  std::string council;     ///< words of its name, or its code; empty: all. An entry that is asked
                           ///< about must be of it
  std::size_t most = 200;  ///< entries that one search for candidates looks at; of those that name
                           ///< no council five times as many
};

/// The lives of the decision with this number: one for each council that has it (and for each
/// decision, where a council used a short number again), those with most steps first; none where
/// no paper has the number. Fails with BadQuery where the number has no digit, and with Index.
Result<std::vector<DecisionLife>> trace_number(const Searcher& searcher, const std::string& number,
                                               const TraceOptions& options);

/// The life that the entry with this id belongs to: by its number, or else by title and wording.
/// None where there is no such entry. Fails with BadQuery where the entry is of many decisions
/// (minutes, an agenda), naming its items, and where the life is not of options.council; and with
/// Index.
Result<std::vector<DecisionLife>> trace_entry(const Searcher& searcher, const std::string& id,
                                              const TraceOptions& options);

}  // namespace moot
