// The types of urn:copro:assessment:1, made from schemas/assessment.json; do not edit.
// A type cannot say everything: validate a document against its schema before you trust it.

/**
 * Lower-case letters, digits and single hyphens.
 */
export type Id = string;
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
 * One of the two sides between which power is shared, or not.
 */
export type MainSide = "community" | "service";
/**
 * A day, ISO 8601.
 */
export type Date = string;
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
 * The community, the services, both together, or neither.
 */
export type Party = "community" | "service" | "both" | "neither";
/**
 * A step of the framework's scale, or why there is none. An indicator that is left out is silence.
 */
export type Rating = ("not_applicable" | "dont_know" | "prefer_not_to_say") | number;
/**
 * A list of ids.
 */
export type Ids = Id[];
/**
 * How far people take part: 0 done to, 1 told, 2 asked, 3 involved, 4 co-designing, 5 co-producing, 6 community-led.
 */
export type Participation = number;
/**
 * What a person says of themselves.
 */
export type OwnAnswer = "yes" | "no" | "rather_not_say";

/**
 * Who said what about one initiative, with one framework, over one period.
 */
export interface Assessment {
  /**
   * Says that this is an assessment, and in which version of the format.
   */
  format: "copro/assessment/1";
  /**
   * The assessment's id.
   */
  id: Id;
  /**
   * The assessment's title.
   */
  title: Text;
  /**
   * The BCP 47 tag of every plain string in the file.
   */
  language?: Language;
  /**
   * The full name, id@edition, of the framework that people answered.
   */
  framework: string;
  /**
   * The service, project or partnership being assessed.
   */
  initiative: Initiative;
  /**
   * The time that the assessment is about.
   */
  period?: Period;
  /**
   * How answers were collected: from known people, within a closed group, or over an open link where anyone could answer more than once (then there is no level).
   */
  collected?: "known_people" | "closed_group" | "open_link";
  /**
   * Who decided what about the assessment itself.
   */
  conduct?: Conduct;
  /**
   * The people and groups with a part in the initiative.
   */
  stakeholders: Stakeholder[];
  /**
   * Their answers, at most one response a stakeholder.
   */
  responses: Response[];
  /**
   * The id of a perspective, or community, service or independent for a side, to the words that this project uses for it.
   */
  terms?: {
    [k: string]: Text;
  };
  /**
   * What the group settled on after talking; kept beside the first answers, never instead of them.
   */
  agreed?: Agreed;
  /**
   * The sides that were invited to answer.
   */
  invited?: SideNote[];
  /**
   * The sides that chose not to be scored.
   */
  declined?: SideNote[];
  /**
   * Decisions in the initiative, and who holds which rights over them.
   */
  decisions?: Decision[];
  /**
   * Promises to share power or to resource people's part, and what became of them.
   */
  commitments?: Commitment[];
  /**
   * What supports ratings and shows commitments kept.
   */
  evidence?: Evidence[];
  extra?: Extra;
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
 * Anything that users keep here; carried along, never read.
 */
export interface Extra {
  [k: string]: unknown;
}
/**
 * Indicator id to rating.
 */
export interface Ratings {
  [k: string]: Rating;
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
 * Someone, or a group, with a part in the initiative, speaking from one perspective.
 */
export interface Stakeholder {
  /**
   * An id that means nothing outside this file; never a name.
   */
  id: Id;
  /**
   * The id of a perspective of the framework, or undisclosed.
   */
  perspective: Id;
  /**
   * The organisation that they work for or speak for.
   */
  organisation?: Text;
  /**
   * Their own answer to: Is this work about your own life? Nobody answers it for another. Left out, it is as their perspective says.
   */
  direct?: OwnAnswer;
  /**
   * Their own answer to: Could somebody who runs or funds this service end your pay or your work? Left out, they were not asked.
   */
  pay_depends?: OwnAnswer;
  extra?: Extra;
}
/**
 * One stakeholder's answers on one occasion.
 */
export interface Response {
  /**
   * The id of the stakeholder who answered.
   */
  stakeholder: Id;
  /**
   * When they answered.
   */
  date?: Date;
  /**
   * Alone, with help, as a group that answered together, or by somebody in their place (shown, never scored).
   */
  answered?: "self" | "with_help" | "group" | "for_someone";
  /**
   * The side of whoever helped, led the group or answered in their place.
   */
  helped_by?: "community" | "service" | "neither";
  /**
   * What the help was.
   */
  helped_how?: "interpreting" | "reading" | "writing" | "explaining" | "supporting" | "answering";
  /**
   * How many people a group answer speaks for.
   */
  people?: number;
  /**
   * How many of the group say that it is their answer; with two or more, and led by nobody whose pay depends on the services, the group counts as its people.
   */
  members_confirming?: number;
  /**
   * Indicator id to rating.
   */
  ratings?: Ratings;
  /**
   * Indicator id to the person's own words.
   */
  comments?: {
    [k: string]: string;
  };
  /**
   * How far those words may be shown: to nobody, to the group, to the public.
   */
  quote?: "no" | "group" | "public";
  /**
   * Indicator id to the ids of evidence for it.
   */
  evidence?: {
    [k: string]: Ids;
  };
  /**
   * Decision id to how far people took part in it, as this stakeholder saw it.
   */
  participation?: {
    [k: string]: Participation;
  };
  extra?: Extra;
}
/**
 * What the group settled on after talking.
 */
export interface Agreed {
  /**
   * When.
   */
  date?: Date;
  /**
   * Indicator id to the rating that the group settled on.
   */
  ratings: Ratings;
  /**
   * How they came to it.
   */
  note?: Text;
}
/**
 * Something to be decided in the initiative, with who holds which rights over it.
 */
export interface Decision {
  /**
   * The decision's id.
   */
  id: Id;
  /**
   * What is to be decided.
   */
  title: Text;
  /**
   * The part of the work it belongs to, such as co-design.
   */
  activity?: Id;
  /**
   * Right to the perspectives or stakeholders that hold it. A right left out is not recorded; an empty list means that nobody holds it.
   */
  rights?: {
    [k: string]: Ids;
  };
  /**
   * How far people were promised to take part.
   */
  promised?: Participation;
  /**
   * Whether the permission to carry it out is held.
   */
  permission?: Permission;
  /**
   * The stakeholders who confirm that this is how it is.
   */
  confirmed_by?: Ids;
  extra?: Extra;
}
/**
 * Whether the permission to carry a decision out is held, and since when.
 */
export interface Permission {
  /**
   * Where the permission stands.
   */
  state: "held" | "asked" | "refused" | "not_needed";
  /**
   * Since when.
   */
  date?: Date;
}
/**
 * A promise to share power over a decision, or to resource people's part in it.
 */
export interface Commitment {
  /**
   * The commitment's id.
   */
  id: Id;
  /**
   * The promise, in words.
   */
  title: Text;
  /**
   * The perspectives or stakeholders that made it.
   *
   * @minItems 1
   */
  by: [Id, ...Id[]];
  /**
   * The perspectives or stakeholders that it was made to.
   *
   * @minItems 1
   */
  to: [Id, ...Id[]];
  /**
   * What it shares.
   */
  shares?: Shares;
  /**
   * How far people were promised to take part.
   */
  promised?: Participation;
  /**
   * What it does not cover.
   */
  limits?: Text;
  /**
   * The day by which it was first promised.
   */
  due_on?: Date;
  /**
   * Its history, oldest first; events are only ever added.
   */
  events?: Event[];
  extra?: Extra;
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
 * One thing that happened to a commitment.
 */
export interface Event {
  /**
   * What happened.
   */
  event: "made" | "accepted" | "declined" | "changed" | "withdrawn" | "delivered" | "kept" | "broken";
  /**
   * When.
   */
  date: Date;
  /**
   * Whose act it was: a perspective or a stakeholder.
   */
  by: Id;
  /**
   * Why.
   */
  reason?: Text;
  /**
   * The day by which it is promised; only where it is made or changed.
   */
  due_on?: Date;
  /**
   * The ids of evidence for it.
   */
  evidence?: Ids;
}
/**
 * Something that supports a rating, or shows a commitment kept.
 */
export interface Evidence {
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
   * Who made it, in words.
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
  extra?: Extra;
}
