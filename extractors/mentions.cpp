#include "extractors/mentions.hpp"

#include <algorithm>

#include "extractors/mention_parts.hpp"
#include "extractors/values.hpp"
#include "extractors/values_text.hpp"

// One pass over the text. A reader starts where its first sign stands and looks at a few words.

namespace moot {

namespace {

/// Telephones and addresses: what stands in them is no mention.
std::vector<Found> barred(std::string_view text) {
  std::vector<Found> places = find_phones(text);
  for (auto* find : {find_urls, find_emails}) {
    std::vector<Found> more = find(text);
    std::move(more.begin(), more.end(), std::back_inserter(places));
  }
  std::sort(places.begin(), places.end(),
            [](const Found& a, const Found& b) { return a.begin < b.begin; });
  return places;
}

class Scan {
 public:
  explicit Scan(std::string_view text)
      : text_(text), barred_(barred(text)), dates_(find_dates(text)) {}

  std::vector<Mention> run() {
    while (at_ < text_.size()) step();
    return std::move(mentions_);
  }

 private:
  void step() {
    if (skip_barred() || take_date()) return;
    const char c = text_[at_];
    if (c == '\xC2') {
      if (take(sum_at(text_, at_, floor_))) return;
    } else if (is_digit_byte(c)) {
      read_number();
      return;
    } else if (is_alpha_byte(c) && (at_ == 0 || !letter_at(text_, at_ - 1))) {
      if (take(month_at(text_, at_, floor_))) return;
      while (at_ < text_.size() && is_alpha_byte(text_[at_])) ++at_;
      return;
    }
    ++at_;
  }

  void read_number() {
    if (take(financial_year_at(text_, at_, floor_))) return;
    if (const std::size_t end = year_span_end(text_, at_)) {
      at_ = end;
    } else if (take(year_at(text_, at_, floor_)) || take(quantity_at(text_, at_, floor_))) {
      return;
    }
    while (at_ < text_.size() && is_digit_byte(text_[at_])) ++at_;
  }

  bool skip_barred() {
    while (next_barred_ < barred_.size() && barred_[next_barred_].end <= at_) ++next_barred_;
    if (next_barred_ == barred_.size() || barred_[next_barred_].begin > at_) return false;
    at_ = barred_[next_barred_].end;
    return true;
  }

  bool take_date() {
    while (next_date_ < dates_.size() && dates_[next_date_].begin < at_) ++next_date_;
    if (next_date_ == dates_.size() || dates_[next_date_].begin != at_) return false;
    Found& date = dates_[next_date_++];
    return take(dated_mention(text_, {date.begin, date.end}, std::move(date.value), floor_));
  }

  bool take(std::optional<Mention> mention) {
    if (!mention) return false;
    at_ = floor_ = mention->range.end;
    mentions_.push_back(std::move(*mention));
    return true;
  }

  std::string_view text_;
  std::vector<Found> barred_, dates_;
  std::vector<Mention> mentions_;
  std::size_t at_ = 0, floor_ = 0, next_barred_ = 0, next_date_ = 0;
};

}  // namespace

std::vector<Mention> find_mentions(std::string_view text) {
  return Scan(text).run();
}

}  // namespace moot
