/** The history of seeded cases: comments, and edits that lead to the status of the case. */
import { SECOND } from '../kernel/clock';
import { unusedId, type Random } from '../kernel/random';
import type { EditAction } from './edits';
import type { CaseTimeline, CaseKind } from './seed-timeline';
import { COMMENTS } from './seed-stories';
import { AWS_RESPONDER, type CaseAttachment, type CaseEdit, type Comment } from './state';

const BUSY_COMMENTS = 60;

export function seedComments(timeline: CaseTimeline, random: Random): Comment[] {
  const { kind, isBusy, account, createdDate, latest } = timeline;
  const commentIds = new Set<string>();
  return randomTimes(isBusy ? BUSY_COMMENTS : random.int(0, 6), createdDate, latest, random).map((time) => {
    const commentId = unusedId(commentIds, () => random.digits(6));
    commentIds.add(commentId);
    const creator = kind[0] === 'AWS' && random.chance(0.5) ? AWS_RESPONDER : account;
    const lastUpdatedDate = random.chance(0.2) ? randomTime(time, latest, random) : time;
    return {
      commentId,
      createdDate: time,
      lastUpdatedDate,
      creator,
      lastUpdatedBy: creator,
      body: random.pick(COMMENTS),
    };
  });
}

/** The statuses from creation to the current status, without Submitted and Closed. */
const STATUS_PATHS: Readonly<Record<CaseKind[1], readonly string[]>> = {
  Submitted: [],
  Acknowledged: ['Acknowledged'],
  'Detection and Analysis': ['Detection and Analysis'],
  'Containment, Eradication and Recovery': [
    'Detection and Analysis',
    'Containment, Eradication and Recovery',
  ],
  'Post-incident Activities': ['Detection and Analysis', 'Post-incident Activities'],
  'Ready to Close': ['Detection and Analysis', 'Post-incident Activities', 'Ready to Close'],
  Closed: ['Detection and Analysis', 'Post-incident Activities'],
};

export function seedEdits(
  timeline: CaseTimeline,
  comments: readonly Comment[],
  attachments: readonly CaseAttachment[],
  random: Random,
): CaseEdit[] {
  const { kind, account, createdDate, latest } = timeline;
  const [resolverType, caseStatus] = kind;
  const resolver = resolverType === 'AWS' ? AWS_RESPONDER : account;
  const edit = (
    eventTimestamp: number,
    principal: string,
    action: EditAction,
    message: string,
  ): CaseEdit => ({
    eventTimestamp,
    principal,
    action,
    message,
  });
  const path = ['Submitted', ...STATUS_PATHS[caseStatus]];
  const changes = randomTimes(path.length - 1, createdDate, latest, random).map((time, index) => {
    const message = `The status was changed from ${path[index] ?? ''} to ${path[index + 1] ?? ''}.`;
    return edit(time, resolver, 'Case Status Updated', message);
  });
  const between = [
    ...changes,
    ...comments.map(({ commentId, creator, createdDate: at }) =>
      edit(at, creator, 'Case Comment Added', `The comment ${commentId} was added.`),
    ),
    ...comments
      .filter((comment) => comment.lastUpdatedDate > comment.createdDate)
      .map(({ commentId, lastUpdatedBy, lastUpdatedDate: at }) =>
        edit(at, lastUpdatedBy, 'Case Comment Updated', `The comment ${commentId} was changed.`),
      ),
    ...attachments.map(({ attachmentId, creator, createdDate: at }) =>
      edit(at, creator, 'Case Attachment Url Uploaded', `The attachment ${attachmentId} was uploaded.`),
    ),
  ].sort((a, b) => a.eventTimestamp - b.eventTimestamp);
  const created = `The case was created with resolver type ${resolverType}.`;
  const closed = `The case was closed; its status was ${path.at(-1) ?? ''}.`;
  return [
    edit(createdDate, account, 'Case Created', created),
    ...between,
    ...(caseStatus === 'Closed' ? [edit(latest, account, 'Case Closed', closed)] : []),
  ];
}

/** A random whole second between two times. */
function randomTime(from: number, to: number, random: Random): number {
  return from + random.int(0, Math.floor((to - from) / SECOND)) * SECOND;
}

function randomTimes(count: number, from: number, to: number, random: Random): number[] {
  return Array.from({ length: count }, () => randomTime(from, to, random)).sort((a, b) => a - b);
}
