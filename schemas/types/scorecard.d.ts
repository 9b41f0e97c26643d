// The types of urn:copro:scorecard:1, made from schemas/scorecard.json; do not edit.
// A type cannot say everything: validate a document against its schema before you trust it.

/**
 * Lower-case letters, digits and single hyphens.
 */
export type Id = string;
/**
 * A framework's full name: its id, @ and its edition.
 */
export type FrameworkName = string;
/**
 * A BCP 47 language tag.
 */
export type Language = string;
/**
 * Words that people read: a string in the document's language, or a map from language tag to string.
 */
export type Text =
  | string
  | {
      [k: string]: string;
    };
/**
 * How much something counts; only the ratios between weights matter.
 */
export type Weight = number;
/**
 * A number from 0 to 1.
 */
export type Share = number;
/**
 * One of the two sides between which power is shared, or not.
 */
export type MainSide = "community" | "service";
/**
 * A day, ISO 8601.
 */
export type Date = string;
/**
 * Whether the indicator stays out of anything public, and off a wall: safety, trust, risk, costs.
 */
export type Private = boolean;
/**
 * One condition of a level: something measured reaches a number. Equal is enough.
 */
export type Requirement =
  | ScoreRequirement
  | GapRequirement
  | CoverageRequirement
  | AgreementRequirement
  | KeptRequirement
  | SharedRequirement
  | PeopleRequirement;
/**
 * The id of a principle of this framework; or every_principle: each that applies.
 */
export type Principles = string;
/**
 * A right over a decision.
 */
export type Right =
  | "initiate"
  | "choose_who"
  | "choose_how"
  | "choose_when"
  | "propose"
  | "decide"
  | "veto"
  | "hold_budget"
  | "carry_out"
  | "stop"
  | "judge";
/**
 * What a requirement does where too little is recorded: fail, or be skipped and named.
 */
export type WhenNone = "fail" | "skip";
/**
 * The community, the services, both together, or neither.
 */
export type Party = "community" | "service" | "both" | "neither";
/**
 * A list of ids.
 */
export type Ids = Id[];
/**
 * A number; null where there is none; or a note that it is known and not shown.
 */
export type FoundFigure =
  | number
  | null
  | {
      /**
       * Why it is not shown.
       */
      suppressed: "small_group";
    };
/**
 * A number; null where there is none; or a note that it is known and not shown.
 */
export type Figure =
  | number
  | null
  | {
      /**
       * Why it is not shown.
       */
      suppressed: "small_group";
    };
/**
 * How many.
 */
export type Count = number;
/**
 * A number from 0 to 1, or null where there is none.
 */
export type OptionalShare = number | null;
/**
 * Where the figure would probably lie if other people like these had answered: lower and upper end of 95 %.
 *
 * @minItems 2
 * @maxItems 2
 */
export type Interval = [number, number] | null;
/**
 * Why there is no score: it does not apply, nobody whose answers count rated it, a required side did not rate it, or it is not known.
 */
export type MissingReason = "not_applicable" | "unrated" | "one_sided" | "unknown" | null;
/**
 * SHA-256, in hexadecimal.
 */
export type Digest = string | null;
/**
 * The lowest and the highest of some levels.
 *
 * @minItems 2
 * @maxItems 2
 */
export type LevelRange = [number, number];
/**
 * The services' score minus the community's.
 */
export type Gap = {
  /**
   * The gap, -1 to 1; above 0 the services see more than the community.
   */
  value?: Figure;
  interval?: Interval;
  interval_reason?: IntervalReason;
  standard_error?: StandardError;
  degrees_of_freedom?: DegreesOfFreedom;
  /**
   * Whether the gap is larger than its uncertainty: of one principle by Holm's rule over all of them, overall by its own interval.
   */
  is_clear?: boolean;
} | null;
/**
 * How far answers agree.
 */
export type Agreement = {
  /**
   * Agreed or split, by the policy's rule, or too few to say.
   */
  status?: "agreed" | "split" | "too_few";
  /**
   * The share of ratings near the middle answer to their indicator.
   */
  share?: OptionalShare;
  /**
   * Krippendorff's alpha, ordinal; null where every rating is the same.
   */
  alpha?: number | null;
  /**
   * How many responses it rests on.
   */
  responses?: Count;
} | null;
/**
 * Why there is no interval: too few answers to say. Nobody shares a perspective with somebody else, or the interval would be wider than half of what the figure can be.
 */
