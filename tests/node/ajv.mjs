// Hold every document of the corpus against its schema with Ajv: the verdict must be Python's.

import { readFileSync, readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const [folder, corpusFile] = process.argv.slice(2);
const schemas = readdirSync(folder).filter((name) => name.endsWith(".json"));
// Strict, with types that may be one of several: a text is a string or a language map. strictRequired
// is left as Ajv has it, off: it asks that a condition repeats what the object around it declares.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
const judges = Object.fromEntries(
  schemas.map((name) => [name.slice(0, -".json".length), ajv.compile(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")))]),
);

let [compared, differ] = [0, 0];
const readHereOnly = {}; // by the code for which copro refuses it
for (const { name, text, refused, verdicts } of JSON.parse(readFileSync(corpusFile, "utf8"))) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    if (!refused.length) console.log(`${name}: Python reads it, JavaScript does not`);
    differ += !refused.length;
    continue;
  }
  if (refused.length) {
    for (const code of refused) readHereOnly[code] = (readHereOnly[code] ?? 0) + 1;
    continue;
  }
  for (const [kind, verdict] of Object.entries(verdicts)) {
    compared += 1;
    if (judges[kind](value) !== verdict) {
      differ += 1;
      console.log(`${name} against ${kind}: jsonschema says ${verdict}, Ajv ${!verdict} ${JSON.stringify(judges[kind].errors)}`);
    }
  }
}
console.log(`Ajv: ${schemas.length} schemas, ${compared} verdicts, ${differ} differ from Python's.`);
console.log(`JSON.parse also reads what copro refuses: ${JSON.stringify(readHereOnly)}.`);
const told = ["bad-number", "duplicate-key", "lone-surrogate", "too-deep"]; // docs/how-to/other-languages.md says so
const untold = Object.keys(readHereOnly).filter((code) => !told.includes(code));
if (untold.length) console.log(`The documentation does not say so of ${untold}.`);
process.exit(compared > 0 && !differ && !untold.length ? 0 : 1);
