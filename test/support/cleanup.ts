// Cleanup: everything that a test file starts ends with the file, also when a test fails before its cleanup.

/** Ends a program or server that a test started; may be asynchronous. */
export type End = () => unknown;

/** The name under which the test environment finds everything that the test file started and did not end. */
export const STARTED = 'startedByTests';

const globals = globalThis as { [STARTED]?: Set<End> };
const started = (globals[STARTED] ??= new Set<End>());

/** Registers `end` to run after the test file. Returns a function for the test's cleanup, which runs `end` and unregisters it. */
export function endWithFile<Result>(end: () => Result): () => Result {
  started.add(end);
  return () => {
    started.delete(end);
    return end();
  };
}
