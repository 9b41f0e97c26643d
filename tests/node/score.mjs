// The scoring rules a second time, in plain JavaScript: written from docs/explanation/scoring.md
// and docs/reference/formats.md alone, to prove that the pages and the vectors are enough.
// Not a product: it reads documents that have been validated, and leaves out certainty, power and findings.

const SIDES = ["community", "service"];
const TOLERANCE = 1e-9; // rule 25: what a computer's rounding may cost
const sum = (values) => values.reduce((total, value) => total + value, 0);
const isRating = (cell) => typeof cell === "number";
const reaches = (found, needed) => found !== null && found >= needed - TOLERANCE;
const keyed = (pairs) => Object.fromEntries(pairs);

/** The mean of [value, weight] pairs; null where there are none. */
function mean(pairs) {
  return pairs.length ? sum(pairs.map(([v, w]) => v * w)) / sum(pairs.map(([, w]) => w)) : null;
}

/** Rule 17: join values by their weights. */
export function aggregate(method, pairs) {
  if (method === null || !pairs.length) return null;
  if (method === "minimum") return Math.min(...pairs.map(([v]) => v));
  if (method === "arithmetic") return mean(pairs);
  if (pairs.some(([v]) => v === 0)) return 0;
  if (method === "geometric") return Math.exp(mean(pairs.map(([v, w]) => [Math.log(v), w])));
  return 1 / mean(pairs.map(([v, w]) => [1 / v, w])); // harmonic
}

/** The policy with the choices that a framework leaves to the format. */
function policyOf(framework) {
  const { voice = {}, agreement = {}, ...rest } = framework.policy ?? {};
  return {
    aggregation: "arithmetic", required_sides: SIDES, minimum_coverage: 0.5, minimum_people: {}, ...rest,
    voice: { within_side: "perspectives", between_sides: "parity", ...voice },
    agreement: { within_steps: null, share: 0.9, minimum_responses: 4, ...agreement },
  };
}

/** What every rule needs to know about a framework. */
function readFramework(framework) {
  const steps = framework.scale.steps.map((step) => step.value);
  const [lowest, highest] = [steps[0], steps.at(-1)];
  const principles = framework.principles.map((principle) => ({
    id: principle.id, weight: principle.weight ?? 1,
    indicators: principle.indicators.map((i) => ({ id: i.id, weight: i.weight ?? 1, reversed: i.reversed ?? false })),
  }));
  const rescale = (x) => (x - lowest) / (highest - lowest);
  const valueOf = (x, indicator) => (indicator.reversed ? 1 - rescale(x) : rescale(x)); // rule 4
  const places = new Map(framework.perspectives.map((place) => [place.id, place]));
  return { steps, principles, rescale, valueOf, places, policy: policyOf(framework), levels: framework.levels ?? [] };
}

/** Rule 1: the answers that count, each with the perspective and side it speaks from. */
function countedAnswers(assessment, places) {
  const declined = (assessment.declined ?? []).map((note) => note.side);
  const placeOf = new Map(assessment.stakeholders.map((one) => [one.id, one.perspective]));
  return assessment.responses
    .map((r) => ({ answered: r.answered ?? "self", people: r.people ?? 1, cells: r.ratings ?? {}, place: placeOf.get(r.stakeholder) }))
    .filter((r) => r.answered !== "for_someone" && places.has(r.place) && !declined.includes(places.get(r.place).side))
    .map((r) => ({ ...r, side: places.get(r.place).side, direct: places.get(r.place).direct ?? false }));
}

/** The sides whose answers make the score: null stands for everyone, each response the same. */
function sideWeights(between) {
  if (between === "people") return null;
  return between === "parity" ? { community: 1, service: 1 } : between === "community" ? { community: 1 } : between;
}

/** Rules 9 and 10: from sides to one score; `everyone` is what it is where each response counts the same. */
function combine(sides, everyone, policy) {
  const weights = sideWeights(policy.voice.between_sides);
  if (weights === null) return everyone;
  return mean(Object.keys(weights).filter((side) => (sides[side] ?? null) !== null).map((side) => [sides[side], weights[side]]));
}

