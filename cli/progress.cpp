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

std::string progress_line(std::size_t done, std::size_t total, std::size_t failed, double seconds,
                          int width) {
  std::string text = fmt::format(" {} of {} files", done, total);
  if (failed > 0) text += fmt::format(", {} not read", failed);
  if (done > 0 && done < total) {
    const double left = seconds / static_cast<double>(done) * static_cast<double>(total - done);
    text += fmt::format(", {} left", spoken_time(left));
  }
  const auto columns = static_cast<std::size_t>(std::max(width, 1));
  if (columns < text.size() + 13) return text.substr(1);
  const std::size_t room = std::min<std::size_t>(columns - text.size() - 3, 40);
  const std::size_t full = total == 0 ? room : done * room / total;
  return "[" + std::string(full, '#') + std::string(room - full, '.') + "]" + text;
}

Progress::Progress(std::ostream& err, Mode mode, std::size_t total, int width)
    : err_(err), mode_(mode), total_(total), width_(width), drawn_(start_) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void Progress::step(bool failed) {
  ++done_;
  failed_ += failed ? 1 : 0;
  const auto now = std::chrono::steady_clock::now();
  const auto pause = mode_ == Mode::Bar ? std::chrono::steady_clock::duration(kBarEvery)
                                        : std::chrono::steady_clock::duration(kLineEvery);
  if (mode_ == Mode::Silent || now - drawn_ < pause) return;
  drawn_ = now;
  draw();
}

void Progress::draw() {
  // A bar goes over itself: back to the first column, the rest of the line cleared.
  if (mode_ == Mode::Bar) err_ << "\r\x1b[K";
  err_ << progress_line(done_, total_, failed_, seconds(), mode_ == Mode::Bar ? width_ - 1 : 0);
  if (mode_ == Mode::Lines) err_ << '\n';
  err_.flush();
}

void Progress::finish() {
  if (mode_ == Mode::Bar) err_ << "\r\x1b[K" << std::flush;
}

}  // namespace moot
