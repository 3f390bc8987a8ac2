// The idempotency key of changeStatuses covers the whole input: another input is rejected, and a retry finishes what is open.
import { useHarness } from '../support/harness';
import { CASE, jobGlobalId, MEMBER, putCase, putMember } from '../support/resources';

const harness = useHarness();

const idOf = (index: number) => String(index).padStart(32, '0');
const pause = (index: number) => ({ id: jobGlobalId(idOf(index)), action: 'PAUSE' });
const pauses = (count: number) => Array.from({ length: count }, (_, index) => pause(index));

/** Makes keys unique to each test, because the gateway remembers the keys of earlier tests. */
let run = 0;

beforeEach(async () => {
  run += 1;
  for (let index = 0; index < 4; index += 1) {
    await harness.put('macie2', 'job', idOf(index), {
      name: 'job',
      jobType: 'ONE_TIME',
      jobStatus: 'RUNNING',
    });
  }
});

interface Payload {
  readonly results: readonly {
    readonly outcome: string;
    readonly userErrors: readonly { readonly code: string }[];
  }[];
  readonly userErrors: readonly object[];
}

async function change(input: object): Promise<Payload> {
  const { data, errors } = await harness.gateway.send(
    `mutation ($input: ChangeStatusesInput!) {
      changeStatuses(input: $input) {
        results { outcome userErrors { code } }
        userErrors { code path message }
      }
    }`,
    { input: { idempotencyKey: `key-${run}`, ...input } },
  );
  expect(errors).toBeUndefined();
  return data?.changeStatuses as Payload;
}

const applied = (count: number) => ({
  results: Array.from({ length: count }, () => ({ outcome: 'APPLIED', userErrors: [] })),
  userErrors: [],
});

const MISMATCH = {
  results: [],
  userErrors: [
    {
      code: 'INVALID_INPUT',
      path: ['input', 'idempotencyKey'],
      message: 'The idempotencyKey was used with a different input: use a new key for a new request.',
    },
  ],
};

test.each([
  ['a longer list', { items: pauses(4) }],
  ['a shorter list', { items: pauses(2) }],
  ['the items in another order', { items: pauses(3).reverse() }],
  ['another action', { items: [pause(0), pause(1), { ...pause(2), action: 'CANCEL' }] }],
  ['an expected status', { items: [pause(0), pause(1), { ...pause(2), expectedStatus: 'RUNNING' }] }],
  ['an acknowledgement', { items: [pause(0), pause(1), { ...pause(2), acknowledge: ['IRREVERSIBLE'] }] }],
  ['another option', { items: pauses(3), stopOnFailure: true }],
])('rejects the same key with %s as a whole, sends nothing, and records it', async (_title, other) => {
  expect(await change({ items: pauses(3) })).toEqual(applied(3));
  await harness.forgetCalls();
  expect(await change(other)).toEqual(MISMATCH);
  expect(await harness.operations()).toEqual([]);
  const { data } = await harness.gateway.send(
    '{ auditTrail(first: 1) { nodes { mutation outcome errorCodes idempotencyKey resourceId } } }',
  );
  expect(data).toMatchObject({
    auditTrail: {
      nodes: [
        {
          mutation: 'changeStatuses',
          outcome: 'REFUSED',
          errorCodes: ['INVALID_INPUT'],
          idempotencyKey: `key-${run}`,
          resourceId: null,
        },
      ],
    },
  });
});

test('rejects a key of another mutation, and another mutation with a key of changeStatuses', async () => {
  const single = async (index: number, key: string) => {
    const { data } = await harness.gateway.send(
      `mutation { pauseClassificationJob(input: { id: "${pause(index).id}", idempotencyKey: "${key}" }) {
        userErrors { code path }
      } }`,
    );
    return data?.pauseClassificationJob;
  };
  expect(await single(0, `key-${run}`)).toEqual({ userErrors: [] });
  expect(await change({ items: [pause(1)] })).toEqual(MISMATCH);
  expect(await change({ items: [pause(1)], idempotencyKey: `other-${run}` })).toEqual(applied(1));
  expect(await single(2, `other-${run}`)).toEqual({
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }],
  });
  expect(await harness.updates()).toHaveLength(2);
});

test('a retry of the same input makes the changes that AWS throttled, and repeats no other', async () => {
  const error = { type: 'ThrottlingException' };
  await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', count: 1, error });
  const first = await change({ items: pauses(3), stopOnFailure: true });
  expect(first.results.map(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
    ['AWS_REJECTED'],
    ['NOT_SENT'],
    ['NOT_SENT'],
  ]);
  expect(await change({ items: pauses(3), stopOnFailure: true })).toEqual(applied(3));
  await harness.forgetCalls();
  expect(await change({ items: pauses(3), stopOnFailure: true })).toEqual(applied(3));
  expect(await harness.updates()).toEqual([]);
});

test('ten concurrent requests with one key and one input send each change once', async () => {
  const payloads = await Promise.all(Array.from({ length: 10 }, () => change({ items: pauses(4) })));
  for (const payload of payloads) expect(payload).toEqual(applied(4));
  expect(await harness.updates()).toHaveLength(4);
});

test('of two concurrent requests with one key and different inputs, one is rejected as a whole', async () => {
  const payloads = await Promise.all([
    change({ items: [pause(0), pause(1)] }),
    change({ items: [pause(2), pause(3)] }),
  ]);
  expect(payloads).toContainEqual(applied(2));
  expect(payloads).toContainEqual(MISMATCH);
  expect(await harness.updates()).toHaveLength(2);
});

test('a dry run, and a request of which no change can be sent, do not use up the key', async () => {
  const dry = await change({ items: pauses(2), dryRun: true });
  expect(dry.results.map(({ outcome }) => outcome)).toEqual(['DRY_RUN', 'DRY_RUN']);
  const invalid = await change({ items: [{ id: MEMBER, action: 'PAUSE' }] });
  expect(invalid.results.map(({ userErrors }) => userErrors)).toEqual([[{ code: 'INVALID_INPUT' }]]);
  expect(await change({ items: pauses(3) })).toEqual(applied(3));
});

test('null and a default value count as a field that is left out', async () => {
  expect(await change({ items: pauses(2) })).toEqual(applied(2));
  const items = pauses(2).map((item) => ({ ...item, expectedStatus: null, status: null, acknowledge: null }));
  expect(await change({ items, stopOnFailure: false, dryRun: null })).toEqual(applied(2));
  expect(await harness.updates()).toHaveLength(2);
});

test('an item that was rejected stays rejected, and the key stays bound to the input with it', async () => {
  await Promise.all([putMember(harness, 'Enabled'), putCase(harness, 'Submitted')]);
  const items = [
    { id: CASE, action: 'UPDATE_STATUS', status: 'POST_INCIDENT_ACTIVITIES' },
    { id: MEMBER, action: 'SUSPEND' },
  ];
  const refused = await change({ items });
  expect(refused.results.map(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
    ['INVALID_TRANSITION'],
    ['ACKNOWLEDGEMENT_REQUIRED'],
  ]);
  const [move, suspend] = items;
  const acknowledged = { ...suspend, acknowledge: ['CANCELS_ALL_JOBS_OF_ACCOUNT'] };
  expect(await change({ items: [move, acknowledged] })).toEqual(MISMATCH);
  expect(await change({ items })).toEqual(refused);
  expect(await harness.updates()).toEqual([]);
});