export type IntervalReason = "too_few" | null;
/**
 * The standard error of the figure; null where it cannot be told, or intervals were not asked for.
 */
export type StandardError = number | null;
/**
 * How much the standard error rests on: the degrees of freedom of Student's t.
 */
export type DegreesOfFreedom = number | null;
/**
 * How the likelihoods of levels were made.
 */
export type Certainty = {
  /**
   * How many times the answers were drawn again.
   */
  replicates: number;
  /**
   * SHA-256 that the draws start from, in hexadecimal; null where it could give answers away.
   */
  seed?: string | null;
} | null;
/**
 * Whether the level survives other choices.
 */
export type Sensitivity = {
  /**
   * The lowest share of any family.
   */
  share: Share;
  /**
   * The families of choices.
   */
  families: Family[];
} | null;
/**
 * What the group settled on afterwards, scored as one profile.
 */
export type Agreed = {
  /**
   * When.
   */
  date?: Date;
  /**
   * How they came to it.
   */
  note?: Text;
  /**
   * The overall score of it, 0 to 1.
   */
  score?: OptionalShare;
  /**
   * The share of what could have been settled that was.
   */
  share_rated?: OptionalShare;
  /**
   * Each principle.
   */
  principles: AgreedPrinciple[];
} | null;
/**
 * Who holds which power, over the decisions that both sides confirm. The project's own measure.
 */
export type Power = {
  /**
   * Decisions that someone wrote down.
   */
  decisions: Count;
  /**
   * Those that someone on each side confirms.
   */
  confirmed: Count;
  /**
   * Their recorded rights, by who holds them.
   */
  profile: Holdings;
  /**
   * The share of these that the community holds, alone or jointly.
   */
  power_sharing?: OptionalShare;
  /**
   * The profile of each right.
   */
  by_right: {
    [k: string]: Holdings;
  };
  /**
   * The profile of each activity.
   */
  by_activity: {
    [k: string]: Holdings;
  };
  /**
   * Decisions that the community has a part in, but that services alone can stop.
   */
  services_can_veto?: Id[];
  /**
   * Decisions that are left out.
   */
  unconfirmed?: Unconfirmed[];
  /**
   * Promised and experienced participation, by decision.
   */
  participation?: Participation[];
} | null;
/**
 * A step from 0 to 6; null where nobody says; or a note that it is known and not shown.
 */
export type ParticipationFigure =
  | number
  | null
  | {
      /**
       * Why it is not shown.
       */
      suppressed: "small_group";
    };
/**
 * What became of promises, as of a date. The project's own measure.
 */
export type Promises = {
  /**
   * The date; null where the document holds none.
   */
  as_of?: null | Date;
  /**
   * The record in each direction.
   */
  records: {
    /**
     * What services promised the community.
     */
    services_to_community: PromiseRecord;
    /**
     * What the community promised services.
     */
    community_to_services: PromiseRecord;
    /**
     * Any other promises.
     */
    other: PromiseRecord;
  };
  /**
   * Every commitment, in the order recorded.
   */
  ledger?: LedgerEntry[];
} | null;

/**
 * The result of scoring one assessment: every figure, with everything needed to work it out again by hand.
 */
