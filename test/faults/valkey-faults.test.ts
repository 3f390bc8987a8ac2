// Twelve faults of Valkey for each of the three services: reads are complete and fast, and the gateway sends no change.
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../support/free-port';
import { readDocument, tableRows } from '../support/markdown';
import { Harness } from '../support/harness';
import { CANCEL_EXPORT, CLOSE_CASE, SUSPEND, type SampleChange } from '../support/sample-changes';
import { startTestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { Stopwatch } from '../support/stopwatch';
import { FakeValkey, healthy, onceReady, refusing, slow, type Behaviour } from './fake-valkey';

interface ValkeyFault {
  readonly name: string;
  readonly behaviour: Behaviour | 'down';
}

const silent: Behaviour = () => undefined;
const reset: Behaviour = (_command, socket) => {
  socket.resetAndDestroy();
  return undefined;
};
const WRITES = ['SET', 'INCR', 'EVAL', 'EVALSHA', 'DEL'];
const ALL = [...WRITES, 'GET', 'MGET'];

const FAULTS: readonly ValkeyFault[] = [
  { name: 'is down', behaviour: 'down' },
  { name: 'is frozen', behaviour: silent },
  { name: 'freezes after connecting', behaviour: onceReady(silent) },
  { name: 'takes three seconds per response', behaviour: onceReady(slow(3_000)) },
  { name: 'resets every connection', behaviour: onceReady(reset) },
  {
    name: 'refuses the password',
    behaviour: () => '-WRONGPASS invalid username-password pair or user is disabled.\r\n',
  },
  {
    name: 'is full',
    behaviour: refusing(WRITES, "OOM command not allowed when used memory > 'maxmemory'."),
  },
  {
    name: 'is a replica',
    behaviour: refusing(WRITES, "READONLY You can't write against a read only replica."),
  },
  { name: 'is a node of a cluster', behaviour: refusing(ALL, 'MOVED 3999 127.0.0.1:6381') },
  {
    name: 'denies the commands',
    behaviour: refusing(ALL, "NOPERM User default has no permissions to run the 'set' command"),
  },
  {
    name: 'is loading its data',
    behaviour: refusing(ALL, 'LOADING Redis is loading the dataset in memory'),
  },
  { name: 'sends something other than RESP', behaviour: onceReady(() => 'HTTP/1.1 400 Bad Request\r\n\r\n') },
];

interface ByService {
  readonly service: string;
  readonly change: SampleChange;
  readonly list: string;
}

const SERVICES: readonly ByService[] = [
  { service: 'macie2', change: SUSPEND, list: 'macieMembers' },
  { service: 'workmail', change: CANCEL_EXPORT, list: 'mailboxExportJobs' },
  { service: 'security-ir', change: CLOSE_CASE, list: 'securityCases' },
];

const READ_CACHE = new Map(
  ['ListMembers', 'ListMailboxExportJobs', 'ListOrganizations', 'ListCases'].map((name) => [name, 60]),
);

async function withHarness(
  behaviour: Behaviour | 'down',
  run: (harness: Harness) => Promise<void>,
): Promise<void> {
  const valkey = behaviour === 'down' ? undefined : await FakeValkey.start(healthy);
  const valkeyUrl = valkey?.url ?? `redis://127.0.0.1:${await freePort()}`;
  const harness = new Harness();
  harness.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  harness.gateway = await startTestGateway(harness.emulator.url, { valkeyUrl, readCacheSeconds: READ_CACHE });
  try {
    // The gateway does not start on some of these stores.
    if (behaviour !== 'down' && behaviour !== healthy) valkey?.become(behaviour);
    // Time for the gateway to open both of its connections, if it can.
    await delay(200);
    await run(harness);
  } finally {
    await harness.gateway.close();
    await harness.emulator.close();
    await valkey?.close();
  }
}

async function readRows(harness: Harness, list: string): Promise<number> {
  const stopwatch = new Stopwatch();
  const { data, errors } = await harness.gateway.send(
    `{ list: ${list}(first: 50) { nodes { id } completeness { complete } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ list: { nodes: [{}], completeness: { complete: true } } });
  return stopwatch.milliseconds;
}

test.concurrent('reads and changes of all services succeed with a healthy Valkey', async () => {
  await withHarness(healthy, async (harness) => {
    for (const { change, list } of SERVICES) {
      await change.put(harness);
      await readRows(harness, list);
      expect((await change.request(harness)).outcome).toBe('APPLIED');
    }
  });
});

test.concurrent.each(FAULTS)(
  'reads are complete and changes are rejected when Valkey $name',
  async (fault) => {
    await withHarness(fault.behaviour, async (harness) => {
      for (const { change, list } of SERVICES) {
        await change.put(harness);
        for (let time = 0; time < 3; time += 1) expect(await readRows(harness, list)).toBeLessThan(1_500);
      }
      const stopwatch = new Stopwatch();
      for (const response of await Promise.all(SERVICES.map(({ change }) => change.request(harness)))) {
        expect(response.errors.map(({ extensions }) => extensions.code)).toEqual(['LEASE_UNAVAILABLE']);
      }
      expect(stopwatch.milliseconds).toBeLessThan(4_000);
      expect(await harness.updates()).toEqual([]);
    });
  },
);

test('docs/faults.md lists every fault and its error code', () => {
  const documented = tableRows(readDocument('docs/faults.md'), 'Valkey ...');
  expect(documented.map(([name, , change]) => [name, change])).toEqual(
    FAULTS.map(({ name }) => [name, 'LEASE_UNAVAILABLE']),
  );
});
