/** How the Content Manager shows one content type or component. Widths in a row add up to twelve. */
export type View = {
  /** The attribute an entry is called by, in relations and as a page's heading. */
  mainField?: string;
  sort?: { by: string; order: 'ASC' | 'DESC' };
  /** The columns of the list, first to last. */
  columns?: readonly string[];
  /** The rows of the form. An attribute that is in none of them is left to software. */
  rows: readonly Record<string, number>[];
  /** What a relation's entries are called by, where it is not their type's main field. */
  relations?: Record<string, string>;
  /** Shown in the form, and not to be typed in, beside what the system keeps. */
  readOnly?: readonly string[];
};
