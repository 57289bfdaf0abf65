#pragma once
/// \file Updates -> rows, inside the transaction of a batch. Internal to the catalogue.

#include <cstdint>
#include <string>
#include <vector>

#include "index/sqlite.hpp"
#include "index/update.hpp"

namespace moot {

/// Writes a batch, update by update. `now` is the time, as the catalogue shows it later.
Result<Done> write_updates(const Connection& connection, const std::vector<Update>& batch,
                           std::uint64_t generation, const std::string& now);

}  // namespace moot
