#pragma once
/// \file Requests to real worker processes, and what came of them.

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "cli/supervisor.hpp"

namespace moot {

/// Enough for a job that is none too hungry; short where a test waits for them.
inline Limits small_limits() {
  return {std::size_t{768} << 20, 30, 60};
}

/// The answers by the requests' places.
inline std::map<std::uint64_t, Answer> ask_workers(const Job& job, std::size_t workers,
                                                   const std::vector<std::string>& requests,
                                                   const Limits& limits = small_limits()) {
  Result<Nursery> nursery = Nursery::start(job);
  REQUIRE(nursery);
  std::map<std::uint64_t, Answer> got;
  std::size_t next = 0;
  const auto done = run_requests(
      *nursery, workers, limits,
      [&]() -> std::optional<Request> {
        if (next == requests.size()) return std::nullopt;
        Request request;
        request.tag = next;
        request.bytes = requests[next++];
        return request;
      },
      [&](std::uint64_t tag, Answer answer) {
        CHECK(got.count(tag) == 0);
        got[tag] = std::move(answer);
        return true;
      });
  CHECK(done);
  return got;
}

}  // namespace moot
