/** The run of a benchmark as a program: progress and errors go to standard error. */
import { OptionError } from './options';

export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Exits with code 1 after an error. Child processes end with this process. */
export function runProgram(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    progress(explain(error));
    process.exit(1);
  });
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof OptionError ? error.message : (error.stack ?? error.message);
}
