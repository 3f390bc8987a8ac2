// A committed file that a generator writes.

export interface GeneratedFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  /** The text of the file. `committed` is the text before, and empty for a new file. */
  readonly render: (committed: string) => string;
}
