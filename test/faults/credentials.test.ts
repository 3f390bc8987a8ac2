// Credentials that cannot be had: a typed error in time, STS is not hammered, and targets with credentials go on.
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

interface Trouble {
  readonly name: string;
  readonly lay: (setup: SeveralTargets) => Promise<unknown>;
  readonly code: ErrorCode;
  /** Calls of STS for one caller of one target. */
  readonly asked: number;
  readonly within: number;
}

const sts = (fault: object) => (setup: SeveralTargets) =>
  setup.lay({ service: 'sts', operation: 'AssumeRole', region: WEST.region, ...fault });

const TROUBLES: readonly Trouble[] = [
  { name: 'never answers', lay: sts({ hang: true }), code: 'AWS_TIMEOUT', asked: 2, within: 12 },
  { name: 'trickles', lay: sts({ wire: 'trickle' }), code: 'AWS_TIMEOUT', asked: 2, within: 12 },
  {
    name: 'resets the connection',
    lay: sts({ wire: 'reset' }),
    code: 'AWS_UNAVAILABLE',
    asked: 2,
    within: 6,
  },
  {
    name: 'answers without end',
    lay: sts({ wire: 'endless' }),
    code: 'AWS_UNAVAILABLE',
    asked: 1,
    within: 6,
  },
  {
    name: 'fails',
    lay: sts({ error: { type: 'InternalFailure', status: 500 } }),
    code: 'AWS_UNAVAILABLE',
    asked: 2,
    within: 6,
  },
  {
    name: 'answers JSON',
    lay: sts({ answer: { body: '{}' } }),
    code: 'AWS_UNAVAILABLE',
    asked: 1,
    within: 6,
  },
  {
    name: 'denies the role',
    lay: (setup) =>
      setup.emulator.control('POST', '/settings', { roles: [{ roleArn: WEST.roleArn, deny: true }] }),
    code: 'AWS_ACCESS_DENIED',
    asked: 1,
    within: 6,
  },
];

const askWest = (gateway: TestGateway) =>
  gateway.send('{ macieMember(accountId: "123456789012", target: "west") { id } }');

const assumed = async ({ emulator }: SeveralTargets) =>
  (await emulator.allCalls()).filter(
    ({ operation, region }) => operation === 'AssumeRole' && region === WEST.region,
  ).length;

test.each(TROUBLES)('STS $name', ({ lay, code, asked, within }) =>
  withSeveralTargets(async (setup) => {
    const { gateway } = setup;
    await lay(setup);
    const start = performance.now();
    const answers = await Promise.all([askWest(gateway), askWest(gateway), askWest(gateway)]);
    for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code } }]);
    expect((performance.now() - start) / 1_000).toBeLessThan(within);
    // One failure is remembered for a second.
    expect((await askWest(gateway)).errors).toMatchObject([{ extensions: { code } }]);
    expect(await assumed(setup)).toBe(asked);

    const list = `{ securityCases(first: 100) { completeness { sources { target state } } } }`;
    const { data } = await gateway.send(list);
    const { sources } = (
      data?.securityCases as { completeness: { sources: { target: string; state: string }[] } }
    ).completeness;
    expect(sources.filter(({ state }) => state === 'OK').map(({ target }) => target)).toEqual([
      HOME.name,
      PARTNER.name,
    ]);

    await setup.clearFaults();
    await setup.emulator.control('POST', '/settings', { roles: [{ roleArn: WEST.roleArn }] });
    await delay(1_100);
    expect((await askWest(gateway)).errors).toBeUndefined();
  }, LIMITS),
);

test('a change whose credentials came after the end of its lease is not sent', async () => {
  await withSeveralTargets(async (setup) => {
    const clients = new AwsClients(new Targets(SEVERAL_TARGETS), {
      mode: 'emulator',
      endpoint: setup.emulator.url,
    });
    const { MacieMember } = createAdapters(clients);
    await sts({ latencyMs: 400 })(setup);
    const ref = { kind: 'MacieMember', target: 'west', accountId: '123456789012' } as const;
    const change = MacieMember.update(ref, 'PAUSED', callContext({ sendBefore: performance.now() + 200 }));
    await expect(change).rejects.toThrow(SendDeadlineError);
    expect(await assumed(setup)).toBe(1);
    expect(await setup.emulator.calls()).toEqual([]);
    clients.destroy();
  });
});
