export interface OperationFacts {
  readonly input: readonly string[];
  readonly output: readonly string[];
}

/** The member names of a service's operations and structures, as AWS's service model spells them. */
export interface ServiceFacts {
  readonly operations: Readonly<Record<string, OperationFacts>>;
  readonly structures: Readonly<Record<string, readonly string[]>>;
}
