// The objects of a page share their hidden classes. Code that reads objects of many hidden classes is slow, and a getter in
// an object literal keeps the page alive until a full garbage collection.
import { attentionThresholds } from '../support/attention';
import { setFlagsFromString } from 'node:v8';
import { createContext, runInContext } from 'node:vm';
import { createAdapters } from '../../src/aws/adapters/all';
import { AwsClients } from '../../src/aws/client/clients';
import { InFlightRequests } from '../../src/aws/client/in-flight-requests';
import { Loaders } from '../../src/loaders/all';
import { SharedPasses } from '../../src/loaders/shared-passes';
import { Cursors } from '../../src/paging/cursors';
import { Snapshots } from '../../src/paging/snapshots';
import { Targets } from '../../src/domain/targets';
import { openLog, type OpenAuditLog } from '../support/audit-stores';
import { callContext } from '../support/call-context';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets();
const targets = new Targets(SEVERAL_TARGETS);
const cursors = new Cursors(undefined);
const snapshots = new Snapshots();
let clients: AwsClients;
let audit: OpenAuditLog;

setFlagsFromString('--allow-natives-syntax');
const haveSameMap = runInContext('(a, b) => %HaveSameMap(a, b)', createContext()) as (
  a: unknown,
  b: unknown,
) => boolean;

beforeAll(async () => {
  audit = await openLog({ databaseUrl: undefined, databaseFile: ':memory:' });
  clients = new AwsClients(targets, { mode: 'emulator', endpoint: setup.emulator.url });
});

afterAll(async () => {
  clients.destroy();
  await audit.close();
});

const newRequest = () =>
  new Loaders(createAdapters(clients), {
    targets,
    cursors,
    snapshots,
    passes: new SharedPasses(new InFlightRequests()),
    audit,
    emulated: true,
    history: undefined,
    attention: attentionThresholds(),
    call: callContext(),
  });

const home = { first: 20, targets: ['home'] };

const LISTS = {
  'classification jobs': (loaders: Loaders) => loaders.ClassificationJob.connection(home),
  'Macie members': (loaders: Loaders) => loaders.MacieMember.connection(home),
  'mailbox export jobs': (loaders: Loaders) => loaders.MailboxExportJob.connection(home),
  'security cases': (loaders: Loaders) => loaders.SecurityCase.connection(home),
  'sorted members': (loaders: Loaders) =>
    loaders.MacieMember.connection({ ...home, orderBy: { field: 'EMAIL', direction: 'ASC' } }),
} satisfies Record<string, (loaders: Loaders) => Promise<unknown>>;

test.each(Object.entries(LISTS))('pages of %s', async (_name, read) => {
  const pages = await Promise.all([read(newRequest()), read(newRequest())]);
  const [one, other] = pages;
  expect(haveSameMap({ a: 1 }, { b: 1 })).toBe(false);
  expect(haveSameMap(one, other)).toBe(true);
  expect(haveSameMap(one.pageInfo, other.pageInfo)).toBe(true);
  expect(haveSameMap(one.completeness, other.completeness)).toBe(true);
  const nodes: object[] = pages.flatMap((page) => [...page.nodes]);
  const edges = pages.flatMap((page) => [...page.edges]);
  expect(nodes.length).toBeGreaterThan(4);
  expect(nodes.filter((node) => !haveSameMap(node, nodes[0]))).toEqual([]);
  expect(edges.filter((edge) => !haveSameMap(edge, edges[0]))).toEqual([]);
});
