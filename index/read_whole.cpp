#include "index/read_whole.hpp"

#include <fstream>
#include <sstream>

namespace moot {

Result<std::string> read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (file.is_open() && !text.bad() && !file.bad()) return text.str();
  return fail(ErrorKind::Io, "the file cannot be read", path,
              "look at its permissions, and whether it is a file");
}

}  // namespace moot
