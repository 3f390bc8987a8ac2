// Calls per second: what is let through, for whom, and how the rest is answered.
import { GetMacieSessionCommand } from '@aws-sdk/client-macie2';
import { ListCasesCommand } from '@aws-sdk/client-security-ir';
import { ListOrganizationsCommand } from '@aws-sdk/client-workmail';
import { RateLimits } from '../src/kernel/rate-limits';
import { rejection, sts } from './support/clients';
import { useEmulator } from './support/emulator';

const HERE = { account: '111122223333', region: 'us-east-1' };

describe('the bucket', () => {
  /** How many of `calls` at that time pass. */
  const passing = (limits: RateLimits, calls: number, now: number, scope = HERE, service = 'security-ir') =>
    Array.from({ length: calls }, () => limits.admit(service, 'GetCase', scope, now)).filter(Boolean).length;

  test('lets a second of calls through at once, and fills up evenly', () => {
    const limits = new RateLimits();
    limits.set('GetCase', 20);
    expect(passing(limits, 30, 0)).toBe(20);
    expect(passing(limits, 30, 49)).toBe(0);
    expect(passing(limits, 30, 50)).toBe(1);
    expect(passing(limits, 30, 550)).toBe(10);
    expect(passing(limits, 30, 60_000)).toBe(20);
  });

  test('is one per service, account, region and operation', () => {
    const limits = new RateLimits();
    limits.set('GetCase', 2);
    expect(passing(limits, 5, 0)).toBe(2);
    expect(passing(limits, 5, 0, { ...HERE, account: '444455556666' })).toBe(2);
    expect(passing(limits, 5, 0, { ...HERE, region: 'eu-west-1' })).toBe(2);
    expect(passing(limits, 5, 0, HERE, 'macie2')).toBe(2);
    expect(passing(limits, 5, 0)).toBe(0);
    expect(limits.admit('security-ir', 'ListCases', HERE, 0)).toBe(true);
  });

  test('goes with its limit', () => {
    const limits = new RateLimits();
    limits.set('GetCase', 2);
    expect(passing(limits, 5, 0)).toBe(2);
    limits.set('GetCase', null);
    expect(passing(limits, 5, 0)).toBe(5);
    expect(limits.all).toEqual({});
  });
});

describe('calls', () => {
  const CALLS = 20;
  const { emulator, clients } = useEmulator();

  const limit = (rateLimits: object) => emulator.control('POST', '/settings', { rateLimits });

  async function statuses(): Promise<(number | null)[]> {
    return (await emulator.calls()).map(({ status }) => status);
  }

  const session = new GetMacieSessionCommand({});

  test.each([
    ['macie2', 'GetMacieSession', 429, () => clients.macie.send(session)],
    ['security-ir', 'ListCases', 429, () => clients.securityIr.send(new ListCasesCommand({}))],
    ['workmail', 'ListOrganizations', 400, () => clients.workMail.send(new ListOrganizationsCommand({}))],
  ])('over the limit of %s are throttled, and logged', async (_, operation, status, send) => {
    await limit({ [operation]: 1 });
    const results = await Promise.allSettled(Array.from({ length: CALLS }, send));
    const refusals = results.filter((result) => result.status === 'rejected');
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.length).toBeLessThan(CALLS);
    expect(refusals[0]?.reason).toMatchObject({
      name: 'ThrottlingException',
      message: 'Rate exceeded',
      $metadata: { httpStatusCode: status },
    });
    const logged = await statuses();
    expect(logged).toHaveLength(CALLS);
    expect(logged.filter((each) => each === status)).toHaveLength(refusals.length);
    expect(logged.filter((each) => each === 200)).toHaveLength(CALLS - refusals.length);
  });

  test('over the limit of sts are answered by its own code', async () => {
    await limit({ GetCallerIdentity: 1 });
    const replies = await Promise.all(
      Array.from({ length: CALLS }, () => sts(emulator.url, { Action: 'GetCallerIdentity' })),
    );
    const refusals = replies.filter(({ status }) => status === 400);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals[0]?.text).toContain('<Code>Throttling</Code><Message>Rate exceeded</Message>');
  });

  test('are counted by real time, also when the clock stands still', async () => {
    await emulator.control('POST', '/clock', { frozen: true });
    await limit({ GetMacieSession: 5 });
    await Promise.allSettled(Array.from({ length: CALLS }, () => clients.macie.send(session)));
    await emulator.control('DELETE', '/calls');
    const passes = () =>
      clients.macie.send(session).then(
        () => true,
        () => false,
      );
    for (let tries = 0; tries < 5_000; tries += 1) if (await passes()) break;
    expect(await statuses()).toContain(200);
  });

  test('that are throttled use up no fault', async () => {
    await limit({ GetMacieSession: 1 });
    await Promise.allSettled(Array.from({ length: CALLS }, () => clients.macie.send(session)));
    await emulator.control('POST', '/faults', {
      service: 'macie2',
      operation: 'GetMacieSession',
      count: CALLS,
      error: { type: 'ConflictException' },
    });
    await Promise.allSettled(Array.from({ length: CALLS }, () => clients.macie.send(session)));
    await limit({ GetMacieSession: null });
    expect(await rejection(clients.macie.send(session))).toMatchObject({ name: 'ConflictException' });
  });

  test('have no limit by default, nor when it is cleared', async () => {
    expect(await limit({ GetMacieSession: 1, ListCases: 20.5 })).toMatchObject({
      rateLimits: { GetMacieSession: 1, ListCases: 20.5 },
    });
    expect(await limit({ GetMacieSession: null })).toMatchObject({ rateLimits: { ListCases: 20.5 } });
    await Promise.all(Array.from({ length: CALLS }, () => clients.macie.send(session)));
    expect(new Set(await statuses())).toEqual(new Set([200]));
  });
});
