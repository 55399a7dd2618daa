/**
 * What stands where a plan says that a file is: a PDF, nothing, something else than a file, a file
 * that is no PDF, one that a link has put outside the plan's folder, or one that nobody may read.
 */
export type Attachment = 'pdf' | 'absent' | 'not-a-file' | 'not-a-pdf' | 'outside' | 'unreadable';

/** The files beside a plan. The lifecycle only asks for them; whoever reads the plan knows them. */
export interface Attachments {
  /** @param path as the plan gives it, relative to its folder */
  inspect(path: string): Attachment;
}
