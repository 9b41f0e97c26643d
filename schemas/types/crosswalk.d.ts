// The types of urn:copro:crosswalk:1, made from schemas/crosswalk.json; do not edit.
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
 * A day, ISO 8601.
 */
export type Date = string;

/**
 * Links between the principles of two frameworks, or the terms of two vocabularies: somebody's opinion, each link with its reason.
 */
export interface Crosswalk {
  /**
   * Says that this is a crosswalk, and in which version of the format.
   */
  format: "copro/crosswalk/1";
  /**
   * The crosswalk's id.
   */
  id: Id;
  /**
   * The crosswalk's title.
   */
  title?: Text;
  /**
   * What the links rest on, in a few sentences.
   */
  summary?: Text;
  /**
   * The BCP 47 tag of every plain string in the file.
   */
  language?: Language;
  /**
   * The licence of the words in this file.
   */
  licence?: string;
  /**
   * The full name, id@edition, of the framework or vocabulary that the links start at.
   */
  from: FrameworkName;
  /**
   * The full name, id@edition, of the framework or vocabulary that the links lead to.
   */
  to: FrameworkName;
  /**
   * The links.
   *
   * @minItems 1
   */
  links: [Link, ...Link[]];
  /**
   * Anything that users keep with the document; carried along, never read.
   */
  extra?: {
    [k: string]: unknown;
  };
}
/**
 * One link between two principles, or between two terms.
 */
export interface Link {
  /**
   * The id of a principle or term of what the crosswalk is from.
   */
  from: Id;
  /**
   * The id of a principle or term of what the crosswalk is to.
   */
  to: Id;
  /**
   * How the two relate, in SKOS's sense: exact: they mean the same; close: nearly the same; broader: the to end is the broader one; narrower: the to end is the narrower one; related: they touch, but neither holds the other.
   */
  relation: "exact" | "close" | "broader" | "narrower" | "related";
  /**
   * Why, in a sentence or two.
   */
  rationale: Text;
  /**
   * Whose opinion it is.
   */
  author: string;
  /**
   * When they formed it.
   */
  date: Date;
  /**
   * How sure they are of it.
   */
  confidence: "high" | "medium" | "low";
}