/** Rules 5 and 6: the value of some answers for one indicator. */
function valueFor(answers, indicator, within, valueOf) {
  const rated = answers.filter((answer) => isRating(answer.cells[indicator.id]));
  const values = (some) => mean(some.map((answer) => [valueOf(answer.cells[indicator.id], indicator), 1]));
  if (within === "people") return values(rated);
  const places = [...new Set(rated.map((answer) => answer.place))];
  return mean(places.map((place) => [values(rated.filter((answer) => answer.place === place)), 1]));
}

/** Rule 13: the share, by weight, of applicable cells that hold a rating; null where nothing applies. */
function coverageOf(answers, indicators) {
  const cells = answers.flatMap((answer) => indicators.map((i) => [answer.cells[i.id], i.weight]));
  const applicable = cells.filter(([cell]) => cell !== "not_applicable");
  return mean(applicable.map(([cell, weight]) => [isRating(cell) ? 1 : 0, weight]));
}

/** Rule 16, but for coverage: why some indicators have no score. */
function whyNone(answers, indicators, policy) {
  const cellsOf = (some) => some.flatMap((answer) => indicators.map((i) => answer.cells[i.id])).filter((cell) => cell !== undefined);
  const [all, required] = [cellsOf(answers), policy.required_sides];
  const bySide = (side) => cellsOf(answers.filter((answer) => answer.side === side));
  const saidSo = required.length ? required.every((side) => bySide(side).includes("not_applicable")) : all.length > 0;
  if (saidSo && all.every((cell) => cell === "not_applicable")) return "not_applicable";
  const weights = sideWeights(policy.voice.between_sides);
  const counting = weights === null ? all : Object.keys(weights).flatMap(bySide);
  if (!counting.some(isRating)) return "unrated";
  return required.every((side) => bySide(side).some(isRating)) ? null : "one_sided";
}

function scorePrinciple(principle, answers, known) {
  const { policy, valueOf } = known;
  const within = policy.voice.within_side;
  const on = (side) => answers.filter((answer) => answer.side === side);
  const allSides = [...SIDES, "independent"];
  const indicators = principle.indicators.map((indicator) => {
    const sides = keyed(allSides.map((side) => [side, valueFor(on(side), indicator, within, valueOf)]));
    const everyone = valueFor(answers, indicator, "people", valueOf);
    const reason = whyNone(answers, [indicator], policy);
    return { ...indicator, sides, everyone, reason, score: reason ? null : combine(sides, everyone, policy) };
  });
  const over = (pick) => mean(indicators.filter((i) => pick(i) !== null).map((i) => [pick(i), i.weight])); // rule 7
  const sides = keyed(allSides.map((side) => [side, over((i) => i.sides[side])]));
  let reason = whyNone(answers, principle.indicators, policy);
  const required = policy.required_sides;
  const shares = required.map((side) => coverageOf(on(side), principle.indicators) ?? 0);
  const coverage = reason === "not_applicable" ? null
    : required.length ? Math.min(...shares) : (coverageOf(answers, principle.indicators) ?? 0); // rule 14
  if (reason === null && !reaches(coverage, policy.minimum_coverage)) reason = "coverage";
  const gap = sides.community === null || sides.service === null ? null : sides.service - sides.community;
  const score = reason ? null : combine(sides, over((i) => i.everyone), policy);
  return { id: principle.id, weight: principle.weight, score, reason, coverage, gap, sides, indicators };
}

