// Planted faults: each fault breaks its invariant within a limited number of schedules.
import { explore } from './model/explore';
import { FAULTS } from './model/faults';

const FIRST_SEED = 1;

interface PlantedFault {
  readonly fault: keyof typeof FAULTS;
  /** The start of the violation: the number of the invariant. */
  readonly breaks: string;
  readonly within: number;
}

const PLANTED_FAULTS: readonly PlantedFault[] = [
  { fault: 'no status check before sending', breaks: '1', within: 100 },
  { fault: 'a cached read', breaks: '1', within: 100 },
  { fault: 'no lease', breaks: '2', within: 1_000 },
  { fault: 'no lease', breaks: '8', within: 100 },
  { fault: "a release that deletes another holder's lease", breaks: '8', within: 10_000 },
  { fault: 'leases of 10 ms whose expiry is ignored', breaks: '2', within: 1_000 },
  { fault: 'an SDK that retries updates', breaks: '1', within: 1_000 },
  { fault: 'no verification after sending', breaks: '3', within: 100 },
  { fault: 'ignored idempotency keys', breaks: '4: AWS accepted', within: 1_000 },
  { fault: 'leases whose expiry is ignored', breaks: '6', within: 1_000 },
  { fault: 'leases that are never released', breaks: '5', within: 100 },
  { fault: 'audit intents written after sending', breaks: '7', within: 100 },
];

/** Every event that schedules can count. */
const EVENTS = [
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
  'orphaned',
  'repeated',
  'sent',
  'unanswered',
];

test('every planted fault has a test', () => {
  expect(new Set(PLANTED_FAULTS.map(({ fault }) => fault))).toEqual(new Set(Object.keys(FAULTS)));
});

test('without a fault no invariant is broken, and every kind of event occurs', async () => {
  const { failure, counts } = await explore(FIRST_SEED, 5_000);
  expect(failure).toBeUndefined();
  expect(Object.keys(counts).sort()).toEqual(EVENTS);
});

test.each(PLANTED_FAULTS)('$fault breaks invariant $breaks', async ({ fault, breaks, within }) => {
  const { failure, runs } = await explore(FIRST_SEED, within, FAULTS[fault], breaks);
  if (process.env.MODEL_RUNS !== undefined) {
    process.stdout.write(`${fault}: schedule ${runs}: ${failure?.broken[0] ?? 'not found'}\n`);
  }
  expect(failure?.broken[0]).toMatch(new RegExp(`^${breaks}`));
});
