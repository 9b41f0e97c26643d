// Write the TypeScript types of every schema, or with --check say whether the published ones are fresh.
// node types.mjs SCHEMAS TYPES [--check]

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const typeName = (name) => name.split(/[_-]/).map((word) => word[0].toUpperCase() + word.slice(1)).join("");

/** The definition that a condition chooses by the word that a property has. */
function choice(rule) {
  const chosen = Object.values(rule?.if?.properties ?? {}).some((property) => "const" in property);
  return chosen && rule.then?.$ref ? rule.then.$ref.split("/").at(-1) : null;
}

/**
 * The schema in the form that makes the plainest types: a reference becomes the name of its type, whatever is
 * said beside it; conditions become a union where they choose a definition, or say which words a text can be,
 * and are left out elsewhere, because types cannot say them.
 */
function readable(part) {
  if (Array.isArray(part)) return part.map((item) => readable(item));
  if (part === null || typeof part !== "object") return part;
  if (part.$ref) return { description: part.description, tsType: typeName(part.$ref.split("/").at(-1)) };
  const choices = (part.allOf ?? []).map(choice);
  if (choices.length && choices.every(Boolean)) {
    return { description: part.description, tsType: choices.map(typeName).join(" | ") };
  }
  if (part.if?.type === "string" && part.then?.enum && Array.isArray(part.type)) {
    const { if: _words, then: words, type, description, default: _default, examples: _examples, ...others } = part;
    const left = type.filter((name) => name !== "string");
    const other = readable({ ...others, type: left.length === 1 ? left[0] : left });
    return { description, anyOf: [{ enum: words.enum }, other] };
  }
  const { if: _if, then: _then, else: _else, allOf: _allOf, propertyNames: _names, ...rest } = part;
  const plain = Object.fromEntries(Object.entries(rest).map(([key, item]) => {
    const named = key === "properties" || key === "$defs"; // here keys are names, not keywords
    return [key, named ? Object.fromEntries(Object.entries(item).map(([name, inner]) => [name, readable(inner)])) : readable(item)];
  }));
  return plain;
}

async function typesOf(kind, schema) {
  const { $defs = {}, ...root } = readable(schema);
  const titled = Object.fromEntries(Object.entries($defs).map(([name, part]) => [name, { ...part, title: typeName(name) }]));
  return compile({ ...root, title: typeName(kind), $defs: titled }, kind, {
    bannerComment: `// The types of ${schema.$id}, made from schemas/${kind}.json; do not edit.\n// A type cannot say everything: validate a document against its schema before you trust it.`,
    unreachableDefinitions: true,
    format: true,
    style: { printWidth: 120 },
  });
}

const [from, to, check] = process.argv.slice(2);
const kinds = readdirSync(from).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -".json".length)).sort();
const wanted = new Map();
for (const kind of kinds) {
  const text = await typesOf(kind, JSON.parse(readFileSync(`${from}/${kind}.json`, "utf8")));
  // json-schema-to-typescript writes where it found a definition, which tells a reader nothing
  wanted.set(`${kind}.d.ts`, text.replace(/\n \*\n \* This interface was referenced by [\s\S]*?(?=\n \*\/)/g, "").replace(/\/\*\*\n \* This interface was referenced by [\s\S]*?\*\/\n/g, ""));
}
mkdirSync(to, { recursive: true });
const there = readdirSync(to).filter((name) => name.endsWith(".d.ts"));
const stale = [...wanted].filter(([name, text]) => !existsSync(`${to}/${name}`) || readFileSync(`${to}/${name}`, "utf8") !== text).map(([name]) => name);
const orphans = there.filter((name) => !wanted.has(name));
if (check && (stale.length || orphans.length)) {
  console.log(`Types are not fresh: ${[...stale, ...orphans]}. Write them with: python3 tasks.py types`);
  process.exit(1);
}
if (!check) for (const [name, text] of wanted) writeFileSync(`${to}/${name}`, text);
console.log(`TypeScript: types of ${kinds.length} schemas ${check ? "are fresh" : "written"}.`);
