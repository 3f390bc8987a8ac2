/** A program in a child process, which ends with the benchmark. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoopDelay } from './preload';

/** The character after the port ensures that the port is complete. */
const ORIGIN = /(http:\/\/[\d.]+:\d+)[^\d]/;
const PRELOAD = join(__dirname, 'preload.js');

export interface Program {
  /** The first origin that the program printed. */
  readonly url: string;
  readonly pid: number;
  /** Starts to monitor the event loop. */
  watchLoop(): void;
  /** Stops monitoring, and returns the delays since `watchLoop`. */
  loopDelay(): Promise<LoopDelay>;
  stop(): Promise<void>;
}

/** Runs a compiled module with these environment variables and PATH only. Rejects if the program exits early. */
export async function startProgram(module: string, env: NodeJS.ProcessEnv): Promise<Program> {
  const child = fork(module, {
    execArgv: ['--require', PRELOAD],
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await addressOf(child, module);
  if (child.pid === undefined) throw new Error(`${module} did not start.`);
  return {
    url,
    pid: child.pid,
    watchLoop: () => child.send('watch'),
    loopDelay: async () => {
      const report = once(child, 'message');
      child.send('report');
      const [delay] = (await report) as [LoopDelay];
      return delay;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess, module: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const origin = ORIGIN.exec(printed)?.[1];
      if (origin !== undefined) resolve(origin);
    });
    child.once('exit', () => {
      reject(new Error(`${module} exited before it printed its address.`));
    });
  });
}
