// Unavailable credentials: a typed error in time, few calls to STS, and unaffected targets that have credentials.
import { setTimeout as delay } from 'node:timers/promises';
import { createAdapters } from '../../src/aws/adapters/all';
import { AwsClients } from '../../src/aws/client/clients';
import { SendDeadlineError, type ErrorCode } from '../../src/domain/errors';
import { Targets } from '../../src/domain/targets';
import { callContext } from '../support/call-context';
import {
  withSeveralTargets,
  SEVERAL_TARGETS,
  HOME,
  PARTNER,
  WEST,
  type SeveralTargets,
} from '../support/several-targets';
import type { TestGateway } from '../support/gateway';
import { LIMITS } from './fault-harness';

interface StsFault {
  readonly name: string;
  readonly add: (setup: SeveralTargets) => Promise<unknown>;
  readonly code: ErrorCode;
  /** Expected calls of STS for one caller of one target. */
  readonly calls: number;
  readonly within: number;
}

const addStsFault = (fault: object) => (setup: SeveralTargets) =>
  setup.lay({ service: 'sts', operation: 'AssumeRole', region: WEST.region, ...fault });

const STS_FAULTS: readonly StsFault[] = [
  { name: 'never responds', add: addStsFault({ hang: true }), code: 'AWS_TIMEOUT', calls: 1, within: 7 },
  {
    name: 'sends one byte per second',
    add: addStsFault({ wire: 'trickle' }),
    code: 'AWS_TIMEOUT',
    calls: 1,
    within: 7,
  },
  {
    name: 'resets the connection',
    add: addStsFault({ wire: 'reset' }),
    code: 'AWS_UNAVAILABLE',
    calls: 2,
    within: 6,
  },
  {
    name: 'sends an endless response',
    add: addStsFault({ wire: 'endless' }),
    code: 'AWS_UNAVAILABLE',
    calls: 1,
    within: 6,
  },
  {
    name: 'fails',
    add: addStsFault({ error: { type: 'InternalFailure', status: 500 } }),
    code: 'AWS_UNAVAILABLE',
    calls: 2,
    within: 6,
  },
  {
    name: 'responds with JSON',
    add: addStsFault({ answer: { body: '{}' } }),
    code: 'AWS_UNAVAILABLE',
    calls: 1,
    within: 6,
  },
  {
    name: 'denies the role',
    add: (setup) =>
      setup.emulator.control('POST', '/settings', { roles: [{ roleArn: WEST.roleArn, deny: true }] }),
    code: 'AWS_ACCESS_DENIED',
    calls: 1,
    within: 6,
  },
];

const sendToWest = (gateway: TestGateway) =>
  gateway.send('{ macieMember(accountId: "123456789012", target: "west") { id } }');

const assumeRoleCalls = async ({ emulator }: SeveralTargets) =>
  (await emulator.allCalls()).filter(
    ({ operation, region }) => operation === 'AssumeRole' && region === WEST.region,
  ).length;

test.each(STS_FAULTS)(
  'reports $code, calls STS at most twice and recovers when STS $name',
  ({ add, code, calls, within }) =>
    withSeveralTargets(async (setup) => {
      const { gateway } = setup;
      await add(setup);
      const start = performance.now();
      const responses = await Promise.all([sendToWest(gateway), sendToWest(gateway), sendToWest(gateway)]);
      for (const { errors } of responses) expect(errors).toMatchObject([{ extensions: { code } }]);
      expect((performance.now() - start) / 1_000).toBeLessThan(within);
      // The gateway caches a failure for one second.
      expect((await sendToWest(gateway)).errors).toMatchObject([{ extensions: { code } }]);
      expect(await assumeRoleCalls(setup)).toBe(calls);

      const list = `{ securityCases(first: 100) { completeness { sources { target { name } status } } } }`;
      const { data } = await gateway.send(list);
      const { sources } = (
        data?.securityCases as { completeness: { sources: { target: { name: string }; status: string }[] } }
      ).completeness;
      expect(sources.filter(({ status }) => status === 'OK').map(({ target }) => target.name)).toEqual([
        HOME.name,
        PARTNER.name,
      ]);

      await setup.clearFaults();
      await setup.emulator.control('POST', '/settings', { roles: [{ roleArn: WEST.roleArn }] });
      await delay(1_100);
      expect((await sendToWest(gateway)).errors).toBeUndefined();
    }, LIMITS),
);

test('does not send a change whose credentials arrive after its lease has ended', async () => {
  await withSeveralTargets(async (setup) => {
    const clients = new AwsClients(new Targets(SEVERAL_TARGETS), {
      mode: 'emulator',
      endpoint: setup.emulator.url,
    });
    const { MacieMember } = createAdapters(clients);
    await addStsFault({ latencyMs: 400 })(setup);
    const ref = { kind: 'MacieMember', target: 'west', accountId: '123456789012' } as const;
    const change = MacieMember.update(ref, 'PAUSED', callContext({ sendBefore: performance.now() + 200 }));
    await expect(change).rejects.toThrow(SendDeadlineError);
    expect(await assumeRoleCalls(setup)).toBe(1);
    expect(await setup.emulator.calls()).toEqual([]);
    clients.destroy();
  });
});
