// Security Incident Response over the wire: the record of changes.
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
const { put, getCase, update, edits, refusedFields } = cases;

describe('ListCaseEdits', () => {
  async function history(): Promise<void> {
    await put({});
    const caseId = ID;
    const later = () => cases.emulator.control('POST', '/clock', { advanceSeconds: 60 });
    await later();
    await cases.clients.securityIr.send(
      new UpdateCaseStatusCommand({ caseId, caseStatus: 'Detection and Analysis' }),
    );
    await later();
    await cases.clients.securityIr.send(new UpdateResolverTypeCommand({ caseId, resolverType: 'AWS' }));
    await later();
    await cases.clients.securityIr.send(new CloseCaseCommand({ caseId }));
  }

  test.each([1, 2, 25])('tells of changes of status and resolver, latest first, by %d', async (pageSize) => {
    await history();
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

  test('of changes at the same time, the last comes first', async () => {
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

  test('a refused change is not recorded', async () => {
    await put({});
    const caseStatus = 'Post-incident Activities';
    await rejection(cases.clients.securityIr.send(new UpdateCaseStatusCommand({ caseId: ID, caseStatus })));
    expect(await edits()).toEqual([]);
  });

  test('counts all, and binds its tokens to the case', async () => {
    await history();
    const page = await cases.clients.securityIr.send(new ListCaseEditsCommand({ caseId: ID, maxResults: 1 }));
    expect(page.total).toBe(3);
    const { items } = await cases.clients.securityIr.send(new ListCasesCommand({}));
    const elsewhere = new ListCaseEditsCommand({ caseId: items?.at(-1)?.caseId, nextToken: page.nextToken });
    expect(await rejection(cases.clients.securityIr.send(elsewhere))).toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'nextToken' }],
    });
  });

  test.each([
    ['maxResults', { maxResults: 0 }],
    ['maxResults', { maxResults: 26 }],
    ['nextToken', { nextToken: 'x'.repeat(2001) }],
  ])('refuses %s', async (field, members) => {
    await put({});
    expect(await refusedFields(`/v1/cases/${ID}/list-case-edits`, members)).toEqual([field]);
  });

  test('does not find what is not there', async () => {
    expect(await rejection(edits('0000000000'))).toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
