// A key whose change was sent by a gateway that died: the answer says that nobody knows, and so does the trail.
import { ChangeEngine } from '../../src/changes/change-engine';
import { SYSTEM_CLOCK, type Clock } from '../../src/changes/clock';
import { MemoryIdempotencyStore } from '../../src/changes/idempotency';
import { MutationPipeline } from '../../src/changes/mutation-pipeline';
import { callContext } from '../support/call-context';
import { changeDependencies, MemoryAudit } from '../support/change-dependencies';
import { jobRef, knowledgeOf, type Port } from './model/kinds';

test('the trail calls a change that was left behind UNKNOWN, as its answer does', async () => {
  let now = 0;
  const clock: Clock = { ...SYSTEM_CLOCK, now: () => now };
  const keys = new MemoryIdempotencyStore(clock);
  const engineWith = (audit: MemoryAudit, send: Port['send']) => {
    const read: Port['read'] = (ref) => Promise.resolve({ ...ref, status: 'RUNNING' });
    const dependencies = changeDependencies({ clock, pipeline: new MutationPipeline(audit, keys, clock) });
    return new ChangeEngine({ ...knowledgeOf('frank'), read, send }, dependencies);
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