export interface Scorecard {
  /**
   * Says that this is a scorecard, and in which version of the format.
   */
  format: "copro/scorecard/1";
  /**
   * The assessment that it is about.
   */
  assessment: Subject;
  /**
   * The framework that it rests on.
   */
  framework: Basis;
  /**
   * How answers became scores.
   */
  policy: Policy;
  /**
   * Whether there is a score: scored; one_sided, where a required side did not answer; insufficient, where too little was answered; declined, where a required side chose not to be scored.
   */
  status: "scored" | "one_sided" | "insufficient" | "declined";
  /**
   * What stands behind any other status than scored.
   */
  reason?:
    | "no_ratings"
    | "open_link"
    | "community_silent"
    | "service_silent"
    | "too_few_people"
    | "nothing_known"
    | "community_declined"
    | "service_declined"
    | null;
  /**
   * Who answered, by perspective.
   */
  voices: Voices[];
  /**
   * The whole of it.
   */
  overall: Overall;
  /**
   * The principles, in the framework's order.
   */
  principles: Principle[];
  /**
   * What the next level asks for and is not there yet, nearest first.
   */
  unmet?: Unmet[];
  /**
   * What the group settled on afterwards; null where nothing was.
   */
  agreed?: Agreed;
  /**
   * Who holds which power; null where no decision is recorded.
   */
  power?: Power;
  /**
   * What became of promises; null where none is recorded.
   */
  commitments?: Promises;
  /**
   * What the answers and promises rest on, in the order recorded.
   */
  evidence?: Support[];
  /**
   * How the likelihoods of levels were made; null where it was not asked how sure the figures are.
   */
  certainty?: Certainty;
  /**
   * Whether the level survives other choices; null where that was not asked.
   */
  sensitivity?: Sensitivity;
  /**
   * What the library has to say about the answers.
   */
  findings?: Finding[];
  /**
   * The BCP 47 tag of the language that the sentences in findings are written in.
   */
  language?: Language;
  /**
   * The program and version that made it.
   */
  produced_by?: string | null;
}
/**
 * The ordered steps that a rating can take.
 */
export interface Scale {
  /**
   * Two or more steps, strictly rising, at any spacing.
   *
   * @minItems 2
   * @maxItems 100
   */
  steps: [Step, Step, ...Step[]];
}
/**
 * One step of the scale.
 */
export interface Step {
  /**
   * The number that a rating of this step is written as.
   */
  value: number;
  /**
   * What the step is called.
   */
  name: Text;
  /**
   * What the step means for any indicator.
   */
  meaning?: Text;
}
/**
 * Something that people could do next, to talk about.
 */
export interface Idea {
  /**
   * The step that the idea starts at.
   */
  from: number;
  /**
   * Who moves first: whoever holds the power or the money that it takes.
   */
  first: "service" | "community" | "both";
  /**
   * The idea, in a sentence or two.
   */
  text: Text;
  /**
   * The case in which it is meant; left out, in any. Ideas of one step always stand together.
   */
  when?: Text;
}
/**
 * The declared choices that scoring follows.
 */
export interface Policy {
  /**
   * How principle scores become an overall score; null gives a profile without a total.
   */
  aggregation?: "arithmetic" | "geometric" | "harmonic" | "minimum" | null;
  /**
   * How voices become one score.
   */
  voice?: Voice;
  /**
   * The sides without which there is no score.
   */
  required_sides?: MainSide[];
  /**
   * How many people of a side must rate a statement for the side to know it.
   */
  known_by?: number;
  /**
   * The least number of people on a side; a side named here must have answered.
   */
  minimum_people?: {
    /**
     * The least number of people on the community's side.
     */
    community?: number;
    /**
     * The least number of people on the services' side.
     */
    service?: number;
  };
  /**
   * The ways to count voices under which a level must hold: each perspective or each answer of a side alike; with everyone, or with direct voices alone speaking for the community.
   *
   * @minItems 1
   */
  level_holds_for?: [
    "perspectives" | "people" | "direct_perspectives" | "direct_people",
    ...("perspectives" | "people" | "direct_perspectives" | "direct_people")[]
  ];
  /**
   * When answers count as agreeing.
   */
  agreement?: AgreementRule;
}
/**
 * How voices become one score.
 */
export interface Voice {
  /**
   * On one side: each perspective counts once, or each response does.
   */
  within_side?: "perspectives" | "people";
  /**
   * Between the sides: the midpoint of both (parity), the community's score alone, every response the same whatever the side (people), or a weight for each side.
   */
  between_sides?:
    | ("parity" | "community" | "people")
    | {
        /**
         * The weight of the community's score.
         */
        community?: Weight;
        /**
         * The weight of the services' score.
         */
        service?: Weight;
      };
}
/**
 * A named step of maturity, reached by meeting its own requirements and those of every level below.
 */
export interface Level {
  /**
   * The level's place; levels are rising whole numbers.
   */
  value: number;
  /**
   * What the level is called.
   */
  name: Text;
  /**
   * What the level says of an initiative.
   */
  meaning?: Text;
  /**
   * What must hold for it; the lowest level requires nothing.
   */
  requires?: Requirement[];
}
/**
 * The score, or the score of one side or each, is at least a number or a step.
 */
