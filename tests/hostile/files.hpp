#pragma once
/// \file Files that are broken, or made to hurt: damaged PDFs, loops, bombs, depth, absurd numbers,
/// odd fonts and images, and the like in HTML and text. Made when they are wanted; nothing of them
/// is kept in the project.

#include <functional>
#include <string>
#include <vector>

namespace moot::test {

/// What reading such a file must come to, at the least.
enum class Fate {
  Told,  ///< read, read in part, failed or skipped: whatever it is, it is told
  Read,  ///< its words are found, all or some
};

struct HostileFile {
  std::string name;
  std::function<std::string()> bytes;  ///< made anew at each call
  Fate fate = Fate::Told;
  bool slow = false;  ///< takes seconds, or ends at the limits: not for every run
};

/// Encryption that readers know, with and without a password, and broken.
std::vector<HostileFile> hostile_encryptions();

/// Structure: loops, depth, counts, cross-reference tables, outlines, encryption.
std::vector<HostileFile> hostile_structures();

/// What stands on pages: bombs, forms, images, boxes.
std::vector<HostileFile> hostile_pages();

/// Fonts, the sizes and places in which they are set, and their tables of letters.
std::vector<HostileFile> hostile_fonts();

/// HTML, Markdown and text.
std::vector<HostileFile> hostile_texts();

/// All of these.
std::vector<HostileFile> all_hostile_files();

/// `good` cut off and with bits turned over, at each hundredth of it where `step` is 1.
std::vector<HostileFile> damaged_copies(const std::string& name, const std::string& good, int step);

}  // namespace moot::test