/** Rule 20: the status and its reason. */
function statusOf(assessment, answers, principles, coverage, policy) {
  const required = SIDES.filter((side) => policy.required_sides.includes(side));
  const declined = (assessment.declined ?? []).map((note) => note.side);
  const refused = required.find((side) => declined.includes(side));
  if (refused) return ["declined", `${refused}_declined`];
  const rated = answers.filter((answer) => Object.values(answer.cells).some(isRating));
  const weights = sideWeights(policy.voice.between_sides);
  if (!rated.some((answer) => weights === null || answer.side in weights)) return ["insufficient", "no_ratings"];
  if (assessment.collected === "open_link") return ["insufficient", "open_link"];
  for (const side of required) {
    const there = rated.filter((answer) => answer.side === side);
    if (!there.length) return ["one_sided", `${side}_silent`];
    if (side === "community" && !there.some((answer) => answer.direct)) return ["one_sided", "no_direct_voice"];
  }
  for (const [side, least] of Object.entries(policy.minimum_people)) {
    const people = sum(rated.filter((answer) => answer.side === side).map((answer) => answer.people));
    const exist = assessment.initiative.taking_part?.[side];
    if (people < least && !(exist !== undefined && people >= exist)) return ["insufficient", "too_few_people"];
  }
  if (coverage !== null && !reaches(coverage, policy.minimum_coverage)) return ["insufficient", "coverage"];
  if (principles.every((principle) => principle.score === null)) return ["insufficient", "no_principle_scored"];
  return ["scored", null];
}

/** The share of ratings near the middle answer to their indicator, the better of two; null where too few answered to say. */
function agreementOf(answers, indicators, known) {
  const { within_steps: given, minimum_responses: least } = known.policy.agreement;
  const near = given ?? (known.steps.length <= 3 ? 0 : 1);
  const rated = answers.filter((answer) => indicators.some((i) => isRating(answer.cells[i.id])));
  if (rated.length < least) return null;
  const marks = indicators.flatMap((indicator) => {
    const places = rated.map((answer) => known.steps.indexOf(answer.cells[indicator.id])).filter((at) => at >= 0).sort((a, b) => a - b);
    const around = (middle) => places.map((at) => [Math.abs(at - places[middle]) <= near ? 1 : 0, 1]);
    const [lower, upper] = [around(Math.floor((places.length - 1) / 2)), around(Math.ceil((places.length - 1) / 2))];
    return sum(upper.map(([mark]) => mark)) > sum(lower.map(([mark]) => mark)) ? upper : lower;
  });
  return mean(marks);
}

/** What a requirement is of: the whole, principles or indicators; and how an entry of `unmet` names it. */
function subjects(of, card) {
  if (of === undefined) return [{ part: card.overall, scored: true, name: {} }];
  const asPart = (key) => (part) => ({ part, scored: part.score !== null, name: { [key]: part.id } });
  if (Array.isArray(of)) return of.map((id) => card.principles.flatMap((p) => p.indicators).find((i) => i.id === id)).map(asPart("indicator"));
  const named = card.principles.filter((p) => (of === "every_principle" ? p.reason !== "not_applicable" : p.id === of));
  return named.map(asPart("principle"));
}

/** Rules 26 to 28: what a requirement looks at, one entry for each figure, and whether each is there. */
function demands(requirement, card, answers, known) {
  const { measure, of, side } = requirement;
  const needed = requirement.at_least ?? requirement.at_most ?? known.rescale(requirement.at_step);
  const whose = side === "each" ? SIDES : [side];
  const rated = answers.filter((answer) => Object.values(answer.cells).some(isRating));
  return subjects(of, card).flatMap(({ part, scored, name }) => whose.map((who) => {
    const found = {
      score: () => (who === undefined ? part.score : scored || Array.isArray(of) ? part.sides[who] : null),
      gap: () => (scored && part.gap !== null ? Math.abs(part.gap) : null),
      coverage: () => part.coverage,
      people: () => sum(rated.filter((answer) => who === undefined || answer.side === who).map((answer) => answer.people)),
      agreement: () => (scored ? agreementOf(answers, askedIn(name.principle, known), known) : null),
    }[measure]?.() ?? null;
    if (!["score", "gap", "coverage", "agreement", "people"].includes(measure)) throw new Error(`measure not known here: ${measure}`);
    const met = measure === "gap" ? found !== null && found <= needed + TOLERANCE : reaches(found, needed);
    return { ...name, ...(who && { side: who }), found, needed, met, short: Math.abs(needed - found) };
  }));
}

/** The indicators of one principle, or of all. */
const askedIn = (id, known) => known.principles.filter((p) => id === undefined || p.id === id).flatMap((p) => p.indicators);

