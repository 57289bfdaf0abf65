#include "program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, as qpdf wants new code to
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <sstream>

namespace fs = std::filesystem;

namespace {

void redirect(const fs::path& file, int flags, int to) {
  const int opened = open(file.c_str(), flags | O_CLOEXEC, 0600);
  if (opened >= 0) dup2(opened, to);
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (const std::string& text : texts) list.push_back(const_cast<char*>(text.c_str()));
  list.push_back(nullptr);
  return list;
}

}  // namespace

Sandbox::Sandbox() {
  std::string name = (fs::temp_directory_path() / "moot-cli-XXXXXX").string();
  const char* made = mkdtemp(name.data());
  REQUIRE(made != nullptr);
  folder_ = made;
}

Sandbox::~Sandbox() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Sandbox::write(const std::string& name, const std::string& bytes) const {
  fs::create_directories(path(name).parent_path());
  std::ofstream file(path(name), std::ios::binary);
  file << bytes;
  REQUIRE(file);
}

Run Sandbox::run(const std::vector<std::string>& command, const std::string& in) const {
  // Streams are files outside the sandbox, so that no pipe can fill up and no folder is changed.
  const fs::path streams = folder_.string() + ".streams";
  fs::create_directories(streams);
  std::ofstream(streams / "in", std::ios::binary) << in;
  std::vector<std::string> variables = {"HOME=" + path("home").string(), "LANG=C.UTF-8"};
  if (const char* search_path = std::getenv("PATH")) {
    variables.push_back(std::string("PATH=") + search_path);
  }
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
  const pid_t child = fork();
  if (child == 0) {
    redirect(streams / "in", O_RDONLY, STDIN_FILENO);
    redirect(streams / "out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(streams / "err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    if (chdir(folder_.c_str()) != 0) _exit(126);
    execvpe(command[0].c_str(), pointers(command).data(), pointers(variables).data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  Run result;
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.out = read_all(streams / "out");
  result.err = read_all(streams / "err");
  fs::remove_all(streams);
  return result;
}

Run Sandbox::moot(const std::vector<std::string>& arguments, const std::string& in) const {
  std::vector<std::string> command = {MOOT_PROGRAM};
  command.insert(command.end(), arguments.begin(), arguments.end());
  Run result = run(command, in);
  std::string typed = "moot";
  for (const std::string& argument : arguments) typed += " " + argument;
  UNSCOPED_INFO("$ " << typed << "\n" << result.out << result.err << "exit " << result.code);
  return result;
}

int Sandbox::other(const std::vector<std::string>& command) const {
  return run(command, {}).code;
}

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string small_pdf(const std::vector<std::vector<std::string>>& pages) {
  // Objects 1 to 3 are catalogue, page list and font; each page has two more.
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string kids;
  for (const auto& lines : pages) {
    std::string text = "BT /F1 12 Tf 14 TL 72 760 Td";
    for (const std::string& line : lines) text += " (" + line + ") Tj T*";
    text += " ET";
    const std::string number = std::to_string(objects.size() + 1);
    kids += number + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(objects.size() + 2) +
                      " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    objects.push_back("<< /Length " + std::to_string(text.size()) + " >>\nstream\n" + text +
                      "\nendstream");
  }
  objects[1] =
      "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  std::string pdf = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count +
         " /Root 1 0 R >>\nstartxref\n" + std::to_string(pdf.size()) + "\n%%EOF\n";
}

std::string locked(const std::string& pdf) {
  QPDF file;
  file.processMemoryFile("small.pdf", pdf.data(), pdf.size());
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setR6EncryptionParameters("secret", "owner", true, true, true, true, true, true,
                                   qpdf_r3p_full, true);
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

const std::map<std::string, std::string>& five_papers() {
  static const std::map<std::string, std::string> kPapers = {
      {"kent_report.txt", R"(Kent County Council

REPORT

To: Cabinet, 17 January 2024

Subject: Lanterns on the Harbour Wall

Key decision: Yes

Classification: Unrestricted

Summary:
This report asks Cabinet to put new lanterns on the harbour wall.

Recommendation(s):
Cabinet is asked to agree the purchase of forty lanterns.

1. Financial Implications

1.1 The lanterns cost forty thousand pounds, "all in", which the maintenance budget holds.

2. Legal Implications

2.1 The council has the power to light harbours, and must have regard to the equality duty.

3. Background

3.1 The old lanterns were taken down in a storm.
)"},
      {"kent_decision.txt", R"(Kent County Council

RECORD OF DECISION

Decision number: 23/00917

Subject: Repair of the Old Weir

Key decision: No

Date of decision: 4 May 2022

Decision:
The weir is to be repaired before winter, with stone from the quarry.

Reason(s) for decision:
The weir leaks.
)"},
      {"southwark_report.txt", R"(London Borough of Southwark

Report to: Planning Committee

Meeting date: 12 March 2021

Report title: Benches in Parks

Key decision: No

RECOMMENDATIONS

1. That the committee notes the number of benches.

2. That the committee agrees to replace broken benches and lanterns.

Legal implications

There are none.

Community impact statement

Benches help people who cannot walk far.
)"},
      {"parish_minutes.txt", R"(Little Marrow Parish Council

Minutes of the meeting of the Parish Council held on Tuesday 6 June 2023 at 7.00 pm

Present: Ada Thornbury, Basil Wickett

Apologies: Clement Dowse

1. Apologies for absence

Apologies were received and accepted.

2. Pond

RESOLVED: That the pond be cleared of weed.

3. Allotments

RESOLVED: That the rent of allotments stay as it is.
)"},
      {"kent_strategy.txt", R"(Kent County Council

REPORT

To: Environment Cabinet Committee, 9 September 2020

Subject: Hedgerow Strategy 2020 to 2025

Key decision: No

Summary:
The hedgerow strategy sets out how hedgerows are kept.

Recommendation(s):
The committee is asked to endorse the hedgerow strategy.

1. Risk Management Implications

1.1 Hedgerows may be lost to disease.
)"},
  };
  return kPapers;
}
