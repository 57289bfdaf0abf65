#include "tests/hostile/files.hpp"
#include "tests/hostile/pdf_maker.hpp"

namespace moot::test {
namespace {

constexpr std::size_t kUnit = 60'000;  // bytes that a bomb repeats

/// A first page whose content is unpacked to `megabytes` of `unit`.
std::string content_bomb(const std::string& unit, std::size_t megabytes) {
  const std::string block = repeated(unit, kUnit / unit.size());
  return odd_pdf({.content = bomb(block, (megabytes << 20U) / block.size()),
                  .content_entries = "/Filter /FlateDecode"});
}

/// The same, packed twice: some kilobytes.
std::string twice_packed(std::size_t megabytes) {
  return odd_pdf({.content = deflated(bomb(std::string(kUnit, ' '), (megabytes << 20U) / kUnit)),
                  .content_entries = "/Filter [/FlateDecode /FlateDecode]"});
}

/// Pages that share one content.
std::string shared_bomb(int pages, std::size_t megabytes) {
  PdfMaker pdf;
  std::string kids;
  for (int i = 0; i < pages; ++i) kids += ref(4 + i) + " ";
  pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
  pdf.add("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages) + " >>");
  pdf.add(stream_object("/Filter /FlateDecode",
                        bomb(std::string(kUnit, ' '), (megabytes << 20U) / kUnit)));
  for (int i = 0; i < pages; ++i) {
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>");
  }
  return pdf.file();
}

std::string form(const std::string& content, const std::string& objects) {
  return stream_object(
      "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << "
      "/F1 5 0 R >> /XObject << " +
          objects + " >> >>",
      content);
}

/// Forms that each draw the next one twice: 2 to the power of `depth` drawings.
std::string doubling_forms(int depth) {
  Odd odd;
  odd.content = "/X Do";
  odd.resources = "/XObject << /X 8 0 R >>";
  for (int i = 0; i < depth; ++i) {
    odd.more.push_back(form("/X Do /X Do", "/X " + ref(i + 1 < depth ? 9 + i : 5)));
  }
  return odd_pdf(odd);
}

/// An image that is drawn before the words.
std::string image(const std::string& entries, const std::string& bytes) {
  return odd_pdf({.content = "/X Do " + words(""),
                  .resources = "/XObject << /X 8 0 R >>",
                  .more = {stream_object("/Type /XObject /Subtype /Image " + entries, bytes)}});
}

std::vector<HostileFile> bombs() {
  return {
      {"bomb-64-mb", [] { return content_bomb(" ", 64); }, Fate::Read},
      {"bomb-twice-packed", [] { return twice_packed(64); }, Fate::Read},
      {"bomb-4-gb", [] { return content_bomb(std::string(1, '\0'), 4'096); }, Fate::Told, true},
      {"bomb-4-gb-twice-packed", [] { return twice_packed(4'096); }, Fate::Told, true},
      {"bomb-shared-by-20-pages", [] { return shared_bomb(20, 16); }},
      {"bomb-shared-by-1000-pages", [] { return shared_bomb(1'000, 256); }, Fate::Told, true},
      {"bomb-of-words", [] { return content_bomb(words("") + "\n", 16); }, Fate::Told, true},
      {"bomb-of-many-words", [] { return content_bomb(words("") + "\n", 512); }, Fate::Told, true},
      {"bomb-of-one-word", [] { return content_bomb("BT /F1 1 Tf (aaaaaaaa) Tj ET\n", 8); }},
      {"bomb-of-numbers", [] { return content_bomb("1 ", 64); }, Fate::Told, true},
      {"bomb-of-letters", [] { return content_bomb("a", 32); }},
      {"bomb-in-a-string", [] { return content_bomb("(", 32); }},
      {"bomb-of-states", [] { return content_bomb("q ", 16); }, Fate::Told, true},
      {"filters-without-end",
       [] {
         return odd_pdf(
             {.content_entries = "/Filter [" + repeated("/ASCIIHexDecode ", 20'000) + "]"});
       }},
      {"filter-is-itself", [] { return odd_pdf({.content_entries = "/Filter 4 0 R"}); }},
      {"filter-unknown", [] { return odd_pdf({.content_entries = "/Filter /Other"}); }},
      {"filter-predictor-huge",
       [] {
         return odd_pdf({.content = deflated("BT ET"),
                         .content_entries = "/Filter /FlateDecode /DecodeParms << /Predictor 12 "
                                            "/Columns 2147483647 /Colors 2147483647 "
                                            "/BitsPerComponent 2147483647 >>"});
       }},
      {"filter-lzw-broken",
       [] {
         return odd_pdf(
             {.content = repeated("\x80\x0b\x60\x50\xff\x00", 5'000),
              .content_entries = "/Filter /LZWDecode /DecodeParms << /EarlyChange 7 >>"});
       }},
  };
}

std::vector<HostileFile> forms() {
  return {
      {"form-draws-itself",
       [] {
         return odd_pdf({.content = "/X Do " + words(""),
                         .resources = "/XObject << /X 8 0 R >>",
                         .more = {form("/X Do", "/X 8 0 R")}});
       }},
      {"forms-draw-each-other",
       [] {
         return odd_pdf({.content = "/X Do " + words(""),
                         .resources = "/XObject << /X 8 0 R >>",
                         .more = {form("/X Do /X Do", "/X 9 0 R"), form("/X Do", "/X 8 0 R")}});
       }},
      {"forms-doubling", [] { return doubling_forms(12); }},
      {"forms-doubling-for-ever", [] { return doubling_forms(60); }, Fate::Told, true},
      {"content-is-the-page", [] { return odd_pdf({.page = "/Contents 3 0 R"}); }},
      {"content-many-times",
       [] { return odd_pdf({.page = "/Contents [" + repeated("4 0 R ", 2'000) + "]"}); }},
      {"content-in-arrays",
       [] {
         return odd_pdf({.page = "/Contents " + repeated("[", 1'000) + repeated("]", 1'000)});
       }},
      {"states-without-end",
       [] { return odd_pdf({.content = repeated("q ", 200'000) + words("")}); }},
      {"states-never-begun",
       [] { return odd_pdf({.content = repeated("Q ", 200'000) + words("")}); }},
      {"marked-content-without-end",
       [] { return odd_pdf({.content = repeated("/Span << >> BDC ", 100'000) + words("")}); }},
      {"arrays-in-content", [] { return odd_pdf({.content = repeated("[", 500'000)}); }},
      {"dictionaries-in-content", [] { return odd_pdf({.content = repeated("<< /A ", 300'000)}); }},
      {"actual-text-without-end",
       [] {
         return odd_pdf({.content = "/Span << /ActualText (" + std::string(1 << 20, 'a') +
                                    ") >> BDC " + words("")});
       }},
      {"layers-in-a-loop",
       [] {
         return odd_pdf({.content = "/OC /L BDC " + words("") + " EMC",
                         .resources = "/Properties << /L 8 0 R >>",
                         .catalogue = "/OCProperties << /OCGs [8 0 R] /D << /Order [9 0 R] >> >>",
                         .more = {"<< /Type /OCMD /VE 9 0 R >>", "[/And 9 0 R 9 0 R]"}});
       }},
      {"patterns-in-a-loop",
       [] {
         return odd_pdf(
             {.content = "/Pattern cs /P scn 0 0 500 500 re f " + words(""),
              .resources = "/Pattern << /P 8 0 R >>",
              .more = {stream_object("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] "
                                     "/XStep 0.001 /YStep 0.001 /Resources << /Pattern << /P 8 0 "
                                     "R >> >>",
                                     "/Pattern cs /P scn 0 0 1 1 re f")}});
       }},
      {"annotations-in-a-loop",
       [] {
         return odd_pdf(
             {.page = "/Annots [8 0 R 8 0 R 9 0 R]",
              .more = {"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 9 9] /Parent "
                       "8 0 R /Kids [8 0 R] /AP << /N 9 0 R >> >>",
                       form("/X Do", "/X 9 0 R")}});
       }},
      {"thousand-images-in-the-line",
       [] {
         return odd_pdf(
             {.content = repeated("BI /W 1 /H 1 /BPC 8 /CS /G ID a EI ", 1'000) + words("")});
       }},
      {"image-in-the-line-never-ends",
       [] { return odd_pdf({.content = "BI /W 2147483647 /H 2147483647 ID " + words("")}); }},
  };
}

std::vector<HostileFile> boxes() {
  std::vector<HostileFile> files;
  const std::pair<const char*, const char*> kBoxes[] = {
      {"nothing", "[0 0 0 0]"},
      {"inside-out", "[595 842 0 0]"},
      {"negative", "[-595 -842 -1 -1]"},
      {"huge", "[0 0 1000000000 1000000000]"},
      {"infinite", "[0 0 1e300 1e300]"},
      {"beyond-numbers", "[-1e999 -1e999 1e999 1e999]"},
      {"of-two-numbers", "[0 0]"},
      {"of-words", "[/a (b) null true]"},
      {"missing", "null"},
      {"tiny", "[0 0 0.0001 0.0001]"}};
  for (const auto& [name, box] : kBoxes) {
    files.push_back(
        {std::string("box-") + name, [box = box] { return odd_pdf({.media_box = box}); }});
  }
  const std::pair<const char*, const char*> kEntries[] = {
      {"crop-elsewhere", "/CropBox [5000 5000 6000 6000]"},
      {"crop-infinite", "/CropBox [-1e300 -1e300 1e300 1e300]"},
      {"turned-by-45", "/Rotate 45"},
      {"turned-by-millions", "/Rotate 2147483647"},
      {"turned-negative", "/Rotate -90"},
      {"unit-huge", "/UserUnit 1e9"}};
  for (const auto& [name, entry] : kEntries) {
    files.push_back(
        {std::string("page-") + name, [entry = entry] { return odd_pdf({.page = entry}); }});
  }
  files.push_back({"title-of-megabytes", [] {
                     return odd_pdf({.trailer = "/Info 8 0 R",
                                     .more = {"<< /Title (" + std::string(8 << 20, 't') + ") >>"}});
                   }});
  files.push_back({"title-broken", [] {
                     return odd_pdf(
                         {.trailer = "/Info 8 0 R", .more = {"<< /Title <FEFFD800D80000FF00> >>"}});
                   }});
  return files;
}

std::vector<HostileFile> images() {
  const std::string big =
      "/Width 2147483647 /Height 2147483647 /BitsPerComponent 8 /ColorSpace "
      "/DeviceRGB ";
  const std::string noise = repeated("\x97JB2\r\n\x1a\n\x00\xff", 500);
  std::vector<HostileFile> files;
  for (const char* filter : {"JBIG2Decode", "JPXDecode", "CCITTFaxDecode", "DCTDecode"}) {
    const std::string entries = big + "/Filter /" + filter +
                                " /DecodeParms << /K -1 /Columns "
                                "2147483647 /Rows 2147483647 /JBIG2Globals 8 0 R >>";
    files.push_back(
        {std::string("image-") + filter, [entries, noise] { return image(entries, noise); }});
    files.push_back({std::string("content-") + filter, [filter, noise] {
                       return odd_pdf({.content = noise,
                                       .content_entries = std::string("/Filter /") + filter +
                                                          " /DecodeParms << /Columns 100000 /Rows "
                                                          "100000 /K 0 >>"});
                     }});
  }
  files.push_back(
      {"image-mask-is-itself", [big] { return image(big + "/SMask 8 0 R /Mask 8 0 R", "a"); }});
  files.push_back({"image-colours-in-a-loop", [] {
                     return image("/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace 9 0 R", "a");
                   }});
  return files;
}

}  // namespace

std::vector<HostileFile> hostile_pages() {
  std::vector<HostileFile> files = bombs();
  for (const auto& more : {forms(), boxes(), images()}) {
    files.insert(files.end(), more.begin(), more.end());
  }
  return files;
}

}  // namespace moot::test
