// The scoring rules a second time, in plain JavaScript: written from docs/explanation/scoring.md
// and docs/reference/formats.md alone, to prove that the pages and the vectors are enough.
// Not a product: it reads documents that have been validated, and leaves out certainty, power and findings.

const SIDES = ["community", "service"];
const ALL_SIDES = [...SIDES, "independent"];
const WAYS = ["perspectives", "people", "direct_perspectives", "direct_people"];
const ANYWHERE = [0, 1];
const TOLERANCE = 1e-9; // rule 35: what a computer's rounding may cost
const sum = (values) => values.reduce((total, value) => total + value, 0);
const isRating = (cell) => typeof cell === "number";
const reaches = (found, needed) => found >= needed - TOLERANCE;
const keyed = (pairs) => Object.fromEntries(pairs);
const point = (value) => [value, value];
const on = (answers, side) => answers.filter((answer) => answer.side === side);
const holdsRating = (answer) => Object.values(answer.cells).some(isRating);
const peopleIn = (answers) => sum(answers.map((answer) => answer.people));
const difference = (sides) => (sides.community === null || sides.service === null ? null : sides.service - sides.community);

/** The mean of [value, weight] pairs; null where there are none. */
function mean(pairs) {
  return pairs.length ? sum(pairs.map(([v, w]) => v * w)) / sum(pairs.map(([, w]) => w)) : null;
}

/** Rule 22: join values by their weights. */
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
    aggregation: "arithmetic", required_sides: SIDES, known_by: 1, minimum_people: {}, level_holds_for: WAYS, ...rest,
    voice: { within_side: "perspectives", between_sides: "parity", ...voice },
    agreement: { within_steps: null, share: 0.9, minimum_responses: 4, ...agreement },
  };
}

/** What every rule needs to know about a framework, and how many people take part. */
function readFramework(framework, said) {
  const takingPart = keyed(Object.entries(said).filter(([, exist]) => exist > 0));
  const steps = framework.scale.steps.map((step) => step.value);
  const [lowest, highest] = [steps[0], steps.at(-1)];
  const principles = framework.principles.map((principle) => ({
    id: principle.id, weight: principle.weight ?? 1,
    indicators: principle.indicators.map((i) => ({ id: i.id, weight: i.weight ?? 1, reversed: i.reversed, waivable: i.waivable })),
  }));
  const rescale = (x) => (x - lowest) / (highest - lowest);
  const valueOf = (x, indicator) => (indicator.reversed ? 1 - rescale(x) : rescale(x)); // rule 12
  const places = new Map(framework.perspectives.map((place) => [place.id, place]));
  return { steps, principles, rescale, valueOf, places, takingPart, policy: policyOf(framework), levels: framework.levels ?? [] };
}

/** Rules 1, 3 and 4: the answers that count: from where, on behalf of how many people, and whether about their own life. */
function countedAnswers(assessment, places) {
  const declined = (assessment.declined ?? []).map((note) => note.side);
  const people = new Map(assessment.stakeholders.map((one) => [one.id, one]));
  return assessment.responses.flatMap((response) => {
    const who = people.get(response.stakeholder);
    const place = places.get(who.perspective);
    if (response.answered === "for_someone" || !place || declined.includes(place.side)) return [];
    const isLed = response.helped_by === "service" && ["explaining", "answering", undefined].includes(response.helped_how);
    const isItsPeople = response.members_confirming >= 2 && who.pay_depends !== "yes" && !isLed;
    const saysDirect = { yes: true, no: false }[who.direct] ?? place.direct ?? false;
    return [{
      cells: response.ratings ?? {}, place: place.id, side: place.side, direct: place.side === "community" && saysDirect,
      people: isItsPeople ? response.people : 1,
    }];
  });
}

/** The sides whose answers make the score: null stands for everyone, each response the same. */
function sideWeights(between) {
  if (between === "people") return null;
  return between === "parity" ? { community: 1, service: 1 } : between === "community" ? { community: 1 } : between;
}

