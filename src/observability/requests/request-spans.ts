/** What the observation of requests asks of tracing, where there is any. */

export interface RequestSpan {
  /** For the log. */
  readonly ids: { readonly trace_id: string; readonly span_id: string };
  /** Everything that the work begins belongs to the span. */
  run(work: () => void): void;
  end(status: number, outcome: string): void;
}

export interface RequestSpans {
  begin(request: {
    readonly method: string;
    readonly route: string;
    /** As it was sent. */
    readonly traceparent: string | undefined;
  }): RequestSpan;
}
