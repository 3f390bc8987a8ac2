/** The seeded investigation results of cases that AWS resolves: every status of every action type. */
import { MINUTE } from '../kernel/clock';
import type { Random } from '../kernel/random';
import type { CaseTimeline } from './seed-timeline';
import type { InvestigationAction, InvestigationFeedback } from './state';

const ACTIONS = [
  {
    actionType: 'Evidence',
    title: 'Collect CloudTrail events of the role',
    content: 'Looks for calls that the role made from addresses outside of the build network.',
  },
  {
    actionType: 'Investigation',
    title: 'Trace how the credentials were used',
    content: 'Follows the session from its first AssumeRole call to the last call that it made.',
  },
  {
    actionType: 'Summarization',
    title: 'Summarize the findings so far',
    content: 'Puts what is known into an order of events, with what is still open.',
  },
] as const;

const STATUSES = ['Completed', 'InProgress', 'Pending', 'Waiting', 'Failed', 'Cancelled'] as const;

type Action = (typeof ACTIONS)[number];
type Status = (typeof STATUSES)[number];

const EVERY_KIND = ACTIONS.flatMap((action) => STATUSES.map((status) => ({ action, status })));

const FEEDBACK = [
  { usefulness: 'USEFUL', comment: 'This led us to the stolen key.' },
  { usefulness: 'USEFUL' },
  { usefulness: 'NOT_USEFUL', comment: 'We knew this from the report already.' },
] as const;

/** No results for a self-managed case, and two results of each kind for the busy case. */
export function seedInvestigations(timeline: CaseTimeline, random: Random): InvestigationAction[] {
  const { kind, isBusy } = timeline;
  if (kind[0] !== 'AWS') return [];
  if (isBusy) {
    return [...EVERY_KIND, ...EVERY_KIND].map(({ action, status }) =>
      result(action, status, timeline, random),
    );
  }
  return Array.from({ length: random.int(0, 4) }, () =>
    result(random.pick<Action>(ACTIONS), random.pick(STATUSES), timeline, random),
  );
}

function result(
  { actionType, title, content }: Action,
  status: Status,
  { createdDate }: CaseTimeline,
  random: Random,
): InvestigationAction {
  const lastUpdated = createdDate + random.int(5, 29) * MINUTE;
  return {
    investigationId: `inv-${random.hex(20)}`,
    actionType,
    title,
    content,
    status,
    lastUpdated,
    feedback: status === 'Completed' && random.chance(0.5) ? feedback(lastUpdated, random) : undefined,
  };
}

function feedback(after: number, random: Random): InvestigationFeedback {
  return { ...random.pick(FEEDBACK), submittedAt: after + random.int(1, 60) * MINUTE };
}
