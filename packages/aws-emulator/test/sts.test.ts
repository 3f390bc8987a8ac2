// STS: the input and output of AssumeRole, and the identity and lifetime of its credentials.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ACCOUNT, authorization, raw, sts, type TextReply } from './support/clients';
import { useEmulator } from './support/emulator';

const ROLE = 'arn:aws:iam::444455556666:role/secops/audit';
const ASSUME = { Action: 'AssumeRole', RoleArn: ROLE, RoleSessionName: 'ann' };
const UNKNOWN = 'ASIAIOSFODNN7EXAMPLE';
const GET_CALLER_IDENTITY = { Action: 'GetCallerIdentity' };

const { emulator } = useEmulator();

/** The text of the only element with this name. */
function textOf({ text }: TextReply, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
}

function errorOf(reply: TextReply) {
  return { status: reply.status, code: textOf(reply, 'Code'), message: textOf(reply, 'Message') };
}

type SignedHeaders = Record<'authorization' | 'x-amz-security-token', string>;
type Signer = (service: string) => SignedHeaders;

/** Assumes a role. Returns a function that signs requests with its credentials. */
async function assume(form: Record<string, string> = {}, headers?: Record<string, string>): Promise<Signer> {
  const reply = await sts(emulator.url, { ...ASSUME, ...form }, headers);
  expect(reply.status).toBe(200);
  const [key = '', token = ''] = [textOf(reply, 'AccessKeyId'), textOf(reply, 'SessionToken')];
  return (service) => ({ authorization: authorization(service, key), 'x-amz-security-token': token });
}

const listMembers = (headers: Record<string, string>) =>
  raw(emulator.url, 'GET', '/members?maxResults=1', headers);

