#include "cli/destination.hpp"

#include <ostream>

namespace moot {
namespace {

Result<Done> unless_failed(const std::ostream& out) {
  if (out) return Done{};
  return fail(ErrorKind::Io, "the output cannot be written");
}

}  // namespace

Result<Done> Destination::open() {
  if (to_stream()) return Done{};
  auto made = OutputFile::create(path_);
  if (!made) return made.error();
  file_.emplace(std::move(*made));
  return Done{};
}

Result<Done> Destination::put(std::string_view bytes) {
  if (file_) return file_->write(bytes);
  return unless_failed(console_.out << bytes);
}

Result<Done> Destination::commit() {
  if (file_) return file_->commit();
  return unless_failed(console_.out.flush());
}

}  // namespace moot
