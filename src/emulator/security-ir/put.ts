/** Control: puts a case into any raw state, known to the model or not. */
import { z } from 'zod';
import { ControlError, readPutMembers, time, type PutRequest } from '../kernel/control-input';
import type { Scope } from '../kernel/scope';
import type { SecurityCase, SecurityIrState } from './state';

const CASE_MEMBERS = z.strictObject({
  title: z.string().optional(),
  description: z.string().optional(),
  caseStatus: z.string().optional(),
  resolverType: z.string().optional(),
  engagementType: z.string().optional(),
  pendingAction: z.string().optional(),
  closureCode: z.string().optional(),
  createdDate: time().optional(),
  lastUpdatedDate: time().optional(),
  closedDate: time().optional(),
  reportedIncidentStartDate: time().optional(),
  actualIncidentStartDate: time().optional(),
  impactedAccounts: z.array(z.string()).optional(),
  impactedAwsRegions: z.array(z.strictObject({ region: z.string() })).optional(),
  impactedServices: z.array(z.string()).optional(),
});

export function putSecurityIr(
  request: PutRequest,
  { cases }: SecurityIrState,
  scope: Scope,
  now: number,
): void {
  if (request.resource !== 'case') {
    throw new ControlError(400, `security-ir has resource case, not "${request.resource}".`);
  }
  const set = readPutMembers(CASE_MEMBERS, request.set);
  cases.put(request.id, { ...(cases.get(request.id) ?? newCase(request.id, set, scope, now)), ...set });
}

function newCase(
  caseId: string,
  { title, caseStatus, resolverType }: { title?: string; caseStatus?: string; resolverType?: string },
  { account, region }: Scope,
  now: number,
): SecurityCase {
  if (title === undefined || caseStatus === undefined || resolverType === undefined) {
    throw new ControlError(
      404,
      `There is no case ${caseId}; to create it, set title, caseStatus and resolverType.`,
    );
  }
  return {
    caseId,
    caseArn: `arn:aws:security-ir:${region}:${account}:case/${caseId}`,
    title,
    description: title,
    caseStatus,
    resolverType,
    engagementType: 'Security Incident',
    pendingAction: 'None',
    closureCode: undefined,
    createdDate: now,
    lastUpdatedDate: now,
    closedDate: undefined,
    reportedIncidentStartDate: now,
    actualIncidentStartDate: undefined,
    impactedAccounts: [account],
    impactedAwsRegions: [{ region }],
    impactedServices: [],
    threatActorIpAddresses: [],
    watchers: [],
    caseAttachments: [],
    caseMetadata: [],
  };
}
