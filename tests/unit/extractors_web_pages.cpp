// Pages of committee systems as they are served, with the site around them: made-up pages in the
// real mark-up.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::said;
using test::Strings;

std::string label(const std::string& name, const std::string& value) {
  return "<p><span  class=\"mgLabel\" >" + name + " </span>" + value + "</p>\n";
}

std::string words(const std::string& inner) {
  return "<div class=\"mgWordPara\"><div class=\"WordSection1\">" + inner + "</div></div>\n";
}

std::string heading(const std::string& text) {
  return "<h3  class=\"mgSubSubTitleTxt\" >" + text + "</h3>\n";
}

/// The site around a page, whose name is hidden where `hidden`.
Record page(const std::string& name, const std::string& title, const std::string& content,
            bool hidden = false) {
  return test::html_record(
      "<!DOCTYPE html><html lang=\"en\"><head><title>" + name + " - " + title +
      "</title></head><body class=\"has-background-light\">"
      "<a class=\"sr-only\" href=\"#c\">Skip to main content</a>"
      "<div id=\"cookie-notice\"><h2>Cookies on this site</h2><p>We use cookies.</p></div>"
      "<header id=\"page-header\"><a href=\"/\">Aldermere District Council</a></header>"
      "<div class=\"menu\"><ul class=\"menu-list\"><li><a>Decisions</a></li></ul></div>"
      "<div role=\"main\"><nav class=\"breadcrumb\"><ul><li>Home</li><li>" +
      name + "</li></ul></nav><div id=\"modgov\"><div class=\"mgHeader\"><h1 " +
      (hidden ? "style=\"display: none;\" " : "") + " class=\"mgMainTitleTxt\" >" + name +
      "</h1></div><div class=\"mgSubTitle\" ><h2 class=\"mgSubTitleTxt\">" + title +
      "</h2></div><div class=\"mgLinks\" ><ul class=\"mgActionList\"><li>Issue History</li></ul>"
      "</div><div class=\"mgContent\" >\n" +
      content +
      "</div></div></div><div class=\"share-links\"><a>Share this item</a></div>"
      "<footer class=\"footer\"><p>Follow us</p></footer></body></html>");
}

const std::string kDecision =
    label("Decision Maker:", "<a href=\"x\">Cabinet</a>") +
    label(
        "Decision status:",
        "<span class=\"mgPlanItemInForce\">Recommendations Approved (subject to call-in)</span>") +
    label("Is Key decision?:", "Yes") + label("Is subject to call in?:", "Yes") +
    heading("Purpose:") + words("<p class=\"MsoNormal\">To approve the plan for the parks.</p>") +
    heading("Decision:") +
    words(
        "<p class=\"MsoNormal\"><b>RESOLVED</b>: That</p><p class=\"MsoNormal\">&nbsp;</p>"
        "<p class=\"MsoListParagraph\" style='margin-left:36.0pt;text-indent:-18.0pt'>1.<span "
        "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>the plan be "
        "adopted;</p><p class=\"MsoListParagraph\" style='margin-left:36.0pt'>2.<span>&nbsp;"
        "&nbsp; </span>the Head of Parks publish it.</p>") +
    heading("Reasons for the decision:") + words("<p>The present plan ends in March.</p>") +
    heading("Alternative options considered:") + words("<p>To have no plan.</p>") +
    label("Report author:", "Ada Quill") + label("Publication date:", "27/03/2025") +
    label("Date of decision:", "26/03/2025") +
    label("Decided at meeting:", "<a href=\"y\">26/03/2025 - Cabinet</a>") +
    label("Effective from:", "04/04/2025") +
    "<p class=\"mgSubSubTitleTxt\">Accompanying Documents:</p><ul class=\"mgBulletList\"><li>"
    "<a href=\"z\">Parks Plan report <span class=\"mgFileSize\">PDF 212 KB</span></a></li></ul>";

TEST_CASE("web pages: a decision, whether or not the site hides the page's name") {
  for (const bool hidden : {false, true}) {
    INFO(hidden);
    const Record record = page("Decision details", "Parks Plan", kDecision, hidden);
    CHECK(record.kind == "decision_details");
    CHECK(said(record.title) == "Parks Plan");
    CHECK(said(record.decision_maker) == "Cabinet");
    CHECK(said(record.decision_status) == "Recommendations Approved (subject to call-in)");
    CHECK(record.key_decision == true);
    CHECK(record.call_in == true);
    CHECK(said(record.summary) == "To approve the plan for the parks.");
    CHECK(test::shown(record.resolutions) ==
          Strings{"1|the plan be adopted;", "2|the Head of Parks publish it."});
    CHECK(said(record.reasons) == "The present plan ends in March.");
    CHECK(test::shown(record.options) == Strings{"|To have no plan."});
    CHECK(test::shown(record.contacts) == Strings{"Ada Quill|||"});
    CHECK(said(record.publication_date) == "2025-03-27");
    CHECK(said(record.decision_date) == "2025-03-26");
    CHECK(said(record.effective_date) == "2025-04-04");
    CHECK(said(record.body) == "Cabinet");
    CHECK(said(record.meeting_date) == "2025-03-26");
    CHECK(record.background_papers.empty());
  }
}

