#include <algorithm>

#include "extractors/values.hpp"
#include "extractors/values_text.hpp"

// Email and web addresses. Both have a sign that nothing else has ('@', "://", "www."), so the
// scan jumps from sign to sign and reads around it.

namespace moot {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_local_byte(char c) {
  return is_alnum_byte(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' ||
         c == '\'' || c == '&';
}

bool is_domain_byte(char c) {
  return is_alnum_byte(c) || c == '.' || c == '-';
}

std::size_t domain_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_domain_byte(text[at])) ++at;
  return at;
}

/// "kent.gov.uk": labels between stops, the last of at least two letters.
bool is_domain(std::string_view domain) {
  const std::size_t stop = domain.rfind('.');
  if (stop == kNone || stop == 0 || domain.find("..") != kNone) return false;
  const std::string_view last = domain.substr(stop + 1);
  return last.size() >= 2 && std::all_of(last.begin(), last.end(), is_alpha_byte);
}

/// Whether the next line goes on with an address that was broken at a stop or at '@'.
bool continues_domain(std::string_view rest, bool whole) {
  if (whole) return !rest.empty() && is_alnum_byte(rest.front());
  for (const std::string_view tail : {"gov.", "gov.uk", "llyw.cymru", "org", "co.uk", "uk", "com",
                                      "cymru", "wales", "scot", "nhs.", "ac.uk", "police."}) {
    if (rest.substr(0, tail.size()) == tail) return true;
  }
  return false;
}

/// Where the local part before the '@' at `at` begins. A line may break just before the '@'.
std::size_t local_begin(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == '\n') --at;
  std::size_t begin = at;
  while (begin > 0 && is_local_byte(text[begin - 1])) --begin;
  while (begin < at && !is_alnum_byte(text[begin])) ++begin;
  return begin;
}

/// The bytes of the domain after the '@' at `at`, over a broken line where there is one.
std::size_t broken_domain_end(std::string_view text, std::size_t at) {
  const std::size_t begin = at + 1;
  std::size_t end = domain_end(text, begin);
  const bool broken =
      end < text.size() && text[end] == '\n' && (end == begin || text[end - 1] == '.');
  if (broken && continues_domain(text.substr(end + 1), end == begin)) {
    const std::size_t next = domain_end(text, end + 1);
    if (is_domain(trim_blanks(text.substr(end + 1, next - end - 1), ".-")) || end != begin)
      end = next;
  }
  while (end > begin && !is_alnum_byte(text[end - 1])) --end;
  return end;
}

std::string without_newlines(std::string_view text) {
  std::string joined(text);
  joined.erase(std::remove(joined.begin(), joined.end(), '\n'), joined.end());
  return joined;
}

std::optional<Found> email_at(std::string_view text, std::size_t at) {
  const std::size_t begin = local_begin(text, at), end = broken_domain_end(text, at);
  std::string value = without_newlines(text.substr(begin, end - begin));
  const std::size_t sign = value.find('@');
  if (sign == 0 || sign == kNone) return {};
  if (!is_domain(std::string_view(value).substr(sign + 1))) return {};
  if (value[sign - 1] == '.') return {};
  return Found{std::move(value), begin, end};
}

bool ends_url(std::string_view text, std::size_t at) {
  if (blank_at(text, at) > 0) return true;
  const char c = text[at];
  // E2 leads the curly quotes, the dashes and the bullet.
  return c == '<' || c == '>' || c == '"' || c == '|' || c == '`' || c == '\xE2';
}

std::size_t url_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !ends_url(text, at)) ++at;
  return at;
}

/// Whether an address that stops at the line's end after '/', '-', '=' or the like goes on below:
/// the next word then looks like a piece of an address and not like the next sentence.
bool continues_url(std::string_view text, std::size_t begin, std::size_t end) {
  if (end + 1 >= text.size() || text[end] != '\n' || end == begin) return false;
  if (std::string_view("/-_=&?%").find(text[end - 1]) == kNone) return false;
  std::string_view next = text.substr(end + 1, url_end(text, end + 1) - end - 1);
  while (!next.empty() && std::string_view(".,;:)").find(next.back()) != kNone)
    next.remove_suffix(1);
  if (next.find("://") != kNone || next.find('@') != kNone || next.substr(0, 4) == "www.")
    return false;
  return next.find_first_of("/_=&?%.-") != kNone;
}

std::size_t trimmed_url_end(std::string_view text, std::size_t begin, std::size_t end) {
  const bool bracketed = text.substr(begin, end - begin).find('(') != kNone;
  while (end > begin) {
    const char last = text[end - 1];
    if ((last == ')' && bracketed) || std::string_view(".,;:!?)]}'*").find(last) == kNone) break;
    --end;
  }
  return end;
}

std::optional<Found> url_at(std::string_view text, std::size_t begin, std::size_t host) {
  std::size_t end = url_end(text, host);
  if (continues_url(text, begin, end)) end = url_end(text, end + 1);
  end = trimmed_url_end(text, begin, end);
  if (end <= host || text.substr(host, end - host).find('.') == kNone) return {};
  return Found{without_newlines(text.substr(begin, end - begin)), begin, end};
}

/// The next place at or after `from` where a web address starts: its begin, and where its host is.
std::optional<std::pair<std::size_t, std::size_t>> url_start(std::string_view text,
                                                             std::size_t from) {
  for (std::size_t at = from; at + 3 < text.size(); ++at) {
    if (text[at] != ':' && (text[at] | 0x20) != 'w') continue;
    if (text[at] == ':') {
      if (text.substr(at, 3) != "://") continue;
      std::size_t begin = at;
      while (begin > from && is_alpha_byte(text[begin - 1])) --begin;
      if (!one_of(ascii_lower(text.substr(begin, at - begin)), {"http", "https", "ftp"})) continue;
      return std::pair{begin, at + 3};
    }
    const bool fresh = at == 0 || !is_alnum_byte(text[at - 1]);
    const bool www = starts_with_lower(text.substr(at), "www.");
    if (fresh && www && at + 4 < text.size() && is_alnum_byte(text[at + 4])) {
      // "http://www." is found by its "://", which stands before.
      return std::pair{at, at + 4};
    }
  }
  return {};
}

}  // namespace

std::vector<Found> find_emails(std::string_view text) {
  std::vector<Found> emails;
  std::size_t last_end = 0;
  for (std::size_t at = text.find('@'); at != kNone; at = text.find('@', at + 1)) {
    auto found = email_at(text, at);
    if (!found || found->begin < last_end) continue;
    last_end = found->end;
    emails.push_back(std::move(*found));
  }
  return emails;
}

std::vector<Found> find_urls(std::string_view text) {
  std::vector<Found> urls;
  std::size_t from = 0;
  while (const auto start = url_start(text, from)) {
    auto found = url_at(text, start->first, start->second);
    // A run without an address holds no other start of one, so it is not read again.
    from = found ? found->end : url_end(text, start->second);
    if (found) urls.push_back(std::move(*found));
  }
  return urls;
}

}  // namespace moot
