/** The operations that change the status or the resolver of a case. */
import type { z } from 'zod';
import { operation, type Output } from '../kernel/operation';
import { caseOf, checkAcceptsUpdates, post, type SecurityIrCall } from './call';
import { recordEdit } from './edits';
import { rejectedChange } from './errors';
import { acceptsResolver, acceptsStatus, closeCase, handOver, isClosed } from './rules';
import { epoch } from './shapes';
import { CASE_INPUT, UPDATE_CASE_STATUS_INPUT, UPDATE_RESOLVER_TYPE_INPUT } from './validation';

function updateCaseStatus(input: z.infer<typeof UPDATE_CASE_STATUS_INPUT>, call: SecurityIrCall): Output {
  const { caseId, caseStatus: requested } = input;
  const securityCase = caseOf(call, caseId);
  const { caseStatus, resolverType } = securityCase;
  const { strictCaseTransitions, acceptSameStatus } = call.kernel.behaviors.current;
  if (acceptsStatus(securityCase, requested, strictCaseTransitions)) {
    securityCase.caseStatus = requested;
    const message = `The status was changed from ${caseStatus} to ${requested}.`;
    recordEdit(securityCase, 'Case Status Updated', message, call.scope.account, call.now);
  } else if (!(acceptSameStatus && caseStatus === requested && resolverType === 'Self')) {
    throw rejectedChange(
      call,
      securityCase,
      `The status of a case with resolver type ${resolverType} can't be changed from ${caseStatus} to ${requested}.`,
    );
  }
  return { caseStatus: requested };
}

function closeCaseOperation({ caseId }: z.infer<typeof CASE_INPUT>, call: SecurityIrCall): Output {
  const securityCase = caseOf(call, caseId);
  if (isClosed(securityCase)) throw rejectedChange(call, securityCase, 'The case is closed already.');
  const message = `The case was closed; its status was ${securityCase.caseStatus}.`;
  closeCase(securityCase, call.now);
  recordEdit(securityCase, 'Case Closed', message, call.scope.account, call.now);
  return { caseStatus: securityCase.caseStatus, closedDate: epoch(call.now) };
}

function updateResolverType(input: z.infer<typeof UPDATE_RESOLVER_TYPE_INPUT>, call: SecurityIrCall): Output {
  const { caseId, resolverType: requested } = input;
  const securityCase = caseOf(call, caseId);
  checkAcceptsUpdates(call, securityCase);
  const { caseStatusAfterHandover, acceptSameStatus } = call.kernel.behaviors.current;
  const { caseStatus, resolverType } = securityCase;
  if (acceptsResolver(securityCase, requested)) {
    handOver(securityCase, caseStatusAfterHandover);
    const message = `The resolver type was changed from ${resolverType} to ${requested}.`;
    recordEdit(securityCase, 'Case Updated To Service Managed', message, call.scope.account, call.now);
  } else if (!(acceptSameStatus && resolverType === requested && !isClosed(securityCase))) {
    throw rejectedChange(
      call,
      securityCase,
      `The resolver type of a case that is ${caseStatus} can't be changed from ${resolverType} to ${requested}.`,
    );
  }
  return { caseId, caseStatus: securityCase.caseStatus, resolverType: securityCase.resolverType };
}

export const STATUS_OPERATIONS = [
  operation(
    'UpdateCaseStatus',
    post('/v1/cases/{caseId}/update-case-status', 201),
    UPDATE_CASE_STATUS_INPUT,
    updateCaseStatus,
  ),
  operation('CloseCase', post('/v1/cases/{caseId}/close-case', 200), CASE_INPUT, closeCaseOperation),
  operation(
    'UpdateResolverType',
    post('/v1/cases/{caseId}/update-resolver-type', 200),
    UPDATE_RESOLVER_TYPE_INPUT,
    updateResolverType,
  ),
];
