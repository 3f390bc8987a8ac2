// Duplicate requests: two gateways receive each request three times at once, send it to AWS once and return equal responses.
import { Random } from '../support/random';
import { changesOfAllKinds, putResources, type Change } from '../support/every-change';
import { describeWithRedis } from '../support/redis';
import type { Reply, Replica } from '../support/replica';
import { Replicas } from '../support/replicas';

const COPIES = 3;
/** Keys sent at the same time. */
const CONCURRENCY = 40;

const random = new Random(2);

describeWithRedis('duplicate requests to two replicas')('duplicate requests to two replicas', () => {
  let replicas: Replicas;
  let pair: [Replica, Replica];

  beforeAll(async () => {
    replicas = await Replicas.open({ redis: true });
    await putResources(replicas);
    pair = await Promise.all([replicas.start(), replicas.start()]);
    await Promise.all(pair.map((replica) => replica.changes()));
    await replicas.forgetCalls();
  });

  afterAll(() => replicas.close());

  /** Sends one request three times, to each replica at least once, and returns the responses. */
  function sendCopies({ document, input }: Change, idempotencyKey: string): Promise<Reply[]> {
    const [one, other] = pair;
    const recipients = random.chance(0.5) ? [one, other, one] : [other, one, other];
    return Promise.all(
      recipients.map((replica) => replica.ask(document, { input: { ...input, idempotencyKey } })),
    );
  }

  test('200 keys sent three times each cause 200 updates, and each key gets three equal responses', async () => {
    const keyed = changesOfAllKinds().map((change, index) => ({ change, key: `key-${index}` }));
    const shuffled = keyed
      .map((each) => ({ each, place: random.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ each }) => each);
    const responses: Reply[][] = [];
    const client = async () => {
      for (let next = shuffled.pop(); next !== undefined; next = shuffled.pop()) {
        responses.push(await sendCopies(next.change, next.key));
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, client));
    const updates = await replicas.updates();
    const codes = await replicas.stop();
    const entries = await replicas.trails.entries();

    expect(responses).toHaveLength(200);
    for (const copies of responses) {
      expect(copies).toEqual(Array.from({ length: COPIES }, () => copies[0]));
      const text = JSON.stringify(copies[0]);
      expect(text).toContain('"outcome":"APPLIED"');
      expect(text).toContain('"userErrors":[]');
    }
    expect(updates).toHaveLength(200);
    expect(updates.filter(({ status }) => status === null || status >= 300)).toEqual([]);
    const applied = entries.filter(({ outcome }) => outcome === 'APPLIED');
    expect(applied.map(({ requestId }) => requestId).sort()).toEqual(
      updates.map(({ requestId }) => requestId).sort(),
    );
    expect(codes).toEqual([0, 0]);
  });
});
