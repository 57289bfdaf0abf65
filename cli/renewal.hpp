#pragma once
/// \file What is done about each stored file when records are made anew: looked up, asked of
/// workers, compared, put into the store. Knows nothing of processes.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "cli/ingest_store.hpp"
#include "cli/renew_report.hpp"
#include "cli/supervisor.hpp"

namespace moot {

/// How records are to be made anew, the same for all of a run.
struct RenewPlan {
  std::string rules;   ///< RuleSet::fingerprint()
  bool again = false;  ///< also those that these rules made
  Catalogue::Contents contents = Catalogue::Contents::Present;
  Limits limits;  ///< for sentences about what they stopped
};

/// What became of one file.
struct RenewEvent {
  const std::string& path;
  const std::string& sha256;
  std::string reason;  ///< why it failed; empty: it did not
  std::size_t papers = 0;
};

/// Whether these bytes are passed over. Fails as Catalogue does.
Result<bool> renewed_before(const RenewPlan& plan, const Catalogue& catalogue,
                            const std::string& sha256);

/// Single-threaded. Goes through the bytes in order of their SHA-256, and holds what is known of
/// those in hand, and of no other.
class Renewal {
 public:
  using Watch = std::function<void(const RenewEvent&)>;
  Renewal(const RenewPlan& plan, IngestStore& store, RenewReport& report, Watch watch);

  /// The next request for a worker; none at the end. \pre the store has not failed
  std::optional<Request> next();

  /// Takes a worker's answer. False where the run cannot go on.
  bool take(std::uint64_t tag, const Answer& answer);

  /// No file is begun any more; those in hand are finished.
  void stop() { stopped_ = true; }

  /// An error that ends the run: the catalogue cannot be asked.
  const std::optional<Error>& failure() const { return failure_; }

 private:
  /// A file in hand.
  struct Work {
    std::string sha256, path;
    std::string text;  ///< of the document
  };

  Result<std::optional<Request>> request_for(const std::string& sha256);
  Result<bool> put(const Work& work, const Answer& answer);
  void put_failure(const Work& work, const Error& error);

  const RenewPlan& plan_;
  IngestStore& store_;
  RenewReport& report_;
  Watch watch_;
  std::map<std::uint64_t, Work> out_;  ///< with workers now, by tag
  std::string after_;                  ///< the bytes that were looked at last
  std::uint64_t last_number_ = 0;
  bool stopped_ = false;
  std::optional<Error> failure_;
};

}  // namespace moot
