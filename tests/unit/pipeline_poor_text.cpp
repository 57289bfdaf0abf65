#include "pipeline/poor_text.hpp"

#include <sstream>
#include <string>

#include <catch2/catch.hpp>

using namespace moot;

namespace {

std::vector<Word> words_of(const std::string& text) {
  std::vector<Word> words;
  std::istringstream in(text);
  for (std::string one; in >> one;) {
    Word word;
    word.text = one;
    words.push_back(word);
  }
  return words;
}

}  // namespace

TEST_CASE("is_poor_text: rubbish is told from text") {
  struct Row {
    const char* what;
    const char* text;
    bool poor;
  };
  const Row rows[] = {
      {"prose", "The committee agreed that the harbour wall be mended before the winter.", false},
      {"Welsh",
       "Cytunodd y pwyllgor y dylid trwsio wal yr harbwr cyn y gaeaf, gydag arian wrth "
       "gefn y cyngor; bydd y gwrych yn cael ei dorri'n llwyr ym mwlch y cwm.",
       false},
      {"figures", "2,400 3,100 (450) 12.5% 2019/20 2020/21 1.2m -- n/a 0 0 0 17 18 19 20", false},
      {"codes and capitals",
       "PA25/06277 SW1A 1AA HMRC DfE NHS BBC KCC TBC ref. ABC/123-45 GDPR "
       "MHCLG PSED DPIA LGPS SEND FTE",
       false},
      {"abbreviations that come again",
       "Cllr Vane Cllr Moss Cllr Hart Cllr Reed Cllr Lund Cllr "
       "Dale Cllr Wynd Cllr Pike Cllr Marsh Cllr Frith",
       false},
      {"addresses",
       "https://example.org/a/Bc?dEfG=hiJ clerk@example.org www.example.org/xyzzk "
       "See the web page for more.",
       false},
      {"bullets of a symbol font",
       "\uF0B7 first point \uF0B7 second point \uF0B7 third \uF0A7 "
       "fourth",
       false},
      {"too little to tell", "Pg xk", false},
      {"a bad OCR",
       "A}{ ORDINA}iiCE AI\\4ENDSiG tbe LAI{D of tne tovvn DEVELOPMENT ORDINAJ{CE "
       "wbjch tlje rnk ffjb wfftc cornmittee hns rnbde frrtbcr",
       true},
      {"a font without letters",
       "\uF041\uF042\uF043 \uF044\uF045 \uF046\uF047\uF048\uF049 "
       "\uF050\uF051\uF052\uF053 \uF054\uF055 \uF056\uF057\uF058 "
       "\uF041\uF042\uF043 \uF041\uF042",
       true},
      {"replacement characters",
       "T\uFFFD\uFFFD co\uFFFD\uFFFD\uFFFD\uFFFDe a\uFFFD\uFFFDed "
       "t\uFFFD\uFFFD\uFFFD t\uFFFD\uFFFD wa\uFFFD\uFFFD",
       true},
      {"numbers of glyphs",
       "(cid:3) (cid:17)(cid:4) (cid:88)(cid:12) (cid:5)(cid:9) "
       "(cid:7)(cid:7) (cid:81) text",
       true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(is_poor_text(words_of(row.text)) == row.poor);
  }
  CHECK_FALSE(is_poor_text({}));
}
