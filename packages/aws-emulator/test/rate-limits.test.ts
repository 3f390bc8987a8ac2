// Rate limits: the token bucket of an operation, and the responses to throttled calls.
import { GetMacieSessionCommand } from '@aws-sdk/client-macie2';
import { ListCasesCommand } from '@aws-sdk/client-security-ir';
import { ListOrganizationsCommand } from '@aws-sdk/client-workmail';
import { RateLimits } from '../src/kernel/rate-limits';
import { rejection, sts } from './support/clients';
import { useEmulator } from './support/emulator';

const HERE = { account: '111122223333', region: 'us-east-1' };

describe('a token bucket', () => {
  /** The number of `calls` at the time `now` that the limits admit. */
  const countAdmitted = (
    limits: RateLimits,
    calls: number,
    now: number,
    scope = HERE,
    service = 'security-ir',
  ) =>
    Array.from({ length: calls }, () => limits.admit(service, 'GetCase', scope, now)).filter(Boolean).length;

  test('admits the calls of one second at once, and refills evenly', () => {
    const limits = new RateLimits();
    limits.set('GetCase', 20);
    expect(countAdmitted(limits, 30, 0)).toBe(20);
    expect(countAdmitted(limits, 30, 49)).toBe(0);
    expect(countAdmitted(limits, 30, 50)).toBe(1);
    expect(countAdmitted(limits, 30, 550)).toBe(10);
    expect(countAdmitted(limits, 30, 60_000)).toBe(20);
  });

  test('is separate for each service, account, region and operation', () => {
    const limits = new RateLimits();
    limits.set('GetCase', 2);
    expect(countAdmitted(limits, 5, 0)).toBe(2);
    expect(countAdmitted(limits, 5, 0, { ...HERE, account: '444455556666' })).toBe(2);
    expect(countAdmitted(limits, 5, 0, { ...HERE, region: 'eu-west-1' })).toBe(2);
    expect(countAdmitted(limits, 5, 0, HERE, 'macie2')).toBe(2);
    expect(countAdmitted(limits, 5, 0)).toBe(0);
    expect(limits.admit('security-ir', 'ListCases', HERE, 0)).toBe(true);
  });

  test('is removed together with its limit', () => {
    const limits = new RateLimits();
    limits.set('GetCase', 2);
    expect(countAdmitted(limits, 5, 0)).toBe(2);
    limits.set('GetCase', null);
    expect(countAdmitted(limits, 5, 0)).toBe(5);
    expect(limits.all).toEqual({});
  });
});

describe('AWS calls', () => {
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
  ])('%s throttles and logs calls over the limit', async (_, operation, status, send) => {
    await limit({ [operation]: 1 });
    const results = await Promise.allSettled(Array.from({ length: CALLS }, send));
    const throttled = results.filter((result) => result.status === 'rejected');
    expect(throttled.length).toBeGreaterThan(0);
    expect(throttled.length).toBeLessThan(CALLS);
    expect(throttled[0]?.reason).toMatchObject({
      name: 'ThrottlingException',
      message: 'Rate exceeded',
      $metadata: { httpStatusCode: status },
    });
    const logged = await statuses();
    expect(logged).toHaveLength(CALLS);
    expect(logged.filter((each) => each === status)).toHaveLength(throttled.length);
    expect(logged.filter((each) => each === 200)).toHaveLength(CALLS - throttled.length);
  });

  test('sts returns the code Throttling for calls over the limit', async () => {
    await limit({ GetCallerIdentity: 1 });
    const replies = await Promise.all(
      Array.from({ length: CALLS }, () => sts(emulator.url, { Action: 'GetCallerIdentity' })),
    );
    const throttled = replies.filter(({ status }) => status === 400);
    expect(throttled.length).toBeGreaterThan(0);
    expect(throttled[0]?.text).toContain('<Code>Throttling</Code><Message>Rate exceeded</Message>');
  });

  test('a limit uses real time, even when the clock is frozen', async () => {
    await emulator.control('POST', '/clock', { frozen: true });
    await limit({ GetMacieSession: 5 });
    await Promise.allSettled(Array.from({ length: CALLS }, () => clients.macie.send(session)));
    await emulator.control('DELETE', '/calls');
    const isAdmitted = () =>
      clients.macie.send(session).then(
        () => true,
        () => false,
      );
    for (let tries = 0; tries < 5_000; tries += 1) if (await isAdmitted()) break;
    expect(await statuses()).toContain(200);
  });

  test('a throttled call does not use up a fault', async () => {
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

  test('calls have no limit by default, and none after it is cleared', async () => {
    expect(await limit({ GetMacieSession: 1, ListCases: 20.5 })).toMatchObject({
      rateLimits: { GetMacieSession: 1, ListCases: 20.5 },
    });
    expect(await limit({ GetMacieSession: null })).toMatchObject({ rateLimits: { ListCases: 20.5 } });
    await Promise.all(Array.from({ length: CALLS }, () => clients.macie.send(session)));
    expect(new Set(await statuses())).toEqual(new Set([200]));
  });
});
