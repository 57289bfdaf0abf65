#include "pipeline/ocr_engine.hpp"

#include <omp.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <memory>
#include <mutex>
#include <numbers>
#include <optional>
#include <sstream>
#include <utility>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/osdetect.h>
#include <tesseract/resultiterator.h>

namespace moot {
namespace {

constexpr int kMostMilliseconds = 120'000;  // for one page
constexpr std::size_t kMostWords = 20'000;  // of one page; more are specks

struct PixDeleter {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<PIX, PixDeleter>;
using Engine = std::unique_ptr<tesseract::TessBaseAPI>;

/// Neither library may print or, in a worker that may not start threads, start any. Tesseract asks
/// for its number of threads itself; only where no region may be parallel does it get one.
void be_quiet() {
  static std::once_flag once;
  std::call_once(once, [] { setMsgSeverity(L_SEVERITY_NONE); });
  omp_set_max_active_levels(0);
}

// ---- engines -------------------------------------------------------------------------------

std::vector<std::string> split_languages(const std::string& languages) {
  std::vector<std::string> out;
  std::istringstream in(languages);
  for (std::string one; std::getline(in, one, '+');) out.push_back(one);
  return out;
}

/// The names become parts of paths.
bool is_language(const std::string& name) {
  return !name.empty() && name.size() <= 32 && std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  });
}

Error not_installed(const std::string& language) {
  std::string package = language;
  std::replace(package.begin(), package.end(), '_', '-');
  return fail(ErrorKind::NotRead, "the OCR language '" + language + "' is not installed", {},
              "apt-get install tesseract-ocr-" + package);
}

/// Null where not all of the languages are there.
Engine start_engine(const std::string& languages, tesseract::OcrEngineMode mode) {
  auto engine = std::make_unique<tesseract::TessBaseAPI>();
  engine->SetVariable("debug_file", "/dev/null");  // else it prints to standard error
  if (engine->Init(nullptr, languages.c_str(), mode) != 0) return nullptr;
  // Without "eng" it fails, without the "cym" of "eng+cym" it goes on.
  std::vector<std::string> loaded;
  engine->GetLoadedLanguagesAsVector(&loaded);
  for (const std::string& language : split_languages(languages)) {
    if (std::find(loaded.begin(), loaded.end(), language) == loaded.end()) return nullptr;
  }
  return engine;
}

/// The first of the languages that cannot be loaded.
Error missing_of(const std::string& languages) {
  for (const std::string& language : split_languages(languages)) {
    if (!start_engine(language, tesseract::OEM_LSTM_ONLY)) return not_installed(language);
  }
  return not_installed(languages);
}

/// The engines of one thread.
struct Engines {
  std::string languages;
  Engine words;
  std::string missing;  ///< languages that are known not to be there
  std::optional<Error> error;
  Engine turns;  ///< tells how a page is turned
  bool has_turns = true;
};

Engines& engines() {
  thread_local Engines kept;
  return kept;
}

Result<tesseract::TessBaseAPI*> word_engine(const std::string& languages) {
  be_quiet();
  Engines& kept = engines();
  if (kept.words && kept.languages == languages) return kept.words.get();
  if (kept.error && kept.missing == languages) return *kept.error;
  if (!names_languages(languages)) {
    return fail(ErrorKind::Usage, "'" + languages + "' names no languages for OCR", {},
                "for example eng or eng+cym");
  }
  Engine engine = start_engine(languages, tesseract::OEM_LSTM_ONLY);
  if (!engine) {
    kept.missing = languages;
    kept.error = missing_of(languages);
    return *kept.error;
  }
  engine->SetPageSegMode(tesseract::PSM_AUTO);
  kept.words = std::move(engine);
  kept.languages = languages;
  return kept.words.get();
}

/// Null where its data is not installed.
tesseract::TessBaseAPI* turn_engine() {
  Engines& kept = engines();
  if (!kept.turns && kept.has_turns) {
    kept.turns = start_engine("osd", tesseract::OEM_TESSERACT_ONLY);
    kept.has_turns = kept.turns != nullptr;
    if (kept.turns) kept.turns->SetPageSegMode(tesseract::PSM_OSD_ONLY);
  }
  return kept.turns.get();
}

// ---- pictures ------------------------------------------------------------------------------

Picture to_picture(const PageImage& image) {
  Picture out(pixCreate(image.width, image.height, 8));
  if (!out) return out;
  for (int y = 0; y < image.height; ++y) {
    l_uint32* line = pixGetData(out.get()) + std::ptrdiff_t{y} * pixGetWpl(out.get());
    const char* from = image.pixels.data() + std::ptrdiff_t{y} * image.width;
    for (int x = 0; x < image.width; ++x) {
      SET_DATA_BYTE(line, x, static_cast<unsigned char>(from[x]));
    }
  }
  return out;
}

/// Black on white, at about 150 pixels to the inch.
Picture small_and_black(PIX* grey, double dpi) {
  Picture small(dpi > 220 ? pixScaleAreaMap2(grey) : pixClone(grey));
  if (!small) return small;
  Picture even(pixBackgroundNormSimple(small.get(), nullptr, nullptr));
  return Picture(pixConvertTo1(even ? even.get() : small.get(), 160));
}

/// How far dark stands from light decides what is a mark: pale print is print.
bool is_blank(const PageImage& image) {
  constexpr int kMark = 40;                // shades darker than the paper
  constexpr std::size_t kFewest = 60'000;  // one mark in so many pixels is a speck
  std::size_t counts[256] = {};
  for (const char c : image.pixels) ++counts[static_cast<unsigned char>(c)];
  const auto paper = static_cast<int>(std::max_element(counts, counts + 256) - counts);
  std::size_t marks = 0;
  for (int shade = 0; shade < 256; ++shade) {
    if (std::abs(shade - paper) > kMark) marks += counts[shade];
  }
  return marks <= image.pixels.size() / kFewest;
}

/// Shapes of letters tell, in a hundredth of a page's time; where there are too few of them,
/// Tesseract does.
int find_turn(PIX* black) {
  l_float32 up = 0, left = 0;
  l_int32 said = L_TEXT_ORIENT_UNKNOWN;
  if (pixOrientDetect(black, &up, &left, 0, 0) == 0) makeOrientDecision(up, left, 0, 0, &said, 0);
  if (said == L_TEXT_ORIENT_UP) return 0;
  if (said == L_TEXT_ORIENT_RIGHT) return 1;
  if (said == L_TEXT_ORIENT_DOWN) return 2;
  if (said == L_TEXT_ORIENT_LEFT) return 3;
  tesseract::TessBaseAPI* engine = turn_engine();
  if (engine == nullptr) return 0;
  constexpr float kSure = 1;
  tesseract::OSResults found;
  engine->SetImage(black);
  engine->SetSourceResolution(150);
  const bool seen = engine->DetectOS(&found) && found.best_result.oconfidence >= kSure;
  engine->Clear();
  return seen ? found.best_result.orientation_id & 3 : 0;
}

/// Degrees clockwise by which lines fall; 0 where none can be seen.
double find_skew(PIX* black) {
  constexpr l_float32 kSure = 3;
  constexpr double kLeast = 0.15, kMost = 7;
  l_float32 angle = 0, sure = 0;
  if (pixFindSkew(black, &angle, &sure) != 0 || sure < kSure) return 0;
  const double skew = -static_cast<double>(angle);  // Leptonica says how to turn it back
  return std::abs(skew) < kLeast || std::abs(skew) > kMost ? 0 : skew;
}

/// Turned back and level. Fills `page`.
Picture straighten(Picture picture, double dpi, SeenPage& page) {
  Picture black = small_and_black(picture.get(), dpi);
  if (!black) return picture;
  page.turn = find_turn(black.get());
  if (page.turn != 0) {
    picture.reset(pixRotateOrth(picture.get(), 4 - page.turn));
    black.reset(pixRotateOrth(black.get(), 4 - page.turn));
    if (!picture || !black) return nullptr;
  }
  page.skew = find_skew(black.get());
  if (page.skew == 0) return picture;
  const auto radians = static_cast<l_float32>(-page.skew * std::numbers::pi / 180);
  // The picture keeps its size: its corners are margins.
  return Picture(pixRotate(picture.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
}

// ---- words ---------------------------------------------------------------------------------

/// Letters' boxes differ; layout wants what a printed file gives, the line's own height.
void set_height(const tesseract::ResultIterator& at, SeenWord& word) {
  float height = 0, below = 0, above = 0;
  at.RowAttributes(&height, &below, &above);
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  const bool has_line = at.Baseline(tesseract::RIL_WORD, &x0, &y0, &x1, &y1) && height > 0;
  const double base = has_line ? (y0 + y1) / 2.0 : word.box.y1;
  const double tall = word.box.y1 - word.box.y0;
  if (!has_line || tall > 1.6 * static_cast<double>(height)) {
    word.size = tall;
    return;
  }
  const double down = std::abs(static_cast<double>(below));
  word.size = height;
  word.box.y0 = base - (static_cast<double>(height) - down);
  word.box.y1 = base + down;
}

std::vector<SeenWord> take_words(tesseract::TessBaseAPI& engine) {
  std::vector<SeenWord> words;
  const std::unique_ptr<tesseract::ResultIterator> at(engine.GetIterator());
  if (!at) return words;
  do {
    const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    if (!text || !at->BoundingBox(tesseract::RIL_WORD, &x0, &y0, &x1, &y1)) continue;
    SeenWord word;
    word.text = text.get();
    while (!word.text.empty() && word.text.back() == '\n') word.text.pop_back();
    if (word.text.find_first_not_of(' ') == std::string::npos) continue;
    word.box = {double(x0), double(y0), double(x1), double(y1)};
    const double percent = at->Confidence(tesseract::RIL_WORD);
    word.confidence = std::clamp(percent / 100, 0.0, 1.0);
    word.starts_line = at->IsAtBeginningOf(tesseract::RIL_TEXTLINE);
    int left = 0, top = 0, right = 0, bottom = 0;
    at->BoundingBox(tesseract::RIL_TEXTLINE, &left, &top, &right, &bottom);
    word.line_height = bottom - top;
    set_height(*at, word);
    words.push_back(std::move(word));
  } while (words.size() < kMostWords && at->Next(tesseract::RIL_WORD));
  return words;
}

}  // namespace

bool names_languages(const std::string& languages) {
  const auto names = split_languages(languages);
  return !names.empty() && std::all_of(names.begin(), names.end(), is_language) &&
         !languages.ends_with('+');
}

Result<SeenPage> see_words(const PageImage& image, const std::string& languages) {
  const auto engine = word_engine(languages);
  if (!engine) return engine.error();
  SeenPage page;
  page.blank = is_blank(image);
  page.width = image.width;
  page.height = image.height;
  if (page.blank) return page;
  const Error not_seen = fail(ErrorKind::BadDocument, "OCR failed on a page");
  Picture picture = to_picture(image);
  if (picture) picture = straighten(std::move(picture), image.dpi, page);
  if (!picture) return not_seen;
  page.width = pixGetWidth(picture.get());
  page.height = pixGetHeight(picture.get());
  tesseract::TessBaseAPI& api = **engine;
  api.SetImage(picture.get());
  api.SetSourceResolution(std::max(70, static_cast<int>(std::lround(image.dpi))));
  tesseract::ETEXT_DESC monitor;
  monitor.set_deadline_msecs(kMostMilliseconds);
  const bool read = api.Recognize(&monitor) == 0;
  if (read) page.words = take_words(api);
  const bool late = monitor.deadline_exceeded();
  api.Clear();
  if (late) return fail(ErrorKind::BadDocument, "OCR of a page takes longer than two minutes");
  if (!read) return not_seen;
  return page;
}

Result<Done> prepare_engine(const std::string& languages) {
  const auto engine = word_engine(languages);
  if (!engine) return engine.error();
  turn_engine();
  return Done{};
}

}  // namespace moot
