// Two hundred changes of every kind, each of which can be applied once, and their resources.
import { encodeId } from '../../src/domain/ids';
import { inputTypeOf } from './input-type';
import type { Replicas } from './replicas';
import { jobIds } from './replicas';
import { jobGlobalId, ORGANIZATION_ID } from './resources';

/** A mutation without its idempotency key. */
export interface Change {
  readonly document: string;
  readonly input: object;
}

const COUNTS = { pauses: 60, comments: 50, suspensions: 40, cancellations: 30, closings: 20 };
const CASES = 10;

const target = 'default';
const numbers = (count: number) => Array.from({ length: count }, (_each, index) => index);
const accountOf = (index: number) => String(555_500_000_000 + index);
const exportOf = (index: number) => `00000000-1111-2222-3333-${String(index).padStart(12, '0')}`;
const caseOf = (index: number) => String(1_000_000_000 + index);

const statusChange = (mutation: string, resource: string) => {
  const input = inputTypeOf(mutation);
  return `mutation ($input: ${input}!) {
    ${mutation}(input: $input) { outcome change { from to } ${resource} { id awsStatus } userErrors { code } }
  }`;
};

const COMMENT = `mutation ($input: CreateSecurityCaseCommentInput!) {
  createSecurityCaseComment(input: $input) { outcome commentId idempotencyKey userErrors { code } }
}`;

export async function putResources(replicas: Replicas): Promise<void> {
  for (const jobId of jobIds(COUNTS.pauses)) await replicas.putRunningJob(jobId);
  for (const index of numbers(COUNTS.suspensions)) {
    await replicas.put('macie2', 'member', accountOf(index), { relationshipStatus: 'Enabled' });
  }
  await replicas.put('workmail', 'organization', ORGANIZATION_ID, { Alias: 'tests' });
  const running = { EntityId: 'S-1-1-11-1111111111', State: 'RUNNING' };
  for (const index of numbers(COUNTS.cancellations)) {
    const where = { organizationId: ORGANIZATION_ID };
    await replicas.put('workmail', 'exportJob', exportOf(index), running, where);
  }
  const open = { title: 'case', caseStatus: 'Submitted', resolverType: 'Self' };
  for (const index of numbers(CASES + COUNTS.closings)) {
    await replicas.put('security-ir', 'case', caseOf(index), open);
  }
}

export function changesOfAllKinds(): Change[] {
  const caseId = (index: number) => encodeId({ kind: 'SecurityCase', target, caseId: caseOf(index) });
  return [
    ...jobIds(COUNTS.pauses).map((jobId) => ({
      document: statusChange('pauseClassificationJob', 'classificationJob'),
      input: { id: jobGlobalId(jobId) },
    })),
    ...numbers(COUNTS.comments).map((index) => ({
      document: COMMENT,
      input: { id: caseId(index % CASES), body: `comment ${index}` },
    })),
    ...numbers(COUNTS.suspensions).map((index) => ({
      document: statusChange('suspendMacieMember', 'macieMember'),
      input: {
        id: encodeId({ kind: 'MacieMember', target, accountId: accountOf(index) }),
        acknowledge: ['CANCELS_ALL_JOBS_OF_ACCOUNT'],
      },
    })),
    ...numbers(COUNTS.cancellations).map((index) => ({
      document: statusChange('cancelMailboxExportJob', 'mailboxExportJob'),
      input: {
        id: encodeId({
          kind: 'MailboxExportJob',
          target,
          organizationId: ORGANIZATION_ID,
          jobId: exportOf(index),
        }),
      },
    })),
    ...numbers(COUNTS.closings).map((index) => ({
      document: statusChange('closeSecurityCase', 'securityCase'),
      input: { id: caseId(CASES + index) },
    })),
  ];
}
