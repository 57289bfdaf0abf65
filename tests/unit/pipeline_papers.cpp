#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "pipeline/papers.hpp"

namespace moot {
namespace {

/// Pages of lines. "#text" is bold and large, "~text" a running head, "=text" a page number.
class DocumentBuilder {
 public:
  DocumentBuilder& page(const std::vector<std::string>& lines) {
    doc_.pages.push_back({595, 842});
    double y = 50;
    for (const std::string& text : lines) add(text, y += 15);
    return *this;
  }
  /// A page that is full of text after `lines`.
  DocumentBuilder& full(std::vector<std::string> lines) {
    while (lines.size() < 48) lines.emplace_back("and more of what was said at the meeting");
    return page(lines);
  }
  DocumentBuilder& bookmark(std::string title, int page, int level = 0) {
    doc_.bookmarks.push_back({std::move(title), page, level});
    return *this;
  }
  Document get() const { return doc_; }

 private:
  void add(std::string text, double y) {
    Line line;
    line.style = {11, false, 0};
    if (text[0] == '#') line.style = {14, true, 0};
    if (text[0] == '~') line.role = LineRole::RunningHead;
    if (text[0] == '=') line.role = LineRole::PageNumber;
    if (text[0] == '#' || text[0] == '~' || text[0] == '=') text.erase(0, 1);
    if (!doc_.text.empty()) doc_.text += '\n';
    line.range = {doc_.text.size(), doc_.text.size() + text.size()};
    doc_.text += text;
    line.page = static_cast<int>(doc_.pages.size());
    line.box = {72, y, 500, y + 12};
    doc_.lines.push_back(line);
  }
  Document doc_;
};

using Pages = std::vector<std::pair<int, int>>;

Pages pages_of(const DocumentBuilder& builder) {
  Pages out;
  for (const Paper& paper : split_papers(builder.get())) {
    out.emplace_back(paper.first_page, paper.last_page);
  }
  return out;
}

const std::string kBlank = "This page is intentionally left blank";

TEST_CASE("split_papers: a file is one paper unless it shows otherwise") {
  DocumentBuilder doc;
  doc.full({"#Report to Cabinet", "From: A. Miller"}).full({"more", "=2"}).full({"end", "=3"});
  CHECK(pages_of(doc) == Pages{{1, 3}});
}

TEST_CASE("split_papers: nothing comes of nothing, and text without pages is one paper") {
  CHECK(split_papers({}).empty());
  Document text;
  text.text = "one line";
  text.lines.push_back({{0, 8}, 0, {}, {}, LineRole::Body, true, {}});
  const auto papers = split_papers(text);
  REQUIRE(papers.size() == 1);
  CHECK(papers[0].first_page == 0);
  CHECK(papers[0].last_line == 1);
}

TEST_CASE("split_papers: bookmarks of a pack start papers, blank pages belong to none") {
  DocumentBuilder doc;
  doc.page({"#Agenda", "1. Apologies"}).page({kBlank});
  doc.full({"From: A. Miller"}).full({"more"}).page({kBlank});
  doc.full({"Dear Leader"});
  doc.bookmark("Agenda", 1)
      .bookmark("5 Markets and fairs", 3)
      .bookmark("Appendix A - Letter", 6, 1);
  CHECK(pages_of(doc) == Pages{{1, 1}, {3, 4}, {6, 6}});
  CHECK(split_papers(doc.get())[1].title_hint == "5 Markets and fairs");
}

TEST_CASE("split_papers: bookmarked headings of a report start nothing") {
  DocumentBuilder doc;
  doc.full({"#Budget", "1. Background"}).full({"2. Reserves"}).full({"more"});
  doc.bookmark("1. Background", 1).bookmark("2. Reserves", 2);
  CHECK(pages_of(doc) == Pages{{1, 3}});
  // Nor do they in a pack.
  DocumentBuilder pack;
  pack.page({"#Agenda"}).full({"From: A. Miller"}).full({"9. Background documents"});
  pack.bookmark("Agenda", 1).bookmark("5 Markets", 2).bookmark("9. Background documents", 3, 1);
  CHECK(pages_of(pack) == Pages{{1, 1}, {2, 3}});
}

TEST_CASE("split_papers: 'Agenda Item 6' at the head of a page starts a paper once") {
  DocumentBuilder doc;
  doc.full({"Agenda Item 5", "#Roads"}).full({"more"});
  doc.full({"~Agenda Item 6", "#Markets"}).full({"~Agenda Item 6", "more"});
  CHECK(pages_of(doc) == Pages{{1, 2}, {3, 4}});
}

TEST_CASE("split_papers: an appendix is a paper of its own in a pack, not in a report's file") {
  const auto pages = [](const std::string& first, const std::string& second) {
    DocumentBuilder builder;
    builder.full({first, "#Library hours"}).page({"and its end"});
    builder.full({"#APPENDIX A", "#Delivery plan"}).full({second, "#Parking"});
    return pages_of(builder);
  };
  CHECK(pages("Agenda Item 5", "Agenda Item 6") == Pages{{1, 2}, {3, 3}, {4, 4}});
  CHECK(pages("Report of the clerk", "#Parking") == Pages{{1, 4}});
}

TEST_CASE("split_papers: a sentence about an appendix starts none") {
  DocumentBuilder builder;
  builder.full({"Agenda Item 5"}).page({"and its end"});
  builder.full(
      {"Appendix A sets out what the plan will cost in each of the next four years and why"});
  builder.full({"Agenda Item 6"});
  CHECK(pages_of(builder) == Pages{{1, 3}, {4, 4}});
}

TEST_CASE("split_papers: two meetings minuted in one file are two papers") {
  DocumentBuilder doc;
  doc.full({"#Mill Town Council", "#Annual meeting"}).page({"The meeting closed at 8 pm"});
  doc.full({"#Mill Town Council", "Minutes of a meeting held on 3 May 2022"}).page({"Closed"});
  CHECK(pages_of(doc) == Pages{{1, 2}, {3, 4}});
}

TEST_CASE("split_papers: page numbers from 1 again split with a front block, not without") {
  DocumentBuilder reports;
  reports.full({"From: A. Miller", "=Page 1 of 2"}).full({"more", "=Page 2 of 2"});
  reports.full({"From: B. Smith", "To: Cabinet", "Subject: Markets", "=Page 1 of 1"});
  CHECK(pages_of(reports) == Pages{{1, 2}, {3, 3}});
  DocumentBuilder appendix;
  appendix.full({"From: A. Miller", "=1"}).page({"more", "=2"}).full({"Appendix 1", "=1"});
  CHECK(pages_of(appendix) == Pages{{1, 3}});
}

TEST_CASE("split_papers: the first number after a page without one is no restart") {
  DocumentBuilder doc;
  doc.page({"Signed"}).full({"more", "=Page 1 of 2"}).full({"end", "=Page 2 of 2"});
  CHECK(pages_of(doc) == Pages{{1, 3}});
}

TEST_CASE("split_papers: papers cover all lines of their pages, in order") {
  DocumentBuilder doc;
  doc.page({"#Agenda", "1. Roads"}).full({"From: A. Miller"}).bookmark("Agenda", 1);
  doc.bookmark("1 Report on roads", 2);
  const auto papers = split_papers(doc.get());
  REQUIRE(papers.size() == 2);
  CHECK(papers[0].first_line == 0);
  CHECK(papers[0].last_line == 2);
  CHECK(papers[1].first_line == 2);
  CHECK(papers[1].last_line == doc.get().lines.size());
}

TEST_CASE("split_papers: a pack without bookmarks falls apart at its page heads") {
  DocumentBuilder doc;
  doc.page({"#Mill Town Council", "#Agenda", "1. Apologies", "5. Roads", "6. Markets"});
  doc.full({"Agenda Item 2", "#Minutes of the last meeting"}).page({"The meeting closed"});
  doc.full({"Agenda Item 5", "From: A. Miller", "Subject: Roads"}).page({"more", "=4"});
  doc.full({"#APPENDIX 1", "#Plan of the roads"}).page({kBlank});
  doc.full({"Agenda Item 6", "#Markets and fairs"}).full({"1. Agenda item 6 was put off"});
  CHECK(pages_of(doc) == Pages{{1, 1}, {2, 3}, {4, 5}, {6, 6}, {8, 9}});
}

TEST_CASE("split_papers: bookmarks that point a page too early give way to the page itself") {
  DocumentBuilder doc;
  doc.page({"#Agenda", "1. Apologies"}).page({kBlank});
  doc.full({"From: A. Miller", "To: Cabinet", "Subject: Roads", "=1"}).page({"the end", "=2"});
  doc.full({"From: B. Smith", "To: Cabinet", "Subject: Markets", "=1"}).full({"more", "=2"});
  doc.bookmark("Agenda", 1).bookmark("5 Roads", 2).bookmark("6 Markets", 4);
  CHECK(pages_of(doc) == Pages{{1, 1}, {3, 4}, {5, 6}});
}

TEST_CASE("split_papers: a supplement has a front sheet, one report and its appendices") {
  DocumentBuilder doc;
  doc.page({"#Cabinet", "#Supplementary agenda", "7. Roads (Pages 3 - 6)"}).page({kBlank});
  doc.full({"From: A. Miller", "To: Cabinet", "Subject: Roads"}).page({"the end"});
  doc.full({"#Appendix A", "#Plan of the roads"}).full({"#Appendix B: Costs", "of it"});
  doc.bookmark("Agenda Supplement", 1).bookmark("7 Roads", 3);
  doc.bookmark("Appendix A - Plan", 5, 1).bookmark("Appendix B - Costs", 6, 1);
  CHECK(pages_of(doc) == Pages{{1, 1}, {3, 4}, {5, 5}, {6, 6}});
  // The same without bookmarks.
  DocumentBuilder bare;
  bare.page({"#Cabinet", "#Supplementary agenda", "7. Roads (Pages 3 - 6)"}).page({kBlank});
  bare.full({"Agenda Item 7", "From: A. Miller", "To: Cabinet", "Subject: Roads"});
  bare.page({"the end"}).page({"#Appendix A", "#Plan of the roads"});
  bare.full({"#Appendix B: Costs", "of it"});
  CHECK(pages_of(bare) == Pages{{1, 1}, {3, 4}, {5, 5}, {6, 6}});
}

}  // namespace
}  // namespace moot
