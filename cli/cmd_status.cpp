#include "cli/commands.hpp"
#include "cli/status_formats.hpp"
#include "index/catalogue.hpp"

namespace moot {
namespace {

template <typename Format>
Result<Done> tell(const Catalogue& catalogue, const std::string& index, Format format) {
  const StatusVisitor visitor{[&](const IndexStatus& status) { format.put(status); },
                              [&](const Lack& lack) { format.put(lack); }};
  if (auto done = read_status(catalogue, index, visitor); !done) return done;
  format.finish();
  return Done{};
}

}  // namespace

int run_status(const StatusCommand& command, const std::string& index, const Console& console) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return report_failure(console, catalogue.error());
  const Result<Done> told =
      command.json ? tell(*catalogue, index, StatusJson(console.out, index))
                   : tell(*catalogue, index, StatusText(console.out, index, command.all));
  return told ? kDone : report_failure(console, told.error());
}

}  // namespace moot
