// PDFs that are encrypted: as readers know it, with and without a password, and in broken ways.

#include <memory>
#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, as qpdf wants new code to
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/hostile/files.hpp"
#include "tests/hostile/pdf_maker.hpp"

namespace moot::test {
namespace {

std::string encrypted(const std::string& dictionary) {
  Odd odd;
  odd.trailer = "/Encrypt 8 0 R /ID [(0123456789abcdef) (0123456789abcdef)]";
  odd.more = {dictionary};
  return odd_pdf(odd);
}

/// Encrypted as revision 2 (RC4, 40 bits), 3 (RC4, 128 bits), 4 (AES, 128 bits) or 6 (AES, 256
/// bits) of the standard handler; what the owner's password keeps from others is forbidden.
std::string locked(int revision, const char* user) {
  const std::string plain = odd_pdf({});
  QPDF file;
  file.setSuppressWarnings(true);
  file.processMemoryFile("plain.pdf", plain.data(), plain.size());
  QPDFWriter writer(file);
  writer.setOutputMemory();
  const char* owner = "owner";
  const bool no = false;
  if (revision == 2) {
    writer.setR2EncryptionParametersInsecure(user, owner, no, no, no, no);
  } else if (revision == 3) {
    writer.setR3EncryptionParametersInsecure(user, owner, no, no, no, no, no, no, qpdf_r3p_none);
  } else if (revision == 4) {
    writer.setR4EncryptionParametersInsecure(user, owner, no, no, no, no, no, no, qpdf_r3p_none,
                                             true, true);
  } else {
    writer.setR6EncryptionParameters(user, owner, no, no, no, no, no, no, qpdf_r3p_none, true);
  }
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::vector<HostileFile> broken_encryptions() {
  const std::string keys = "/O (" + std::string(32, 'o') + ") /U (" + std::string(32, 'u') + ")";
  return {
      {"encrypted-unknown-handler", [] { return encrypted("<< /Filter /Other /V 1 /R 2 >>"); }},
      {"encrypted-unknown-version",
       [keys] { return encrypted("<< /Filter /Standard /V 99 /R 99 /P -4 " + keys + " >>"); }},
      {"encrypted-without-keys", [] { return encrypted("<< /Filter /Standard /V 2 /R 3 >>"); }},
      {"encrypted-broken-keys",
       [] { return encrypted("<< /Filter /Standard /V 2 /R 3 /P -4 /O (o) /U () /Length 0 >>"); }},
      {"encrypted-length-huge",
       [keys] {
         return encrypted("<< /Filter /Standard /V 2 /R 3 /P -4 /Length 2147483647 " + keys +
                          " >>");
       }},
      {"encrypted-filters-in-a-loop",
       [keys] {
         return encrypted("<< /Filter /Standard /V 4 /R 4 /P -4 /Length 128 " + keys +
                          " /CF 8 0 R /StmF /CF /StrF /CF >>");
       }},
      {"encrypted-by-nothing", [] { return odd_pdf({.trailer = "/Encrypt 99 0 R"}); }},
      {"encrypted-by-a-number", [] { return odd_pdf({.trailer = "/Encrypt 7"}); }},
      {"encrypted-by-itself", [] { return encrypted("8 0 R"); }},
  };
}

}  // namespace

std::vector<HostileFile> hostile_encryptions() {
  std::vector<HostileFile> files = broken_encryptions();
  for (const int revision : {2, 3, 4, 6}) {
    const std::string name = "encrypted-" + std::to_string(revision);
    // Whoever may open a file may read it.
    files.push_back({name + "-for-all", [revision] { return locked(revision, ""); }, Fate::Read});
    files.push_back({name + "-with-a-password", [revision] { return locked(revision, "secret"); }});
  }
  return files;
}

}  // namespace moot::test
