// Supervises a child process: the child ends with its test file and with the jest worker that started it.
import { spawn, type ChildProcess } from 'node:child_process';
import { endWithFile } from './cleanup';

/** Waits until the worker's end of the pipe closes, for any reason, and then ends the child. */
const WATCHDOG = 'read -r _; kill -s "$0" "$1"';

/** Returns the child; `signal` ends a child that still runs at the end of the file. */
export function supervise<Child extends ChildProcess>(
  child: Child,
  signal: NodeJS.Signals = 'SIGKILL',
): Child {
  if (child.pid === undefined) return child;
  const watchdog = spawn('sh', ['-c', WATCHDOG, signal.slice('SIG'.length), String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C reaches the whole process group of the worker, the watchdog must outlive it.
    detached: true,
  });
  watchdog.unref();
  const end = endWithFile(() => child.kill(signal));
  child.once('exit', () => {
    watchdog.kill('SIGKILL');
    end();
  });
  return child;
}
