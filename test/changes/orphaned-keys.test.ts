// Orphaned keys: the gateway that sent the change died, so the response and the audit trail report the outcome as UNKNOWN.
import { ChangeEngine } from '../../src/changes/change-engine';
import { SYSTEM_CLOCK, type Clock } from '../../src/changes/clock';
import { MemoryIdempotencyStore } from '../../src/changes/idempotency';
import { MutationPipeline } from '../../src/changes/mutation-pipeline';
import { callContext } from '../support/call-context';
import { changeDependencies, MemoryAudit } from '../support/change-dependencies';
import { jobRef, portWithoutCalls, type Port } from './model/kinds';

test('the audit trail and the response report the outcome of an orphaned key as UNKNOWN', async () => {
  let now = 0;
  const clock: Clock = { ...SYSTEM_CLOCK, now: () => now };
  const keys = new MemoryIdempotencyStore(clock);
  const engineWith = (audit: MemoryAudit, send: Port['send']) => {
    const read: Port['read'] = (ref) => Promise.resolve({ ...ref, status: 'RUNNING' });
    const dependencies = changeDependencies({ clock, pipeline: new MutationPipeline(audit, keys, clock) });
    return new ChangeEngine({ ...portWithoutCalls('strict'), read, send }, dependencies);
  };
  const request = {
    ref: jobRef(0),
    mutation: 'pauseJob',
    action: 'PAUSE',
    to: 'PAUSED',
    dryRun: false,
    idempotencyKey: 'key',
  } as const;
  await new Promise<void>((resolve) => {
    const dying = engineWith(new MemoryAudit(), () => {
      resolve();
      return new Promise(() => undefined);
    });
    void dying.apply(request, callContext());
  });
  now = 100_000;
  const audit = new MemoryAudit();
  const result = await engineWith(audit, () => Promise.reject(new Error('sent again'))).apply(
    request,
    callContext(),
  );
  expect(result.problems).toEqual([{ kind: 'OUTCOME_UNKNOWN', observedStatus: 'RUNNING' }]);
  expect(audit.outcomes).toMatchObject([{ outcome: 'UNKNOWN', errorCodes: ['OUTCOME_UNKNOWN'] }]);
});