TEST_CASE("web pages: a hidden heading that is not the page's name stays hidden") {
  const Record record = test::html_record(
      "<body><h1 style='display:none' class='popup'>Decision details</h1><h1>Parks</h1>"
      "<p>The parks are open.</p></body>");
  CHECK(record.kind == "other");
}

TEST_CASE("web pages: an issue of the forward plan") {
  const Record record =
      page("Issue details", "Parks Plan (Part Exempt)",
           words("<p class=\"MsoNormal\">To approve the plan for the parks and its map.</p>") +
               label("Decision type:", "Key") + label("Reason Key:", "Affects 2 or more wards;") +
               label("Decision status:", "For Determination") +
               label("Wards affected:", "Bankside; Elm Park;") +
               label("Notice of proposed decision first published:", "10/02/2025") +
               label("Anticipated restriction:", "Part exempt&nbsp;&nbsp;- <a>View reasons</a>") +
               label("Explanation of anticipated restriction:", "") + words("<p>Prices.</p>") +
               label("Decision due:", "26 Mar 2025 by <a>Cabinet</a>") +
               label("Lead member:", "Cabinet Member for Parks") + label("Lead director:", "") +
               label("Department:", "Place") +
               label("Contact:", "Ada Quill, Head of Parks Email: <a>ada.quill@example.org</a>") +
               heading("Consultation process") + words("<p>Friends of the parks were asked.</p>") +
               label("Making Representations:", "n/a") + heading("Agenda items") +
               "<ul><li>26/03/2025 - Cabinet</li></ul>" + heading("Documents") +
               "<ul><li>Report <span class=\"mgFileSize\">PDF 1 MB</span></li></ul>",
           true);
  CHECK(record.kind == "issue_details");
  CHECK(said(record.title) == "Parks Plan");
  CHECK(said(record.summary) == "To approve the plan for the parks and its map.");
  CHECK(said(record.decision_type) == "Key");
  CHECK(said(record.key_decision_reason) == "Affects 2 or more wards");
  CHECK(record.wards == Strings{"Bankside", "Elm Park"});
  CHECK_FALSE(record.classification);
  CHECK(said(record.exempt) == "part");
  CHECK(said(record.decision_maker) == "Cabinet");
  CHECK(said(record.decision_due) == "2025-03-26");
  CHECK(said(record.lead_member) == "Cabinet Member for Parks");
  CHECK_FALSE(record.lead_director);
  CHECK(said(record.consultation) == "Friends of the parks were asked.");
  CHECK(test::shown(record.contacts) == Strings{"Ada Quill|Head of Parks||ada.quill@example.org"});
  CHECK(record.resolutions.empty());
}

TEST_CASE("web pages: the words under an issue's heading are no summary when a label opens them") {
  const Record record =
      page("Issue details", "Parks Plan",
           words("<p><b>Proposed decision</b></p><p>The Leader to adopt the plan of parks.</p>") +
               label("Decision type:", "Key") + label("Decision due:", "26 Mar 2025 by Leader"));
  CHECK(said(record.proposed_decision) == "The Leader to adopt the plan of parks.");
  CHECK_FALSE(record.summary);
}

TEST_CASE("web pages: an issue at several meetings gives each decision once") {
  const Record record = page(
      "Issue - meetings", "Parks Plan",
      heading("<span class=\"mgLabel\">Meeting: </span><a>26/03/2025 - Cabinet (Item 144)</a>") +
          "<p class=\"mgAiTitleTxt\"><a>144 Parks Plan</a></p>" +
          words("<p>Report of the Head of Parks.</p>") +
          "<p class=\"mgSubItemTitleTxt\">Decision:</p>" +
          words("<p>RESOLVED: That the plan be adopted.</p>") +
          "<p class=\"mgSubItemTitleTxt\">Minutes:</p>" +
          words("<p>The Leader spoke.</p><p>RESOLVED: That the plan be adopted.</p>") +
          heading(
              "<span class=\"mgLabel\">Meeting: </span><a>12/03/2025 - Parks Panel (Item 9)</a>") +
          "<p class=\"mgSubItemTitleTxt\">Minutes:</p>" + words("<p>The Panel spoke.</p>"));
  CHECK(record.kind == "decision_details");
  CHECK(said(record.title) == "Parks Plan");
  CHECK(said(record.body) == "Cabinet");
  CHECK(said(record.meeting_date) == "2025-03-26");
  CHECK(test::shown(record.resolutions) == Strings{"|That the plan be adopted."});
}

