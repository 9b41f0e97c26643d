// The types of urn:copro:mapping:1, made from schemas/mapping.json; do not edit.
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
 * A step of the framework's scale, or why there is none. An indicator that is left out is silence.
 */
export type Rating = ("not_applicable" | "dont_know" | "prefer_not_to_say") | number;
/**
 * A column: its heading, word for word, or its position, from 1.
 */
export type Column = string | number;
/**
 * Which place people speak from: a column, or the same for everybody.
 */
export type PerspectiveQuestion = PerspectiveQuestion1 & PerspectiveQuestion2;
export type PerspectiveQuestion1 = {
  [k: string]: unknown;
};

/**
 * How to read the export of a survey tool as an assessment.
 */
export interface Mapping {
  /**
   * Says that this is a mapping, and in which version of the format.
   */
  format: "copro/mapping/1";
  /**
   * The full name, id@edition, of the framework that people answered.
   */
  framework: string;
  /**
   * What the export does not say: the same words as in an assessment.
   */
  about: About;
  /**
   * Where in the file the answers are.
   */
  table?: Table;
  /**
   * How respondents become stakeholders.
   */
  respondent?: Respondent;
  /**
   * The question that asks which place people speak from.
   */
  perspective: PerspectiveQuestion;
  /**
   * When people answered.
   */
  date?: DateColumn;
  /**
   * The question how far people's words may be shown.
   */
  quote?: QuoteQuestion;
  /**
   * What people could choose, and the rating that each choice is; left out, the names and numbers of the framework's steps.
   */
  answers?: RatingAnswers;
  /**
   * The questions that are ratings.
   *
   * @minItems 1
   */
  ratings: [RatingQuestion, ...RatingQuestion[]];
  /**
   * The questions that people answered in their own words.
   */
  comments?: CommentQuestion[];
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
 * What people could choose, and the rating that each choice is.
 */
export interface RatingAnswers {
  [k: string]: Rating;
}
/**
 * Which initiative something is about.
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
/**
 * What the export does not say about the assessment.
 */
export interface About {
  /**
   * The assessment's id.
   */
  id: Id;
  /**
   * The assessment's title.
   */
  title: Text;
  /**
   * The language that people answered in.
   */
  language?: Language;
  /**
   * The initiative that it is about.
   */
  initiative: InitiativeName;
  /**
   * The time that the assessment is about.
   */
  period?: Period;
  /**
   * How answers were collected: from known people, within a closed group, or over an open link where anyone could answer more than once (then there is no level).
   */
  collected: "known_people" | "closed_group" | "open_link";
}
/**
 * Where in the file the answers are.
 */
export interface Table {
  /**
   * The sheet of a workbook; left out, the first.
   */
  sheet?: string;
  /**
   * The row, or in CSV the line, that holds the headings.
   */
  heading_row?: number;
  /**
   * What stands between the fields of a CSV file.
   */
  delimiter?: "," | ";" | "\t" | "|";
}
/**
 * How respondents become stakeholders: numbered in the order of the rows, or by an id that the tool gave them.
 */
export interface Respondent {
  /**
   * The column of that id; never one with names or e-mail addresses.
   */
  column?: Column;
  /**
   * What every stakeholder's id starts with.
   */
  prefix?: Id;
}
export interface PerspectiveQuestion2 {
  /**
   * The column of the question.
   */
  column?: Column;
  /**
   * What people could choose, and the perspective that each choice is; left out, the framework's names and ids.
   */
  answers?: {
    [k: string]: Id;
  };
  /**
   * The perspective of people who chose more than one, such as undisclosed; left out, that is an error.
   */
  several?: Id;
  /**
   * The perspective of everybody who answered this survey.
   */
  always?: Id;
}
/**
 * The column that says when people answered.
 */
export interface DateColumn {
  /**
   * The column.
   */
  column: Column;
  /**
   * How days are written where they do not start year-month-day, in the signs of strptime.
   */
  format?: string;
}
/**
 * How far people's words may be shown.
 */
export interface QuoteQuestion {
  /**
   * The column of the question.
   */
  column: Column;
  /**
   * What people could choose, and what it allows: showing to nobody, to the group, to the public.
   */
  answers: {
    [k: string]: "no" | "group" | "public";
  };
}
/**
 * A question that is a rating.
 */
export interface RatingQuestion {
  /**
   * The column of the question.
   */
  column: Column;
  /**
   * The indicator that it rates.
   */
  indicator: Id;
  /**
   * What people could choose here, where it is not the same as elsewhere.
   */
  answers?: RatingAnswers;
}
/**
 * A question that people answered in their own words.
 */
export interface CommentQuestion {
  /**
   * The column of the question.
   */
  column: Column;
  /**
   * The indicator that it is about.
   */
  indicator: Id;
}
