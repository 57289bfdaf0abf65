#include "pipeline/page_turn.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace moot {
namespace {

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}

/// The middle of `box` after the page is turned clockwise, y pointing down.
std::pair<double, double> moved_middle(Box box, PageSize page, double degrees) {
  const double c = std::cos(radians(degrees)), s = std::sin(radians(degrees));
  const double x = (box.x0 + box.x1 - page.width) / 2;
  const double y = (box.y0 + box.y1 - page.height) / 2;
  return {page.width / 2 + x * c - y * s, page.height / 2 + x * s + y * c};
}

Box around(std::pair<double, double> middle, double width, double height) {
  const auto [x, y] = middle;
  return {x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

}  // namespace

Box turned(Box box, PageSize page, int turns) {
  for (int i = 0; i < turns; ++i) {
    box = {box.y0, page.width - box.x1, box.y1, page.width - box.x0};
    std::swap(page.width, page.height);
  }
  return box;
}

Box skewed(Box box, PageSize page, double degrees) {
  const double c = std::cos(radians(degrees)), s = std::abs(std::sin(radians(degrees)));
  const double width = box.x1 - box.x0, height = box.y1 - box.y0;
  return around(moved_middle(box, page, degrees), width * c + height * s, width * s + height * c);
}

Box levelled(Box box, PageSize page, double degrees) {
  const double c = std::cos(radians(degrees)), s = std::abs(std::sin(radians(degrees)));
  const double width = box.x1 - box.x0, height = box.y1 - box.y0;
  const double both = c * c - s * s;
  return around(moved_middle(box, page, -degrees), std::max(0.0, (width * c - height * s) / both),
                std::max(0.0, (height * c - width * s) / both));
}

}  // namespace moot
