#include "cli/options_parts.hpp"

#include "pipeline/ocr_engine.hpp"

namespace moot {

std::string footer(const char* examples) {
  return std::string(examples) + "\n\n" + kExitCodes;
}

void add_index(CLI::App* command, std::string& index) {
  command
      ->add_option("--index", index,
                   "Folder of the index (else $MOOT_INDEX, else your data folder)")
      ->type_name("DIR");
}

void add_rules(CLI::App* command, std::string& rules) {
  command->add_option("--rules", rules, "Folder with more rule packs (*.json)")->type_name("DIR");
}

void add_colour(CLI::App* command, ColourWhen& colour) {
  add_choice<ColourWhen>(
      command, "--color,--colour", "--color",
      {{"auto", ColourWhen::Auto}, {"always", ColourWhen::Always}, {"never", ColourWhen::Never}},
      colour, "Colours: auto (on a terminal), always, never")
      ->type_name("WHEN");
}

void add_ocr_options(CLI::App* command, OcrChoice& ocr) {
  add_choice<OcrMode>(command, "--ocr", "--ocr",
                      {{"auto", OcrMode::Auto}, {"off", OcrMode::Off}, {"force", OcrMode::Force}},
                      ocr.mode, "Read scans: auto (pages without text of use), off, force (all)")
      ->type_name("WHEN");
  command->add_option("--ocr-language", ocr.languages, "Languages of scans: eng (default), eng+cym")
      ->type_name("LANG")
      ->check([](const std::string& value) {
        return names_languages(value) ? "" : "'" + value + "' names no languages: eng+cym does";
      });
}

}  // namespace moot
