#pragma once
/// \file What a worker process does with a request. Knows nothing of processes.

#include <string>

#include "cli/wire.hpp"
#include "extractors/rules.hpp"

namespace moot {

/// Reads the file behind `descriptor`, from its start. A failure becomes the answer's state and
/// reason: Skipped for kinds of file that are not read, Failed for the rest. Partial where pages
/// have no text.
ReadAnswer read_one(const ReadRequest& request, int descriptor, const RuleSet& rules);

/// Reads a page with OCR.
OcrAnswer see_one(const OcrRequest& request, int descriptor);

/// Makes the records of a stored document anew.
RenewAnswer renew_one(const RenewRequest& request, const RuleSet& rules);

/// A request's bytes in, its answer's bytes out. Throws where memory runs out.
std::string do_work(const std::string& request, int descriptor, const RuleSet& rules);

}  // namespace moot
