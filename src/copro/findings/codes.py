"""Every code that a finding can have: how much it matters, what it means, what to do about it."""

from collections.abc import Mapping

import attrs

from copro.messages import marked
from copro.model.finding import Severity


@attrs.frozen(kw_only=True)
class Code:
    """What a code stands for, whatever document it is found in.

    Attributes:
        severity: The severity of every finding with this code.
        means: One plain sentence about what was found.
        do: What to do about it.
        is_private: Whether its line may hold what one person said, so that it is not quoted.
    """

    severity: Severity = "error"
    means: str
    do: str
    is_private: bool = False


CODES: Mapping[str, Code] = {
    "cannot-read": Code(
        means=marked("The file cannot be opened."), do=marked("Check its name and whether you may read it.")
    ),
    "too-large": Code(means=marked("The file is larger than 32 MiB."), do=marked("Split it.")),
    "not-utf-8": Code(means=marked("The file's bytes are not UTF-8 text."), do=marked("Save it as UTF-8.")),
    "byte-order-mark": Code(
        severity="warning",
        means=marked("The file starts with a mark that some programs add. The mark is ignored."),
        do=marked("Save it without."),
    ),
    "not-json": Code(
        means=marked("The file is not JSON. Line and column say where reading stopped."),
        do=marked("Look there for a comma or quotation mark too many or too few."),
    ),
    "too-deep": Code(
        means=marked("The document is nested deeper than 64."), do=marked("It is probably not a document of ours.")
    ),
    "bad-number": Code(
        means=marked("A number is `NaN`, infinite or too long."), do=marked("Write an ordinary number.")
    ),
    "lone-surrogate": Code(means=marked("A text holds half a character."), do=marked("Type the text again.")),
    "duplicate-key": Code(means=marked("One object has the same key twice."), do=marked("Keep one.")),
    "unknown-format": Code(
        means=marked("`format` names nothing that is known."),
        do=marked('Start with `"format": "copro/assessment/1"` or another kind.'),
    ),
    "newer-format": Code(
        means=marked("The document is of a newer format."), do=marked("Install a newer `coproduction`.")
    ),
    "older-format": Code(
        means=marked("The document is of a version older than any that is known."),
        do=marked("Ask whoever wrote it for a newer one."),
    ),
    "format-migrated": Code(
        severity="advice",
        means=marked(
            "The document is of an older version, and was read as the current one. Places told beside it are"
            " those of the current one, without lines."
        ),
        do=marked("Nothing. To keep it that way, run `copro migrate --write`."),
    ),
    "cannot-migrate": Code(
        means=marked("The document is of an older version, and too faulty to be brought to the current one."),
        do=marked("Check it with the release that wrote it."),
    ),
    "same-id-twice": Code(
        severity="warning",
        means=marked("A document of the same kind, earlier in this run, has the same id."),
        do=marked("Check whether it is the same document, sent twice. If not, give each its own id."),
    ),
    "missing-property": Code(
        means=marked("Something needed is not there."), do=marked("Add it; see document formats.")
    ),
    "unknown-property": Code(
        means=marked("The format has no such property, or only a newer release knows it."),
        do=marked("Check the spelling. Your own data goes into `extra`. Or install a newer `coproduction`."),
    ),
    "wrong-type": Code(
        means=marked("A value of another kind than needed, such as a text where a number belongs."),
        do=marked('Write the value as the message says. `"3"` is a text, `3` is a number.'),
    ),
    "unknown-word": Code(
        means=marked("A word that the format does not have."), do=marked("Use one of the words in the message.")
    ),
    "bad-pattern": Code(
        means=marked("An id, date or language is not written as it should be."),
        do=marked("Ids: lower-case letters, digits, single hyphens. Dates: `2026-10-02`."),
    ),
    "out-of-range": Code(means=marked("A number is too small or too large."), do=marked("Use one within the bounds.")),
    "too-short": Code(means=marked("A list or text has too few parts."), do=marked("Add some.")),
    "too-long": Code(means=marked("A list or text has too many parts."), do=marked("Remove some.")),
    "repeated-item": Code(means=marked("A list holds the same item twice."), do=marked("Keep one.")),
    "not-here": Code(
        means=marked("A property that another one rules out, such as `people` in an answer that is not a group's."),
        do=marked("Remove it, or change `answered`."),
    ),
    "schema": Code(means=marked("Any other fault of form."), do=marked("Read the message.")),
    "bad-date": Code(means=marked("There is no such day, such as 30 February."), do=marked("Correct the date.")),
    "duplicate-id": Code(means=marked("Two things of one kind have the same id."), do=marked("Give each its own.")),
    "duplicate-response": Code(
        means=marked("A stakeholder has two responses. The finding is at the second."),
        do=marked("Keep one. Another occasion is another assessment."),
    ),
    "id-clash": Code(means=marked("A stakeholder has the id of a perspective."), do=marked("Choose another id.")),
    "reserved-id": Code(
        means=marked("A perspective is named `undisclosed`, which is built in."), do=marked("Choose another id.")
    ),
    "unknown-stakeholder": Code(
        means=marked("A response, or a confirmation of a decision, names nobody who is listed."),
        do=marked("List the stakeholder, or correct the id."),
    ),
    "unknown-perspective": Code(
        means=marked("A stakeholder, or one of `terms`, names a perspective that the framework has not."),
        do=marked("Use one of the framework's; for a stakeholder also `undisclosed`."),
    ),
    "unknown-indicator": Code(means=marked("The framework has no such indicator."), do=marked("Correct the id.")),
    "unknown-level": Code(
        means=marked("A scorecard names a level that its framework has not."),
        do=marked("Let `copro` write scorecards."),
    ),
    "unknown-principle": Code(
        means=marked("A level, a case study, a scorecard or a link names a principle that is not there."),
        do=marked("Correct the id."),
    ),
    "unknown-evidence": Code(
        means=marked("No evidence has this id."), do=marked("Add the evidence, or correct the id.")
    ),
    "unknown-decision": Code(
        means=marked("No decision has this id."), do=marked("Add the decision, or correct the id.")
    ),
    "unknown-party": Code(
        means=marked("A right, a commitment or one of its events names neither a stakeholder nor a perspective."),
        do=marked("Correct the id."),
    ),
    "unknown-activity": Code(
        means=marked("An initiative or a decision names an activity that is not in `star-four-cos@2013`."),
        do=marked("Use one of those that the hint names."),
    ),
    "unknown-stage": Code(
        means=marked("An initiative names a stage that is not in `star-five-steps@2013`."),
        do=marked("Use one of those that the hint names."),
    ),
    "unknown-framework": Code(
        means=marked("The framework or vocabulary neither ships with `copro` nor was given."),
        do=marked("Give its file with `--framework`."),
    ),
    "framework-mismatch": Code(
        means=marked("The framework that was given is not the one that is named."),
        do=marked("Give the one that is named."),
    ),
    "framework-altered": Code(
        means=marked(
            "A file has the name of a framework that ships with `copro`, and says something else. A further language is fine."
        ),
        do=marked("Give it an id and edition of your own."),
    ),
    "not-a-step": Code(
        means=marked("A rating, or the step of a requirement, is not on the scale."),
        do=marked("Use one of the steps in the hint."),
    ),
    "period-reversed": Code(means=marked("The period ends before it starts."), do=marked("Swap the dates.")),
    "steps-not-rising": Code(
        means=marked("A step is not above the one before it."), do=marked("Put the steps in order.")
    ),
    "descriptors-mismatch": Code(
        means=marked("There are not as many descriptors as steps."), do=marked("Write one for each step, or none.")
    ),
    "direct-not-community": Code(
        means=marked("A perspective is direct and not on the community's side."), do=marked("Change one of the two.")
    ),
    "no-direct-perspective": Code(
        means=marked(
            "The community is required, but none of its perspectives is direct, so it could never have answered."
        ),
        do=marked("Mark whose own lives it is about."),
    ),
    "side-without-perspective": Code(
        means=marked("A side is required, but no perspective is on it."),
        do=marked("Add one, or change `required_sides`."),
    ),
    "levels-not-rising": Code(
        means=marked("A level is not above the one before it."), do=marked("Write the lowest first.")
    ),
    "lowest-level-requires": Code(
        means=marked("The lowest level requires something."),
        do=marked("Remove it: every scored assessment needs a level to be on."),
    ),
    "levels-contradict": Code(
        means=marked("A level asks for less than one below it, or for nothing more."),
        do=marked("Ask for more, or remove it."),
    ),
    "level-unreachable": Code(
        means=marked("A level, or the least number of people, asks for a side that no perspective stands on."),
        do=marked("Add a perspective on that side, or ask for something else."),
    ),
    "counts-mismatch": Code(
        means=marked("In a scorecard there are not as many counts as steps."),
        do=marked("Let `copro` write scorecards."),
    ),
    "no-overall": Code(
        means=marked(
            "A level needs an overall score, or a side's or a gap's overall figure, and the framework has none."
        ),
        do=marked("Choose an `aggregation`, or another requirement."),
    ),
    "no-source": Code(
        severity="advice",
        means=marked("Nothing says where the framework comes from."),
        do=marked("Add `source`, with a citation."),
    ),
    "no-threshold-basis": Code(
        severity="advice",
        means=marked("There are levels, and nothing says what their numbers rest on."),
        do=marked("Say so in `threshold_basis`."),
    ),
    "no-descriptors": Code(
        severity="advice",
        means=marked("Nothing says what can be seen at each step of an indicator, so two people may rate differently."),
        do=marked("Write one for each step."),
    ),
    "placeholder-left": Code(
        severity="advice",
        means=marked("A text is still the one that `copro new framework` wrote."),
        do=marked("Write your own."),
    ),
    "translation-missing": Code(
        severity="warning",
        means=marked("A text is not there in one of the framework's languages."),
        do=marked("Translate it, or take the language out."),
    ),
    "translation-undeclared": Code(
        severity="warning",
        means=marked("Nothing says who wrote the words in a language, and when."),
        do=marked("Add it to `translations`."),
    ),
    "translation-stale": Code(
        severity="warning",
        means=marked("The framework's own words have changed since they were translated."),
        do=marked("Read both again, then write the new `source_digest`."),
    ),
    "one-sided": Code(
        severity="advice",
        means=marked("Only one side has given ratings, and the framework needs both."),
        do=marked("Ask the other side. If it chose not to be scored, say so in `declined`."),
    ),
    "only-proxy-answers": Code(
        severity="advice",
        means=marked("On one side, every answer was given by somebody in another's place."),
        do=marked("Ask people themselves, with help where they want it."),
    ),
    "same-rating-throughout": Code(
        severity="advice",
        is_private=True,
        means=marked("All ratings in one response are the same, five or more of them. That may be right."),
        do=marked("If you can, ask whether it is what they meant."),
    ),
    "top-without-evidence": Code(
        severity="advice",
        means=marked("Services put statements at the top of the scale, and no evidence is about them."),
        do=marked("Name what shows it, such as minutes or records, in `evidence` of a response."),
    ),
    "response-outside-period": Code(
        severity="advice",
        is_private=True,
        means=marked("Responses are dated before or after the period that they are about."),
        do=marked("Check the dates. To answer soon after the period, about the period, is fine."),
    ),
    "evidence-out-of-date": Code(
        severity="advice",
        means=marked("Evidence was valid until a day, and something after that day rests on it."),
        do=marked("Add newer evidence, or correct `valid_until`."),
    ),
    "evidence-after-period": Code(
        severity="advice",
        means=marked("Evidence that an answer rests on is dated after the period."),
        do=marked("Check both dates. What happened after the period belongs in the next assessment."),
    ),
    "may-identify-someone": Code(
        severity="warning",
        is_private=True,
        means=marked("A text may name a person, or hold an address or number of theirs. It is not repeated."),
        do=marked("Take it out, or make sure that the person agrees."),
    ),
    "crosswalk-mixed": Code(
        means=marked("A crosswalk links a framework with a vocabulary, which is never scored."),
        do=marked("Link two frameworks, or two vocabularies."),
    ),
    "duplicate-link": Code(
        means=marked("Another link joins the same two already."), do=marked("Keep one link a pair.")
    ),
    "unknown-term": Code(means=marked("The vocabulary has no such term."), do=marked("Correct the id.")),
    "values-not-rising": Code(
        means=marked("In an ordered vocabulary, a value is not above the one before it."),
        do=marked("Write the lowest term first."),
    ),
    "vocabulary-altered": Code(
        means=marked("A file has the name of a vocabulary that ships with `copro`, and says something else."),
        do=marked("Give it an id and edition of your own."),
    ),
    "impossible-event": Code(
        means=marked('This cannot happen to a promise in that state, such as "kept" before anybody accepted it.'),
        do=marked("Record what happened before it, or correct the event."),
    ),
    "wrong-party": Code(
        means=marked(
            "The act is not theirs: only those who made a promise can change it, and only those whom it was made to can accept or judge it."
        ),
        do=marked("Correct `by`."),
    ),
    "judge-made-promise": Code(
        means=marked("A judge is one of those who made the promise."),
        do=marked("Let somebody else whom it was made to judge it."),
    ),
    "judge-same-organisation": Code(
        means=marked("A judge is of an organisation that made the promise."),
        do=marked("Let somebody from outside that organisation judge it."),
    ),
    "already-judged": Code(
        means=marked("The same person or perspective judges a second time."),
        do=marked("Keep the first. Another whom it was made to can say otherwise."),
    ),
    "missing-reason": Code(
        means=marked(
            "It is changed, withdrawn or broken, and nothing says why. A scorecard without a level needs a reason too."
        ),
        do=marked("Add a `reason`."),
    ),
    "event-out-of-order": Code(
        means=marked("The event is dated before one above it."),
        do=marked("Put the events in the order in which they happened."),
    ),
    "unknown-ending": Code(
        means=marked("A file is not one that holds tables: `.xlsx`, `.csv`, or a folder of `.csv` files."),
        do=marked("In a spreadsheet program, save it as `.xlsx`."),
    ),
    "not-xlsx": Code(
        means=marked("The file is not a workbook that can be read."),
        do=marked("Open it in a spreadsheet program and save it as `.xlsx`."),
    ),
    "not-csv": Code(
        means=marked("The file is not CSV from the line named on."),
        do=marked("Look for a quotation mark that is not closed, for one very long text, or for another delimiter."),
    ),
    "empty-table": Code(
        means=marked("There is no row of headings."),
        do=marked("Check which file it is, and the `heading_row` of the mapping."),
    ),
    "wrong-shape": Code(
        means=marked("All sheets were to go into one `.csv` file, or one table into a folder."),
        do=marked("Name another target, or another `--shape`."),
    ),
    "missing-sheet": Code(means=marked("The sheet is not there."), do=marked("Check its name.")),
    "unknown-sheet": Code(
        severity="warning",
        means=marked("A sheet, or a file in the folder, is none of ours and was not read."),
        do=marked("Nothing, if these are your notes. Otherwise correct its name."),
    ),
    "unknown-table": Code(
        means=marked("The first two columns of a table of answers are not `stakeholder` and `perspective`."),
        do=marked("Name them so, or give a mapping of a survey export."),
    ),
    "not-said": Code(
        means=marked("A table of answers cannot say which framework it is for, or how answers were collected."),
        do=marked("Give `--framework` and `--collected`, or `--into`."),
    ),
    "left-behind": Code(
        severity="advice",
        means=marked("A part of the assessment is not in the table that was written."),
        do=marked("Keep the JSON, or write a workbook."),
    ),
    "unknown-column": Code(
        means=marked("No column has this heading, or nothing of ours has it."),
        do=marked("Correct the heading. Put notes on a sheet of your own."),
    ),
    "duplicate-heading": Code(
        means=marked("Two columns have the same heading."), do=marked("Keep one, or give one another heading.")
    ),
    "too-many-cells": Code(
        means=marked("A row has cells where there is no heading."),
        do=marked("Look for a comma that belongs into quotation marks."),
    ),
    "duplicate-row": Code(means=marked("Another row is about the same person or thing."), do=marked("Keep one.")),
    "empty-cell": Code(means=marked("A row needs something in this cell."), do=marked("Fill it in, or empty the row.")),
    "empty-row": Code(
        severity="advice", means=marked("A row holds an id and nothing else. It was left out."), do=marked("Nothing.")
    ),
    "two-texts": Code(
        means=marked("A text is there in one language and in several."), do=marked("Keep one of the two.")
    ),
    "cell-error": Code(
        means=marked("A cell holds an error of the spreadsheet program, such as `#REF!`."), do=marked("Type the value.")
    ),
    "formula-without-result": Code(
        means=marked("A cell holds a formula whose result was not saved. Formulas are never worked out."),
        do=marked("Type the value, or save the file in a spreadsheet program."),
    ),
    "merged-cells": Code(
        severity="warning",
        means=marked("Cells are merged. Only the first of them holds anything."),
        do=marked("Divide them, and fill in each."),
    ),
    "unknown-commitment": Code(
        means=marked("An event is about a promise that is not there."), do=marked("Correct the id.")
    ),
    "other-perspective": Code(means=marked("Somebody speaks from two places."), do=marked("Choose one.")),
    "ambiguous-column": Code(
        means=marked("Several columns have the heading that the mapping names."),
        do=marked("Name the column by its position."),
    ),
    "unknown-answer": Code(
        means=marked("The mapping does not say what this answer means."),
        do=marked("Correct the answer, or add it to `answers`."),
    ),
    "several-answers": Code(
        means=marked("More than one answer is ticked where one counts."),
        do=marked("Ask which one counts, or say what `several` stand for."),
    ),
    "not-an-id": Code(
        means=marked("The column of ids holds something that may be a name or an address."),
        do=marked("Name another column, or none: then rows are numbered."),
    ),
    "address-left-out": Code(
        severity="warning",
        means=marked("An e-mail address in somebody's words was left out."),
        do=marked("Read what is left. Take names out too."),
    ),
    "columns-left-out": Code(
        severity="advice",
        means=marked("These columns are not mapped, so nothing of them got in."),
        do=marked("Check that nothing is missing."),
    ),
    "collected-differs": Code(
        severity="advice",
        means=marked("Answers that are put together were collected in two ways. The more open one now stands for all."),
        do=marked("Nothing, if that is right."),
    ),
    "duplicate-question": Code(means=marked("Two questions are mapped to the same indicator."), do=marked("Keep one.")),
    "bad-date-format": Code(
        means=marked("A format of days does not say day, month and year."), do=marked("Write it like `%d/%m/%Y`.")
    ),
    "no-direct-voice": Code(
        severity="warning",
        means=marked("Somebody on the community's side rated, but nobody whose own life it is about."),
        do=marked("Ask people who use the service, their carers and neighbours."),
    ),
    "sides-not-required": Code(
        severity="warning",
        means=marked("The framework leaves a side out of the score, or does not need it."),
        do=marked("Read the result as resting on what the sentence names: one side, or whoever answered."),
    ),
    "different-questions": Code(
        severity="warning",
        means=marked("The sides did not rate the same indicators of a principle."),
        do=marked("Part of that gap may come from the questions. Compare the indicators."),
    ),
    "one-voice-moves-side": Code(
        severity="advice",
        means=marked("A perspective of one or two people moves its side's overall figure by 0.1 or more."),
        do=marked("Ask more people from that perspective."),
    ),
    "in-the-dark": Code(
        severity="advice",
        means=marked(
            "More than a third of a side's answers are \"I don't know\", and at least 20 points more than on the other side."
        ),
        do=marked("Share what the other side knows. Then ask again."),
    ),
    "mostly-not-applicable": Code(
        severity="advice",
        means=marked("More than half of the answers on a principle say that it does not apply."),
        do=marked('Talk about whether it applies. "We chose not to" is the lowest step.'),
    ),
    "helped-by-service": Code(
        severity="advice",
        means=marked("Staff helped with, led or gave an answer on the community's side."),
        do=marked("Let someone neither side employs collect the answers."),
    ),
    "never-answered": Code(
        severity="advice",
        means=marked("A perspective is listed, and nobody from it answered."),
        do=marked("Ask again, in a way that suits them."),
    ),
    "no-permission": Code(
        severity="advice",
        means=marked(
            "For a recorded decision, permission to carry it out was asked for or refused, or came after the period had started."
        ),
        do=marked("Get permission first, or say openly that the result may not be carried out."),
    ),
    "never-judged": Code(
        severity="advice",
        means=marked("A promise is due, and nobody whom it was made to has judged it."),
        do=marked("Ask them whether it was kept."),
    ),
    "nothing-to-compare": Code(means=marked("There are fewer than two scorecards."), do=marked("Give two or more.")),
    "different-initiative": Code(
        means=marked("They are about different initiatives."),
        do=marked("Compare one initiative with itself, over time."),
    ),
    "different-framework": Code(
        means=marked("They were made with different frameworks or editions."),
        do=marked("Their figures do not mean the same. Do not compare them."),
    ),
    "different-scale": Code(
        means=marked("The framework's name is the same, its scale or principles are not."),
        do=marked("Score both with the same file."),
    ),
    "different-policy": Code(
        severity="warning",
        means=marked("They were scored by different policies."),
        do=marked("Score both with the same file."),
    ),
    "different-perspectives": Code(
        severity="warning",
        means=marked("Other perspectives answered."),
        do=marked("Part of a change may come from that."),
    ),
    "no-intervals": Code(
        severity="warning",
        means=marked("Not both say how sure they are, so no change can be called clear."),
        do=marked("Give the assessments themselves, or use `copro.certainty()`."),
    ),
    "usual-suspects": Code(
        severity="advice",
        means=marked("Of all who ever answered for the community, two thirds or more answered every time."),
        do=marked("Ask others as well. Renew places. Ask people who left why they did."),
    ),
}
"""The one list of codes; the reference page and the rules of SARIF say the same."""
