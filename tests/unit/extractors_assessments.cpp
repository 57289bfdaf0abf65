#include <catch2/catch.hpp>

#include "extractors/assessments.hpp"

using namespace moot;

namespace {

std::string told(const std::string& text, const std::string& heading, AssessmentKind kind) {
  const auto found = find_assessment(text, heading, kind);
  if (!found) return "";
  static const char* kStates[] = {"planned", "not needed", "done"};
  return kStates[static_cast<int>(found->state)];
}

std::string equality(const std::string& text, const std::string& heading = "") {
  return told(text, heading, AssessmentKind::Equality);
}

std::string data(const std::string& text, const std::string& heading = "") {
  return told(text, heading, AssessmentKind::DataProtection);
}

}  // namespace

TEST_CASE("assessments: one that was made or is attached") {
  for (const char* text : {
           "An Equality Impact Assessment (EqIA) has been carried out.",
           "An equalities impact assessment was undertaken in March.",
           "An EqIA of the new route has also been completed.",
           "The Equality Impact Assessment is attached at Appendix C.",
           "An equality analysis has been undertaken and is appended to this report.",
           "3.4 The EqIA found no adverse impact on any group.",
           "The equality impact assessment considers whether ponds may harm anyone.",
           "Officers carried out a full equality and diversity impact assessment.",
           "The Council has completed an EqIA.",
           "See the EqIA (Appendix 4) for more.",
           "An EqIA has been made available.\nThe EqIA has been updated since.",
       }) {
    INFO(text);
    CHECK(equality(text) == "done");
  }
  CHECK(data("A Data Protection Impact Assessment has been completed.") == "done");
  CHECK(data("The DPIA identified two risks.") == "done");
}

TEST_CASE("assessments: none is needed") {
  for (const char* text : {
           "An Equality Impact Assessment is not required.",
           "An EqIA is not considered necessary for this decision.",
           "No equality impact assessment is required.",
           "There is no need to carry out an EqIA.",
           "There is no requirement for an equality impact assessment.",
           "This proposal does not require a full equality impact assessment.",
           "An EqIA screening found that an EqIA is not needed.",
           "Equality impact assessment: not applicable",
       }) {
    INFO(text);
    CHECK(equality(text) == "not needed");
  }
  CHECK(data("A DPIA was not deemed necessary.") == "not needed");
  CHECK(data("Not required.", "Data Protection Impact Assessment") == "not needed");
  CHECK(data("Not required.", "Data protection") == "");
}

TEST_CASE("assessments: one that will be made") {
  for (const char* text : {
           "An Equality Impact Assessment will be carried out before the ponds are dug.",
           "An EqIA will be completed once the consultation has been completed.",
           "We will undertake an EqIA.",
           "The equality impact assessment is currently being prepared.",
           "An EqIA has not yet been undertaken.",
           "A full EqIA is required.",
       }) {
    INFO(text);
    CHECK(equality(text) == "planned");
  }
  CHECK(data("A screening showed that a DPIA is required. A full DPIA will be taken forward.") ==
        "planned");
}

TEST_CASE("assessments: words that say nothing of this paper's") {
  for (const char* text : {
           "The council undertakes equality impact assessments to see what a change does.",
           "An EqIA will be carried out where required.",
           "If an EqIA has been carried out, attach it.",
           "Has an equality impact assessment been completed?",
           "An EqIA screening has been carried out.",
           "No equality impact assessment has been carried out.",
           "An EqIA has not been undertaken.",
           "Sums will be known after completion of an equality impact assessment.",
           "Plans should have completed an EqIA.",
           "An environmental impact assessment has been carried out.",
           "A DPIA has been carried out.",
           "The EIA was completed.",
           "There are no equality implications.",
       }) {
    INFO(text);
    CHECK(equality(text).empty());
  }
  CHECK(data("An EqIA has been carried out.").empty());
}

TEST_CASE("assessments: short names count under a heading of equalities alone") {
  CHECK(equality("An EIA has been completed.", "Equalities implications") == "done");
  CHECK(equality("An impact assessment was carried out.", "Equality and diversity") == "done");
  CHECK(equality("An environmental impact assessment was carried out.", "Equality").empty());
  CHECK(equality("An EIA has been completed.", "Environment").empty());
}

TEST_CASE("assessments: one that was made goes before one that is not needed or will be") {
  const std::string text =
      "Others need none. An EqIA is not needed for ponds. An EqIA was completed.";
  const auto found = find_assessment(text, "", AssessmentKind::Equality);
  REQUIRE(found);
  CHECK(found->state == AssessmentState::Done);
  CHECK(text.substr(found->where.begin, found->where.end - found->where.begin) ==
        "An EqIA was completed.");
  CHECK(equality("An EqIA is not needed. An EqIA will be carried out later.") == "not needed");
}

TEST_CASE("assessments: titles of appendices") {
  CHECK(names_assessment("Appendix B - EqIA", AssessmentKind::Equality));
  CHECK(names_assessment("Equality and Diversity Impact Assessment", AssessmentKind::Equality));
  CHECK(!names_assessment("Appendix C: EqIA screening", AssessmentKind::Equality));
  CHECK(!names_assessment("Environmental Impact Assessment", AssessmentKind::Equality));
  CHECK(names_assessment("DPIA", AssessmentKind::DataProtection));
}
