/** The spans of requests as observers that never fail the request. */
import type { Isolation } from '../isolation';
import type { RequestSpan, RequestSpans } from './request-spans';

export function isolatedSpans(spans: RequestSpans, isolation: Isolation): RequestSpans {
  return {
    begin: (request) =>
      isolation.run('spans.begin', () => {
        const span = spans.begin(request);
        return span && isolatedSpan(span, isolation);
      }),
  };
}

function isolatedSpan(span: RequestSpan, isolation: Isolation): RequestSpan {
  return {
    ids: span.ids,
    run: (work) => {
      const runOnce = once(work);
      isolation.run('spans.run', () => {
        span.run(runOnce);
      });
      // For a span that failed before the work.
      runOnce();
    },
    end: (...args) => {
      isolation.run('spans.end', () => {
        span.end(...args);
      });
    },
  };
}

function once(work: () => void): () => void {
  let pending: (() => void) | undefined = work;
  return () => {
    const run = pending;
    pending = undefined;
    run?.();
  };
}
