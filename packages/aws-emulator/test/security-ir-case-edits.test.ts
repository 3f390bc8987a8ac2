// Security Incident Response: the edits of a case, which record its changes.
import {
  CloseCaseCommand,
  ListCaseEditsCommand,
  ListCasesCommand,
  UpdateCaseStatusCommand,
  UpdateResolverTypeCommand,
} from '@aws-sdk/client-security-ir';
import { ID, useCases } from './support/cases';
import { ACCOUNT, rejection } from './support/clients';

const cases = useCases();
const { put, getCase, update, edits, rejectedFields } = cases;

describe('ListCaseEdits', () => {
  async function changeCase(): Promise<void> {
    await put({});
    const caseId = ID;
    const advanceClock = () => cases.emulator.control('POST', '/clock', { advanceSeconds: 60 });
    await advanceClock();
    await cases.clients.securityIr.send(
      new UpdateCaseStatusCommand({ caseId, caseStatus: 'Detection and Analysis' }),
    );
    await advanceClock();
    await cases.clients.securityIr.send(new UpdateResolverTypeCommand({ caseId, resolverType: 'AWS' }));
    await advanceClock();
    await cases.clients.securityIr.send(new CloseCaseCommand({ caseId }));
  }

  test.each([1, 2, 25])('lists status and resolver changes, latest first, %d per page', async (pageSize) => {
    await changeCase();
    expect(await edits(ID, pageSize)).toEqual([
      {
        eventTimestamp: new Date('2026-11-21T10:03:00Z'),
        principal: ACCOUNT,
        action: 'Case Closed',
        message: 'The case was closed; its status was Submitted.',
      },
      {
        eventTimestamp: new Date('2026-11-21T10:02:00Z'),
        principal: ACCOUNT,
        action: 'Case Updated To Service Managed',
        message: 'The resolver type was changed from Self to AWS.',
      },
      {
        eventTimestamp: new Date('2026-11-21T10:01:00Z'),
        principal: ACCOUNT,
        action: 'Case Status Updated',
        message: 'The status was changed from Submitted to Detection and Analysis.',
      },
    ]);
    expect((await getCase()).lastUpdatedDate).toEqual(new Date('2026-11-21T10:03:00Z'));
  });

  test('lists the last of several changes at the same time first', async () => {
    await put({});
    for (const title of ['One', 'Two', 'Three']) await update({ title });
    await update({ description: 'Four' });
    const messages = (await edits(ID, 1)).map(({ message }) => message);
    expect(messages).toEqual([
      'These members were changed: description.',
      'These members were changed: title.',
      'These members were changed: title.',
      'These members were changed: title.',
    ]);
  });

  test('lists no rejected change', async () => {
    await put({});
    const caseStatus = 'Post-incident Activities';
    await rejection(cases.clients.securityIr.send(new UpdateCaseStatusCommand({ caseId: ID, caseStatus })));
    expect(await edits()).toEqual([]);
  });

  test('counts all edits, and rejects a token of another case', async () => {
    await changeCase();
    const page = await cases.clients.securityIr.send(new ListCaseEditsCommand({ caseId: ID, maxResults: 1 }));
    expect(page.total).toBe(3);
    const { items } = await cases.clients.securityIr.send(new ListCasesCommand({}));
    const otherCase = new ListCaseEditsCommand({ caseId: items?.at(-1)?.caseId, nextToken: page.nextToken });
    expect(await rejection(cases.clients.securityIr.send(otherCase))).toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'nextToken' }],
    });
  });

  test.each([
    ['maxResults', { maxResults: 0 }],
    ['maxResults', { maxResults: 26 }],
    ['nextToken', { nextToken: 'x'.repeat(2001) }],
  ])('rejects an invalid %s', async (field, members) => {
    await put({});
    expect(await rejectedFields(`/v1/cases/${ID}/list-case-edits`, members)).toEqual([field]);
  });

  test('returns ResourceNotFoundException for an unknown case', async () => {
    expect(await rejection(edits('0000000000'))).toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
