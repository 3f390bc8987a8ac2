// The environment of every test file: after the last hook it ends whatever the file started and left running.
import { setTimeout as delay } from 'node:timers/promises';
import { TestEnvironment } from 'jest-environment-node';
import { STARTED, type End } from './cleanup';

/** How long a gateway may take to close before it is left to the end of the worker, in milliseconds. */
const PATIENCE = 5_000;

export default class CleanEnvironment extends TestEnvironment {
  override async teardown(): Promise<void> {
    const started = [...((this.global as { [STARTED]?: Set<End> })[STARTED] ?? [])].reverse();
    const ended = Promise.allSettled(started.map((end) => Promise.resolve().then(end)));
    await Promise.race([ended, delay(PATIENCE, undefined, { ref: false })]);
    await super.teardown();
  }
}