export interface ScoreRequirement {
  /**
   * What is looked at.
   */
  measure: "score";
  /**
   * The id of a principle; every_principle; or the ids of indicators, each of them. Left out, it is about the whole.
   *
   * @minItems 1
   */
  of?: string | [Id, ...Id[]];
  /**
   * Whose score: each side's own, or that of one side. Left out, everyone's together.
   */
  side?: "each" | "community" | "service";
  /**
   * The least score.
   */
  at_least?: Share;
  /**
   * The least score, as a step of the scale.
   */
  at_step?: number;
}
/**
 * The gap between the sides is at most a number, whichever side is higher.
 */
export interface GapRequirement {
  /**
   * What is looked at.
   */
  measure: "gap";
  /**
   * The principle it is about. Left out, it is about the overall gap.
   */
  of?: Principles;
  /**
   * The widest gap.
   */
  at_most: Share;
}
/**
 * The share of principles that are known is at least a number.
 */
export interface CoverageRequirement {
  /**
   * What is looked at.
   */
  measure: "coverage";
  /**
   * The principle it is about: it is known, or not. Left out, it is about all of them.
   */
  of?: Principles;
  /**
   * The least share; of one principle, 1.
   */
  at_least: Share;
}
/**
 * The share of ratings near their middle answer is at least a number.
 */
export interface AgreementRequirement {
  /**
   * What is looked at.
   */
  measure: "agreement";
  /**
   * The principle it is about. Left out, it is about all answers.
   */
  of?: Principles;
  /**
   * The least share.
   */
  at_least: Share;
}
/**
 * The share of the services' due promises to the community that were kept is at least a number.
 */
export interface KeptRequirement {
  /**
   * What is looked at.
   */
  measure: "kept";
  /**
   * The least share.
   */
  at_least: Share;
  /**
   * Below this many due promises there is no share.
   */
  minimum?: number;
  when_none?: WhenNone;
}
/**
 * The share of recorded rights that the community holds, alone or jointly, is at least a number.
 */
export interface SharedRequirement {
  /**
   * What is looked at.
   */
  measure: "shared";
  /**
   * The least share.
   */
  at_least: Share;
  /**
   * The rights it is about; none named, all of them.
   */
  rights?: Right[];
  /**
   * Below this many recorded rights there is no share.
   */
  minimum?: number;
  when_none?: WhenNone;
}
/**
 * The number of people who rated is at least a number; of a group whose members confirm its answer, everyone counts.
 */
export interface PeopleRequirement {
  /**
   * What is looked at.
   */
  measure: "people";
  /**
   * Whose people: each side's, or those of one side. Left out, everyone's.
   */
  side?: "each" | "community" | "service";
  /**
   * The least number of people.
   */
  at_least: number;
}
/**
 * When answers count as agreeing.
 */
export interface AgreementRule {
  /**
   * How near the middle answer to its indicator a rating must be, in steps. Null: 0 on a scale of two or three steps, else 1.
   */
  within_steps?: number | null;
  /**
   * The share of ratings that must be that near.
   */
  share?: Share;
  /**
   * Below this many responses it is too few to say.
   */
  minimum_responses?: number;
}
/**
 * The time that the assessment is about.
 */
export interface Period {
  /**
   * The first day.
   */
  start: Date;
  /**
   * The last day.
   */
  end: Date;
}
/**
 * Who decided what about the assessment itself.
 */
export interface Conduct {
  /**
   * Who decided that there would be an assessment.
   */
  initiate?: Party;
  /**
   * Who decided whom to ask.
   */
  choose_who?: Party;
  /**
   * Who decided how to ask.
   */
  choose_how?: Party;
  /**
   * Who decided when to ask, and how fast.
   */
  choose_when?: Party;
  /**
   * Who decides what is published.
   */
  publish?: Party;
}
/**
 * A side, and when something was asked of it or said by it.
 */
export interface SideNote {
  /**
   * The side.
   */
  side: MainSide;
  /**
   * When.
   */
  date?: Date;
  /**
   * A remark.
   */
  note?: Text;
}
/**
 * The assessment that the scorecard is about.
 */
