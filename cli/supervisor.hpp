#pragma once
/// \file Keeps worker processes busy: requests out, answers in. A worker that ends in the middle
/// of a request costs that request, and a fresh one takes its place.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/nursery.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Called for each request, in the order in which answers come. No answer: its worker died.
/// Gives false to stop early.
using TakeAnswer = std::function<bool(std::size_t request, std::optional<std::string> answer)>;

/// Hands `requests` to `workers` processes and gives back when all are answered or `take` said
/// stop. Fails with Io when no worker can be started. Single-threaded.
Result<Done> run_requests(Nursery& nursery, std::size_t workers,
                          const std::vector<std::string>& requests, const TakeAnswer& take);

}  // namespace moot