TEST_CASE("web pages: the decisions of an issue") {
  const Record record =
      page("Issue - decisions", "Parks Plan",
           "<p class=\"mgSubSubTitleTxt\"><a>26/03/2025 - Parks Plan</a></p>" +
               words("<p>RESOLVED: That</p><ol><li>the plan be adopted;</li><li>its cost be "
                     "noted.</li></ol>"));
  CHECK(record.kind == "decision_details");
  CHECK(said(record.title) == "Parks Plan");
  CHECK(said(record.decision_date) == "2025-03-26");
  CHECK(test::shown(record.resolutions) ==
        Strings{"1|the plan be adopted;", "2|its cost be noted."});
}

std::string entry(const std::string& date, const std::string& title, const std::string& ref) {
  return "<p class=\"mgSubSubTitleTxt\">" + date + " - <a>" + title + "</a> <span>ref: " + ref +
         "</span> &nbsp; <span>Recommendations Approved</span></p>";
}

TEST_CASE("web pages: a register of decisions has no value that its entries say differently") {
  const Record record = page(
      "Decisions", "Decisions published",
      "<p>Decisions published</p>" + entry("27/03/2025", "Parks Plan", "1018") +
          label("Decision Maker:", "Cabinet") + label("Made at meeting:", "26/03/2025 - Cabinet") +
          label("Decision published:", "27/03/2025") + label("Effective from:", "04/04/2025") +
          heading("Decision:") + words("<p>That the plan be adopted.</p>") +
          label("Wards affected:", "(All Wards);") + entry("25/03/2025", "Old Mill", "1017") +
          label("Decision Maker:", "Head of Property") +
          label("Decision published:", "25/03/2025") + label("Effective from:", "25/03/2025") +
          heading("Decision:") + words("<p>That the lease be granted.</p>") +
          label("Lead officer:", "Ben Rook"));
  CHECK(record.kind == "decision_details");
  CHECK_FALSE(record.decision_maker);
  CHECK_FALSE(record.publication_date);
  CHECK_FALSE(record.effective_date);
  CHECK(test::shown(record.resolutions) ==
        Strings{"|That the plan be adopted.", "|That the lease be granted."});
}

std::string plan_item(int number, const std::string& title, const std::string& maker,
                      const std::string& date) {
  return "<tr><td class=\"mgItemNumberCell\"><p>" + std::to_string(number) +
         ".</p></td><td><p class=\"mgAiTitleTxt\"><a>" + title + "</a> <span>New!</span></p>" +
         words("<p>To say what is planned.</p>") + label("Decision maker:", maker) +
         label("Decision:", date) + label("Lead officer:", "Ada Quill") + "</td></tr>";
}

TEST_CASE("web pages: a forward plan has no value that its entries say differently") {
  const std::string rows =
      "<table class=\"mgItemTable\"><caption class=\"mgSectionTitle\">Plan "
      "items</caption><tr><th class=\"mgHide\">No.</th></tr>" +
      plan_item(1, "Parks Plan", "Cabinet", "26 Mar 2025") +
      plan_item(2, "Old Mill", "Head of Property", "Not before 2 Apr 2025");
  const Record record = page("Forward plan", "Forward Plan of Key Decisions, April 2025",
                             label("Published on:", "1 March 2025") + rows + "</table>");
  CHECK(record.kind == "forward_plan");
  CHECK(said(record.title) == "Forward Plan of Key Decisions, April 2025");
  CHECK(said(record.publication_date) == "2025-03-01");
  CHECK_FALSE(record.decision_maker);
  CHECK_FALSE(record.decision_due);
  CHECK_FALSE(record.decision_date);
}

TEST_CASE("web pages: a decision whose headings are lost is told by the order of its parts") {
  const std::string lost = "<h3 class=\"mgSubSubTitleTxt\"></h3>";
  const Record record = page(
      "Decision details", "Parks Plan",
      label("Decision Maker:", "Leader") + label("Is Key decision?:", "No") +
          label("Is subject to call in?:", "Yes") + lost +
          words("<p>To consider objections to the plan.</p>") + lost +
          words("<p>That the Leader:</p><p>1.<span>&nbsp; </span>Adopts the plan.</p><p>2.<span>"
                "&nbsp; </span>Notes its cost.</p>") +
          lost + words("<p>The present plan ends in March.</p>") + lost +
          words("<p>To have no plan. This was rejected because of its cost.</p>") +
          label("Report author:", "Ada Quill") + label("Publication date:", "27/03/2025"));
  CHECK(said(record.summary) == "To consider objections to the plan.");
  CHECK(test::shown(record.resolutions) == Strings{"1|Adopts the plan.", "2|Notes its cost."});
  CHECK(said(record.reasons) == "The present plan ends in March.");
  CHECK(test::shown(record.options) ==
        Strings{"|To have no plan. This was rejected because of its cost."});
  CHECK(record.evidence.at("/reasons").basis == Basis::Inferred);
}

