#include "cli/clock.hpp"

#include <array>
#include <ctime>

namespace moot {
namespace {

constexpr std::time_t kDay = 24 * 60 * 60;  // seconds

std::string in_utc(std::time_t time) {
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace

std::string utc_now() {
  return in_utc(std::time(nullptr));
}

std::string utc_days_ago(int days) {
  return in_utc(std::time(nullptr) - kDay * days);
}

}  // namespace moot
