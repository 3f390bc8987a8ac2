// Macie members: every field has the value of Macie, the members that the list returns, and the calls it costs.
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

/** The status of the gateway and the allowed actions, by status of Macie. */
const STATUSES: Readonly<Record<string, readonly [MacieMemberStatus, readonly string[]]>> = {
  Enabled: ['ENABLED', ['SUSPEND', 'DISASSOCIATE']],
  Paused: ['PAUSED', ['ENABLE', 'DISASSOCIATE']],
  Invited: ['INVITED', ['DISASSOCIATE', 'DELETE']],
  Created: ['CREATED', ['DELETE']],
  Removed: ['REMOVED', ['DELETE']],
  Resigned: ['RESIGNED', ['DELETE']],
  EmailVerificationInProgress: ['EMAIL_VERIFICATION_IN_PROGRESS', ['DELETE']],
  EmailVerificationFailed: ['EMAIL_VERIFICATION_FAILED', ['DELETE']],
  RegionDisabled: ['REGION_DISABLED', []],
  AccountSuspended: ['ACCOUNT_SUSPENDED', []],
};

/** The statuses of current members. */
const CURRENT = ['Enabled', 'Paused', 'RegionDisabled', 'AccountSuspended'];

function expected(member: StateRow) {
  const [relationshipStatus, actions] = STATUSES[String(member.relationshipStatus)] ?? [];
  const accountId = String(member.accountId);
  return {
    id: encodeId({ kind: 'MacieMember', target: 'home', accountId }),
    target: { name: 'home' },
    accountId,
    administratorAccountId: member.administratorAccountId,
    masterAccountId: member.masterAccountId,
    arn: member.arn,
    email: member.email,
    status: relationshipStatus,
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

test('every field of every member, also of past members, has the value of Macie', async () => {
  const stored = await storedMembers();
  const nodes = await listed({ onlyAssociated: false });
  expect(nodes.map(withActions)).toEqual(stored.map(expected));
  expect(nodes).toHaveLength(60);
  expect(new Set(nodes.map(({ awsStatus }) => awsStatus))).toEqual(new Set(Object.keys(STATUSES)));
  expect(await setup.callCounts()).toEqual({ ListMembers: 3 });
});

test('email is null for members without an address, and invitedAt for members never invited', async () => {
  const nodes = await listed({ onlyAssociated: false });
  expect(nodes.some(({ email }) => email === null)).toBe(true);
  expect(nodes.some(({ invitedAt }) => invitedAt === null)).toBe(true);
});

test.each([
  ['without a filter', null],
  ['with an empty filter', {}],
  ['with onlyAssociated: true', { onlyAssociated: true }],
])('the list returns current members %s', async (_title, filter) => {
  const current = (await storedMembers()).filter((member) =>
    CURRENT.includes(String(member.relationshipStatus)),
  );
  expect((await listed(filter)).map(withActions)).toEqual(current.map(expected));
  expect(current.length).toBeLessThan(60);
});

test('the gateway sends onlyAssociated as the text that Macie requires', async () => {
  await listed({ onlyAssociated: false });
  await listed(null);
  const sent = (await setup.emulator.calls()).map(({ parameters }) => parameters.onlyAssociated);
  expect(new Set(sent.slice(0, 3))).toEqual(new Set(['false']));
  expect(new Set(sent.slice(3))).toEqual(new Set(['true']));
});

test('a look-up returns the same fields for one GetMember, also for past members', async () => {
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

test('macieMember is null for an account that was never a member, without an error', async () => {
  const response = await setup.gateway.execute(FindMacieMemberDocument, { accountId: '000000000000' });
  expect(response).toEqual({ data: { macieMember: null } });
});

test('rejects values that are not account ids, without a call', async () => {
  for (const accountId of ['', '1234', '12345678901a', '1234567890123', '../../macie']) {
    const { data, errors } = await setup.gateway.execute(FindMacieMemberDocument, { accountId });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  expect(await setup.operations()).toEqual([]);
});

test('a status that AWS added later is UNRECOGNIZED with the text of AWS, and allows no transition', async () => {
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
      status: 'UNRECOGNIZED',
      awsStatus: 'UnderReview',
      email: null,
      availableTransitions: [],
    });
  }
});
