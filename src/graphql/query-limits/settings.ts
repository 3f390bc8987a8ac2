/** The settings of the query limits. */

export interface QueryLimits {
  /** The maximum cost of one operation, in points. */
  readonly maxComplexity: number;
  /** The points of cost that a caller may use per minute; undefined without a limit. */
  readonly pointsPerMinute: number | undefined;
  /** True when clients may introspect the schema. When false, errors do not suggest names of the schema. */
  readonly introspection: boolean;
  /** The only documents that the gateway executes; undefined when it executes any document. */
  readonly trustedDocuments: TrustedDocumentsFile | undefined;
}

/** A manifest in the format of the client preset of GraphQL Code Generator. */
export interface TrustedDocumentsFile {
  readonly path: string;
  /** The texts of documents by hash. */
  readonly documents: ReadonlyMap<string, string>;
}
