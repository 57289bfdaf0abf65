#include "cli/environment.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace moot {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

int terminal_columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
  return 80;
}

}  // namespace

Environment read_environment() {
  Environment environment;
  environment.moot_index = variable("MOOT_INDEX");
  environment.xdg_data_home = variable("XDG_DATA_HOME");
  environment.home = variable("HOME");
  environment.no_color = !variable("NO_COLOR").empty();
  environment.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  environment.err_is_terminal = isatty(STDERR_FILENO) == 1;
  environment.columns = terminal_columns();
  return environment;
}

std::string index_folder(const std::string& option, const Environment& environment) {
  if (!option.empty()) return option;
  if (!environment.moot_index.empty()) return environment.moot_index;
  if (!environment.xdg_data_home.empty()) return environment.xdg_data_home + "/moot/index";
  return environment.home + "/.local/share/moot/index";
}

Console make_console(std::ostream& out, std::ostream& err, const Environment& environment,
                     ColourWhen colour) {
  Console console{out, err};
  console.colour =
      colour == ColourWhen::Always ||
      (colour == ColourWhen::Auto && environment.out_is_terminal && !environment.no_color);
  console.width = environment.out_is_terminal ? environment.columns : 0;
  console.live = environment.err_is_terminal;
  console.live_width = environment.columns;
  return console;
}

}  // namespace moot
