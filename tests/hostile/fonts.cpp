#include "tests/hostile/files.hpp"
#include "tests/hostile/pdf_maker.hpp"

namespace moot::test {
namespace {

constexpr std::size_t kUnit = 60'000;  // bytes that a bomb repeats

std::string type3(const std::string& glyph, const std::string& fonts,
                  const std::string& matrix = "[0.01 0 0 0.01 0 0]") {
  Odd odd;
  odd.content = words("", "(aaaa) Tj");
  odd.font = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 100 100] /FontMatrix " + matrix +
             " /FirstChar 97 /LastChar 97 /Widths [60] /Encoding << /Differences [97 /a] >> "
             "/CharProcs << /a 8 0 R >> /Resources << /Font << " +
             fonts + " >> >> >>";
  odd.more = {stream_object("", glyph)};
  return odd_pdf(odd);
}

/// Type 3 fonts whose glyph shows two of the next font's.
std::string doubling_fonts(int depth) {
  Odd odd;
  odd.content = words("", "(aa) Tj");
  const auto font = [](int glyph, int next) {
    return "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 100 100] /FontMatrix [1 0 0 1 0 0] "
           "/FirstChar 97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a] >> /CharProcs "
           "<< /a " +
           ref(glyph) + " >> /Resources << /Font << /F1 " + ref(next) + " >> >> >>";
  };
  odd.font = font(8, 9);
  odd.more.push_back(stream_object("", "1 0 d0 BT /F1 1 Tf (aa) Tj ET"));
  for (int i = 0; i < depth; ++i) odd.more.push_back(font(8, 10 + i));
  return odd_pdf(odd);
}

/// A font with this table from codes to letters.
std::string to_unicode(const std::string& map, const std::string& entries = {}) {
  return odd_pdf({.font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 8 0 R >>",
                  .more = {stream_object(entries, map)}});
}

std::string wide_font(const std::string& encoding, const std::vector<std::string>& more) {
  Odd odd;
  odd.font = "<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding " + encoding +
             " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica "
             "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
             "/FontDescriptor << /Type /FontDescriptor /FontName /Helvetica /Flags 4 >> >>] >>";
  odd.more = more;
  return odd_pdf(odd);
}

std::string font_file(const std::string& key, const std::string& bytes,
                      const std::string& entries = {}) {
  return odd_pdf({.font = "<< /Type /Font /Subtype /TrueType /BaseFont /Odd /FirstChar 0 /LastChar "
                          "1 /Widths [500 500] /FontDescriptor << /Type /FontDescriptor /FontName "
                          "/Odd /Flags 4 /" +
                          key + " 8 0 R >> >>",
                  .more = {stream_object(entries, bytes)}});
}

}  // namespace

