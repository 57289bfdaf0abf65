#pragma once
/// \file Boxes of a page that is turned or askew, straight and back. Pure.

#include "pipeline/document.hpp"

namespace moot {

/// `box` of a page of `page` points after `turns` quarter turns anticlockwise.
Box turned(Box box, PageSize page, int turns);

/// The box around `box` after the page is turned by `degrees` clockwise about its middle.
Box skewed(Box box, PageSize page, double degrees);

/// Takes skewed() back: the level box that skewed(box, page, degrees) was made of.
/// \pre -30 < degrees < 30
Box levelled(Box box, PageSize page, double degrees);

}  // namespace moot
