// Jest's environment of every test file: after the last hook it ends everything that the file started and did not end.
import { setTimeout as delay } from 'node:timers/promises';
import { TestEnvironment } from 'jest-environment-node';
import { STARTED, type End } from './cleanup';
import { shareCompiledScripts } from './compiled-scripts';

shareCompiledScripts();

/** Milliseconds that cleanup may take. A gateway that takes longer ends with the jest worker. */
const CLEANUP_TIMEOUT_MS = 5_000;

export default class CleanEnvironment extends TestEnvironment {
  override async teardown(): Promise<void> {
    const started = [...((this.global as { [STARTED]?: Set<End> })[STARTED] ?? [])].reverse();
    const ended = Promise.allSettled(started.map((end) => Promise.resolve().then(end)));
    await Promise.race([ended, delay(CLEANUP_TIMEOUT_MS, undefined, { ref: false })]);
    await super.teardown();
  }
}
