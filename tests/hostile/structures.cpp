#include <algorithm>

#include "tests/hostile/files.hpp"
#include "tests/hostile/pdf_maker.hpp"

namespace moot::test {
namespace {

/// A file of one page whose tree of pages has these objects: number 2 is its root, 3 the page.
std::string page_tree(const std::string& root, const std::vector<std::string>& more = {}) {
  PdfMaker pdf;
  pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
  pdf.add(root);
  pdf.add(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
      "/Font << /F1 5 0 R >> >> >>");
  pdf.add(stream_object("", "BT /F1 12 Tf 72 760 Td (Weston Parish Council) Tj ET"));
  pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (const std::string& object : more) pdf.add(object);
  return pdf.file();
}

std::string tiny_pages(int count) {
  PdfMaker pdf;
  std::string kids;
  for (int i = 0; i < count; ++i) kids += ref(5 + i) + " ";
  pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
  pdf.add("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(count) + " >>");
  pdf.add(stream_object("", "BT /F1 12 Tf 72 760 Td (A page) Tj ET"));
  pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (int i = 0; i < count; ++i) {
    pdf.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << "
        "/Font << /F1 4 0 R >> >> >>");
  }
  return pdf.file();
}

/// Pages inside pages.
std::string deep_tree(int depth) {
  std::vector<std::string> more;
  for (int i = 0; i < depth; ++i) {
    const std::string kid = i + 1 < depth ? ref(7 + i) : ref(3);
    more.push_back("<< /Type /Pages /Count 1 /Kids [" + kid + "] >>");
  }
  return page_tree("<< /Type /Pages /Count 1 /Kids [6 0 R] >>", more);
}

/// The file with /Prev of its trailer set to where its own table stands.
std::string own_predecessor() {
  const std::string slot = "/Prev 0000000000";
  std::string pdf = odd_pdf({.trailer = slot});
  const std::string start = std::to_string(pdf.rfind("\nxref\n") + 1);
  pdf.replace(pdf.find(slot) + slot.size() - start.size(), start.size(), start);
  return pdf;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// Object streams that say that their objects, or they themselves, are in each other.
std::string object_streams(const std::vector<std::pair<int, int>>& inside,
                           const std::string& entries) {
  PdfMaker pdf;
  pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
  pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  pdf.add(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
      "/Font << /F1 9 0 R >> >> >>");
  pdf.add(stream_object("", "BT /F1 12 Tf 72 760 Td (Weston Parish Council) Tj ET"));
  pdf.add(stream_object("/Type /ObjStm /N 1 /First 4 " + entries,
                        "9 0 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
  pdf.add(stream_object("/Type /ObjStm /N 1 /First 4 /Extends 5 0 R", "9 0 << >>"));
  return pdf.file_with_stream(inside);
}

/// An outline of `count` entries below each other, or inside each other.
std::string outline(int count, bool deep, const std::string& last = {}) {
  Odd odd;
  odd.catalogue = "/Outlines 8 0 R";
  odd.more = {"<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count " + std::to_string(count) +
              " >>"};
  for (int i = 0; i < count; ++i) {
    std::string entry = "<< /Title (Item) /Parent 8 0 R /Dest [3 0 R /Fit] ";
    const std::string to = i + 1 < count ? ref(10 + i) : last;
    if (!to.empty()) entry += (deep ? "/First " + to + " /Last " : "/Next ") + to;
    odd.more.push_back(entry + " >>");
  }
  return odd_pdf(odd);
}

/// An outline whose entries name places, which this tree of names gives.
std::string named_places(const std::string& names, const std::vector<std::string>& more = {}) {
  Odd odd;
  odd.catalogue = "/Outlines 8 0 R /Names << /Dests 10 0 R >>";
  odd.more = {"<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>",
              "<< /Title (Item) /Parent 8 0 R /Dest (place) >>", names};
  odd.more.insert(odd.more.end(), more.begin(), more.end());
  return odd_pdf(odd);
}

std::vector<HostileFile> page_trees() {
  return {
      {"pages-in-themselves",
       [] { return page_tree("<< /Type /Pages /Kids [2 0 R] /Count 1 >>"); }},
      {"pages-in-each-other",
       [] {
         return page_tree("<< /Type /Pages /Kids [6 0 R 3 0 R] /Count 2 >>",
                          {"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"});
       }},
      {"pages-count-billion",
       [] { return page_tree("<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>"); }},
      {"pages-count-negative",
       [] { return page_tree("<< /Type /Pages /Kids [3 0 R] /Count -5 >>"); }},
      {"pages-count-overflow",
       [] { return page_tree("<< /Type /Pages /Kids [3 0 R] /Count 99999999999999999999 >>"); }},
      {"pages-without-kids", [] { return page_tree("<< /Type /Pages /Count 3 >>"); }},
      {"pages-kids-no-list", [] { return page_tree("<< /Type /Pages /Kids 3 0 R /Count 1 >>"); }},
      {"pages-kids-missing",
       [] { return page_tree("<< /Type /Pages /Kids [77 0 R 3 0 R null (x)] /Count 4 >>"); }},
      {"pages-one-page-1000-times",
       [] {
         return page_tree("<< /Type /Pages /Kids [" + repeated("3 0 R ", 1'000) +
                          "] /Count 1000 >>");
       }},
      {"pages-deep", [] { return deep_tree(5'000); }},
      {"pages-parents-in-a-loop",
       [] {
         return page_tree("<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 6 0 R >>",
                          {"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R >>"});
       }},
      {"pages-1000", [] { return tiny_pages(1'000); }, Fate::Read},
      // Read where the machine is quick enough for the limit that the test sets, else told.
      {"pages-100000", [] { return tiny_pages(100'000); }, Fate::Told, true},
      {"pages-are-the-catalogue", [] { return page_tree("<< /Type /Pages /Kids [1 0 R] >>"); }},
  };
}

std::vector<HostileFile> tables() {
  return {
      {"xref-own-predecessor", own_predecessor},
      {"xref-two-billion-entries",
       [] { return replaced(odd_pdf({}), "xref\n0 8", "xref\n0 2000000000"); }},
      {"xref-from-two-billion",
       [] { return replaced(odd_pdf({}), "xref\n0 8", "xref\n2000000000 8"); }},
      {"xref-size-overflow",
       [] { return replaced(odd_pdf({}), "/Size 8", "/Size 99999999999999999999"); }},
      {"xref-size-negative", [] { return replaced(odd_pdf({}), "/Size 8", "/Size -8"); }},
      {"xref-nowhere",
       [] { return replaced(odd_pdf({}), "startxref\n", "startxref\n9999999999"); }},
      {"xref-missing", [] { return replaced(odd_pdf({}), "startxref", "nothing"); }},
      {"root-missing", [] { return replaced(odd_pdf({}), "/Root 1 0 R", "/Root 99 0 R"); }},
      {"root-is-a-page", [] { return replaced(odd_pdf({}), "/Root 1 0 R", "/Root 3 0 R"); }},
      {"xref-stream-fields-huge",
       [] {
         return replaced(object_streams({}, ""), "/W [1 4 1]", "/W [2147483647 2147483647 9]");
       }},
      {"xref-stream-index-huge",
       [] {
         return replaced(object_streams({}, ""), "/W [1 4 1]",
                         "/W [1 4 1] /Index [2147483647 2147483647]");
       }},
      {"xref-stream-bomb",
       [] {
         PdfMaker pdf;
         pdf.add(
             stream_object("/Type /XRef /W [1 4 1] /Root 1 0 R /Size 200000000 /Filter "
                           "/FlateDecode",
                           bomb(std::string(60'000, '\0'), 20'000)));
         return pdf.file_with_stream({});
       }},
      {"object-stream-in-itself",
       [] {
         return object_streams({{9, 5}, {5, 5}}, "");
       }},
      {"object-streams-in-each-other",
       [] {
         return object_streams({{9, 5}, {5, 6}, {6, 5}}, "/Extends 6 0 R");
       }},
      {"object-stream-extends-itself",
       [] {
         return object_streams({{9, 5}}, "/Extends 5 0 R");
       }},
      {"object-stream-billion-objects",
       [] {
         return replaced(object_streams({{9, 5}}, ""), "/N 1", "/N 1000000000");
       }},
      {"object-is-itself", [] { return odd_pdf({.media_box = "8 0 R", .more = {"8 0 R"}}); }},
      {"objects-are-each-other",
       [] {
         return odd_pdf({.resources = "/XObject 8 0 R", .more = {"9 0 R", "8 0 R"}});
       }},
      {"length-is-the-stream",
       [] { return replaced(odd_pdf({.content_entries = "/Length 4 0 R"}), "%PDF", "%PDF"); }},
      {"length-overflow",
       [] { return odd_pdf({.content_entries = "/Length 99999999999999999999"}); }},
      {"arrays-in-arrays", [] { return odd_pdf({.page = "/Deep " + repeated("[", 500'000)}); }},
      {"dictionaries-in-dictionaries",
       [] { return odd_pdf({.page = "/Deep " + repeated("<< /A ", 500'000)}); }},
      {"arrays-closed",
       [] { return odd_pdf({.page = "/Deep " + repeated("[", 20'000) + repeated("]", 20'000)}); }},
      {"arrays-in-the-catalogue",
       [] { return odd_pdf({.catalogue = "/Deep " + repeated("[", 500'000)}); }},
      {"name-of-a-megabyte", [] { return odd_pdf({.page = "/" + std::string(1 << 20, 'a')}); }},
      {"string-never-closed", [] { return odd_pdf({.page = "/Deep ((((("}); }},
      {"header-alone", [] { return std::string("%PDF-1.7\n"); }},
      {"header-and-noise", [] { return "%PDF-1.7\n" + repeated("\xff\x00\x80 obj <<", 5'000); }},
      {"nothing-but-zeros", [] { return "%PDF-1.7\n" + std::string(1 << 20, '\0'); }},
      {"million-objects",
       [] { return "%PDF-1.7\n" + repeated("1 0 obj\n<< >>\nendobj\n", 1'000'000); }, Fate::Told,
       true},
  };
}

std::vector<HostileFile> outlines() {
  return {
      {"outline-next-is-itself", [] { return outline(1, false, "9 0 R"); }, Fate::Read},
      {"outline-first-is-itself", [] { return outline(1, true, "9 0 R"); }, Fate::Read},
      {"outline-in-a-loop", [] { return outline(3, false, "9 0 R"); }, Fate::Read},
      {"outline-deep-loop", [] { return outline(3, true, "9 0 R"); }, Fate::Read},
      {"outline-of-the-root", [] { return outline(2, true, "8 0 R"); }, Fate::Read},
      {"outline-wide", [] { return outline(50'000, false); }, Fate::Read},
      {"outline-deep", [] { return outline(20'000, true); }, Fate::Read},
      {"outline-huge", [] { return outline(300'000, false); }, Fate::Read, true},
      {"outline-very-deep", [] { return outline(300'000, true); }, Fate::Read, true},
      {"outline-long-title",
       [] { return replaced(outline(1, false), "(Item)", "(" + std::string(5 << 20, 'a') + ")"); },
       Fate::Read},
      {"outline-broken-title",
       [] { return replaced(outline(1, false), "(Item)", "<FEFFD800D80000FF00>"); }, Fate::Read},
      {"outline-place-is-itself",
       [] { return replaced(outline(1, false), "/Dest [3 0 R /Fit]", "/Dest 9 0 R"); }, Fate::Read},
      {"outline-action-in-a-loop",
       [] {
         return replaced(outline(1, false), "/Dest [3 0 R /Fit]",
                         "/A << /S /GoTo /D 9 0 R /Next 9 0 R >>");
       },
       Fate::Read},
      {"names-in-themselves", [] { return named_places("<< /Kids [10 0 R] >>"); }, Fate::Read},
      {"names-in-each-other",
       [] { return named_places("<< /Kids [11 0 R] >>", {"<< /Kids [10 0 R] >>"}); }, Fate::Read},
      {"names-limits-broken",
       [] {
         return named_places("<< /Kids [11 0 R] >>",
                             {"<< /Limits [7 null] /Names [(place) 9 0 R (place)] >>"});
       },
       Fate::Read},
      {"names-deep",
       [] {
         std::vector<std::string> more;
         for (int i = 0; i < 20'000; ++i) {
           more.push_back("<< /Limits [(a) (z)] /Kids [" + ref(12 + i) + "] >>");
         }
         return named_places("<< /Kids [11 0 R] >>", more);
       },
       Fate::Read},
  };
}

}  // namespace

std::vector<HostileFile> hostile_structures() {
  std::vector<HostileFile> files = page_trees();
  for (const auto& more : {tables(), outlines(), hostile_encryptions()}) {
    files.insert(files.end(), more.begin(), more.end());
  }
  return files;
}

std::vector<HostileFile> all_hostile_files() {
  std::vector<HostileFile> files = hostile_structures();
  for (const auto& more : {hostile_pages(), hostile_fonts(), hostile_texts()}) {
    files.insert(files.end(), more.begin(), more.end());
  }
  return files;
}

std::vector<HostileFile> damaged_copies(const std::string& name, const std::string& good,
                                        int step) {
  std::vector<HostileFile> files;
  for (int percent = step; percent < 100; percent += step) {
    const std::size_t at = good.size() * static_cast<std::size_t>(percent) / 100;
    const std::string place = std::to_string(percent);
    files.push_back({name + "-cut-at-" + place, [good, at] { return good.substr(0, at); }});
    files.push_back({name + "-bits-at-" + place, [good, at] {
                       std::string bytes = good;
                       for (std::size_t i = at; i < at + 8 && i < bytes.size(); i += 2) {
                         bytes[i] = static_cast<char>(bytes[i] ^ (1 << (i % 7)));
                       }
                       return bytes;
                     }});
    files.push_back({name + "-hole-at-" + place, [good, at] {
                       return good.substr(0, at) + good.substr(std::min(good.size(), at + 64));
                     }});
  }
  return files;
}

}  // namespace moot::test