std::vector<HostileFile> hostile_fonts() {
  return {
      {"bomb-in-a-map",
       [] {
         return to_unicode(bomb(repeated("<41> <0041> ", 5'000), 500), "/Filter /FlateDecode");
       }},
      {"bomb-in-a-font",
       [] {
         return font_file("FontFile2", bomb(std::string(kUnit, '\0'), 5'000),
                          "/Filter /FlateDecode");
       }},
      {"type3-shows-itself", [] { return type3("60 0 d0 BT /F1 1 Tf (a) Tj ET", "/F1 5 0 R"); }},
      {"type3-doubling", [] { return doubling_fonts(8); }},
      {"type3-doubling-for-ever", [] { return doubling_fonts(60); }, Fate::Told, true},
      {"type3-matrix-zero", [] { return type3("60 0 d0", "", "[0 0 0 0 0 0]"); }},
      {"type3-matrix-huge", [] { return type3("60 0 d0", "", "[1e38 1e38 1e38 1e38 1e38 1e38]"); }},
      {"map-of-all-codes",
       [] {
         return to_unicode(
             "1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 "
             "beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
       }},
      {"map-of-long-letters",
       [] {
         return to_unicode("1 beginbfchar <57> <" + repeated("0041", 200'000) + "> endbfchar");
       }},
      {"map-of-broken-letters",
       [] { return to_unicode("2 beginbfchar <57> <D800> <65> <DFFFD800FFFF> endbfchar"); }},
      {"map-of-many-ranges",
       [] {
         return to_unicode("100000 beginbfrange " + repeated("<00> <FF> <0041>\n", 100'000) +
                           "endbfrange");
       }},
      {"map-backwards", [] { return to_unicode("1 beginbfrange <FF> <00> <0041> endbfrange"); }},
      {"map-uses-itself", [] { return to_unicode("/Identity-H usecmap", "/UseCMap 8 0 R"); }},
      {"encoding-uses-itself",
       [] {
         return wide_font("8 0 R", {stream_object("/Type /CMap /CMapName /Odd /UseCMap 8 0 R",
                                                  "/Odd usecmap 1 begincidrange <0000> <FFFF> 0 "
                                                  "endcidrange")});
       }},
      {"encoding-of-all-codes",
       [] {
         return wide_font("8 0 R", {stream_object("/Type /CMap /CMapName /Odd",
                                                  "1 begincodespacerange <00000000> <FFFFFFFF> "
                                                  "endcodespacerange 1 begincidrange <00000000> "
                                                  "<FFFFFFFF> 0 endcidrange")});
       },
       Fate::Told, true},
      {"font-without-children",
       [] { return odd_pdf({.font = "<< /Type /Font /Subtype /Type0 >>"}); }},
      {"font-is-its-child",
       [] {
         return odd_pdf({.font = "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H "
                                 "/DescendantFonts [5 0 R] >>"});
       }},
      {"font-is-itself", [] { return odd_pdf({.font = "5 0 R"}); }},
      {"font-file-broken", [] { return font_file("FontFile2", repeated("\0\1\0\0glyf", 500)); }},
      {"font-file-noise",
       [] { return font_file("FontFile3", repeated("\x01\x00\x04\xff", 5'000)); }},
      {"font-widths-huge",
       [] {
         return odd_pdf({.font = "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar "
                                 "-2147483648 /LastChar 2147483647 /Widths [1e38 -1e38] >>"});
       }},
      {"size-zero", [] { return odd_pdf({.content = words("/F1 0 Tf")}); }},
      {"size-negative", [] { return odd_pdf({.content = words("/F1 -12 Tf")}); }},
      {"size-huge", [] { return odd_pdf({.content = words("/F1 1e30 Tf")}); }},
      {"size-tiny", [] { return odd_pdf({.content = words("/F1 1e-30 Tf")}); }},
      {"matrix-zero", [] { return odd_pdf({.content = words("0 0 0 0 0 0 Tm")}); }},
      {"matrix-huge",
       [] { return odd_pdf({.content = words("1e300 1e300 -1e300 1e300 1e300 1e300 Tm")}); }},
      {"matrix-not-a-number",
       [] {
         const std::string huge = "1" + std::string(308, '0');
         const std::string row = huge + " 0 0 -" + huge + " " + huge + " -" + huge;
         return odd_pdf({.content = row + " cm " + row + " cm " + words(row + " Tm")});
       }},
      {"matrices-multiplied",
       [] { return odd_pdf({.content = repeated("1000 0 0 1000 0 0 cm ", 500) + words("")}); }},
      {"spacing-huge",
       [] { return odd_pdf({.content = words("1e30 Tc 1e30 Tw 1e30 Tz 1e30 TL T*")}); }},
      {"words-on-top-of-each-other",
       [] { return odd_pdf({.content = repeated(words("") + "\n", 2'000)}); }},
      {"words-far-apart",
       [] { return odd_pdf({.content = words("", "[(a) -1e9 (b) 1e9 (c)] TJ")}); }},
      {"words-turned",
       [] {
         std::string content;
         for (int i = 0; i < 2'000; ++i) {
           content += words(i % 2 == 0 ? "0 1 -1 0 300 400 Tm" : "0.7 0.7 -0.7 0.7 200 200 Tm");
         }
         return odd_pdf({.content = content});
       }},
  };
}

}  // namespace moot::test
