// The types of urn:copro:case-study:1, made from schemas/case-study.json; do not edit.
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
 * A day, ISO 8601.
 */
export type Date = string;

/**
 * The story of what people did together, lived or imagined, told so that others can take something from it.
 */
export interface CaseStudy {
  /**
   * Says that this is a case study, and in which version of the format.
   */
  format: "copro/case-study/1";
  /**
   * The case study's id; evidence of kind case_study with the same id points to it.
   */
  id: Id;
  /**
   * The case study's title.
   */
  title: Text;
  /**
   * The BCP 47 tag of every plain string in the file.
   */
  language?: Language;
  /**
   * Whether it was lived, or is imagined: told from a later year, looking back.
   */
  tense?: "lived" | "futuring";
  /**
   * The year that an imagined one is told from.
   */
  told_from?: number;
  /**
   * Whose voice tells it.
   */
  told_by: Teller;
  /**
   * What it is.
   */
  form?: "text" | "audio" | "video" | "image";
  /**
   * Where a recording or picture is, as text; never opened.
   */
  media?: string;
  /**
   * The words of a recording, or of what a picture shows.
   */
  transcript?: Text;
  /**
   * How far it may be shown.
   */
  consent: Consent;
  /**
   * When it was told.
   */
  date?: Date;
  /**
   * The initiative that it is about.
   */
  initiative?: InitiativeName;
  /**
   * The full name, id@edition, of the framework that its principles belong to.
   */
  framework?: string;
  /**
   * The principles that it says something about.
   */
  principles?: Id[];
  /**
   * Where and among whom it happens.
   */
  setting: Text;
  /**
   * What was before.
   */
  before: Text;
  /**
   * What people did together.
   */
  together: Text;
  /**
   * How power moved.
   */
  power: Text;
  /**
   * What changed for people.
   */
  changed_for_people: Text;
  /**
   * What changed for practitioners.
   */
  changed_for_practitioners?: Text;
  /**
   * What changed for the organisation.
   */
  changed_for_organisation?: Text;
  /**
   * What went wrong.
   */
  went_wrong: Text;
  /**
   * What others can take from it.
   */
  others_can_take: Text;
  /**
   * Anything that users keep with the document; carried along, never read.
   */
  extra?: {
    [k: string]: unknown;
  };
}
/**
 * Whose voice tells it.
 */
export interface Teller {
  /**
   * The community, services, both together, or neither.
   */
  side: "community" | "service" | "both" | "neither";
  /**
   * In their own words; no name unless they want it.
   */
  who: Text;
}
/**
 * How far everyone who can be recognised in it agrees to its being shown.
 */
export interface Consent {
  /**
   * Nobody, the group, or the public.
   */
  shared_with: "nobody" | "group" | "public";
  /**
   * When they agreed.
   */
  date?: Date;
  /**
   * What they asked for.
   */
  note?: Text;
}
/**
 * Which initiative it is about.
 */
export interface InitiativeName {
  /**
   * The initiative's id.
   */
  id: Id;
  /**
   * What it is called.
   */
  name: Text;
}
