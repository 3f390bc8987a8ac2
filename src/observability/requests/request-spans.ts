/** The interface of tracing for the observation of requests. */

export interface RequestSpan {
  /** The ids for the log. */
  readonly ids: { readonly trace_id: string; readonly span_id: string };
  /** Runs `work`. Spans that it starts become children of this span. */
  run(work: () => void): void;
  end(status: number, outcome: string): void;
}

export interface RequestSpans {
  /** Returns undefined when the request has no span. */
  begin(request: {
    readonly method: string;
    readonly route: string;
    /** The header of the request, unparsed. */
    readonly traceparent: string | undefined;
  }): RequestSpan | undefined;
}
