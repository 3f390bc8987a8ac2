// Macie members: every field as Macie has it, which members are listed, and which calls that costs.
import { encodeId } from '../../src/domain/ids';
import { readState, type StateRow } from '../support/emulator';
import {
  FindMacieMemberDocument,
  MacieMembersDocument,
  type MacieMemberPartsFragment,
  type MacieMemberStatus,
} from '../generated/graphql';
import { HOME, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ members: 60 }, { targets: [HOME] });

beforeEach(() => setup.forgetCalls());

/** Of each of Macie's words the gateway's, and the actions that may be requested. */
const STATUSES: Readonly<Record<string, readonly [MacieMemberStatus, readonly string[]]>> = {
  Enabled: ['ENABLED', ['SUSPEND', 'DISASSOCIATE']],
  Paused: ['PAUSED', ['ENABLE', 'DISASSOCIATE']],
  Invited: ['INVITED', ['DELETE']],
  Created: ['CREATED', ['DELETE']],
  Removed: ['REMOVED', ['DELETE']],
  Resigned: ['RESIGNED', ['DELETE']],
  EmailVerificationInProgress: ['EMAIL_VERIFICATION_IN_PROGRESS', ['DELETE']],
  EmailVerificationFailed: ['EMAIL_VERIFICATION_FAILED', ['DELETE']],
  RegionDisabled: ['REGION_DISABLED', []],
  AccountSuspended: ['ACCOUNT_SUSPENDED', []],
};

/** Those that are members at present. */
const CURRENT = ['Enabled', 'Paused', 'RegionDisabled', 'AccountSuspended'];

function expected(member: StateRow) {
  const [relationshipStatus, actions] = STATUSES[String(member.relationshipStatus)] ?? [];
  const accountId = String(member.accountId);
  return {
    id: encodeId({ kind: 'MacieMember', target: 'home', accountId }),
    target: 'home',
    accountId,
    administratorAccountId: member.administratorAccountId,
    masterAccountId: member.masterAccountId,
    arn: member.arn,
    email: member.email,
    relationshipStatus,
    awsStatus: member.relationshipStatus,
    invitedAt: member.invitedAt,
    updatedAt: member.updatedAt,
    actions,
  };
}

function withActions({ availableTransitions, ...fields }: MacieMemberPartsFragment) {
  return { ...fields, actions: availableTransitions.map(({ action }) => action) };
}

async function storedMembers(): Promise<StateRow[]> {
  const { macie2 } = await readState(setup.emulator);
  return [...macie2.members].sort((a, b) => (String(a.accountId) < String(b.accountId) ? -1 : 1));
}

async function listed(filter: { onlyAssociated?: boolean } | null): Promise<MacieMemberPartsFragment[]> {
  const { macieMembers } = await setup.gateway.read(MacieMembersDocument, { first: 200, filter });
  expect(macieMembers?.pageInfo.hasNextPage).toBe(false);
  return macieMembers?.nodes ?? [];
}

test('every field of every member, past ones too, is as Macie has it', async () => {
  const stored = await storedMembers();
  const nodes = await listed({ onlyAssociated: false });
  expect(nodes.map(withActions)).toEqual(stored.map(expected));
  expect(nodes).toHaveLength(60);
  expect(new Set(nodes.map(({ awsStatus }) => awsStatus))).toEqual(new Set(Object.keys(STATUSES)));
  expect(await setup.callCounts()).toEqual({ ListMembers: 3 });
});

test('some members have no e-mail address, and some were never invited', async () => {
  const nodes = await listed({ onlyAssociated: false });
  expect(nodes.some(({ email }) => email === null)).toBe(true);
  expect(nodes.some(({ invitedAt }) => invitedAt === null)).toBe(true);
});

test.each([
  ['without a filter', null],
  ['with an empty filter', {}],
  ['with onlyAssociated: true', { onlyAssociated: true }],
])('%s the members at present are listed', async (_what, filter) => {
  const current = (await storedMembers()).filter((member) =>
    CURRENT.includes(String(member.relationshipStatus)),
  );
  expect((await listed(filter)).map(withActions)).toEqual(current.map(expected));
  expect(current.length).toBeLessThan(60);
});

test('onlyAssociated travels as the text that Macie wants', async () => {
  await listed({ onlyAssociated: false });
  await listed(null);
  const sent = (await setup.emulator.calls()).map(({ parameters }) => parameters.onlyAssociated);
  expect(new Set(sent.slice(0, 3))).toEqual(new Set(['false']));
  expect(new Set(sent.slice(3))).toEqual(new Set(['true']));
});

test('a look-up shows the same fields for one GetMember, of past members too', async () => {
  const stored = await storedMembers();
  for (const status of Object.keys(STATUSES)) {
    const member = stored.find((each) => each.relationshipStatus === status) ?? {};
    await setup.forgetCalls();
    const accountId = String(member.accountId);
    const { macieMember } = await setup.gateway.read(FindMacieMemberDocument, { accountId });
    expect(macieMember && withActions(macieMember)).toEqual(expected(member));
    expect(await setup.callCounts()).toEqual({ GetMember: 1 });
  }
});

test('an account that was never a member is null, without an error', async () => {
  const answer = await setup.gateway.execute(FindMacieMemberDocument, { accountId: '000000000000' });
  expect(answer).toEqual({ data: { macieMember: null } });
});

test('what is no account id is refused without a call', async () => {
  for (const accountId of ['', '1234', '12345678901a', '1234567890123', '../../macie']) {
    const { data, errors } = await setup.gateway.execute(FindMacieMemberDocument, { accountId });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  expect(await setup.operations()).toEqual([]);
});

test('a status that AWS added later is UNRECOGNIZED, with the text beside it and nothing to request', async () => {
  const accountId = '999999999999';
  await setup.emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'member',
    id: accountId,
    set: { relationshipStatus: 'UnderReview' },
  });
  const { macieMember } = await setup.gateway.read(FindMacieMemberDocument, { accountId });
  const nodes = await listed({ onlyAssociated: false });
  for (const member of [macieMember, nodes.find((node) => node.accountId === accountId)]) {
    expect(member).toMatchObject({
      accountId,
      relationshipStatus: 'UNRECOGNIZED',
      awsStatus: 'UnderReview',
      email: null,
      availableTransitions: [],
    });
  }
});
