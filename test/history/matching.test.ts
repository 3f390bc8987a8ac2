// The conditions on events in memory: the same events match as in the database, for random events and conditions.
import pino from 'pino';
import type { TimeRange } from '../../src/domain/records/conditions';
import type { ResourceEventConditions } from '../../src/domain/records/resource-event';
import { RESOURCE_KINDS } from '../../src/domain/resources';
import { matchesEvent } from '../../src/history/matching';
import { ALL_EVENTS, HistoryReader, type HistoryAccess } from '../../src/history/queries';
import { eventOf, STATUS_CHANGE, TestHistory } from '../support/history';
import { Random } from '../support/random';

const SEED = 20261127;
const EVENTS = 120;
const CONDITIONS = 400;

const TARGETS = ['home', 'west', 'east'] as const;
const TYPES = ['CREATED', 'CHANGED', 'DISAPPEARED'] as const;
const FIELDS = ['status', 'name', 'awsStatus', 'updatedAt'] as const;
const ACTORS = ['token:ann', 'user:bob'] as const;
const MINUTES = 60;

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));

function randomEvent(random: Random) {
  const changed = FIELDS.filter(() => random.chance(0.4));
  return eventOf({
    kind: random.pick(RESOURCE_KINDS),
    target: random.pick(TARGETS),
    type: random.pick(TYPES),
    observedAt: at(random.between(0, MINUTES)),
    resourceId: `resource-${random.between(0, 5)}`,
    changes: changed.map((field) => ({ ...STATUS_CHANGE, field })),
  });
}

/** Some of the choices, or no condition. */
function someOf<Choice>(random: Random, choices: readonly Choice[]): readonly Choice[] | undefined {
  return random.chance(0.6) ? undefined : choices.filter(() => random.chance(0.5));
}

function randomRange(random: Random): TimeRange | undefined {
  if (random.chance(0.8)) return undefined;
  const from = random.between(0, MINUTES);
  return { from: at(from), until: at(from + random.between(0, 5)) };
}

function randomConditions(random: Random): ResourceEventConditions {
  return {
    resourceId: random.chance(0.8) ? undefined : `resource-${random.between(0, 5)}`,
    targets: someOf(random, TARGETS),
    kinds: someOf(random, RESOURCE_KINDS),
    types: someOf(random, TYPES),
    fields: someOf(random, FIELDS),
    actors: random.chance(0.8) ? undefined : someOf(random, ACTORS),
    time: {
      eq: random.chance(0.9) ? undefined : randomRange(random),
      gt: randomRange(random),
      gte: randomRange(random),
      lt: randomRange(random),
      lte: randomRange(random),
    },
  };
}

function randomAccess(random: Random): HistoryAccess {
  return { kinds: someOf(random, RESOURCE_KINDS) ?? RESOURCE_KINDS, targets: someOf(random, TARGETS) };
}

test('the same events match in memory and in the database', async () => {
  const random = new Random(SEED);
  const history = await TestHistory.open();
  for (let event = 0; event < EVENTS; event += 1) {
    const actor = random.chance(0.5) ? undefined : random.pick(ACTORS);
    await history.appendBy(actor, randomEvent(random));
  }
  const reader = new HistoryReader(history.database, pino({ level: 'silent' }));
  const page = { first: EVENTS, order: 'OLDEST_FIRST' } as const;
  const { events } = await reader.find({}, { ...ALL_EVENTS, ...page });
  const counts = { none: 0, some: 0 };
  for (let round = 0; round < CONDITIONS; round += 1) {
    const conditions = randomConditions(random);
    const access = randomAccess(random);
    const found = await reader.find(conditions, { ...access, ...page });
    const matching = events.filter((event) => matchesEvent(event, conditions, access));
    expect(matching).toEqual(found.events);
    counts[matching.length === 0 ? 'none' : 'some'] += 1;
  }
  await history.close();
  expect(events).toHaveLength(EVENTS);
  expect(counts.some).toBeGreaterThan(50);
  expect(counts.none).toBeGreaterThan(50);
});
