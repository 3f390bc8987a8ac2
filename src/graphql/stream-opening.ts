/** The opening of a stream: what the pipeline of requests finds out about a subscription. */
import type { DocumentNode } from 'graphql';
import type { Stream } from '../live/stream';

/** The operation that a stream executes for each message. */
export interface StreamOperation {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Filled in by the execution of a valid subscription. */
export interface StreamOpening {
  opened?: { readonly stream: Stream; readonly operation: StreamOperation };
}
