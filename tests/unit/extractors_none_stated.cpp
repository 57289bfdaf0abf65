#include <catch2/catch.hpp>

#include "extractors/mentions.hpp"

using moot::states_none;

namespace {

struct Row {
  const char* heading;
  const char* text;
};

}  // namespace

TEST_CASE("states_none: papers that say there is nothing") {
  const auto row = GENERATE(
      Row{"Financial implications",
          "There are no financial implications arising from this report."},
      Row{"", "There are no financial implications arising from this report."},
      Row{"Legal", "None"}, Row{"Legal", "Nil."}, Row{"Legal", "There are none"}, Row{"", "N/A"},
      Row{"Legal", "There are none. Projects will be costed apart."},
      Row{"Legal", "No direct implications"}, Row{"Legal", "Not applicable"},
      Row{"Legal", "No implications have been identified."},
      Row{"Legal", "None arising from this report."},
      Row{"Data protection implications", "None arise from the strategy itself."},
      Row{"Legal", "None directly at this stage."},
      Row{"Legal", "Not applicable to this decision."},
      Row{"Legal", "No specific legal implications are identified. The committee is responsible."},
      Row{"Data Protection implications",
          "There are no data protection implications as a result of this strategy. Data Protection "
          "Impact Assessments will be completed at project level."},
      Row{"Financial implications",
          "There are no financial implications in the development or adoption of this Strategy."},
      Row{"Crime and Disorder", "The Strategy does not have an impact on Crime and Disorder."},
      Row{"Community safety", "This report has no direct impact on crime and disorder."},
      Row{"Financial", "This report has no budgetary implications."},
      Row{"Equality implications", "The proposals do not raise any equality issues."},
      Row{"Climate change", "The decision will not affect the environment."},
      Row{"Legal", "It is not considered that there are any legal implications."},
      Row{"Legal", "It is anticipated that there will be no legal implications."},
      Row{"Legal and financial implications", "There are no legal or financial implications."},
      Row{"Financial implications", "There are no financial implications for the Council."},
      Row{"Equality and diversity implications", "There are no equality implications."},
      Row{"Financial and legal implications", "There are no implications."},
      Row{"Legal implications", "Legal implications: there are no legal implications."},
      Row{"Legal", "5.2 There are no implications."},
      Row{"Legal", "There are no legal implications. However, the duties of the Act remain."},
      Row{"Goblygiadau ariannol", "Dim"}, Row{"", "Nid oes goblygiadau ariannol."},
      Row{"Goblygiadau ariannol", "Nid oes unrhyw oblygiadau ariannol yn deillio o'r adroddiad."});
  CAPTURE(row.text);
  CHECK(states_none(row.text, row.heading));
}

TEST_CASE("states_none: papers that say something, or deny a part alone") {
  const auto row = GENERATE(
      Row{"Financial", ""}, Row{"Financial", "The cost is £50,000."},
      Row{"Financial", "There are no additional costs beyond the £50,000 budget."},
      Row{"Financial", "There are no financial implications other than the cost of the survey."},
      Row{"Financial", "There are no financial implications unless the scheme goes on."},
      Row{"Financial", "There are no financial implications, but a budget is needed."},
      Row{"Financial", "There are no financial implications. However, the project will cost £5m."},
      Row{"Financial", "There are no staffing implications."},
      Row{"Financial", "There are no further financial implications."},
      Row{"Financial", "There is no impact on the pension fund."},
      Row{"Financial and legal implications", "There are no legal implications. It costs £5m."},
      Row{"Legal", "There are legal implications."}, Row{"Legal", "None of the options is lawful."},
      Row{"Legal", "Nonetheless the duty applies."}, Row{"Legal", "No decision was taken."},
      Row{"Crime and Disorder",
          "The recommendations will not negatively impact on crime and disorder."},
      Row{"Equality", "There are no adverse impacts on any group."},
      Row{"Equality", "There are no significant equality implications."},
      Row{"Equality", "An assessment found that there should not be any impacts on users."},
      Row{"Equality", "The Strategy will have a positive impact."},
      Row{"Risk", "The risks have been considered."},
      Row{"Goblygiadau", "Mae goblygiadau ariannol."});
  CAPTURE(row.text);
  CHECK_FALSE(states_none(row.text, row.heading));
}