describe('AssumeRole', () => {
  test('returns credentials and the identity of their session', async () => {
    await emulator.control('POST', '/clock', { frozen: true, set: '2026-11-21T10:00:00.750Z' });
    const reply = await sts(emulator.url, { ...ASSUME, SourceIdentity: 'ann@example.com' });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('text/xml');
    expect(reply.text).toMatch(
      /^<AssumeRoleResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/"><AssumeRoleResult><Credentials>/,
    );
    expect(textOf(reply, 'AccessKeyId')).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(textOf(reply, 'SecretAccessKey')).toMatch(/^[A-Za-z0-9+/]{40}$/);
    expect(textOf(reply, 'Expiration')).toBe('2026-11-21T11:00:00Z');
    expect(textOf(reply, 'Arn')).toBe('arn:aws:sts::444455556666:assumed-role/audit/ann');
    expect(textOf(reply, 'AssumedRoleId')).toMatch(/^AROA[A-Z2-7]{17}:ann$/);
    expect(textOf(reply, 'SourceIdentity')).toBe('ann@example.com');
    expect(textOf(reply, 'RequestId')).toBe(reply.headers.get('x-amzn-requestid'));
  });

  test('issues new credentials for every call, with the same role id', async () => {
    const [first, second] = [await sts(emulator.url, ASSUME), await sts(emulator.url, ASSUME)];
    for (const member of ['AccessKeyId', 'SecretAccessKey', 'SessionToken']) {
      expect(textOf(first, member)).not.toBe(textOf(second, member));
    }
    expect(textOf(first, 'AssumedRoleId')).toBe(textOf(second, 'AssumedRoleId'));
    expect(first.text).not.toContain('SourceIdentity');
  });

  test.each([
    ['900', '2026-11-21T10:15:00Z'],
    ['43200', '2026-11-21T22:00:00Z'],
  ])('issues credentials for %s seconds', async (DurationSeconds, expiration) => {
    await emulator.control('POST', '/clock', { frozen: true, set: '2026-11-21T10:00:00Z' });
    const reply = await sts(emulator.url, { ...ASSUME, DurationSeconds });
    expect(textOf(reply, 'Expiration')).toBe(expiration);
  });

  test.each([
    ['RoleArn', 'too-short', "'RoleArn' failed to satisfy constraint: Member must have length greater than"],
    ['RoleArn', `${ROLE}${'x'.repeat(2048)}`, 'Member must have length less than or equal to 2048'],
    ['RoleArn', `${ROLE}\u0007`, 'Member must satisfy regular expression pattern: [\\u0009'],
    ['RoleArn', 'arn:aws:iam::444455556666:user/ann', 'Request ARN is invalid'],
    ['RoleArn', 'arn:aws:iam::4444:role/secops-audit', 'Request ARN is invalid'],
    ['RoleArn', 'arn:aws:iam::444455556666:role/secops/', 'Request ARN is invalid'],
    ['RoleSessionName', 'a', 'Member must have length greater than or equal to 2'],
    ['RoleSessionName', 'a'.repeat(65), 'Member must have length less than or equal to 64'],
    ['RoleSessionName', 'ann &lt;', "Value 'ann &amp;lt;' at 'RoleSessionName'"],
    ['SourceIdentity', 'a', 'Member must have length greater than or equal to 2'],
    ['SourceIdentity', 'ann:b', 'Member must satisfy regular expression pattern: [\\w+=,.@-]*'],
    ['ExternalId', '', 'Member must have length greater than or equal to 2'],
    ['ExternalId', 'x'.repeat(1225), 'Member must have length less than or equal to 1224'],
    ['ExternalId', 'a b', 'Member must satisfy regular expression pattern: [\\w+=,.@:\\/-]*'],
    ['DurationSeconds', '899', 'Member must have value greater than or equal to 900'],
    ['DurationSeconds', '43201', 'Member must have value less than or equal to 43200'],
  ])('rejects the %s %s', async (member, value, message) => {
    const reply = await sts(emulator.url, { ...ASSUME, [member]: value });
    expect(errorOf(reply)).toEqual({
      status: 400,
      code: 'ValidationError',
      message: expect.stringContaining(message) as unknown,
    });
    expect(textOf(reply, 'Type')).toBe('Sender');
  });

  test('requires a role, a session name, and a number as duration', async () => {
    const { message } = errorOf(await sts(emulator.url, { Action: 'AssumeRole' }));
    expect(message).toMatch(/^2 validation errors detected: Value null at 'RoleArn'/);
    expect(errorOf(await sts(emulator.url, { ...ASSUME, DurationSeconds: 'an hour' }))).toMatchObject({
      status: 400,
      code: 'MalformedInput',
    });
  });

  test('issues credentials for at most one hour to a session of another role', async () => {
    const headers = (await assume())('sts');
    await assume({ DurationSeconds: '3600' }, headers);
    expect(errorOf(await sts(emulator.url, { ...ASSUME, DurationSeconds: '3601' }, headers))).toMatchObject({
      code: 'ValidationError',
      message: expect.stringContaining('1 hour session limit') as unknown,
    });
  });

  test('keeps the source identity of a session in further roles', async () => {
    const headers = (await assume({ SourceIdentity: 'ann' }))('sts');
    const further = await sts(emulator.url, ASSUME, headers);
    expect(textOf(further, 'SourceIdentity')).toBe('ann');
    expect(errorOf(await sts(emulator.url, { ...ASSUME, SourceIdentity: 'bob' }, headers))).toEqual({
      status: 403,
      code: 'AccessDenied',
      message: `User: arn:aws:sts::444455556666:assumed-role/audit/ann is not authorized to perform: sts:SetSourceIdentity on resource: ${ROLE}`,
    });
  });
});

describe('roles', () => {
  const DENIED = {
    status: 403,
    code: 'AccessDenied',
    message: `User: arn:aws:iam::${ACCOUNT}:user/emulator is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`,
  };
  const set = (rule: object) =>
    emulator.control('POST', '/settings', { roles: [{ roleArn: ROLE, ...rule }] });

  test('can require an external id', async () => {
    await set({ externalId: 'secret:1' });
    expect(errorOf(await sts(emulator.url, ASSUME))).toEqual(DENIED);
    expect(errorOf(await sts(emulator.url, { ...ASSUME, ExternalId: 'secret:2' }))).toEqual(DENIED);
    await assume({ ExternalId: 'secret:1' });
    await assume({ RoleArn: 'arn:aws:iam::444455556666:role/other' });
  });

  test('can be denied and allowed again', async () => {
    await set({ deny: true });
    expect(errorOf(await sts(emulator.url, ASSUME))).toEqual(DENIED);
    expect(await emulator.control('GET', '/settings')).toMatchObject({
      roles: [{ roleArn: ROLE, deny: true }],
    });
    expect(await set({})).toMatchObject({ roles: [] });
    await assume();
  });

  test('accept an external id that they do not require', async () => {
    expect((await sts(emulator.url, { ...ASSUME, ExternalId: 'anything' })).status).toBe(200);
  });
});

