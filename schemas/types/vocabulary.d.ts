// The types of urn:copro:vocabulary:1, made from schemas/vocabulary.json; do not edit.
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
 * Where it comes from: the source has it, in words of its own; or the authors of this file wrote it.
 */
export type Origin = "source" | "authors";
/**
 * Whether the fact that the source has it was checked against the source.
 */
export type Verified = boolean;

/**
 * A list of named terms, sometimes in an order, such as the rungs of a ladder; nothing in it is ever scored.
 */
export interface Vocabulary {
  /**
   * Says that this is a vocabulary, and in which version of the format.
   */
  format: "copro/vocabulary/1";
  /**
   * The vocabulary's id; the same in every edition.
   */
  id: Id;
  /**
   * The edition; a released edition never changes meaning.
   */
  edition: Id;
  /**
   * The vocabulary's title.
   */
  title: Text;
  /**
   * What the vocabulary is for, in a few sentences.
   */
  summary?: Text;
  /**
   * Who published the source.
   */
  publisher?: Text;
  /**
   * The BCP 47 tag of every plain string in the file.
   */
  language?: Language;
  /**
   * The licence of the words in this file.
   */
  licence?: string;
  /**
   * Where the vocabulary comes from.
   */
  source?: Source;
  /**
   * Whether the terms stand in an order, lowest or first one first.
   */
  ordered?: boolean;
  /**
   * The terms, in the order they are shown.
   *
   * @minItems 1
   */
  terms: [Term, ...Term[]];
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
 * One term.
 */
export interface Term {
  /**
   * The term's id, unlike any other term's in the vocabulary.
   */
  id: Id;
  /**
   * What the term is called.
   */
  name: Text;
  /**
   * What the term means, in a sentence or two.
   */
  meaning?: Text;
  /**
   * The number that the term is known by; in an ordered vocabulary these rise.
   */
  value?: number;
  /**
   * The name of the group of terms that it belongs to.
   */
  group?: Text;
  /**
   * Where it comes from: the vocabulary's source has it, or the authors of this file wrote it.
   */
  origin?: Origin;
  verified?: Verified;
}
