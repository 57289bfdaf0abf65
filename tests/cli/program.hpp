#pragma once
/// \file Runs the built program in a temporary folder, for the tests in this folder.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// What a run of the program gave.
struct Run {
  int code = -1;  ///< exit code; 128 and the signal's number where a signal ended it
  std::string out, err;
};

/// A folder that goes away with the test. The program runs inside it with an empty HOME, so
/// nothing of the machine it runs on is seen.
class Sandbox {
 public:
  Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;
  ~Sandbox();

  /// Writes a file, with the folders above it.
  void write(const std::string& name, const std::string& bytes) const;
  std::filesystem::path path(const std::string& name) const { return folder_ / name; }

  /// Runs `moot` with these arguments; `in` comes to it on standard input.
  Run moot(const std::vector<std::string>& arguments, const std::string& in = {}) const;

  /// Runs another program, to make a file. Gives its exit code.
  int other(const std::vector<std::string>& command) const;

  std::map<std::string, std::string> environment;  ///< for moot, beside PATH and HOME

 private:
  Run run(const std::vector<std::string>& command, const std::string& in) const;
  std::filesystem::path folder_;
};

/// Bytes of a file.
std::string read_all(const std::filesystem::path& path);

/// A PDF with a page for each list of lines; a page may have none.
std::string small_pdf(const std::vector<std::vector<std::string>>& pages);

/// The same PDF, to be opened with a password only.
std::string locked(const std::string& pdf);

/// The texts of five papers of three councils, by file name.
const std::map<std::string, std::string>& five_papers();
