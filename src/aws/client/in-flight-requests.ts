/** The requests in hand, by when they came. */
export class Arrivals {
  private readonly inHand = new Set<{ readonly since: number }>();

  /** Takes in a request, which came later than all before it; gives what is to be called when it is over. */
  enter(request: { readonly since: number }): () => void {
    this.inHand.add(request);
    return () => {
      this.inHand.delete(request);
    };
  }

  /** When the first of them came, by `performance.now()`; Infinity when there is none. */
  get first(): number {
    for (const { since } of this.inHand) return since;
    return Infinity;
  }
}