/** Rules 24 and 29: the level, and what the next one asks for that is not there. */
function climb(card, answers, known) {
  let reached = null;
  for (const level of known.levels) {
    const failing = (level.requires ?? []).flatMap((r) => demands(r, card, answers, known)).filter((demand) => !demand.met);
    if (failing.length) {
      const place = (demand) => (demand.found === null ? Infinity : demand.short);
      failing.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
      return [reached, failing.map(({ met, short, ...rest }) => ({ level: level.value, ...rest }))];
    }
    reached = level;
  }
  return [reached, []];
}

/** Rule 31: what the group settled on, as one profile. */
function agreedProfile(assessment, known, status) {
  if (!assessment.agreed || status === "declined") return null;
  const answers = [{ cells: assessment.agreed.ratings }];
  const principles = known.principles.map((principle) => {
    const cells = principle.indicators.filter((i) => isRating(answers[0].cells[i.id]));
    const score = mean(cells.map((i) => [known.valueOf(answers[0].cells[i.id], i), i.weight]));
    const said = principle.indicators.map((i) => answers[0].cells[i.id]).filter((cell) => cell !== undefined);
    const applies = !said.length || said.some((cell) => cell !== "not_applicable"); // rule 16, for one voice
    return { ...principle, score, coverage: applies ? coverageOf(answers, principle.indicators) : null };
  });
  return { ...joined(principles, known.policy.aggregation), principles: keyed(principles.map((p) => [p.id, p.score])) };
}

/** Rules 15 and 17: principles joined into one score and one coverage. */
function joined(principles, aggregation) {
  const pick = (key) => principles.filter((p) => p[key] !== null).map((p) => [p[key], p.weight]);
  return { score: aggregate(aggregation, pick("score")), coverage: mean(pick("coverage")) };
}

function voicesOf(assessment, answers, known) {
  const places = new Set([...known.places.keys(), ...assessment.stakeholders.map((one) => one.perspective)]);
  return keyed([...places].map((place) => {
    const listed = assessment.stakeholders.filter((one) => one.perspective === place).map((one) => one.id);
    const responses = assessment.responses.filter((r) => listed.includes(r.stakeholder));
    const rated = answers.filter((answer) => answer.place === place && Object.values(answer.cells).some(isRating));
    return [place, {
      listed: listed.length, responded: responses.length, rated: rated.length, people: sum(rated.map((r) => r.people)),
      for_someone: responses.filter((r) => r.answered === "for_someone").length,
    }];
  }));
}

/** Score an assessment: the figures of a scorecard that the vectors compare. */
export function score(assessment, framework) {
  const known = readFramework(framework);
  const { policy } = known;
  const answers = countedAnswers(assessment, known.places);
  const principles = known.principles.map((principle) => scorePrinciple(principle, answers, known));
  const overall = joined(principles, policy.aggregation);
  const [status, reason] = statusOf(assessment, answers, principles, overall.coverage, policy);
  if (status === "one_sided" || status === "declined") overall.score = null; // rule 21
  const scored = principles.filter((p) => p.score !== null);
  const bothRated = scored.filter((p) => p.sides.community !== null && p.sides.service !== null); // rule 18
  const ownAccount = reason === "service_silent"; // rule 22
  overall.sides = keyed([...SIDES, "independent"].map((side) => {
    const over = ownAccount && side === "community" ? principles : side === "independent" ? scored : bothRated;
    return [side, aggregate(policy.aggregation, over.filter((p) => p.sides[side] !== null).map((p) => [p.sides[side], p.weight]))];
  }));
  const { community, service } = overall.sides;
  overall.gap = community === null || service === null ? null : service - community;
  overall.left_out = keyed(principles.filter((p) => p.score === null).map((p) => [p.id, p.reason]));
  const card = { status, reason, overall, principles };
  const [level, unmet] = status === "scored" ? climb(card, answers, known) : [null, []];
  overall.level = level ? level.value : null;
  overall.level_name = level ? level.name : null;
  const byId = keyed(principles.map((p) => [p.id, { ...p, indicators: keyed(p.indicators.map((i) => [i.id, i])) }]));
  return { ...card, principles: byId, unmet, agreed: agreedProfile(assessment, known, status), voices: voicesOf(assessment, answers, known) };
}
