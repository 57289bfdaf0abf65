#include "cli/renewal.hpp"

#include <utility>

#include "cli/wire.hpp"

namespace moot {
namespace {

Error not_made() {
  return fail(ErrorKind::Io, "its records could not be made anew; those that it had are kept", {},
              "please report it if it happens again");
}

/// The path that records of these bytes name.
Result<std::string> path_of(const Catalogue& catalogue, const std::string& sha256) {
  auto paths = catalogue.paths_of(sha256);
  if (paths && paths->empty()) paths = catalogue.paths_ever_of(sha256);
  if (!paths) return paths.error();
  return paths->empty() ? sha256 : paths->front();
}

}  // namespace

Result<bool> renewed_before(const RenewPlan& plan, const Catalogue& catalogue,
                            const std::string& sha256) {
  if (plan.again) return false;
  const auto content = catalogue.content(sha256);
  if (!content) return content.error();
  return *content && (*content)->rules == plan.rules;
}

Renewal::Renewal(const RenewPlan& plan, IngestStore& store, RenewReport& report, Watch watch)
    : plan_(plan), store_(store), report_(report), watch_(std::move(watch)) {}

std::optional<Request> Renewal::next() {
  while (!stopped_ && !failure_) {
    const auto sha = store_.catalogue().next_content(after_, plan_.contents);
    if (sha && !*sha) break;
    auto request = sha ? request_for(after_ = **sha) : sha.error();
    if (!request) {
      failure_ = request.error();
    } else if (*request) {
      return std::move(*request);
    }
  }
  return std::nullopt;
}

/// None where the bytes are passed over, or their document cannot be used.
Result<std::optional<Request>> Renewal::request_for(const std::string& sha256) {
  const Catalogue& catalogue = store_.catalogue();
  const auto before = renewed_before(plan_, catalogue, sha256);
  if (!before) return before.error();
  if (*before) return ++report_.passed_over, std::optional<Request>();
  auto path = path_of(catalogue, sha256);
  if (!path) return path.error();
  auto packed = catalogue.packed_document(sha256);
  if (!packed) return packed.error();
  // The text bounds what a worker may say of it.
  const auto document = catalogue.raw_document(sha256);
  if (!document || !*document || !*packed) {
    put_failure({sha256, *path, {}}, document ? not_made() : document.error());
    return std::optional<Request>();
  }
  Request request;
  request.tag = ++last_number_;
  request.bytes = pack(RenewRequest{*path, std::move(**packed)});
  out_[request.tag] = {sha256, std::move(*path), (*document)->text};
  return std::optional<Request>(std::move(request));
}

bool Renewal::take(std::uint64_t tag, const Answer& answer) {
  const Work work = std::move(out_.extract(tag).mapped());
  const auto going = put(work, answer);
  if (!going) failure_ = going.error();
  return going && *going;
}

/// Gives false where the store has failed.
Result<bool> Renewal::put(const Work& work, const Answer& answer) {
  if (answer.how != Answer::How::Answered) {
    return put_failure(work, spoken(answer.how, plan_.limits)), true;
  }
  auto made = unpack_renew(answer.bytes, {work.path, work.sha256}, work.text);
  const auto before = store_.catalogue().records_of(work.sha256);
  if (!before) return before.error();
  // A document of which nothing is made must not cost the records that it has.
  if (!made || (made->records.empty() && !before->empty())) {
    return put_failure(work, not_made()), true;
  }
  const auto after = store_.catalogue().as_users_see(work.sha256, made->records);
  if (!after) return after.error();
  count_renewed(report_, *before, *after);
  watch_({work.path, work.sha256, "", after->size()});
  return store_.put(Renewed{work.sha256, std::move(made->records), std::move(made->signatures),
                            made->indexed, plan_.rules});
}

void Renewal::put_failure(const Work& work, const Error& error) {
  ++report_.failed;
  add_problem(report_.problems, fail(error.kind, error.message, work.path, error.hint));
  watch_({work.path, work.sha256, error.message, 0});
}

}  // namespace moot