export interface Subject {
  /**
   * The assessment's id.
   */
  id: Id;
  /**
   * The assessment's title.
   */
  title: Text;
  /**
   * What was assessed.
   */
  initiative: Initiative;
  /**
   * The BCP 47 tag of the assessment's plain strings.
   */
  language?: Language;
  /**
   * The time that it is about.
   */
  period?: Period;
  /**
   * How answers were collected.
   */
  collected?: "known_people" | "closed_group" | "open_link";
  /**
   * Who decided what about the assessment itself.
   */
  conduct?: Conduct;
  /**
   * The sides that were invited to answer.
   */
  invited?: SideNote[];
  /**
   * The sides that chose not to be scored.
   */
  declined?: SideNote[];
  /**
   * What this project calls the sides, where it says so.
   */
  side_names?: {
    [k: string]: Text;
  };
  /**
   * SHA-256 of the assessment, in hexadecimal.
   */
  digest?: Digest;
}
/**
 * The service, project or partnership being assessed.
 */
export interface Initiative {
  /**
   * The initiative's id, the same in every assessment of it.
   */
  id: Id;
  /**
   * What it is called.
   */
  name: Text;
  /**
   * What it does.
   */
  summary?: Text;
  /**
   * What is done together, such as co-design or co-deliver.
   */
  activities?: Ids;
  /**
   * How far it has come, such as people-it.
   */
  stage?: Id;
  /**
   * How many people take part in all, whether or not they answered.
   */
  taking_part?: {
    /**
     * How many on the community's side.
     */
    community?: number;
    /**
     * How many on the services' side.
     */
    service?: number;
  };
}
/**
 * The framework that the scorecard rests on.
 */
export interface Basis {
  /**
   * The framework's id.
   */
  id: Id;
  /**
   * The framework's edition.
   */
  edition: Id;
  /**
   * The framework's title.
   */
  title: Text;
  /**
   * The BCP 47 tag of the framework's plain strings.
   */
  language?: Language;
  /**
   * The framework that it shortens.
   */
  short_form_of?: FrameworkName;
  /**
   * What the numbers in its levels rest on.
   */
  threshold_basis?: Text;
  /**
   * The steps that ratings took.
   */
  scale: Scale;
  /**
   * The levels, and what each requires.
   */
  levels?: Level[];
  /**
   * SHA-256 of the framework without its translations, in hexadecimal.
   */
  digest?: Digest;
}
/**
 * How many people of one perspective were listed, and how many answered.
 */
export interface Voices {
  /**
   * The perspective's id, or undisclosed.
   */
  perspective: Id;
  /**
   * The words people see.
   */
  name?: Text;
  /**
   * The side it stands on; left out for undisclosed.
   */
  side?: "community" | "service" | "independent";
  /**
   * Whether these are people whose own lives the initiative is about.
   */
  direct?: boolean;
  /**
   * Stakeholders listed.
   */
  listed: Count;
  /**
   * Stakeholders with a response of any kind.
   */
  responded: Count;
  /**
   * Responses that are scored: they gave at least one rating.
   */
  rated: Count;
  /**
   * People behind those responses; of a group whose members confirm its answer, everyone in it.
   */
  people: Count;
  /**
   * Responses given in someone's place: shown here, never scored.
   */
  for_someone?: Count;
}
/**
 * One side's own score.
 */
export interface SideScore {
  /**
   * The score, 0 to 1: the mean of what was rated.
   */
  score?: Figure;
  /**
   * Whether enough of its people rated enough of it; a score that is not known counts for no level.
   */
  known?: boolean;
  /**
   * How many responses it rests on.
   */
  respondents?: Count;
  interval?: Interval;
  interval_reason?: IntervalReason;
  standard_error?: StandardError;
  degrees_of_freedom?: DegreesOfFreedom;
  agreement?: Agreement;
}
/**
 * Each side's own score.
 */
export interface SideScores {
  /**
   * The community's.
   */
  community: SideScore;
  /**
   * The services'.
   */
  service: SideScore;
  /**
   * Of those on neither side.
   */
  independent: SideScore;
}
/**
 * Other choices of one kind.
 */
export interface Family {
  /**
   * The kind of choice: another aggregation, another voice, leaving out a principle or a perspective, or other weights.
   */
  family: "aggregation" | "voice" | "principles" | "perspectives" | "weights";
  /**
   * The share of them that give the same level.
   */
  share: Share;
  /**
   * How many were tried.
   */
  tried: Count;
  /**
   * Those that give another level.
   */
  changed?: Variant[];
}
/**
 * Another choice under which the level would be another.
 */