/** Rules 17 and 18: from sides to one score; `everyone` is what it is where each response counts the same. */
function combine(sides, everyone, policy) {
  const weights = sideWeights(policy.voice.between_sides);
  if (weights === null) return everyone;
  return mean(Object.keys(weights).filter((side) => sides[side] !== null).map((side) => [sides[side], weights[side]]));
}

/** Rules 13 and 14: the value of some answers for one indicator. */
function valueFor(answers, indicator, within, valueOf) {
  const rated = answers.filter((answer) => isRating(answer.cells[indicator.id]));
  const values = (some) => mean(some.map((answer) => [valueOf(answer.cells[indicator.id], indicator), 1]));
  if (within === "people") return values(rated);
  const places = [...new Set(rated.map((answer) => answer.place))];
  return mean(places.map((place) => [values(rated.filter((answer) => answer.place === place)), 1]));
}

const ratedBy = (answers, id) => peopleIn(answers.filter((answer) => isRating(answer.cells[id])));

/** Rules 5 and 6: whether a statement applies. */
function isApplicable({ id, waivable }, answers, required) {
  const groups = required.length ? required.map((side) => on(answers, side)) : [answers];
  const saySo = (group) => peopleIn(group.filter((answer) => answer.cells[id] === "not_applicable"));
  const isMet = waivable === "nobody_met_it" && answers.some((answer) => answer.direct && isRating(answer.cells[id]));
  return isMet || !groups.every((group) => saySo(group) > ratedBy(group, id));
}

/** Rule 21: why a principle or an indicator has no score. */
function whyNone(part, policy) {
  if (!part.applies) return "not_applicable";
  if (combine(part.sides, part.everyone, policy) === null) return "unrated";
  if (policy.required_sides.some((side) => part.sides[side] === null)) return "one_sided";
  return part.isKnown ? null : "unknown";
}

/** A principle or an indicator with its score, or why it has none, and its gap. */
function finished(part, { policy }) {
  const isKnown = policy.required_sides.length ? policy.required_sides.every((side) => part.known[side]) : part.known.everyone;
  const reason = whyNone({ ...part, isKnown }, policy);
  return { ...part, isKnown, reason, score: reason ? null : combine(part.sides, part.everyone, policy), gap: difference(part.sides) };
}

function scoreIndicator(indicator, answers, within, known) {
  const { policy, takingPart, valueOf } = known;
  const applies = isApplicable(indicator, answers, policy.required_sides);
  const of = (some, how) => (applies ? valueFor(some, indicator, how, valueOf) : null); // rule 7
  const isEnough = (some, exist = Infinity) => ratedBy(some, indicator.id) >= Math.max(1, Math.min(policy.known_by, exist)); // rule 8
  const sides = keyed(ALL_SIDES.map((side) => [side, of(on(answers, side), within)]));
  const knownTo = keyed(ALL_SIDES.map((side) => [side, applies && isEnough(on(answers, side), takingPart[side])]));
  knownTo.everyone = applies && isEnough(answers); // rule 10
  return finished({ ...indicator, applies, sides, known: knownTo, everyone: of(answers, "people") }, known);
}

function scorePrinciple(principle, answers, within, known) {
  const indicators = principle.indicators.map((indicator) => scoreIndicator(indicator, answers, within, known));
  const applying = indicators.filter((i) => i.applies);
  const over = (pick) => mean(applying.filter((i) => pick(i) !== null).map((i) => [pick(i), i.weight])); // rule 15
  const isHalf = (who) => reaches(mean(applying.map((i) => [i.known[who] ? 1 : 0, i.weight])) ?? 0, 0.5); // rule 9
  const sides = keyed(ALL_SIDES.map((side) => [side, over((i) => i.sides[side])]));
  const knownTo = keyed([...ALL_SIDES, "everyone"].map((who) => [who, isHalf(who)]));
  const part = { ...principle, indicators, applies: applying.length > 0, sides, known: knownTo, everyone: over((i) => i.everyone) };
  return { ...finished(part, known), share_rated: shareRated(part, answers, known.policy) };
}

