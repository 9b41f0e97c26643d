// What the types must refuse: each line below a directive is a mistake that the compiler has to find.
import type { Assessment, Rating } from "../../schemas/types/assessment.js";
import type { Framework, Requirement } from "../../schemas/types/framework.js";
import type { Interval, Scorecard } from "../../schemas/types/scorecard.js";

export const fine: Rating[] = [3, 0.25, "dont_know"];
export const pair: Interval = [0.1, 0.9];
export const ask: Requirement = { measure: "gap", at_most: 0.2, of: "power" };
// @ts-expect-error: no such unrated state
export const word: Rating = "often";
// @ts-expect-error: an interval is two numbers
export const single: Interval = [0.1];
// @ts-expect-error: a requirement has its own properties only
export const other: Requirement = { measure: "gap", at_least: 0.2, of: "power" };
// @ts-expect-error: null is no number
export const score = (card: Scorecard): number => card.overall.score;
// @ts-expect-error: a property that nobody knows
export const typo = (assessment: Assessment): unknown => assessment.respones;
// @ts-expect-error: the format says the kind
export const kind: Framework["format"] = "copro/assessment/1";
