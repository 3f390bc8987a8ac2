// Accounts that are not members: Macie rejects their ids with a 404 or with a 400, and the gateway treats both alike.
import { DeleteMemberCommand, Macie2Client } from '@aws-sdk/client-macie2';
import { ACCOUNT_ID, CASE_ID, MEMBER, putMember } from '../support/resources';
import { useHarness } from '../support/harness';
import { SUSPEND } from '../support/sample-changes';
import { change, notFound } from '../support/verdicts';

const harness = useHarness();

const ERRORS = ['ResourceNotFoundException', 'ValidationException'] as const;

const PAYLOAD = `outcome change { from to }
  userErrors { __typename code message path }
  macieMember { id }`;

const mutate = async (mutation: string) => {
  const { data, errors } = await harness.gateway.send(
    `mutation { ${mutation}(input: { id: "${MEMBER}", acknowledge: [CANCELS_ALL_JOBS_OF_ACCOUNT] }) { ${PAYLOAD} } }`,
  );
  expect(errors).toBeUndefined();
  return data?.[mutation];
};

const update = (operation: string, more: object) =>
  harness.lay({ service: 'macie2', operation, count: 1, ...more });

async function deleteOutsideTheGateway(): Promise<void> {
  const macie = new Macie2Client({
    endpoint: harness.emulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: '111122223333', secretAccessKey: 'emulator' },
  });
  // DeleteMember accepts former members only.
  await putMember(harness, 'Removed');
  await macie.send(new DeleteMemberCommand({ id: ACCOUNT_ID }));
  macie.destroy();
}

describe.each(ERRORS)('with a %s', (nonMemberError) => {
  beforeEach(() => harness.emulator.control('POST', '/settings', { nonMemberError }));

  test('a look-up returns null without an error', async () => {
    const lookUp = `{ macieMember(accountId: "${ACCOUNT_ID}") { id } }`;
    expect(await harness.gateway.send(lookUp)).toEqual({ data: { macieMember: null } });
  });

  test('an account of a case is NOT_A_MEMBER, and the list is complete', async () => {
    const set = { title: 'x', caseStatus: 'Submitted', resolverType: 'Self', impactedAccounts: [ACCOUNT_ID] };
    await harness.put('security-ir', 'case', CASE_ID, set);
    const { data, errors } = await harness.gateway.send(
      `{ securityCase(caseId: "${CASE_ID}") {
        impactedMembers { nodes { accountId status } completeness { complete } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.securityCase).toEqual({
      impactedMembers: {
        nodes: [{ accountId: ACCOUNT_ID, status: 'NOT_A_MEMBER' }],
        completeness: { complete: true },
      },
    });
  });

  test.each(['suspendMacieMember', 'enableMacieMember', 'disassociateMacieMember'])(
    '%s returns a NotFoundError and changes nothing',
    async (mutation) => {
      expect(await mutate(mutation)).toMatchObject({ change: null, userErrors: [notFound()] });
      expect(await harness.updates()).toEqual([]);
    },
  );

  test('a deletion is RECONCILED when only its response is lost', async () => {
    await putMember(harness, 'Removed');
    await update('DeleteMember', { lostResponse: 'after' });
    expect(await mutate('deleteMacieMember')).toMatchObject({
      outcome: 'RECONCILED',
      change: { from: 'REMOVED', to: 'DELETED' },
      userErrors: [],
    });
  });

  test('a change returns a NotFoundError when the member was deleted after the check', async () => {
    await putMember(harness, 'Enabled');
    await update('UpdateMemberSession', { hold: true });
    const suspend = SUSPEND.request(harness);
    await harness.faultsLeft(0);
    await deleteOutsideTheGateway();
    await harness.release();
    expect(await suspend).toMatchObject({
      resource: null,
      ...change('ENABLED', 'PAUSED', 'REFUSED', SUSPEND.consequences),
      userErrors: [notFound()],
    });
  });
});

test('a ValidationException with another message is an AWS rejection', async () => {
  await update('GetMember', { error: { type: 'ValidationException', message: 'The id is malformed.' } });
  const { data, errors } = await harness.gateway.send(`{ macieMember(accountId: "${ACCOUNT_ID}") { id } }`);
  expect(data).toEqual({ macieMember: null });
  expect(errors).toMatchObject([{ extensions: { code: 'AWS_REJECTED' } }]);
});
