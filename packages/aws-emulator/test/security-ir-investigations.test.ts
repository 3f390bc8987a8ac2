// Security Incident Response: investigation results, and feedback on them.
import {
  ListInvestigationsCommand,
  SendFeedbackCommand,
  type InvestigationAction,
} from '@aws-sdk/client-security-ir';
import { authorization, raw, rejection } from './support/clients';
import { NO_RESOURCES, useEmulator } from './support/emulator';

const NOW = '2026-11-21T10:00:00Z';
const { emulator, clients } = useEmulator({ sizes: { ...NO_RESOURCES, cases: 5 }, frozenAt: NOW });

const ID = '1234567890';

/** The id of the n-th initial result. The last result has the latest change. */
function resultId(n: number): string {
  return `inv-${String(n).padStart(10, '0')}`;
}

const THIRTY = Array.from({ length: 30 }, (_, index) => ({
  investigationId: resultId(index),
  actionType: 'Evidence',
  title: `Step ${index}`,
  content: 'What was found.',
  status: 'Completed',
  lastUpdated: `2026-11-20T10:${String(index).padStart(2, '0')}:00Z`,
}));

beforeEach(async () => {
  await emulator.control('POST', '/put', {
    service: 'security-ir',
    resource: 'case',
    id: ID,
    set: { title: 'A case', caseStatus: 'Acknowledged', resolverType: 'AWS', investigations: THIRTY },
  });
});

async function investigations(caseId = ID, maxResults = 25): Promise<InvestigationAction[]> {
  const actions: InvestigationAction[] = [];
  let nextToken: string | undefined;
  do {
    const page = await clients.securityIr.send(
      new ListInvestigationsCommand({ caseId, maxResults, nextToken }),
    );
    actions.push(...(page.investigationActions ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return actions;
}

function call(method: string, path: string, body?: object) {
  const headers = { authorization: authorization('security-ir') };
  return raw(emulator.url, method, `/v1/cases/${ID}/${path}`, headers, body && JSON.stringify(body));
}

describe('ListInvestigations', () => {
  test.each([1, 7, 25])('returns every result once in pages of %d, latest first', async (pageSize) => {
    const titles = (await investigations(ID, pageSize)).map(({ title }) => title);
    expect(titles).toEqual(THIRTY.map(({ title }) => title).reverse());
  });

  test('returns exactly the members of InvestigationAction, with times as numbers and without a total', async () => {
    const { body } = await call('GET', 'list-investigations?maxResults=1');
    expect(body).toEqual({
      investigationActions: [
        {
          investigationId: 'inv-0000000029',
          actionType: 'Evidence',
          title: 'Step 29',
          content: 'What was found.',
          status: 'Completed',
          lastUpdated: 1_795_170_540,
        },
      ],
      nextToken: expect.any(String) as unknown,
    });
  });

  test.each([
    ['maxResults=0', 'FIELD_VALIDATION_FAILED'],
    ['maxResults=26', 'FIELD_VALIDATION_FAILED'],
    ['maxResults=ten', 'CANNOT_PARSE'],
    ['nextToken=made-up', 'FIELD_VALIDATION_FAILED'],
    [`nextToken=${'x'.repeat(2001)}`, 'FIELD_VALIDATION_FAILED'],
  ])('rejects %s', async (query, reason) => {
    const reply = await call('GET', `list-investigations?${query}`);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ reason });
  });

  test('returns ResourceNotFoundException for an unknown case', async () => {
    expect(await rejection(investigations('0000000000'))).toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('SendFeedback', () => {
  test('adds feedback to the result, and replaces earlier feedback', async () => {
    const { $metadata, ...output } = await clients.securityIr.send(
      new SendFeedbackCommand({
        caseId: ID,
        resultId: resultId(29),
        usefulness: 'NOT_USEFUL',
        comment: 'We knew.',
      }),
    );
    expect([$metadata.httpStatusCode, output]).toEqual([200, {}]);
    expect((await investigations())[0]?.feedback).toEqual({
      usefulness: 'NOT_USEFUL',
      comment: 'We knew.',
      submittedAt: new Date(NOW),
    });
    await emulator.control('POST', '/clock', { advanceSeconds: 60 });
    await clients.securityIr.send(
      new SendFeedbackCommand({ caseId: ID, resultId: resultId(29), usefulness: 'USEFUL' }),
    );
    const [last, before] = await investigations();
    expect(last?.feedback).toEqual({
      usefulness: 'USEFUL',
      submittedAt: new Date('2026-11-21T10:01:00Z'),
    });
    expect(before?.feedback).toBeUndefined();
  });

  test.each([
    [ID, 'inv-9999999999'],
    ['0000000000', resultId(0)],
  ])('returns ResourceNotFoundException for case %s, result %s', async (caseId, id) => {
    const command = new SendFeedbackCommand({ caseId, resultId: id, usefulness: 'USEFUL' });
    expect(await rejection(clients.securityIr.send(command))).toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test.each<[field: string, id: string, members: object]>([
    ['resultId', 'inv-123', { usefulness: 'USEFUL' }],
    ['resultId', 'INV-0000000000', { usefulness: 'USEFUL' }],
    ['usefulness', resultId(0), {}],
    ['usefulness', resultId(0), { usefulness: 'SOMEWHAT' }],
    ['comment', resultId(0), { usefulness: 'USEFUL', comment: '' }],
    ['comment', resultId(0), { usefulness: 'USEFUL', comment: 'x'.repeat(1001) }],
  ])('rejects an invalid %s', async (field, id, members) => {
    const reply = await call('POST', `feedback/${id}/send-feedback`, members);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ reason: 'FIELD_VALIDATION_FAILED', fieldList: [{ name: field }] });
  });
});