describe('issued credentials', () => {
  test('belong to the account of the role, in every region and service', async () => {
    const sign = await assume();
    expect((await listMembers(sign('macie2'))).body).toMatchObject({
      members: [{ administratorAccountId: '444455556666' }],
    });
    const target = { 'x-amz-target': 'WorkMailService.ListOrganizations' };
    expect((await raw(emulator.url, 'POST', '/', { ...sign('workmail'), ...target }, '{}')).status).toBe(200);
    expect((await raw(emulator.url, 'POST', '/v1/list-cases', sign('security-ir'), '{}')).status).toBe(200);
    const calls = (await emulator.allCalls()).slice(1);
    expect(calls.map(({ account, session }) => ({ account, session }))).toEqual(
      Array(3).fill({
        account: '444455556666',
        session: { roleArn: ROLE, sessionName: 'ann', sourceIdentity: null },
      }),
    );
  });

  test('have the identity that GetCallerIdentity returns', async () => {
    const long = await sts(emulator.url, GET_CALLER_IDENTITY, {
      authorization: authorization('sts', '777788889999'),
    });
    expect([textOf(long, 'Account'), textOf(long, 'Arn')]).toEqual([
      '777788889999',
      'arn:aws:iam::777788889999:user/emulator',
    ]);
    expect(textOf(long, 'UserId')).toMatch(/^AIDA[A-Z2-7]{17}$/);
    const short = await sts(emulator.url, GET_CALLER_IDENTITY, (await assume())('sts'));
    expect([textOf(short, 'Account'), textOf(short, 'Arn')]).toEqual([
      '444455556666',
      'arn:aws:sts::444455556666:assumed-role/audit/ann',
    ]);
    expect(textOf(short, 'UserId')).toMatch(/^AROA[A-Z2-7]{17}:ann$/);
  });

  test.each([
    [
      'an unknown key',
      (sign, service) => ({ ...sign(service), authorization: authorization(service, UNKNOWN) }),
    ],
    ['no token', (sign, service) => ({ authorization: sign(service).authorization })],
    ['another token', (sign, service) => ({ ...sign(service), 'x-amz-security-token': 'another' })],
  ] satisfies [string, (sign: Signer, service: string) => Record<string, string>][])(
    'are rejected with %s',
    async (_, change) => {
      const sign = await assume();
      const changed = (service: string): Record<string, string> => change(sign, service);
      const message = 'The security token included in the request is invalid.';
      const reply = await listMembers(changed('macie2'));
      expect([reply.status, reply.body]).toEqual([403, { message }]);
      expect(reply.headers.get('x-amzn-errortype')).toBe('UnrecognizedClientException');
      expect(errorOf(await sts(emulator.url, GET_CALLER_IDENTITY, changed('sts')))).toEqual({
        status: 403,
        code: 'InvalidClientTokenId',
        message,
      });
      expect(await emulator.allCalls()).toHaveLength(1);
    },
  );

  test('expire in the second of their Expiration, by the clock of the emulator', async () => {
    await emulator.control('POST', '/clock', { frozen: true, set: '2026-11-21T10:00:00.750Z' });
    const sign = await assume();
    await emulator.control('POST', '/clock', { advanceSeconds: 3599 });
    expect((await listMembers(sign('macie2'))).status).toBe(200);
    await emulator.control('POST', '/clock', { advanceSeconds: 0.25 });
    const reply = await listMembers(sign('macie2'));
    expect(reply.status).toBe(403);
    expect(reply.headers.get('x-amzn-errortype')).toBe('ExpiredTokenException');
    expect(errorOf(await sts(emulator.url, GET_CALLER_IDENTITY, sign('sts')))).toMatchObject({
      status: 403,
      code: 'ExpiredToken',
    });
  });

  test('remain valid after a reset', async () => {
    const sign = await assume();
    await emulator.control('POST', '/reset');
    expect((await listMembers(sign('macie2'))).status).toBe(200);
  });

  test('appear in the state of their account, without secrets', async () => {
    await assume({ SourceIdentity: 'ann', RoleArn: 'arn:aws:iam::121212121212:role/shown' });
    const { sts: state } = (await emulator.control('GET', '/state?account=121212121212')) as { sts: unknown };
    expect(state).toEqual({
      sessions: [
        {
          AccessKeyId: expect.stringMatching(/^ASIA/) as unknown,
          RoleArn: 'arn:aws:iam::121212121212:role/shown',
          RoleSessionName: 'ann',
          SourceIdentity: 'ann',
          Expiration: expect.any(String) as unknown,
        },
      ],
    });
  });

  test('are usable by the credential provider of the SDK', async () => {
    const send = async (): Promise<unknown> => {
      const script = join(__dirname, 'sts-client.mjs');
      const { stdout } = await promisify(execFile)(process.execPath, [script, emulator.url, ROLE]);
      return JSON.parse(stdout);
    };
    expect(await send()).toBe('444455556666');
    expect((await emulator.allCalls()).map(({ operation, region }) => `${operation} ${region}`)).toEqual([
      'AssumeRole us-east-1',
      'ListMembers eu-west-1',
    ]);
    await emulator.control('POST', '/settings', { roles: [{ roleArn: ROLE, deny: true }] });
    expect(await send()).toBe('AccessDenied 403');
  });
});

