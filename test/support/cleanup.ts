// Cleanup: whatever a test file starts ends with the file, also when a test fails before its own cleanup.

/** Ends something that a test started; may be asynchronous. */
export type End = () => unknown;

/** What still runs, per test file; the test environment reads it under this name. */
export const STARTED = 'startedByTests';

const globals = globalThis as { [STARTED]?: Set<End> };
const started = (globals[STARTED] ??= new Set<End>());

/** Registers how to end something; returns a function for the test's own cleanup, which ends it and unregisters it. */
export function endWithFile<Result>(end: () => Result): () => Result {
  started.add(end);
  return () => {
    started.delete(end);
    return end();
  };
}
