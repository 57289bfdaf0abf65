#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace moot {
namespace {

constexpr std::chrono::milliseconds kBarEvery{100};
constexpr std::chrono::seconds kLineEvery{10};

std::string spoken_time(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole >= 3600)
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

std::string progress_line(const Pace& pace, int width) {
  const auto [done, total, failed, pages, seconds] = pace;
  std::string text = fmt::format(" {} of {} files", done, total);
  if (failed > 0) text += fmt::format(", {} not read", failed);
  if (pages > 0 && seconds > 0) {
    text += fmt::format(", {:.0f} pages/s", static_cast<double>(pages) / seconds);
  }
  if (done > 0 && done < total) {
    const double left = seconds / static_cast<double>(done) * static_cast<double>(total - done);
    text += fmt::format(", {} left", spoken_time(left));
  }
  const auto columns = static_cast<std::size_t>(std::max(width, 1));
  if (columns < text.size() + 13) return text.substr(1);
  const std::size_t room = std::min<std::size_t>(columns - text.size() - 3, 40);
  const std::size_t full = total == 0 ? room : std::min(done * room / total, room);
  return "[" + std::string(full, '#') + std::string(room - full, '.') + "]" + text;
}

Progress::Progress(std::ostream& err, Mode mode, std::size_t total, int width)
    : err_(err), mode_(mode), width_(width), drawn_(start_) {
  pace_.total = total;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void Progress::step(bool failed, std::size_t pages) {
  ++pace_.done;
  pace_.failed += failed ? 1 : 0;
  pace_.pages += pages;
  draw_if_due();
}

void Progress::draw_if_due() {
  const auto now = std::chrono::steady_clock::now();
  const auto pause = mode_ == Mode::Bar ? std::chrono::steady_clock::duration(kBarEvery)
                                        : std::chrono::steady_clock::duration(kLineEvery);
  if (mode_ == Mode::Silent || now - drawn_ < pause) return;
  drawn_ = now;
  draw();
}

void Progress::draw() {
  pace_.seconds = seconds();
  // A bar goes over itself: back to the first column, the rest of the line cleared.
  if (mode_ == Mode::Bar) err_ << "\r\x1b[K";
  err_ << progress_line(pace_, mode_ == Mode::Bar ? width_ - 1 : 0);
  if (mode_ == Mode::Lines) err_ << '\n';
  err_.flush();
}

void Progress::finish() {
  if (mode_ == Mode::Bar) err_ << "\r\x1b[K" << std::flush;
}

}  // namespace moot