export interface Variant {
  /**
   * The choice, such as geometric or the id of what was left out.
   */
  variant: string;
  /**
   * The level it gives; null where it gives none.
   */
  level?: number | null;
  /**
   * The status it gives.
   */
  status?: "scored" | "one_sided" | "insufficient" | "declined";
  /**
   * How many draws of weights gave this level; 1 for any other choice.
   */
  count?: Count;
}
/**
 * The whole of it.
 */
export interface Overall {
  /**
   * The overall score, 0 to 1.
   */
  score?: Figure;
  interval?: Interval;
  interval_reason?: IntervalReason;
  standard_error?: StandardError;
  degrees_of_freedom?: DegreesOfFreedom;
  /**
   * The level reached; null unless the status is scored, and where it cannot be told.
   */
  level?: number | null;
  /**
   * What that level is called.
   */
  level_name?: null | Text;
  /**
   * The lowest and the highest level that it may be, where the level cannot be told.
   */
  level_range?: null | LevelRange;
  /**
   * The same under each way to count voices: for whoever holds the answers.
   */
  level_by_count?: {
    [k: string]: LevelRange;
  };
  /**
   * Level to how likely it is, given who happened to answer; unknown: that it cannot be told.
   */
  level_probabilities?: {
    [k: string]: Share;
  } | null;
  /**
   * The share of principles that are known.
   */
  coverage?: OptionalShare;
  /**
   * The share of what could have been rated that was; it decides nothing.
   */
  share_rated?: OptionalShare;
  /**
   * Each side's own overall figure, over the principles that both sides rated.
   */
  sides: SideScores;
  gap?: Gap;
  agreement?: Agreement;
  /**
   * Principles that the overall score leaves out, and why.
   */
  left_out?: LeftOut[];
  /**
   * Requirements that were passed over, and why.
   */
  skipped?: Skipped[];
}
/**
 * A principle that the overall score leaves out.
 */
export interface LeftOut {
  /**
   * The principle's id.
   */
  principle: Id;
  /**
   * Why.
   */
  reason: "not_applicable" | "unrated" | "one_sided" | "unknown";
}
/**
 * A requirement that was passed over.
 */
export interface Skipped {
  /**
   * The level that it belongs to.
   */
  level: number;
  /**
   * The requirement.
   */
  requirement: Requirement;
  /**
   * Why.
   */
  reason: string;
}
/**
 * The score of one principle, and each side's own.
 */
export interface Principle {
  /**
   * The principle's id.
   */
  id: Id;
  /**
   * The principle's name.
   */
  name: Text;
  /**
   * The score, 0 to 1.
   */
  score?: Figure;
  reason?: MissingReason;
  /**
   * How much the principle counts overall.
   */
  weight?: Weight;
  /**
   * The share of what could have been rated that was; it decides nothing.
   */
  share_rated?: OptionalShare;
  interval?: Interval;
  interval_reason?: IntervalReason;
  standard_error?: StandardError;
  degrees_of_freedom?: DegreesOfFreedom;
  /**
   * Each side's own score.
   */
  sides: SideScores;
  gap?: Gap;
  agreement?: Agreement;
  /**
   * The indicators behind it.
   */
  indicators: Indicator[];
}
/**
 * The score of one indicator.
 */
export interface Indicator {
  /**
   * The indicator's id.
   */
  id: Id;
  /**
   * What was rated.
   */
  statement: Text;
  /**
   * What can be seen at each step, lowest first.
   */
  descriptors?: Text[];
  /**
   * What people could do next, by the step that they stand at.
   */
  next?: Idea[];
  private?: Private;
  /**
   * The score, 0 to 1.
   */
  score?: Figure;
  reason?: MissingReason;
  /**
   * How much the indicator counts within its principle.
   */
  weight?: Weight;
  /**
   * Whether a high rating is bad news.
   */
  reversed?: boolean;
  /**
   * What each side said.
   */
  sides: {
    /**
     * The community.
     */
    community: IndicatorSide;
    /**
     * The services.
     */
    service: IndicatorSide;
    /**
     * Those on neither side.
     */
    independent: IndicatorSide;
  };
}
/**
 * What one side said of one indicator.
 */
