// The hits that the gateway keeps for later pages hold no loaders of the request that read them.
import { InFlightRequests } from '../../src/aws/client/in-flight-requests';
import { SharedPasses } from '../../src/loaders/shared-passes';
import { attentionThresholds } from '../support/attention';
import { presentResource } from '../../src/loaders/present-resource';
import { createAdapters } from '../../src/aws/adapters/all';
import { AwsClients } from '../../src/aws/client/clients';
import { Targets } from '../../src/domain/targets';
import { Loaders } from '../../src/loaders/all';
import { Cursors } from '../../src/paging/cursors';
import { Snapshots, type SnapshotLookup } from '../../src/paging/snapshots';
import type { KeptList } from '../../src/paging/whole-list';
import { openLog, type OpenAuditLog } from '../support/audit-stores';
import { callContext } from '../support/call-context';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ jobs: 10, members: 10, exportJobs: 10, cases: 10 });

let clients: AwsClients;
let audit: OpenAuditLog;

beforeAll(async () => {
  audit = await openLog({ databaseUrl: undefined, databaseFile: ':memory:' });
  clients = new AwsClients(new Targets(SEVERAL_TARGETS), { mode: 'emulator', endpoint: setup.emulator.url });
});

afterAll(async () => {
  clients.destroy();
  await audit.close();
});

class WatchedSnapshots extends Snapshots {
  readonly kept: KeptList<unknown>[] = [];

  override lookUp(scope: string, key: string): SnapshotLookup {
    const lookup = super.lookUp(scope, key);
    const keep = (list: KeptList<unknown>) => {
      this.kept.push(list);
      lookup.keep(list);
    };
    return { ...lookup, keep };
  }
}

const containsFunction = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && Object.values(value).some(containsFunction));

test.each(['es', 'as', 'exports', 'example'])(
  'kept hits of %s are data, and the rows of the page have details',
  async (text) => {
    const snapshots = new WatchedSnapshots();
    const loaders = new Loaders(createAdapters(clients), {
      targets: new Targets(SEVERAL_TARGETS),
      cursors: new Cursors(undefined),
      snapshots,
      passes: new SharedPasses(new InFlightRequests()),
      audit,
      emulated: true,
      history: undefined,
      attention: attentionThresholds(),
      call: callContext(),
    });
    const { nodes } = await loaders.search.connection({ text, first: 50 });
    const rows = snapshots.kept.flatMap(({ lists }) => lists.flatMap((list) => [...list.rows.values()]));
    expect(snapshots.kept).toHaveLength(12);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(containsFunction)).toEqual([]);
    for (const hit of nodes) {
      const resource = presentResource(loaders, hit.resource);
      expect(await resource.detail()).toMatchObject({ kind: hit.resource.kind });
    }
  },
);
