/** What the operator decides about what may be asked. */

export interface QueryLimits {
  /** Points of cost that one operation may have. */
  readonly maxComplexity: number;
  /** Points of cost that a principal may use up in a minute; undefined: any number. */
  readonly pointsPerMinute: number | undefined;
  /** Whether clients may read the schema; if not, errors do not suggest its names either. */
  readonly introspection: boolean;
  /** If there are any, nothing else is executed. */
  readonly trustedDocuments: TrustedDocumentsFile | undefined;
}

/** A manifest as the client preset of GraphQL Code Generator makes it. */
export interface TrustedDocumentsFile {
  readonly path: string;
  /** Texts by their hashes. */
  readonly documents: ReadonlyMap<string, string>;
}
