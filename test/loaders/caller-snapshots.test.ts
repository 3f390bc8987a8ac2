// Snapshots belong to a caller with its rights: another name, other scopes or other targets never find them.
import type { CallContext } from '../../src/aws/client/call-context';
import type { Principal, Scope } from '../../src/domain/principal';
import { Targets } from '../../src/domain/targets';
import { CallerSnapshots } from '../../src/loaders/caller-snapshots';
import { Snapshots } from '../../src/paging/snapshots';
import type { KeptList } from '../../src/paging/whole-list';
import { callContext } from '../support/call-context';
import { HOME, PARTNER } from '../support/several-targets';

interface Row {
  readonly id: string;
  readonly detail: () => Promise<string>;
}

const READER: Principal = {
  name: 'user:reader',
  scopes: new Set<Scope>(['macie:read', 'security-ir:read']),
  targets: new Set(['home', 'partner']),
};

const source = { target: 'home', kind: 'SecurityCase' } as const;
const targets = new Targets([HOME, PARTNER]);

const rowOf = (detail: string): Row => ({ id: 'a', detail: () => Promise.resolve(detail) });
const listOf = (detail: string, asOf = new Date()): KeptList<Row> => ({
  lists: [{ key: 'home', isWhole: true, rows: new Map([['a', rowOf(detail)]]) }],
  asOf,
  unreadableRows: 2,
});

function ofCaller(snapshots: Snapshots, principal: Principal, call: Partial<CallContext> = {}) {
  const caller = new CallerSnapshots(snapshots, targets, callContext({ principal, ...call }));
  return caller.of<Row>(({ id }) => ({ ...rowOf('of this request'), id }));
}

const OTHERS: readonly [string, Partial<Principal>][] = [
  ['another name', { name: 'user:other' }],
  ['a scope less', { scopes: new Set<Scope>(['security-ir:read']) }],
  ['a scope more', { scopes: new Set<Scope>(['macie:read', 'security-ir:write', 'security-ir:read']) }],
  ['a target less', { targets: new Set(['home']) }],
  ['all targets', { targets: 'ALL' }],
];

test.each(OTHERS)('a caller with %s does not find the snapshot', (_title, other) => {
  const snapshots = new Snapshots();
  ofCaller(snapshots, READER).lookUp(source, 'query').keep(listOf('of the first request'));
  expect(
    ofCaller(snapshots, { ...READER, ...other })
      .lookUp(source, 'query')
      .find(),
  ).toBeUndefined();
});

test('another query, target or service does not find the snapshot', () => {
  const snapshots = new Snapshots();
  const caller = ofCaller(snapshots, READER);
  caller.lookUp(source, 'query').keep(listOf('of the first request'));
  expect(caller.lookUp(source, 'another query').find()).toBeUndefined();
  expect(caller.lookUp({ ...source, target: 'partner' }, 'query').find()).toBeUndefined();
  expect(caller.lookUp({ ...source, kind: 'MacieMember' }, 'query').find()).toBeUndefined();
});

test('the same caller finds the rows, with the details of its own request', async () => {
  const snapshots = new Snapshots();
  ofCaller(snapshots, READER).lookUp(source, 'query').keep(listOf('of the first request'));
  const sameRights = { ...READER, scopes: new Set([...READER.scopes].reverse()) };
  const found = ofCaller(snapshots, sameRights).lookUp(source, 'query').find();
  const row = found?.lists[0]?.rows.get('a');
  expect(await row?.detail()).toBe('of this request');
  expect(found?.unreadableRows).toBe(2);
});

test('a request finds only snapshots within its maximum age, and reports their time', () => {
  const snapshots = new Snapshots();
  const asOf = new Date(Date.now() - 30_000);
  ofCaller(snapshots, READER).lookUp(source, 'query').keep(listOf('of the first request', asOf));
  const found = (maxAgeSeconds: number) => {
    const { usage } = callContext();
    const list = ofCaller(snapshots, READER, { maxAgeSeconds, usage }).lookUp(source, 'query').find();
    return { isFound: list !== undefined, oldest: usage.report().oldest };
  };
  expect(found(0)).toEqual({ isFound: false, oldest: undefined });
  expect(found(20)).toEqual({ isFound: false, oldest: undefined });
  expect(found(60)).toEqual({ isFound: true, oldest: asOf });
});
