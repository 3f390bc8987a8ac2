/** The requests in hand, by when they came. */
export class InFlightRequests {
  private readonly requests = new Set<{ readonly arrivedAt: number }>();

  /** Takes in a request, which came later than all before it; gives what is to be called when it is over. */
  add(request: { readonly arrivedAt: number }): () => void {
    this.requests.add(request);
    return () => {
      this.requests.delete(request);
    };
  }

  /** When the first of them came, by `performance.now()`; Infinity when there is none. */
  get earliestArrival(): number {
    for (const { arrivedAt } of this.requests) return arrivedAt;
    return Infinity;
  }
}
