// The types of urn:copro:framework:1, made from schemas/framework.json; do not edit.
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
 * Where it comes from: the source has it, in words of its own; or the authors of this file wrote it.
 */
export type Origin = "source" | "authors";
/**
 * Whether the fact that the source has it was checked against the source.
 */
export type Verified = boolean;
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
 * A published description of good co-production, in one edition: principles, indicators, a scale, perspectives, a scoring policy and levels.
 */
export interface Framework {
  /**
   * Says that this is a framework, and in which version of the format.
   */
  format: "copro/framework/1";
  /**
   * The framework's id; the same in every edition.
   */
  id: Id;
  /**
   * The edition; a released edition never changes meaning.
   */
  edition: Id;
  /**
   * The framework's title.
   */
  title: Text;
  /**
   * The full name, id@edition, of the framework that this one shortens.
   */
  short_form_of?: FrameworkName;
  /**
   * What the framework is for, in a few sentences.
   */
  summary?: Text;
  /**
   * Who publishes it.
   */
  publisher?: Text;
  /**
   * The BCP 47 tag of every plain string in the file.
   */
  language?: Language;
  /**
   * The licence of the framework's words.
   */
  licence?: string;
  /**
   * Where the framework comes from.
   */
  source?: Source;
  /**
   * What the numbers in its levels rest on, so that nobody takes them for more.
   */
  threshold_basis?: Text;
  /**
   * How many minutes answering it takes one person, roughly.
   */
  minutes?: number;
  /**
   * How to choose a step: the sentences that every form shows.
   */
  rating_rule?: Text[];
  /**
   * How to choose a perspective: what every form shows.
   */
  choose_perspective?: Text;
  /**
   * The ordered steps that a rating can take.
   */
  scale: Scale;
  /**
   * The places people speak from.
   *
   * @minItems 1
   */
  perspectives: [Perspective, ...Perspective[]];
  /**
   * The themes that are assessed, in the order they are shown.
   *
   * @minItems 1
   */
  principles: [Principle, ...Principle[]];
  /**
   * How answers become scores.
   */
  policy?: Policy;
  /**
   * The levels, lowest first; a framework may have none.
   */
  levels?: Level[];
  /**
   * Who put the texts into other languages, and when.
   */
  translations?: TranslationNote[];
  /**
   * Anything that users keep with the document; carried along, never read.
   */
  extra?: {
    [k: string]: unknown;
  };
}
/**
 * Where something comes from.
 */
export interface Source {
  /**
   * The source, in words that a reader can find it by.
   */
  citation: Text;
  /**
   * Its address, as text; never opened.
   */
  url?: string;
  /**
   * The year it was published in.
   */
  year?: number;
  /**
   * Who holds the copyright of the source's words, as far as known.
   */
  copyright?: Text;
  /**
   * What is known of the source's licence.
   */
  licence?: Text;
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
 * Who put the texts into a language, when, and from which words.
 */
export interface TranslationNote {
  /**
   * The BCP 47 tag of the language they were put into.
   */
  language: Language;
  /**
   * Who did it.
   */
  by: string;
  /**
   * When it was done.
   */
  date: Date;
  /**
   * SHA-256 of the texts in the framework's own language at that time, in hexadecimal; where they have changed since, the translation is behind.
   */
  source_digest: string;
}
/**
 * A place that someone speaks from.
 */
export interface Perspective {
  /**
   * The perspective's id.
   */
  id: Id;
  /**
   * The words people see.
   */
  name: Text;
  /**
   * The side it stands on; independent is shown as "neither side".
   */
  side: "community" | "service" | "independent";
  /**
   * Whether these are people whose own lives the initiative is about.
   */
  direct?: boolean;
  /**
   * Words that help a person to choose it.
   */
  description?: Text;
}
/**
 * One theme of the framework.
 */
export interface Principle {
  /**
   * The principle's id.
   */
  id: Id;
  /**
   * A short name.
   */
  name: Text;
  /**
   * The principle in a sentence or two.
   */
  statement?: Text;
  /**
   * How much the principle counts overall.
   */
  weight?: Weight;
  /**
   * What is rated for it.
   *
   * @minItems 1
   */
  indicators: [Indicator, ...Indicator[]];
  /**
   * Where it comes from: the framework's source has it, or the authors of this file wrote it.
   */
  origin?: Origin;
  verified?: Verified;
}
/**
 * One statement that people rate.
 */
export interface Indicator {
  /**
   * The indicator's id, unlike any other indicator's in the framework.
   */
  id: Id;
  /**
   * The statement.
   */
  statement: Text;
  /**
   * How much the indicator counts within its principle.
   */
  weight?: Weight;
  /**
   * Whether a high rating is bad news.
   */
  reversed?: boolean;
  /**
   * When it does not apply: most of those who rate it or say so say so; or, besides, nobody whose own life it is about has rated it.
   */
  waivable?: "majority" | "nobody_met_it";
  /**
   * What can be seen at each step: one text a step, lowest first.
   */
  descriptors?: Text[];
  /**
   * What people could do next, by the step that they stand at; never from the best step.
   */
  next?: Idea[];
  private?: Private;
  /**
   * Where the idea comes from.
   */
  sources?: string[];
  /**
   * Where it comes from: the framework's source has it, or the authors of this file wrote it.
   */
  origin?: Origin;
  verified?: Verified;
}
