// Run every published scoring vector, and every made world, through the second implementation.
// A vector is {title, source, working, framework, assessment, expected}: see schemas/vectors/README.md.

import { readFileSync, readdirSync } from "node:fs";
import { aggregate, score } from "./score.mjs";

const TOLERANCE = 1e-9;
const NOT_COMPARED = ["findings"]; // advice about answers: not part of the second implementation
const WHOLE = ["left_out"]; // nothing more may be there than what is expected

/** Every place where what was found is not what was expected; only what is expected is compared. */
function differences(expected, found, place) {
  if (expected === null || typeof expected !== "object") {
    const same = typeof expected === "number" && typeof found === "number" ? Math.abs(expected - found) <= TOLERANCE : expected === found;
    return same ? [] : [`${place}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
  }
  if (found === null || typeof found !== "object") return [`${place}: expected an object, found ${JSON.stringify(found)}`];
  const whole = Array.isArray(expected) || WHOLE.includes(place.split("/").at(-1));
  const more = whole ? Object.keys(found).filter((key) => !(key in expected)).map((key) => `${place}/${key}: not expected`) : [];
  return [...more, ...Object.keys(expected).flatMap((key) => differences(expected[key], found[key], `${place}/${key}`))];
}

function run(vector) {
  if (vector.aggregation) {
    const { method, values, weights } = vector.aggregation;
    return differences(vector.expected, aggregate(method, values.map((value, at) => [value, weights[at]])), "");
  }
  const compared = Object.entries(vector.expected).filter(([key]) => !NOT_COMPARED.includes(key));
  const { framework } = vector; // a document, or the name of one that ships with copro
  const known = typeof framework === "string" ? read(`${shipped}/${framework.replace("@", "-")}.json`) : framework;
  return differences(Object.fromEntries(compared), score(vector.assessment, known), "");
}

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const [worlds, shipped, folder] = process.argv.slice(2);
const vectors = readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => [name, read(`${folder}/${name}`)]);
const made = read(worlds).map((world, at) => [`world ${at}`, world]);
let differ = 0;
for (const [name, vector] of [...vectors, ...made]) {
  const found = run(vector);
  differ += found.length > 0;
  for (const line of found) console.log(`${name} ${line}`);
}
console.log(`Scoring in JavaScript: ${vectors.length} vectors and ${made.length} made worlds, ${differ} differ.`);
process.exit(vectors.length && made.length && !differ ? 0 : 1);