TEST_CASE("web pages: an item of a meeting, which a link of the site names") {
  const std::string link =
      "<ul class=\"mgActionList\"><li><a>Meeting of Parks Committee, Thursday, "
      "2nd October, 2025 10.30 am (Item 23.)</a></li></ul>";
  const Record record = page(
      "Agenda item", "Petition for a Pond",
      link + words("<p>The Committee is asked to consider a petition.</p>") + heading("Decision:") +
          words("<p>(a) That the petition be received;</p>") + heading("Minutes:") +
          words("<p>The Committee spoke.</p><p><b>RESOLVED</b></p><p>(a) That the petition be "
                "received;</p>"));
  CHECK(said(record.title) == "Petition for a Pond");
  CHECK(said(record.body) == "Parks Committee");
  CHECK(said(record.meeting_date) == "2025-10-02");
  CHECK(test::shown(record.resolutions) == Strings{"a|That the petition be received;"});
}

TEST_CASE("web pages: consultation process and consultees are one part") {
  const Record record =
      page("Issue details", "Parks Plan",
           label("Decision due:", "26 Mar 2025 by Cabinet") + heading("Consultation process") +
               words("<p>A survey.</p>") + heading("Consultees") +
               words("<p>Friends of the parks.</p>") + heading("Agenda items"));
  CHECK(said(record.consultation) == "A survey.\nFriends of the parks.");
}

TEST_CASE("web pages: what an item decided counts once, though it is printed twice") {
  const std::string decided = words("<p><b>RESOLVED:</b> That the plan be adopted.</p>");
  std::string more = "</td></tr>";
  for (const char* item :
       {"2.</p></td><td><p>Lease", "3.</p></td><td><p>Map", "4.</p></td><td><p>End"})
    more += "<tr><td><p>" + std::string(item) + " of the parks</p></td></tr>";
  const Record record = page(
      "Agenda, decisions and minutes", "Cabinet - Wednesday, 26th March, 2025 10.00 am",
      label("Venue:", "Town Hall") +
          label("Contact:", "Ada Quill, Clerk to the Cabinet Email: <a>ada.quill@example.org</a>") +
          "<table class=\"mgItemTable\"><caption class=\"mgSectionTitle\">Items</caption><tr><td "
          "class=\"mgItemNumberCell\"><p class=\"mgAiTitleTxt\">1.</p></td><td><p "
          "class=\"mgAiTitleTxt\">Parks Plan <a class=\"mgBackgroundLink\">View the background to "
          "item</a></p><h3 class=\"mgSubItemTitleTxt\">Decision:</h3>" +
          decided + "<h3 class=\"mgSubItemTitleTxt\">Minutes:</h3>" +
          words("<p>The Leader spoke.</p>") + decided + more + "</table>");
  CHECK(record.kind == "minutes");
  CHECK(test::shown(record.contacts) ==
        Strings{"Ada Quill|Clerk to the Cabinet||ada.quill@example.org"});
  CHECK(test::shown(record.resolutions) == Strings{"|That the plan be adopted."});
  REQUIRE(record.items.size() == 4);
  CHECK(record.items[0].title == "Parks Plan");
  CHECK(record.items[0].resolutions == Strings{"That the plan be adopted."});
}

TEST_CASE("web pages: a meeting's page is its minutes once it has them") {
  const std::string start =
      label("Venue:", "Town Hall") +
      "<table class=\"mgItemTable\"><caption class=\"mgSectionTitle\">Items</caption><tr><td "
      "class=\"mgItemNumberCell\"><p class=\"mgAiTitleTxt\">1.</p></td><td><p "
      "class=\"mgAiTitleTxt\">Parks Plan</p>" +
      words("<p>To consider the plan.</p>");
  const std::string minutes = "<p class=\"mgSubItemTitleTxt\">Minutes:</p>" +
                              words("<p>RESOLVED: That the plan be adopted.</p>");
  const std::string meeting = "Cabinet - Wednesday, 26th March, 2025 10.00 am";
  const std::string name = "Agenda and minutes";
  CHECK(page(name, meeting, start + minutes + "</td></tr></table>").kind == "minutes");
  CHECK(page("Agenda", meeting, start + "</td></tr></table>").kind == "agenda");
}

}  // namespace
}  // namespace moot