test('the call log has the parameters that CloudTrail has, and only the presence of an external id', async () => {
  const headers = (await assume({ SourceIdentity: 'ann', ExternalId: 'secret' }))('sts');
  await sts(emulator.url, { ...ASSUME, RoleSessionName: 'ann-2' }, headers);
  const calls = await emulator.allCalls();
  expect(
    calls.map(({ parameters, account, session, status }) => [parameters, account, session, status]),
  ).toEqual([
    [{ RoleArn: ROLE, RoleSessionName: 'ann', SourceIdentity: 'ann', ExternalId: true }, ACCOUNT, null, 200],
    [
      { RoleArn: ROLE, RoleSessionName: 'ann-2' },
      '444455556666',
      { roleArn: ROLE, sessionName: 'ann', sourceIdentity: 'ann' },
      200,
    ],
  ]);
  expect(JSON.stringify(calls)).not.toContain('secret');
});

test('faults apply to AssumeRole', async () => {
  const addFault = (error: object) =>
    emulator.control('POST', '/faults', { service: 'sts', operation: 'AssumeRole', count: 1, error });
  await addFault({ type: 'RegionDisabledException', message: 'Not <here>' });
  expect(errorOf(await sts(emulator.url, ASSUME))).toEqual({
    status: 403,
    code: 'RegionDisabledException',
    message: 'Not &lt;here&gt;',
  });
  await addFault({ type: 'ServiceUnavailable', status: 503, retryAfterSeconds: 2 });
  const reply = await sts(emulator.url, ASSUME);
  expect([reply.status, textOf(reply, 'Type'), reply.headers.get('retry-after')]).toEqual([
    503,
    'Receiver',
    '2',
  ]);
  await assume();
});

describe('the query protocol', () => {
  test.each([
    [{ Action: 'GetFederationToken' }, 'Could not find operation GetFederationToken for version 2011-06-15'],
    [
      { ...GET_CALLER_IDENTITY, Version: '2010-01-01' },
      'Could not find operation GetCallerIdentity for version 2010-01-01',
    ],
    [{}, 'Could not find operation  for version 2011-06-15'],
  ])('rejects the form %j, which names no operation', async (form: Record<string, string>, message) => {
    expect(errorOf(await sts(emulator.url, form))).toEqual({ status: 400, code: 'InvalidAction', message });
  });

  test.each([
    [{}, 'MissingAuthenticationToken'],
    [{ authorization: 'Bearer token' }, 'IncompleteSignature'],
  ])('rejects the headers %j, which have no signature', async (headers: Record<string, string>, code) => {
    expect(errorOf(await sts(emulator.url, GET_CALLER_IDENTITY, headers))).toMatchObject({
      status: 403,
      code,
    });
  });

  test('accepts only POST', async () => {
    const headers = {
      authorization: authorization('sts'),
      'content-type': 'application/x-www-form-urlencoded',
    };
    const body = 'Action=GetCallerIdentity&Version=2011-06-15';
    const statuses = ['POST', 'PUT'].map(
      async (method) => (await fetch(emulator.url, { method, headers, body })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 400]);
  });
});