export interface IndicatorSide {
  /**
   * The side's value, 0 to 1, from its perspectives.
   */
  value?: Figure;
  /**
   * What each of its perspectives said.
   */
  perspectives?: PerspectiveValue[];
}
/**
 * What one perspective said of one indicator.
 */
export interface PerspectiveValue {
  /**
   * The perspective's id.
   */
  perspective: Id;
  /**
   * The mean of its ratings, 0 to 1, flipped where the indicator is reversed.
   */
  value?: Figure;
  /**
   * Responses that rated it.
   */
  respondents?: Count;
  /**
   * People behind them.
   */
  people?: Count;
  /**
   * How many ratings each step of the scale got, lowest first; or a note that they are not shown.
   */
  counts?:
    | Count[]
    | {
        /**
         * Why they are not shown.
         */
        suppressed: "small_group";
      };
  /**
   * How many gave each unrated state, and how many were silent; or a note that these are not shown.
   */
  unrated?: {
    /**
     * How many said that it does not apply.
     */
    not_applicable?: Count;
    /**
     * How many said that they do not know.
     */
    dont_know?: Count;
    /**
     * How many preferred not to say.
     */
    prefer_not_to_say?: Count;
    /**
     * How many responded and left it out.
     */
    silent?: Count;
    /**
     * Why these are not shown.
     */
    suppressed?: "small_group";
  };
}
/**
 * Something that the next level asks for and that is not there yet.
 */
export interface Unmet {
  /**
   * The level that asks for it.
   */
  level: number;
  /**
   * What it asks for.
   */
  requirement: Requirement;
  /**
   * The principle concerned.
   */
  principle?: Id;
  /**
   * The indicator concerned.
   */
  indicator?: Id;
  /**
   * The side concerned.
   */
  side?: MainSide;
  /**
   * The figure there is, or the number of people; null where it may be more than one.
   */
  found?: FoundFigure;
  /**
   * The figure that it takes.
   */
  needed: number;
}
/**
 * The score of one principle in what the group settled on.
 */
export interface AgreedPrinciple {
  /**
   * The principle's id.
   */
  id: Id;
  /**
   * The score, 0 to 1.
   */
  score?: OptionalShare;
  reason?: MissingReason;
  /**
   * The share of its indicators that were settled.
   */
  share_rated?: OptionalShare;
}
/**
 * Recorded rights over decisions, by who holds them.
 */
export interface Holdings {
  /**
   * Held by services alone.
   */
  service?: Count;
  /**
   * Held by both sides.
   */
  shared?: Count;
  /**
   * Held by the community alone.
   */
  community?: Count;
  /**
   * Held by nobody, or only by people on neither side.
   */
  others?: Count;
}
/**
 * A decision that is left out, because nobody on some side confirms how it is.
 */
export interface Unconfirmed {
  /**
   * The decision's id.
   */
  decision: Id;
  /**
   * What is to be decided.
   */
  title: Text;
  /**
   * The sides that do not confirm it.
   */
  missing: MainSide[];
}
/**
 * How far people were promised to take part in a decision, and how far they say they did.
 */
export interface Participation {
  /**
   * The decision's id.
   */
  decision: Id;
  /**
   * What is to be decided.
   */
  title: Text;
  /**
   * What was promised, 0 done to to 6 community-led; null where nothing was.
   */
  promised?: number | null;
  /**
   * What each side says.
   */
  sides: {
    /**
     * The community.
     */
    community: Experienced;
    /**
     * The services.
     */
    service: Experienced;
  };
}
/**
 * How far people of one side say that they took part in a decision.
 */
export interface Experienced {
  /**
   * The lower median, 0 done to to 6 community-led.
   */
  step?: ParticipationFigure;
  /**
   * How many responses say so.
   */
  respondents?: Count;
  /**
   * How many people these speak for.
   */
  people?: Count;
}
/**
 * What became of promises in one direction.
 */
export interface PromiseRecord {
  /**
   * Promises made.
   */
  made?: Count;
  /**
   * Those that were accepted and are due.
   */
  due?: Count;
  /**
   * Due ones judged kept.
   */
  kept?: Count;
  /**
   * Due ones judged broken.
   */
  broken?: Count;
  /**
   * Due ones on which those they were made to disagree.
   */
  disputed?: Count;
  /**
   * Due ones withdrawn after they were accepted.
   */
  withdrawn?: Count;
  /**
   * Due ones neither delivered nor judged.
   */
  overdue?: Count;
  /**
   * Due ones delivered and not judged.
   */
  unjudged?: Count;
  /**
   * Accepted ones that are not due yet.
   */
  waiting?: Count;
  /**
   * Those that nobody they were made to ever accepted.
   */
  never_accepted?: Count;
  /**
   * Kept over due; null below 5 due, where only counts are told.
   */
  say_do?: OptionalShare;
}
/**
 * One commitment as of the date.
 */
