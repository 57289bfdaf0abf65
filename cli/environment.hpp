#pragma once
/// \file What the program takes from its surroundings: environment variables and terminals. Read
/// once in main(); everything else gets it as a value.

#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace moot {

struct Environment {
  std::string moot_index, xdg_data_home, home;  ///< empty where not set
  bool no_color = false;                        ///< NO_COLOR is set and not empty
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  int columns = 80;  ///< of the terminal
};

Environment read_environment();

/// The index folder: `option`, else $MOOT_INDEX, else $XDG_DATA_HOME/moot/index, else
/// ~/.local/share/moot/index. Pure.
std::string index_folder(const std::string& option, const Environment& environment);

/// Streams with what the environment and --color say of them.
Console make_console(std::ostream& out, std::ostream& err, const Environment& environment,
                     ColourWhen colour);

}  // namespace moot
