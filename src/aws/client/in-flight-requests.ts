/** The GraphQL requests in flight, in the order of their arrival. Single-flight keeps a response for those that arrived before it. */
export class InFlightRequests {
  private readonly requests = new Set<{ readonly arrivedAt: number }>();

  /** Adds a request, which must have arrived after all others. Returns the function that removes it. */
  add(request: { readonly arrivedAt: number }): () => void {
    this.requests.add(request);
    return () => {
      this.requests.delete(request);
    };
  }

  /** The arrival of the oldest request in flight, on the clock of `performance.now()`; Infinity when there is none. */
  get earliestArrival(): number {
    for (const { arrivedAt } of this.requests) return arrivedAt;
    return Infinity;
  }
}