export interface LedgerEntry {
  /**
   * The commitment's id.
   */
  id: Id;
  /**
   * The promise, in words.
   */
  title: Text;
  /**
   * Who promised whom.
   */
  direction: "services_to_community" | "community_to_services" | "other";
  /**
   * What it is, by its events; null before it is made.
   */
  state?: "made" | "accepted" | "declined" | "withdrawn" | "delivered" | "kept" | "broken" | "disputed" | null;
  /**
   * What that means for the record.
   */
  standing:
    | "kept"
    | "broken"
    | "disputed"
    | "withdrawn"
    | "overdue"
    | "unjudged"
    | "waiting"
    | "never_accepted"
    | "not_yet_made";
  /**
   * The accepted day by which it is promised; else the one offered.
   */
  due_on?: null | Date;
  /**
   * The last reason given.
   */
  reason?: null | Text;
  /**
   * The reasons given before it, oldest first.
   */
  earlier_reasons?: EarlierReason[];
  /**
   * What it shares.
   */
  shares?: null | Shares;
  /**
   * The decision that it is about, in words.
   */
  decision?: null | Text;
  /**
   * How far people were promised to take part; null where nothing was said.
   */
  promised?: number | null;
  /**
   * What it does not cover.
   */
  limits?: null | Text;
}
/**
 * A reason that was given before the last one.
 */
export interface EarlierReason {
  /**
   * What happened.
   */
  event: "made" | "accepted" | "declined" | "changed" | "withdrawn" | "delivered" | "kept" | "broken";
  /**
   * Why.
   */
  reason: Text;
}
/**
 * What a commitment shares: rights over a decision, or a resource.
 */
export interface Shares {
  /**
   * Rights, or the resource.
   */
  kind: "rights" | "money" | "time" | "training" | "access";
  /**
   * The decision it is about.
   */
  decision?: Id;
  /**
   * The rights it shares.
   */
  rights?: Right[];
}
/**
 * A piece of evidence, and what rests on it; never who named it.
 */
export interface Support {
  /**
   * The evidence's id.
   */
  id: Id;
  /**
   * What it is.
   */
  kind: "document" | "data" | "quote" | "observation" | "case_study";
  /**
   * What it is called.
   */
  title: Text;
  /**
   * Its date.
   */
  date?: Date;
  /**
   * The last day on which it still says something.
   */
  valid_until?: Date;
  /**
   * Its address, as text; never opened.
   */
  url?: string;
  /**
   * Who made it, in words; left out of what is shown where it may hold somebody's own words.
   */
  by?: Text;
  /**
   * A remark.
   */
  note?: Text;
  /**
   * Whether it may be shown outside the group.
   */
  shareable?: boolean;
  /**
   * The indicators that somebody named it for; a side that declined is left out.
   */
  indicators?: Ids;
  /**
   * The commitments that something named it for that happened to them.
   */
  commitments?: Ids;
}
/**
 * What the library has to say about the answers.
 */
export interface Finding {
  /**
   * A stable word for this kind of finding.
   */
  code: Id;
  /**
   * How much it matters.
   */
  severity?: "error" | "warning" | "advice";
  /**
   * One plain sentence about what was found.
   */
  message: string;
  /**
   * What to do about it.
   */
  hint?: string | null;
  /**
   * JSON Pointer of the place; empty for the whole document.
   */
  pointer?: string;
  /**
   * The file.
   */
  file?: string | null;
  /**
   * The line, from 1.
   */
  line?: number | null;
  /**
   * The column, from 1.
   */
  column?: number | null;
  /**
   * The name of the table's column, for a place in a table.
   */
  column_name?: string | null;
  /**
   * The sheet, for a place in a workbook.
   */
  sheet?: string | null;
  /**
   * The cell, such as C7, for a place in a workbook.
   */
  cell?: string | null;
}
