/** The opening of a stream, which the pipeline of requests fills in for a valid subscription. */
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
