#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "cli/dates.hpp"
#include "cli/export_writers.hpp"
#include "cli/markup.hpp"
#include "cli/present.hpp"
#include "index/council_key.hpp"
#include "index/page_link.hpp"
#include "index/value_place.hpp"

namespace moot {
namespace {

// Colours have a contrast of 7 to 1 and more, and nothing is said by colour alone.
constexpr const char* kHead = R"(<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Council papers</title>
<style>
body { max-width: 50rem; overflow-wrap: anywhere; margin: 0 auto; padding: 1rem; font: 1.05rem/1.5 sans-serif; color: #111; background: #fff; }
a { color: #003c8f; } a:focus { outline: 3px solid #b35900; }
.skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
article { border-top: 2px solid #111; margin-top: 2rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 1rem; } dt { font-weight: bold; } dd { margin: 0; }
.text { white-space: pre-line; margin: 0.3rem 0; } .where { color: #444; font-size: 0.85rem; }
ul.entries { padding-left: 1.2rem; } h4 { margin: 1.2rem 0 0.3rem; }
@media print { nav, .skip { display: none; } article { break-inside: avoid-page; } a { color: inherit; } }
</style>
</head>
<body>
<a class="skip" href="#papers">Skip to the papers</a>
)";

std::string attribute_id(const std::string& id) {
  return "r-" + id;
}

std::string element(const char* name, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>\n", name, html_text(text));
}

std::string name_of(const PaperHead& head) {
  if (!head.title.empty()) return head.title;
  return spoken_name(head.kind) + (head.body.empty() ? "" : ", " + head.body);
}

std::string council_name(const std::string& council) {
  return council.empty() ? "No council known" : council;
}

/// One record as an article.
class Article {
 public:
  explicit Article(const Record& record) : record_(record) {}

  std::string run() {
    head();
    facts();
    prose();
    people();
    items();
    out_ += "</article>\n";
    return std::move(out_);
  }

 private:
  void head();
  void facts();
  void prose();
  void people();
  void items();

  std::string link(int page) const {
    const Source& source = record_.source;
    return page_link(source.url.value_or(""), source.path, page);
  }

  /// "page 4, rule summary.purpose, confidence 0.95", the page a link.
  std::string where(const std::string& pointer) const {
    const ValuePlace place = place_of(record_, pointer);
    if (place.evidence == nullptr) return {};
    std::string text;
    if (place.first_page > 0) {
      const bool one = place.last_page == place.first_page;
      const std::string pages =
          one ? fmt::format("page {}", place.first_page)
              : fmt::format("pages {} to {}", place.first_page, place.last_page);
      text = fmt::format("<a href=\"{}\">{}</a>, ", html_text(link(place.first_page)), pages);
    }
    text += "rule " + html_text(place.evidence->rule);
    if (place.evidence->confidence) {
      text += fmt::format(", confidence {:.2f}", *place.evidence->confidence);
    }
    if (place.evidence->basis != Basis::Stated) {
      text +=
          fmt::format(", {}", place.evidence->basis == Basis::Given       ? "given by a user"
                              : place.evidence->basis == Basis::Corrected ? "corrected by a user"
                                                                          : "inferred");
    }
    return "<span class=\"where\">(" + text + ")</span>";
  }

  void fact(const char* name, const std::string& html) {
    if (!html.empty()) out_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html);
  }

  void heading(const std::string& text) { out_ += element("h4", text); }

  const Record& record_;
  std::string out_;
};

void Article::head() {
  PaperHead head;
  head.title = record_.title.value_or("");
  head.kind = record_.kind;
  head.body = record_.body.value_or("");
  const std::string id = html_text(attribute_id(record_.id));
  const char* language = record_.language == "cy" ? " lang=\"cy\"" : "";
  out_ += fmt::format("<article id=\"{0}\" aria-labelledby=\"{0}-title\"{1}>\n", id, language);
  out_ += fmt::format("<h3 id=\"{}-title\">{}</h3>\n", id, html_text(name_of(head)));
}

void Article::facts() {
  out_ += "<dl>\n";
  fact("Kind", html_text(spoken_name(record_.kind)));
  fact("Council", record_.council ? html_text(record_.council->name) : "");
  for (const char* name : {"body", "decision_maker", "decision_number", "meeting_date",
                           "report_date", "decision_date", "publication_date", "decision_status"}) {
    const auto& fields = text_fields();
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const TextField& one) {
      return std::string_view(one.name) == name;
    });
    const Text& value = record_.*field->member;
    if (!value) continue;
    const std::string text = field->is_date ? spoken_date(*value) : *value;
    fact(spoken_name(name).c_str(), html_text(text));
  }
  if (record_.key_decision) fact("Key decision", *record_.key_decision ? "yes" : "no");
  const int first = record_.source.pages ? record_.source.pages->first : 0;
  const std::string path = html_text(record_.source.path);
  fact("File", fmt::format("<a href=\"{}\">{}</a>", html_text(link(first)), path));
  if (record_.source.retrieved)
    fact("Retrieved", html_text(spoken_date(*record_.source.retrieved)));
  fact("Record", "<code>" + html_text(record_.id) + "</code>");
  out_ += "</dl>\n";
}

void Article::prose() {
  std::string list;  // the field whose list is open
  const auto close = [&] {
    if (!list.empty()) out_ += "</ul>\n";
    list.clear();
  };
  for (const Part& part : parts(record_)) {
    const auto& fields = numbered_fields();
    const bool entry = std::any_of(fields.begin(), fields.end(), [&](const NumberedField& field) {
      return part.field == field.name;
    });
    if (list != part.field) close();
    const std::string text = html_text(part.text);
    if (entry) {
      if (list.empty()) {
        heading(spoken_name(part.field));
        out_ += "<ul class=\"entries\">\n";
        list = part.field;
      }
      const std::string number = part.heading.empty() ? "" : html_text(part.heading) + " ";
      out_ += fmt::format("<li class=\"text\">{}{} {}</li>\n", number, text, where(part.pointer));
      continue;
    }
    heading(part.heading.empty() ? spoken_name(part.field) : part.heading);
    out_ += fmt::format("<p class=\"text\">{} {}</p>\n", text, where(part.pointer));
  }
  close();
}

void Article::people() {
  if (record_.contacts.empty()) return;
  heading("Contacts");
  out_ += "<ul class=\"entries\">\n";
  for (std::size_t i = 0; i < record_.contacts.size(); ++i) {
    const Contact& contact = record_.contacts[i];
    std::string line;
    for (const Text& part : {contact.name, contact.role, contact.phone, contact.email}) {
      if (part) line += (line.empty() ? "" : ", ") + *part;
    }
    out_ += fmt::format("<li>{} {}</li>\n", html_text(line), where(fmt::format("/contacts/{}", i)));
  }
  out_ += "</ul>\n";
}

void Article::items() {
  for (std::size_t i = 0; i < record_.items.size(); ++i) {
    const Item& item = record_.items[i];
    heading("Item " + (item.number ? *item.number + ": " : std::string()) + item.title);
    const std::string pointer = fmt::format("/items/{}", i);
    out_ += fmt::format("<p class=\"text\">{} {}</p>\n", html_text(item.text), where(pointer));
    for (std::size_t j = 0; j < item.resolutions.size(); ++j) {
      out_ += fmt::format("<p class=\"text\"><strong>Resolved:</strong> {} {}</p>\n",
                          html_text(item.resolutions[j]),
                          where(fmt::format("{}/resolutions/{}", pointer, j)));
    }
  }
}

/// The list of papers by council, and how many there are.
Result<std::int64_t> write_contents(const ExportRecords& records, const Put& put) {
  std::string council;
  std::int64_t count = 0;
  auto done = records.each_head([&](const PaperHead& head) {
    std::string html;
    if (++count == 1)
      html += "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n";
    if (count == 1 || head.council_key != council) {
      if (count > 1) html += "</ul>\n";
      html += element("h3", council_name(head.council)) + "<ul>\n";
      council = head.council_key;
    }
    html += fmt::format("<li><a href=\"#{}\">{}</a>", html_text(attribute_id(head.id)),
                        html_text(name_of(head)));
    if (!head.date.empty()) html += ", " + html_text(spoken_date(head.date));
    return put(html + "</li>\n");
  });
  if (done && count > 0) done = put("</ul>\n</nav>\n");
  if (!done) return done.error();
  return count;
}

}  // namespace

Result<Written> write_html(const ExportRecords& records, const std::vector<std::string>& about,
                           const Put& put) {
  const auto count = records.count();
  if (!count) return count.error();
  if (*count == 0) return Written{};
  std::string head = kHead + std::string("<header>\n<h1>Council papers</h1>\n");
  for (const std::string& line : about) head += element("p", line);
  if (auto done = put(head + "</header>\n"); !done) return done.error();
  if (const auto contents = write_contents(records, put); !contents) return contents.error();
  std::string council;
  bool first = true;
  if (auto done = put("<main id=\"papers\">\n"); !done) return done.error();
  auto done = records.each_sorted([&](const Record& record, const Document&) {
    const std::string key = council_key(record);
    std::string html;
    if (first || key != council) {
      html += element("h2", council_name(record.council ? record.council->name : ""));
    }
    first = false;
    council = key;
    return put(html + Article(record).run());
  });
  if (done) done = put("</main>\n</body>\n</html>\n");
  if (!done) return done.error();
  return Written{*count, *count};
}

}  // namespace moot
