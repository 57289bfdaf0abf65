#pragma once
/// \file How an index does, as text for people and as JSON (schema moot.status/1). Written as it
/// comes: nothing is kept.

#include <iosfwd>
#include <string>

#include "index/status.hpp"

namespace moot {

/// As text; of each group of lacks the first 20 paths, or all.
class StatusText {
 public:
  StatusText(std::ostream& out, std::string index, bool all)
      : out_(out), index_(std::move(index)), all_(all) {}
  void put(const IndexStatus& status);
  void put(const Lack& lack);
  void finish();

 private:
  void end_group();
  std::ostream& out_;
  std::string index_;
  bool all_;
  Lack group_;  ///< its first
  std::int64_t told_ = 0;
};

/// As one JSON object, the groups in `problems`, one file a line.
class StatusJson {
 public:
  StatusJson(std::ostream& out, std::string index) : out_(out), index_(std::move(index)) {}
  void put(const IndexStatus& status);
  void put(const Lack& lack);
  void finish();

 private:
  std::ostream& out_;
  std::string index_;
  Lack group_;
  std::int64_t told_ = 0;
};

/// The reason of a lack in words, and what to do. Pure.
Error spoken(const Lack& lack);

}  // namespace moot