/** The share of what could have been rated that was: of the required side with the least. */
function shareRated({ applies, indicators }, answers, { required_sides: required }) {
  if (!applies) return null;
  const share = (some) => {
    const cells = some.flatMap((answer) => indicators.filter((i) => i.applies).map((i) => [answer.cells[i.id], i.weight]));
    const open = cells.filter(([cell]) => cell !== "not_applicable");
    return mean(open.map(([cell, weight]) => [isRating(cell) ? 1 : 0, weight])) ?? 0;
  };
  return required.length ? Math.min(...required.map((side) => share(on(answers, side)))) : share(answers);
}

/** Rule 11. */
const coverageOf = (principles) => mean(principles.filter((p) => p.applies).map((p) => [p.isKnown ? 1 : 0, 1])) ?? 0;

/** Rule 25: the status and its reason. */
function statusOf(assessment, answers, principles, { policy, takingPart }) {
  const required = SIDES.filter((side) => policy.required_sides.includes(side));
  const declined = (assessment.declined ?? []).map((note) => note.side);
  const refused = required.find((side) => declined.includes(side));
  if (refused) return ["declined", `${refused}_declined`];
  const rated = answers.filter(holdsRating);
  const weights = sideWeights(policy.voice.between_sides);
  if (!rated.some((answer) => weights === null || answer.side in weights)) return ["insufficient", "no_ratings"];
  if (assessment.collected === "open_link") return ["insufficient", "open_link"];
  const silent = required.find((side) => !on(rated, side).length);
  if (silent) return ["one_sided", `${silent}_silent`];
  for (const [side, least] of Object.entries(policy.minimum_people)) {
    const people = peopleIn(on(rated, side));
    if (people < least && !(people >= takingPart[side])) return ["insufficient", "too_few_people"];
  }
  if (principles.every((principle) => principle.score === null)) return ["insufficient", "nothing_known"];
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

/** Rule 29: where a side's figure may lie; null where it has none. */
function sideRange(part, side, { required_sides: required }) {
  return part.known[side] ? point(part.sides[side]) : required.includes(side) ? ANYWHERE : null;
}

/** Rule 30: where the figure of a principle or an indicator may lie. */
function partRange(part, policy) {
  if (sideWeights(policy.voice.between_sides) === null) return part.isKnown ? point(part.everyone) : ANYWHERE;
  const end = (at) => combine(keyed(SIDES.map((side) => [side, sideRange(part, side, policy)?.[at] ?? null])), null, policy);
  return end(0) === null ? ANYWHERE : [end(0), end(1)];
}

/** Rule 31: where an overall figure may lie, from those of principles. */
function overallRange(principles, rangeOf, { aggregation }) {
  const there = principles.filter((p) => p.applies && rangeOf(p) !== null);
  const [least, most] = [0, 1].map((at) => aggregate(aggregation, there.map((p) => [rangeOf(p)[at], p.weight])));
  return least === null ? ANYWHERE : [least, most];
}

/** Rule 32. */
function gapRange(community, service) {
  return [Math.max(0, community[0] - service[1], service[0] - community[1]), Math.max(service[1] - community[0], community[1] - service[0])];
}

/** What a requirement is of: the whole, principles or indicators; and how an entry of `unmet` names it. */
function subjects(of, principles) {
  if (of === undefined) return [{ name: {} }];
  const asPart = (key) => (part) => ({ part, name: { [key]: part.id } });
  if (Array.isArray(of)) return of.map((id) => principles.flatMap((p) => p.indicators).find((i) => i.id === id)).map(asPart("indicator"));
  return principles.filter((p) => (of === "every_principle" ? p.applies : p.id === of)).map(asPart("principle"));
}

/** Rules 34 to 37: what a requirement looks at, one entry for each figure, and what can be told of it. */
function demands(requirement, principles, { first, answers, known }) {
  const { measure, of, side } = requirement;
  const { policy } = known;
  const needed = requirement.at_least ?? requirement.at_most ?? known.rescale(requirement.at_step);
  const whole = (rangeOf) => overallRange(principles, rangeOf, policy);
  const rangeFor = (part, who) => {
    const ofSide = (one) => (part ? sideRange(part, one, policy) ?? ANYWHERE : whole((p) => sideRange(p, one, policy)));
    if (measure === "score") return who ? ofSide(who) : part ? partRange(part, policy) : whole((p) => partRange(p, policy));
    if (measure === "gap") return gapRange(ofSide("community"), ofSide("service"));
    if (measure === "coverage") return point(part ? Number(part.isKnown) : coverageOf(principles));
    if (measure === "people") return point(peopleIn(answers.filter((a) => holdsRating(a) && (!who || a.side === who))));
    if (measure !== "agreement") throw new Error(`measure not known here: ${measure}`);
    const asked = first.filter((p) => !part || p.id === part.id).flatMap((p) => p.indicators).filter((i) => i.applies);
    const share = part && !part.isKnown ? null : agreementOf(answers, asked, known);
    return share === null ? ANYWHERE : point(share); // rule 33
  };
  return subjects(of, principles).flatMap(({ part, name }) =>
    (side === "each" ? SIDES : [side]).map((who) => {
      const applies = !part || part.applies;
      const range = applies ? rangeFor(part, who) : []; // rule 37
      const holds = (value) => (measure === "gap" ? value <= needed + TOLERANCE : reaches(value, needed));
      const found = applies && range[0] === range[1] ? range[0] : null;
      return { ...name, ...(who && { side: who }), found, needed, met: applies && range.every(holds), failed: !range.some(holds) };
    }));
}

/** Rule 39: the lowest and the highest level in one way to count, as places on the ladder, and what each level asks for. */
function climb(principles, context) {
  const asked = context.known.levels.map((level) => (level.requires ?? []).flatMap((r) => demands(r, principles, context)));
  const before = (stops) => [...asked, null].findIndex((all) => all === null || all.some(stops)) - 1;
  return { lowest: before((demand) => !demand.met), highest: before((demand) => demand.failed), asked };
}

/** Rule 41: what the next level asks for that is not met for certain: nearest first, then what is not known. */
function unmetOf({ lowest, asked }, levels) {
  const short = ({ found, needed }) => (found === null ? Infinity : Math.round(Math.abs(needed - found) / TOLERANCE));
  const open = (asked[lowest + 1] ?? []).filter((demand) => !demand.met);
  open.sort((a, b) => (short(a) === short(b) ? 0 : short(a) - short(b)));
  return open.map(({ met, failed, ...rest }) => ({ level: levels[lowest + 1].value, ...rest }));
}

/** Rules 38 to 41: the level however voices are counted, and what the next one asks for. */
function levelOf(first, answers, known) {
  const { levels, policy } = known;
  const direct = answers.filter((answer) => answer.side !== "community" || answer.direct);
  const own = policy.voice.within_side;
  const used = [own, ...WAYS.filter((way) => way !== own)].filter((way) => policy.level_holds_for.includes(way));
  const ways = used.map((way) => {
    const voices = way.startsWith("direct_") ? direct : answers;
    const principles = known.principles.map((p) => scorePrinciple(p, voices, way.replace("direct_", ""), known));
    return { way, ...climb(principles, { first, answers, known }) };
  });
  const [low, high] = ["lowest", "highest"].map((key) => Math.min(...ways.map((way) => way[key])));
  const values = (...places) => places.map((at) => levels[at].value);
  return {
    level: low === high ? levels[low].value : null, level_name: low === high ? levels[low].name : null,
    level_range: low === high ? null : values(low, high),
    level_by_count: keyed(ways.map(({ way, lowest, highest }) => [way, values(lowest, highest)])),
    unmet: unmetOf(ways.find((way) => way.lowest === low), levels),
  };
}

/** Rule 43: what the group settled on, as one profile. */
function agreedProfile(assessment, known, status) {
  if (!assessment.agreed || status === "declined") return null;
  const cells = assessment.agreed.ratings;
  const principles = known.principles.map((principle) => {
    const rated = principle.indicators.filter((i) => isRating(cells[i.id]));
    const said = principle.indicators.map((i) => cells[i.id]).filter((cell) => cell !== undefined);
    const applies = !said.length || said.some((cell) => cell !== "not_applicable");
    const open = principle.indicators.filter((i) => applies && cells[i.id] !== "not_applicable");
    const share = mean(open.map((i) => [isRating(cells[i.id]) ? 1 : 0, i.weight]));
    return { ...principle, score: mean(rated.map((i) => [known.valueOf(cells[i.id], i), i.weight])), share_rated: share };
  });
  return { ...joined(principles, known.policy.aggregation), principles: keyed(principles.map((p) => [p.id, p.score])) };
}

/** Principles joined into one score, and one share of what was rated. */
function joined(principles, aggregation) {
  const pick = (key) => principles.filter((p) => p[key] !== null).map((p) => [p[key], p.weight]);
  return { score: aggregate(aggregation, pick("score")), share_rated: mean(pick("share_rated")) };
}

function voicesOf(assessment, answers, known) {
  const places = new Set([...known.places.keys(), ...assessment.stakeholders.map((one) => one.perspective)]);
  return keyed([...places].map((place) => {
    const listed = assessment.stakeholders.filter((one) => one.perspective === place).map((one) => one.id);
    const responses = assessment.responses.filter((r) => listed.includes(r.stakeholder));
    const rated = answers.filter((answer) => answer.place === place && holdsRating(answer));
    return [place, {
      listed: listed.length, responded: responses.length, rated: rated.length, people: peopleIn(rated),
      for_someone: responses.filter((r) => r.answered === "for_someone").length,
    }];
  }));
}

/** Score an assessment: the figures of a scorecard that the vectors compare. */
export function score(assessment, framework) {
  const known = readFramework(framework, assessment.initiative.taking_part ?? {});
  const { policy, levels } = known;
  const answers = countedAnswers(assessment, known.places);
  const principles = known.principles.map((principle) => scorePrinciple(principle, answers, policy.voice.within_side, known));
  const overall = { ...joined(principles, policy.aggregation), coverage: coverageOf(principles) };
  const [status, reason] = statusOf(assessment, answers, principles, known);
  if (status === "one_sided" || status === "declined") overall.score = null; // rule 26
  const scored = principles.filter((p) => p.score !== null);
  const bothRated = scored.filter((p) => p.gap !== null); // rule 23
  const answered = (side) => on(answers, side).some(holdsRating); // rule 2
  const ownAccount = answered("community") && !answered("service"); // rule 27
  overall.sides = keyed(ALL_SIDES.map((side) => {
    const over = ownAccount && side === "community" ? principles : side === "independent" ? scored : bothRated;
    return [side, aggregate(policy.aggregation, over.filter((p) => p.sides[side] !== null).map((p) => [p.sides[side], p.weight]))];
  }));
  const applying = principles.filter((p) => p.applies);
  overall.known = keyed(ALL_SIDES.map((side) => [side, applying.length > 0 && applying.every((p) => p.known[side])]));
  overall.gap = difference(overall.sides);
  overall.left_out = keyed(principles.filter((p) => p.score === null).map((p) => [p.id, p.reason]));
  const ladder = levels.length ? [levels[0].value, levels.at(-1).value] : null; // rule 40
  const unlevelled = { level: null, level_name: null, level_range: ladder, level_by_count: {}, unmet: [] };
  const { unmet, ...level } = status === "scored" && levels.length ? levelOf(principles, answers, known) : unlevelled;
  const byId = keyed(principles.map((p) => [p.id, { ...p, indicators: keyed(p.indicators.map((i) => [i.id, i])) }]));
  const agreed = agreedProfile(assessment, known, status);
  return { status, reason, overall: { ...overall, ...level }, principles: byId, unmet, agreed, voices: voicesOf(assessment, answers, known) };
}
