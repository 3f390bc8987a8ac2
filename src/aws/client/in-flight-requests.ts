/** The GraphQL requests in flight, in the order of their arrival. Single-flight keeps a response for those that arrived before it. */
import { InFlightSet } from '../../domain/in-flight';

interface Request {
  readonly arrivedAt: number;
}

export class InFlightRequests {
  private readonly requests = new InFlightSet<Request>();

  /** Adds a request, which must have arrived after all others. Returns the function that removes it. */
  add(request: Request): () => void {
    this.requests.add(request);
    return () => {
      this.requests.delete(request);
    };
  }

  /** The arrival of the oldest request in flight, on the clock of `performance.now()`; Infinity when there is none. */
  get earliestArrival(): number {
    return this.requests.oldest?.arrivedAt ?? Infinity;
  }
}
