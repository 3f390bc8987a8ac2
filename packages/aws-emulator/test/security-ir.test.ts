// Security Incident Response: cases, and every transition of their status.
import {
  CloseCaseCommand,
  GetCaseCommand,
  ListCasesCommand,
  UpdateCaseStatusCommand,
  UpdateResolverTypeCommand,
  type ListCasesItem,
} from '@aws-sdk/client-security-ir';
import { authorization, raw, rejection, sdkClients } from './support/clients';
import { useEmulator } from './support/emulator';
import { readState } from './support/state';

const { emulator, clients } = useEmulator();

const ID = '1234567890';

async function put(resolverType: string, caseStatus: string): Promise<void> {
  const set = { title: 'A case', caseStatus, resolverType };
  await emulator.control('POST', '/put', { service: 'security-ir', resource: 'case', id: ID, set });
}

function getCase() {
  return clients.securityIr.send(new GetCaseCommand({ caseId: ID }));
}

function call(method: string, path: string, body?: string) {
  return raw(emulator.url, method, path, { authorization: authorization('security-ir') }, body);
}

describe('ListCases', () => {
  test.each([1, 4, 25])('returns every case once in pages of %d, latest first', async (maxResults) => {
    const cases: ListCasesItem[] = [];
    let nextToken: string | undefined;
    do {
      const page = await clients.securityIr.send(new ListCasesCommand({ maxResults, nextToken }));
      expect(page.total).toBe(30);
      cases.push(...(page.items ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(new Set(cases.map((item) => item.caseId)).size).toBe(30);
    const times = cases.map((item) => item.createdDate?.getTime() ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('returns exactly the members of ListCasesItem, with times as numbers', async () => {
    const { body } = await call('POST', '/v1/list-cases', '{"maxResults":25}');
    const { items } = body as { items: Record<string, unknown>[] };
    expect([...new Set(items.flatMap((item) => Object.keys(item)))].sort()).toEqual([
      'caseArn',
      'caseId',
      'caseStatus',
      'closedDate',
      'createdDate',
      'engagementType',
      'lastUpdatedDate',
      'pendingAction',
      'resolverType',
      'title',
    ]);
    expect(items[0]).toMatchObject({ createdDate: expect.any(Number) as unknown });
  });

  test('names the invalid field', async () => {
    const reply = await call('POST', '/v1/list-cases', '{"maxResults":26}');
    const message =
      "Value '26' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 25";
    expect(reply.status).toBe(400);
    expect(reply.headers.get('x-amzn-errortype')).toBe('ValidationException');
    expect(reply.body).toEqual({
      message: `1 validation error detected: ${message}`,
      reason: 'FIELD_VALIDATION_FAILED',
      fieldList: [{ name: 'maxResults', message }],
    });
  });

  test('rejects a token that it did not issue', async () => {
    const error = await rejection(clients.securityIr.send(new ListCasesCommand({ nextToken: 'made-up' })));
    expect(error).toMatchObject({
      name: 'ValidationException',
      reason: 'FIELD_VALIDATION_FAILED',
      fieldList: [{ name: 'nextToken' }],
    });
  });
});

describe('GetCase', () => {
  test('returns every case as the emulator stores it, without its caseId', async () => {
    const { cases } = (await readState(emulator))['security-ir'];
    expect(cases).toHaveLength(30);
    for (const { caseId, ...stored } of cases) {
      const reply = await call('GET', `/v1/cases/${String(caseId)}/get-case`);
      expect(reply.body).toEqual(stored);
    }
  });

  test('returns ResourceNotFoundException for an unknown case', async () => {
    const error = await rejection(clients.securityIr.send(new GetCaseCommand({ caseId: '9999999999' })));
    expect(error).toMatchObject({ name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } });
  });

  test.each(['123456789', 'abcdefghij', '1'.repeat(33)])('rejects the caseId %s', async (caseId) => {
    const reply = await call('GET', `/v1/cases/${caseId}/get-case`);
    expect(reply.status).toBe(400);
    const { reason, fieldList } = reply.body as { reason: string; fieldList: { name: string }[] };
    expect(reason).toBe('FIELD_VALIDATION_FAILED');
    expect(new Set(fieldList.map(({ name }) => name))).toEqual(new Set(['caseId']));
  });
});

const SUBMITTED = 'Submitted';
const DETECTION = 'Detection and Analysis';
const CONTAINMENT = 'Containment, Eradication and Recovery';
const POST_INCIDENT = 'Post-incident Activities';
const OTHERS = ['Acknowledged', 'Ready to Close', 'Closed', 'Reopened'];

type Requestable = typeof SUBMITTED | typeof DETECTION | typeof CONTAINMENT | typeof POST_INCIDENT;

const REQUESTABLE: Requestable[] = [SUBMITTED, DETECTION, CONTAINMENT, POST_INCIDENT];

function updateStatus(caseStatus: Requestable) {
  return clients.securityIr.send(new UpdateCaseStatusCommand({ caseId: ID, caseStatus }));
}

/** Resolver type, from and to of every change that UpdateCaseStatus accepts. */
const ACCEPTED = new Set([
  `Self: ${SUBMITTED} -> ${DETECTION}`,
  `Self: ${DETECTION} -> ${CONTAINMENT}`,
  `Self: ${DETECTION} -> ${POST_INCIDENT}`,
  `Self: ${CONTAINMENT} -> ${DETECTION}`,
  `Self: ${CONTAINMENT} -> ${POST_INCIDENT}`,
  `Self: ${POST_INCIDENT} -> ${CONTAINMENT}`,
  `Self: ${POST_INCIDENT} -> ${DETECTION}`,
]);

const CHANGES = ['Self', 'AWS'].flatMap((resolverType) =>
  [...REQUESTABLE, ...OTHERS].flatMap((from) => REQUESTABLE.map((to) => ({ resolverType, from, to }))),
);
const isAccepted = ({ resolverType, from, to }: (typeof CHANGES)[number]): boolean =>
  ACCEPTED.has(`${resolverType}: ${from} -> ${to}`);

describe('UpdateCaseStatus', () => {
  test('is tested with 64 changes, of which 7 are accepted', () => {
    expect([CHANGES.length, CHANGES.filter(isAccepted).length]).toEqual([64, 7]);
  });

  test.each(CHANGES.filter(isAccepted))(
    '$resolverType: $from -> $to is accepted',
    async ({ resolverType, from, to }) => {
      await put(resolverType, from);
      const response = await updateStatus(to);
      expect([response.$metadata.httpStatusCode, response.caseStatus]).toEqual([201, to]);
      expect((await getCase()).caseStatus).toBe(to);
    },
  );

  test.each(CHANGES.filter((change) => !isAccepted(change)))(
    '$resolverType: $from -> $to is rejected',
    async ({ resolverType, from, to }) => {
      await put(resolverType, from);
      expect(await rejection(updateStatus(to))).toMatchObject({
        name: 'ConflictException',
        resourceId: ID,
        resourceType: 'case',
        $metadata: { httpStatusCode: 409 },
      });
      expect((await getCase()).caseStatus).toBe(from);
    },
  );

  test.each(['Closed', 'Acknowledged', 'Ready to Close', 'Containment, Eradication, and Recovery'])(
    'rejects the status %s',
    async (caseStatus) => {
      await put('Self', DETECTION);
      const path = `/v1/cases/${ID}/update-case-status`;
      const reply = await call('POST', path, JSON.stringify({ caseStatus }));
      expect(reply.status).toBe(400);
      expect(reply.body).toMatchObject({ fieldList: [{ name: 'caseStatus' }] });
    },
  );

  test.each([CONTAINMENT, POST_INCIDENT] as const)(
    'accepts Submitted -> %s without strictCaseTransitions',
    async (to) => {
      await emulator.control('POST', '/settings', { strictCaseTransitions: false });
      await put('Self', SUBMITTED);
      expect((await updateStatus(to)).caseStatus).toBe(to);
      await put('AWS', SUBMITTED);
      expect(await rejection(updateStatus(to))).toMatchObject({ name: 'ConflictException' });
    },
  );

  test('accepts the current status with acceptSameStatus', async () => {
    await emulator.control('POST', '/settings', { acceptSameStatus: true });
    await put('Self', DETECTION);
    expect((await updateStatus(DETECTION)).caseStatus).toBe(DETECTION);
    await put('AWS', DETECTION);
    expect(await rejection(updateStatus(DETECTION))).toMatchObject({ name: 'ConflictException' });
  });
});

describe('CloseCase', () => {
  const CLOSINGS = ['Self', 'AWS'].flatMap((resolverType) =>
    [...REQUESTABLE, 'Acknowledged', 'Ready to Close'].map((from) => ({ resolverType, from })),
  );

  test.each(CLOSINGS)('closes a case that is $resolverType: $from', async ({ resolverType, from }) => {
    await put(resolverType, from);
    const response = await clients.securityIr.send(new CloseCaseCommand({ caseId: ID }));
    expect(response.caseStatus).toBe('Closed');
    const closed = await getCase();
    expect(closed).toMatchObject({
      caseStatus: 'Closed',
      closedDate: response.closedDate,
      pendingAction: 'None',
    });
  });

  test.each(['Self', 'AWS'])('rejects a closed case that is %s', async (resolverType) => {
    await put(resolverType, 'Closed');
    const error = await rejection(clients.securityIr.send(new CloseCaseCommand({ caseId: ID })));
    expect(error).toMatchObject({ name: 'ConflictException', resourceId: ID });
  });
});

describe('UpdateResolverType', () => {
  function updateResolver(resolverType: 'AWS' | 'Self') {
    return clients.securityIr.send(new UpdateResolverTypeCommand({ caseId: ID, resolverType }));
  }

  test.each([...REQUESTABLE, 'Acknowledged', 'Ready to Close'])(
    'hands a case that is %s to AWS',
    async (from) => {
      await put('Self', from);
      const { $metadata, ...response } = await updateResolver('AWS');
      expect($metadata.httpStatusCode).toBe(200);
      expect(response).toEqual({ caseId: ID, caseStatus: 'Submitted', resolverType: 'AWS' });
      expect(await getCase()).toMatchObject({ caseStatus: 'Submitted', resolverType: 'AWS' });
    },
  );

  test('keeps the status with caseStatusAfterHandover unchanged', async () => {
    await emulator.control('POST', '/settings', { caseStatusAfterHandover: 'unchanged' });
    await put('Self', CONTAINMENT);
    expect((await updateResolver('AWS')).caseStatus).toBe(CONTAINMENT);
  });

  test.each([
    ['AWS', DETECTION, 'Self'],
    ['AWS', DETECTION, 'AWS'],
    ['Self', DETECTION, 'Self'],
    ['Self', 'Closed', 'AWS'],
    ['AWS', 'Closed', 'Self'],
  ] as const)('rejects %s, %s to %s', async (from, status, to) => {
    await put(from, status);
    expect(await rejection(updateResolver(to))).toMatchObject({ name: 'ConflictException' });
    expect(await getCase()).toMatchObject({ caseStatus: status, resolverType: from });
  });
});

test('every call returns SecurityIncidentResponseNotActiveException without an active membership', async () => {
  await emulator.control('POST', '/settings', {
    account: '444455556666',
    securityIncidentResponseActive: false,
  });
  const others = sdkClients(emulator.url, '444455556666');
  expect(await rejection(others.securityIr.send(new ListCasesCommand({})))).toMatchObject({
    name: 'SecurityIncidentResponseNotActiveException',
    $metadata: { httpStatusCode: 400 },
  });
  others.destroy();
  expect((await clients.securityIr.send(new ListCasesCommand({}))).items).toHaveLength(25);
});
