// Snapshots of sorted lists through the gateway: who may use them, how old they may be, and that a change drops them.
import { SCOPES, type Scope } from '../../src/domain/principal';
import { askAs } from '../support/identity';
import { identityOf, tokenOf } from '../support/principals';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';

const scopes: ReadonlySet<Scope> = new Set(SCOPES);
const GRANTS = {
  one: { scopes, targets: 'ALL' },
  other: { scopes, targets: 'ALL' },
} as const;

const setup = useSeveralTargets({}, { targets: SEVERAL_TARGETS, identity: identityOf(GRANTS) });

beforeEach(() => setup.forgetCalls());

interface Page {
  readonly nodes: readonly { readonly id: string; readonly status: string }[];
  readonly pageInfo: { readonly endCursor: string };
  readonly completeness: { readonly asOf: string | null };
}

const CASES = `query ($first: Int! = 20, $after: String, $filter: SecurityCaseFilter, $targets: [String!], $orderBy: SecurityCaseOrder = { field: TITLE }) {
  securityCases(first: $first, after: $after, filter: $filter, targets: $targets, orderBy: $orderBy) {
    nodes { id status } pageInfo { endCursor } completeness { asOf }
  }
}`;

async function pageOf(caller: keyof typeof GRANTS, variables: object = {}): Promise<Page> {
  const { data, errors } = await askAs(tokenOf(caller), setup.gateway.url, CASES, variables);
  expect(errors).toBeUndefined();
  return data?.securityCases as Page;
}

const after = (page: Page, more: object = {}) => ({ after: page.pageInfo.endCursor, ...more });
const readCalls = async () => (await setup.callCounts()).ListCases ?? 0;

test('later pages of the caller use the snapshot, and the first page of every walk reads the list', async () => {
  const first = await pageOf('one');
  expect(await readCalls()).toBe(6);
  const second = await pageOf('one', after(first));
  await pageOf('one', after(second));
  expect(await readCalls()).toBe(6);
  expect(second.completeness.asOf).toBe(first.completeness.asOf);
  await pageOf('one');
  expect(await readCalls()).toBe(12);
});

test('another caller never gets the snapshot, even with the cursor of the first one', async () => {
  const first = await pageOf('one');
  await setup.forgetCalls();
  await pageOf('other', after(first));
  expect(await readCalls()).toBe(6);
});

test('other filters and other targets have snapshots of their own, and other orders share the snapshot', async () => {
  const filter = { resolverTypes: ['SELF', 'AWS'] };
  const filtered = await pageOf('one', { filter });
  await pageOf('one');
  await setup.forgetCalls();
  await pageOf('one', after(filtered, { filter }));
  expect(await readCalls()).toBe(0);

  const targets = ['home'];
  const home = await pageOf('one', { targets, first: 5 });
  expect(await readCalls()).toBe(2);
  await pageOf('one', after(home, { targets, first: 5 }));
  expect(await readCalls()).toBe(2);
});

test('a change through the gateway drops the snapshots of its target, and the walk shows the change', async () => {
  const filter = { resolverTypes: ['SELF'] };
  const first = await pageOf('one', { filter, first: 1 });
  const all = await pageOf('one', { filter, first: 200 });
  const open = all.nodes.slice(1).find(({ status }) => status !== 'CLOSED');
  if (open === undefined) throw new Error('There is no open case.');
  const closing = `mutation ($id: ID!) { closeSecurityCase(input: { id: $id }) { outcome } }`;
  const { data } = await askAs(tokenOf('one'), setup.gateway.url, closing, { id: open.id });
  expect(data).toEqual({ closeSecurityCase: { outcome: 'APPLIED' } });
  await setup.forgetCalls();
  const rest = await pageOf('one', after(first, { filter, first: 200 }));
  expect(rest.nodes.find(({ id }) => id === open.id)).toEqual({ id: open.id, status: 'CLOSED' });
  // Only the list of the changed target is read again.
  expect(await readCalls()).toBe(2);
});

test('no-cache and max-age bypass the snapshot, and its age is on the response', async () => {
  const first = await pageOf('one');
  const send = async (cacheControl: string) => {
    await setup.forgetCalls();
    const response = await fetch(setup.gateway.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${tokenOf('one')}`,
        'cache-control': cacheControl,
        'x-include-aws-usage': 'true',
      },
      body: JSON.stringify({ query: CASES, variables: after(first) }),
    });
    const { extensions } = (await response.json()) as {
      extensions: { aws: { calls: number; oldest?: string } };
    };
    return { age: response.headers.get('age'), aws: extensions.aws };
  };
  expect((await send('no-cache')).aws).toMatchObject({ calls: 6 });
  const fresh = await pageOf('one');
  const used = await send('max-age=3600');
  expect(used.aws).toMatchObject({ calls: 0, oldest: fresh.completeness.asOf });
  expect(used.age).toMatch(/^\d+$/);
});
