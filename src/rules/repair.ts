/**
 * The one right answer to a finding, in the plan's own terms. A rule gives it only where nothing is left
 * to decide: a date, evidence and an approval are never made up, and of two candidates none is taken.
 */
export type Repair =
  /** This is to stand where the finding points: in place of a key, a value or a part of prose. */
  | { readonly write: string | number | boolean }
  /** The record is to go, with what is remarked on it. */
  | { readonly remove: object; readonly title: string };
