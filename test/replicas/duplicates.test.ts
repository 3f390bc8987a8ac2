// Every request comes three times at once to two gateways: it is carried out once, and answered alike.
import { Random } from '../support/random';
import { changesOfAllKinds, putResources, type Change } from '../support/every-change';
import { describeWithRedis } from '../support/redis';
import type { Reply, Replica } from '../support/replica';
import { Replicas } from '../support/replicas';

const COPIES = 3;
/** Keys that are under way at once. */
const AT_ONCE = 40;

const random = new Random(2);

describeWithRedis('duplicates over two replicas')('duplicates', () => {
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

  /** The answers to one request that was sent three times, to either replica at least once. */
  function sendCopies({ document, input }: Change, idempotencyKey: string): Promise<Reply[]> {
    const [one, other] = pair;
    const places = random.chance(0.5) ? [one, other, one] : [other, one, other];
    return Promise.all(
      places.map((replica) => replica.ask(document, { input: { ...input, idempotencyKey } })),
    );
  }

  test('200 keys, each sent three times: 200 updates, and three equal answers to each', async () => {
    const keyed = changesOfAllKinds().map((change, index) => ({ change, key: `key-${index}` }));
    const shuffled = keyed
      .map((each) => ({ each, place: random.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ each }) => each);
    const answers: Reply[][] = [];
    const client = async () => {
      for (let next = shuffled.pop(); next !== undefined; next = shuffled.pop()) {
        answers.push(await sendCopies(next.change, next.key));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    const updates = await replicas.updates();
    const codes = await replicas.stop();
    const entries = await replicas.trails.entries();

    expect(answers).toHaveLength(200);
    for (const copies of answers) {
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
