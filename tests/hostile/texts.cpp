#include "tests/hostile/files.hpp"
#include "tests/hostile/pdf_maker.hpp"

namespace moot::test {
namespace {

std::string page(const std::string& body) {
  return "<!DOCTYPE html><html><body><h1>Weston Parish Council</h1>" + body;
}

std::vector<HostileFile> html() {
  return {
      {"html-deep", [] { return page(repeated("<div>", 500'000)); }},
      {"html-tables-in-tables", [] { return page(repeated("<table><tr><td>a", 20'000)); }},
      {"html-lists-in-lists", [] { return page(repeated("<ol><li>a", 20'000)); }},
      {"html-bold-in-bold", [] { return page(repeated("<b><i>a", 50'000)); }},
      {"html-cells-wide",
       [] { return page("<table><tr><td colspan=2147483647 rowspan=2147483647>a<td>b</table>"); }},
      {"html-many-wide-cells",
       [] { return page("<table>" + repeated("<tr><td colspan=1000>a<td>b", 5'000)); }},
      {"html-list-from-the-last-number",
       [] { return page("<ol start=2147483647>" + repeated("<li>a", 100) + "</ol>"); }},
      {"html-list-of-great-romans",
       [] { return page("<ol type=i start=2147483000>" + repeated("<li>a", 300) + "</ol>"); }},
      {"html-list-below-nothing",
       [] { return page("<ol type=A start=-2147483648>" + repeated("<li>a", 100) + "</ol>"); }},
      {"html-attributes-without-end",
       [] { return page("<p " + repeated("a='b' ", 200'000) + ">text</p>"); }},
      {"html-tag-without-end", [] { return page("<p " + std::string(1 << 20, 'a')); }},
      {"html-comment-without-end",
       [] { return page("<p>text</p><!--" + repeated("-- ", 300'000)); }},
      {"html-script-without-end",
       [] { return page("<p>text</p><script>" + repeated("<", 500'000)); }},
      {"html-entities",
       [] { return page(repeated("&#x110000;&#0;&#xd800;&amp;&bogus;&#99999999999;", 20'000)); }},
      {"html-entities-declared",
       [] {
         std::string text = "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>";
         for (char c = 'b'; c <= 'k'; ++c) {
           text += std::string("<!ENTITY ") + c + " '" +
                   repeated(std::string("&") + static_cast<char>(c - 1) + ";", 10) + "'>";
         }
         return text + "]><html><body><p>Weston &k;</p></body></html>";
       }},
      {"html-file-named",
       [] {
         return std::string(
             "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a SYSTEM "
             "'file:///etc/passwd'>]><html><body><p>Weston &a;</p></body></html>");
       }},
      {"html-zeros", [] { return page("<p>a" + std::string(100'000, '\0') + "b</p>"); }},
      {"html-closed-without-end", [] { return page(repeated("</div></p></table>", 100'000)); }},
      {"html-headings", [] { return page(repeated("<h6>a<h1>b", 30'000)); }},
      {"html-indent-huge",
       [] {
         return page(
             "<p style='margin-left:1e999px'>a</p><p "
             "style='text-indent:-99999999999em'>b</p>");
       }},
  };
}

std::vector<HostileFile> texts() {
  return {
      {"text-one-line", [] { return repeated("Weston Parish Council met. ", 200'000); }},
      {"text-one-word", [] { return std::string(8 << 20, 'a'); }},
      {"text-line-ends", [] { return repeated("\n", 4 << 20) + "a"; }},
      {"text-carriage-returns", [] { return repeated("a\r", 1 << 20); }},
      {"text-form-feeds", [] { return repeated("a\f", 1 << 20); }},
      {"text-utf16-broken", [] { return "\xff\xfe" + repeated("a\xd8", 100'000); }},
      {"text-utf16-odd",
       [] { return "\xfe\xff" + repeated(std::string("\0a", 2), 100'000) + "x"; }},
      {"text-marks-on-one-letter", [] { return "a" + repeated("\xcc\x81", 500'000); }},
      {"text-right-to-left",
       [] {
         return repeated(
             "\xe2\x80\xae"
             "a\xe2\x80\xac ",
             200'000);
       }},
      {"text-not-utf8", [] { return repeated("Weston \xff\xc0\xaf\xed\xa0\x80 ", 100'000); }},
      {"text-byte-order-mark-alone", [] { return std::string("\xef\xbb\xbf"); }},
      {"text-spaces", [] { return std::string(8 << 20, ' '); }},
      {"text-tabs", [] { return repeated("\t", 4 << 20) + "a"; }},
      {"text-numbers", [] { return repeated("1.", 1 << 20); }},
      {"markdown-wide-table",
       [] {
         return "# Report\n\n|" + repeated(" a |", 100'000) + "\n|" + repeated("---|", 100'000);
       }},
      {"markdown-headings", [] { return repeated("# a\n", 300'000); }},
      {"markdown-quotes", [] { return "# Report\n\n" + repeated("> ", 500'000) + "a"; }},
      {"markdown-lists-in-lists",
       [] {
         std::string text = "# Report\n\n";
         for (std::size_t i = 0; i < 3'000; ++i) text += std::string(2 * i, ' ') + "- a\n";
         return text;
       }},
      {"markdown-open-links", [] { return "# Report\n\n" + repeated("[a](", 300'000); }},
      {"markdown-stars", [] { return "# Report\n\n" + repeated("**a_*", 300'000); }},
      {"empty", [] { return std::string(); }},
      {"one-byte", [] { return std::string("a"); }},
      {"zeros", [] { return std::string(1 << 20, '\0'); }},
  };
}

}  // namespace

std::vector<HostileFile> hostile_texts() {
  std::vector<HostileFile> files = html();
  const std::vector<HostileFile> more = texts();
  files.insert(files.end(), more.begin(), more.end());
  return files;
}

}  // namespace moot::test
