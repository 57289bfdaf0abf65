#include "pipeline/read.hpp"

#include <exception>
#include <new>
#include <string>
#include <utility>

#include "pipeline/assemble.hpp"
#include "pipeline/media_type.hpp"
#include "pipeline/normalise.hpp"
#include "pipeline/read_html.hpp"
#include "pipeline/read_markdown.hpp"
#include "pipeline/read_pdf.hpp"
#include "pipeline/read_text.hpp"
#include "pipeline/sha256.hpp"

namespace moot {
namespace {

Result<RawDocument> read_as(const MediaType& type, std::string_view bytes,
                            const ReadOptions& options, ReadReport& report) {
  switch (type.kind) {
    case FileKind::Empty:
      return fail(ErrorKind::BadDocument, "the file is empty", {}, "Fetch it again");
    case FileKind::Pdf:
      return read_pdf(bytes, options, report);
    case FileKind::Html:
      return read_html(to_utf8(bytes));
    case FileKind::Markdown:
      return read_markdown(to_utf8(bytes));
    case FileKind::PlainText:
      return read_plain_text(to_utf8(bytes));
    case FileKind::NotRead:
      break;
  }
  return fail(ErrorKind::NotRead, "the file is " + type.what + ", which Moot does not read", {},
              type.hint);
}

Error no_text(const Document& doc, const ReadOptions& options, const ReadReport& report) {
  if (doc.pages.empty()) return fail(ErrorKind::NoText, "there is no text in the file");
  if (!report.missing.empty()) {
    return fail(ErrorKind::NoText, "none of its pages has text, and there is no OCR", {},
                report.missing);
  }
  if (!report.failed.empty()) {
    return fail(ErrorKind::NoText, "none of its pages has text, and OCR failed on them", {},
                "try again with more time (--timeout) and memory (--memory)");
  }
  if (report.blank.size() == doc.pages.size()) {
    return fail(ErrorKind::NoText, "there is no text in it: all its pages are blank", {},
                "if something should be on them, get the file again");
  }
  if (options.ocr != OcrMode::Off && report.wanted.empty()) {
    return fail(ErrorKind::NoText, "none of its pages has text, and OCR found none either", {},
                "if there is something to read on them, scan them anew");
  }
  // Without the number of pages: reasons that are the same are told once for many files.
  return fail(ErrorKind::NoText, "none of its pages has text: it is probably a scan", {},
              "read it with --ocr auto, or run OCR over it first: ocrmypdf in.pdf out.pdf");
}

Result<Document> read_checked(std::string_view bytes, const ReadOptions& options,
                              ReadReport& report) {
  const MediaType type = sniff(bytes);
  Result<RawDocument> raw = read_as(type, bytes, options, report);
  if (!raw) return raw.error();
  Document doc = assemble(std::move(*raw));
  if (doc.lines.empty()) return no_text(doc, options, report);
  doc.media_type = type.name;
  doc.sha256 = sha256_hex(bytes);
  return doc;
}

}  // namespace

std::optional<Error> too_large(std::int64_t size, std::string_view head) {
  const char* hint = "split it into its papers, or give the PDF that it was made from";
  if (size > kMaxFileBytes) {
    return fail(ErrorKind::NotRead, "the file is larger than 1 GB, the most that is read", {},
                hint);
  }
  if (size > kMaxTextBytes && sniff(head.substr(0, 1024)).kind != FileKind::Pdf) {
    return fail(ErrorKind::NotRead,
                "the file is larger than 64 MB, the most that is read of anything but a PDF", {},
                hint);
  }
  return std::nullopt;
}

Result<Document> read_document(std::string_view bytes, const ReadOptions& options,
                               ReadReport* report) {
  if (auto error = too_large(static_cast<std::int64_t>(bytes.size()), bytes)) return *error;
  try {
    ReadReport unasked;
    if (report != nullptr) *report = {};
    return read_checked(bytes, options, report != nullptr ? *report : unasked);
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::Io, "the file needs more memory than there is");
  } catch (const std::exception& e) {
    return fail(ErrorKind::BadDocument, std::string("the file cannot be read: ") + e.what());
  }
}

}  // namespace moot
