// A portal in ten lines: it reads an assessment and its scorecard with the published types.
import { readFileSync } from "node:fs";
import type { Assessment } from "../../schemas/types/assessment.js";
import type { Figure, Scorecard, Text } from "../../schemas/types/scorecard.js";

const words = (text: Text): string => (typeof text === "string" ? text : (text["en"] ?? Object.values(text)[0] ?? ""));
const inSteps = (figure: Figure | undefined): string =>
  typeof figure === "number" ? (figure * 4).toFixed(1) : figure ? "not shown, to protect somebody" : "no figure";

const [assessmentFile = "", scorecardFile = ""] = process.argv.slice(2);
const assessment = JSON.parse(readFileSync(assessmentFile, "utf8")) as Assessment;
const card = JSON.parse(readFileSync(scorecardFile, "utf8")) as Scorecard;
const { sides, level_name, interval } = card.overall;
const [low, high]: [number, number] = interval ?? [NaN, NaN];
console.log(
  `${words(assessment.initiative.name)}: ${assessment.responses.length} responses, ${words(level_name ?? card.status)}. ` +
    `Community ${inSteps(sides.community.score)}, services ${inSteps(sides.service.score)} of 4. ` +
    `Other people like these: ${inSteps(low)} to ${inSteps(high)}.`,
);
