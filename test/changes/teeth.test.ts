// The invariants bite: each fault breaks the one that it should, within so many schedules.
import { explore } from './model/explore';
import { FAULTS } from './model/faults';

const FIRST_SEED = 1;

interface Bite {
  readonly fault: keyof typeof FAULTS;
  /** How the invariant's complaint begins: its number. */
  readonly breaks: string;
  readonly within: number;
}

const BITES: readonly Bite[] = [
  { fault: 'no check before sending', breaks: '1', within: 100 },
  { fault: 'a cached read', breaks: '1', within: 100 },
  { fault: 'no lease', breaks: '2', within: 1_000 },
  { fault: 'no lease', breaks: '8', within: 100 },
  { fault: "a release that deletes somebody else's lease", breaks: '8', within: 10_000 },
  { fault: 'leases of 10 ms that nobody watches', breaks: '2', within: 1_000 },
  { fault: 'retries of the SDK', breaks: '1', within: 1_000 },
  { fault: 'no look afterwards', breaks: '3', within: 100 },
  { fault: 'idempotency keys ignored', breaks: '4: AWS accepted', within: 1_000 },
  { fault: 'leases that nobody watches', breaks: '6', within: 1_000 },
  { fault: 'leases that are not given back', breaks: '5', within: 100 },
  { fault: 'a trail that is written afterwards', breaks: '7', within: 100 },
];

/** Whatever may come of a request comes of one at times. */
const HAPPENS = [
  'APPLIED',
  'AuditUnavailableError',
  'DRY_RUN',
  'LeaseUnavailableError',
  'OverloadedError',
  'RECONCILED',
  'REFUSED',
  'SendDeadlineError',
  'UNKNOWN',
  'crashed',
  'left behind',
  'repeated',
  'sent',
  'unanswered',
];

test('every fault has a test', () => {
  expect(new Set(BITES.map(({ fault }) => fault))).toEqual(new Set(Object.keys(FAULTS)));
});

test('without a fault nothing is broken, and everything happens', async () => {
  const { failure, seen } = await explore(FIRST_SEED, 5_000);
  expect(failure).toBeUndefined();
  expect(Object.keys(seen).sort()).toEqual(HAPPENS);
});

test.each(BITES)('$fault breaks invariant $breaks', async ({ fault, breaks, within }) => {
  const { failure, runs } = await explore(FIRST_SEED, within, FAULTS[fault], breaks);
  if (process.env.MODEL_RUNS !== undefined) {
    process.stdout.write(`${fault}: schedule ${runs}: ${failure?.broken[0] ?? 'not found'}\n`);
  }
  expect(failure?.broken[0]).toMatch(new RegExp(`^${breaks}`));
});
