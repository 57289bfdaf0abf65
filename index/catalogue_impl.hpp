#pragma once
/// \file What an open catalogue holds. Internal to catalogue*.cpp.

#include <optional>

#include "index/catalogue.hpp"
#include "index/sqlite.hpp"
#include "index/writer_lock.hpp"

namespace moot {

struct Catalogue::Impl {
  std::optional<WriterLock> lock;  // before the connection: let go of last
  Connection connection;
  std::optional<Statement> file = {};  // asked for every file of a scan: made once
};

}  // namespace moot
