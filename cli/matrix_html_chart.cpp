#include <fmt/format.h>

#include <algorithm>

#include "cli/markup.hpp"
#include "cli/matrix_html.hpp"

namespace moot {
namespace {

// One unit is about a pixel; the chart keeps its size on narrow screens, so that words stay
// legible.
constexpr std::size_t kWidth = 320;
constexpr std::size_t kStep = 40;    // from bar to bar
constexpr std::size_t kBarTop = 20;  // below its words
constexpr std::size_t kBarHeight = 12;

}  // namespace

std::string html_bars(const std::string& id, const std::string& heading,
                      const std::string& described, const std::vector<TotalLine>& lines,
                      std::size_t whole) {
  if (lines.empty()) return {};
  std::size_t most = std::max<std::size_t>(1, whole);
  for (const TotalLine& line : lines) most = std::max(most, line.councils);
  std::string svg = fmt::format(
      "<svg class=\"bars\" role=\"img\" aria-labelledby=\"{0}-title\" aria-describedby=\"{1}\" "
      "viewBox=\"0 0 {2} {3}\" width=\"{2}\" height=\"{3}\">\n<title id=\"{0}-title\">{4}. The "
      "same numbers are in the table of totals.</title>\n",
      id, described, kWidth, lines.size() * kStep, html_text(heading));
  std::size_t top = 0;
  for (const TotalLine& line : lines) {
    svg += fmt::format(
        "<text x=\"0\" y=\"{}\">{}: {}</text>\n"
        "<rect class=\"all\" x=\"0.5\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
        top + kBarTop - 5, html_text(line.words), line.councils, top + kBarTop, kWidth - 1,
        kBarHeight);
    if (line.councils > 0) {
      svg += fmt::format("<rect x=\"0.5\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", top + kBarTop,
                         std::max<std::size_t>(1, line.councils * (kWidth - 1) / most), kBarHeight);
    }
    top += kStep;
  }
  return svg + "</svg>\n";
}

}  // namespace moot
