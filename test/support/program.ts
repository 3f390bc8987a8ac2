// A compiled program of the project in a separate process, as `npm start` runs it.
import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { supervise } from './supervise';

const DIST = join(__dirname, '../../dist/src');

export interface Program {
  readonly pid: number;
  /** The output so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Waits for matching text on standard output; throws when the program ends without it. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits for the end of the program, and returns its exit code; null when a signal ended it. */
  exit(): Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** The time for which its event loop has used a processor, in milliseconds; on other systems than Linux the time of the clock. */
  eventLoopMilliseconds(): number;
}

export interface ProgramOptions extends Pick<SpawnOptions, 'cwd' | 'uid' | 'gid'> {
  readonly args?: readonly string[];
  /** The number of files that the program may open. */
  readonly maxOpenFiles?: number;
  /** File descriptors that receive the output instead of the test. */
  readonly output?: { readonly stdout?: number; readonly stderr?: number };
}

/** Turns off the notice of the AWS SDK on Node.js 20, for tests that count all lines of the log. */
export const WITHOUT_SDK_NOTICE = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };

/** The variables that describe the machine: its paths, zone and language, and libfaketime's. */
const OF_MACHINE = /^(PATH|HOME|TZ|LANG|LC_\w+|LD_PRELOAD|FAKETIME\w*)$/;

function machine(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => OF_MACHINE.test(name)));
}

/** Runs dist/src/<path>, or another file, with these variables. The program inherits only the variables that describe the machine. */
export function runProgram(
  path: string,
  env: NodeJS.ProcessEnv,
  { args = [], maxOpenFiles, output = {}, ...options }: ProgramOptions = {},
): Program {
  const command = [process.execPath, resolve(DIST, path), ...args];
  const [program = '', ...words] =
    maxOpenFiles === undefined
      ? command
      : ['/bin/sh', '-c', 'ulimit -n "$0" && exec "$@"', String(maxOpenFiles), ...command];
  const child = supervise(
    spawn(program, words, {
      ...options,
      env: { ...machine(), ...env },
      stdio: ['ignore', output.stdout ?? 'pipe', output.stderr ?? 'pipe'],
    }),
  );
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const closed = once(child, 'close').then(([code]) => code as number | null);
  const { pid = 0 } = child;
  return {
    pid,
    stdout: () => stdout,
    stderr: () => stderr,
    printed: async (pattern) => {
      for (;;) {
        const match = pattern.exec(stdout);
        if (match !== null) return match;
        const more = child.stdout === null ? [] : [once(child.stdout, 'data').then(() => false)];
        const ended = await Promise.race([closed.then(() => true), ...more]);
        if (ended && !pattern.test(stdout))
          throw new Error(`The program ended before it printed ${String(pattern)}: ${stdout}${stderr}`);
      }
    },
    exit: () => closed,
    kill: (signal) => child.kill(signal),
    eventLoopMilliseconds: () => mainThreadMilliseconds(pid),
  };
}

function mainThreadMilliseconds(pid: number): number {
  const file = `/proc/${pid}/task/${pid}/schedstat`;
  if (!existsSync(file)) return performance.now();
  const [nanoseconds] = readFileSync(file, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}
