// The types of urn:copro:findings:1, made from schemas/findings.json; do not edit.
// A type cannot say everything: validate a document against its schema before you trust it.

/**
 * Lower-case letters, digits and single hyphens.
 */
export type Id = string;
/**
 * How many there are.
 */
export type Count = number;

/**
 * What copro validate has to say about documents: every finding, and how many there are. It is written, and not read back.
 */
export interface Findings {
  /**
   * The format and its version.
   */
  format: "copro/findings/1";
  /**
   * The program and its version.
   */
  produced_by: string;
  /**
   * Every finding, in the order of files, lines and columns.
   */
  findings: Finding[];
  /**
   * Every file that was read, or could not be, in the order read.
   */
  files: File[];
  /**
   * How many findings there are, by code.
   */
  counts: Counts;
  /**
   * How many findings were left out, as asked for, by code.
   */
  ignored: Counts;
  /**
   * What was found by partner, in the order read. Only where a summary was asked for.
   */
  partners?: Partner[];
}
/**
 * How many findings there are, by code.
 */
export interface Counts {
  [k: string]: Count;
}
/**
 * Something the library has to say about a document, with its place.
 */
export interface Finding {
  /**
   * A stable word for this kind of finding.
   */
  code: Id;
  /**
   * How much it matters.
   */
  severity: "error" | "warning" | "advice";
  /**
   * One plain sentence about what was found.
   */
  message: string;
  /**
   * What to do about it.
   */
  hint: string | null;
  /**
   * JSON Pointer of the place; empty for the whole document.
   */
  pointer: string;
  /**
   * The file.
   */
  file: string | null;
  /**
   * The line, from 1.
   */
  line: number | null;
  /**
   * The column, from 1.
   */
  column: number | null;
  /**
   * The name of the table's column, for a place in a table.
   */
  column_name: string | null;
  /**
   * The sheet, for a place in a workbook.
   */
  sheet: string | null;
  /**
   * The cell, such as C7, for a place in a workbook.
   */
  cell: string | null;
}
/**
 * A file, and how much was found in it.
 */
export interface File {
  /**
   * The file's name.
   */
  file: string;
  /**
   * How many documents it holds; 1 also for one that could not be read.
   */
  documents: Count;
  /**
   * How many errors there are.
   */
  errors: Count;
  /**
   * How many warnings there are.
   */
  warnings: Count;
  /**
   * How many pieces of advice there are.
   */
  advice: Count;
}
/**
 * A folder that files lie in, and how much was found in them.
 */
export interface Partner {
  /**
   * The folder.
   */
  partner: string;
  /**
   * How many files lie in it.
   */
  files: Count;
  /**
   * How many documents these hold.
   */
  documents: Count;
  /**
   * How many errors there are.
   */
  errors: Count;
  /**
   * How many warnings there are.
   */
  warnings: Count;
  /**
   * How many pieces of advice there are.
   */
  advice: Count;
  /**
   * How many findings there are, by code.
   */
  counts: Counts;
}
