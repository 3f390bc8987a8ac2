/** A program in a child process, which ends with the benchmark. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoopDelay, Profile, Question } from './preload';

/** The character after the port ensures that the port is complete. */
const ORIGIN = /(http:\/\/[\d.]+:\d+)[^\d]/;
const PRELOAD = join(__dirname, 'preload.js');

export interface Program {
  /** The first origin that the program printed. */
  readonly url: string;
  readonly pid: number;
  /** Starts to monitor the event loop. */
  watchLoop(): Promise<void>;
  /** Stops monitoring, and returns the delays since `watchLoop`. */
  loopDelay(): Promise<LoopDelay>;
  /** The CPU time of the program since its start, of all its threads, in milliseconds. */
  processorMs(): Promise<number>;
  /** Starts to record a CPU profile of the main thread. */
  startProfile(): Promise<void>;
  /** Stops recording, and returns the profile since `startProfile`. */
  stopProfile(): Promise<Profile>;
  stop(): Promise<void>;
}

export interface ProgramOptions {
  /** The command in front of the module, with its arguments, such as `taskset -c 0 node`; defaults to this Node.js. */
  readonly command?: readonly string[];
  /** True to discard standard error, such as the log of a program that receives much load. */
  readonly discardErrors?: boolean;
}

/** Runs a compiled module with these environment variables and PATH only. Rejects if the program exits early. */
export async function startProgram(
  module: string,
  env: NodeJS.ProcessEnv,
  { command = [process.execPath], discardErrors = false }: ProgramOptions = {},
): Promise<Program> {
  const [execPath, ...execArgv] = command;
  const child = fork(module, {
    execPath,
    execArgv: [...execArgv, '--require', PRELOAD],
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', discardErrors ? 'ignore' : 'inherit', 'ipc'],
  });
  const ask = async (question: Question): Promise<unknown> => {
    const answer = once(child, 'message');
    child.send(question);
    const [value] = (await answer) as [unknown];
    return value;
  };
  const url = await addressOf(child, module);
  if (child.pid === undefined) throw new Error(`${module} did not start.`);
  return {
    url,
    pid: child.pid,
    watchLoop: async () => {
      await ask('watchLoop');
    },
    loopDelay: async () => (await ask('loopDelay')) as LoopDelay,
    processorMs: async () => (await ask('processorMs')) as number,
    startProfile: async () => {
      await ask('startProfile');
    },
    stopProfile: async () => (await ask('stopProfile')) as Profile,
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
