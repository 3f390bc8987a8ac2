/** The operations on cases. */
import type { z } from 'zod';
import { operation, type Call, type HttpBinding, type Output } from '../kernel/operation';
import { descending, paginate } from '../kernel/paginate';
import { conflict, notFound } from './errors';
import { acceptsResolver, acceptsStatus, changeStatus, closeCase, handOver, isClosed } from './rules';
import { caseDetail, caseSummary, epoch } from './shapes';
import type { SecurityCase, SecurityIrState } from './state';
import {
  CASE_INPUT,
  LIST_CASES_INPUT,
  UPDATE_CASE_STATUS_INPUT,
  UPDATE_RESOLVER_TYPE_INPUT,
} from './validation';

type SecurityIrCall = Call<SecurityIrState>;

const DEFAULT_PAGE_SIZE = 25;

function listCases(input: z.infer<typeof LIST_CASES_INPUT>, call: SecurityIrCall): Output {
  const { cases } = call.state;
  const orderKey = (securityCase: SecurityCase): (string | number)[] => [
    securityCase.createdDate,
    securityCase.caseId,
  ];
  const page = paginate(call, {
    rows: cases.sorted('latest first', 'until-replaced', (a, b) => descending(orderKey(a), orderKey(b))),
    orderKey,
    compare: descending,
    boundTo: [],
    nextToken: input.nextToken,
    pageSize: input.maxResults ?? DEFAULT_PAGE_SIZE,
  });
  return { items: page.rows.map(caseSummary), nextToken: page.nextToken, total: cases.size };
}

function updateCaseStatus(input: z.infer<typeof UPDATE_CASE_STATUS_INPUT>, call: SecurityIrCall): Output {
  const { caseId, caseStatus: requested } = input;
  const securityCase = caseOf(call, caseId);
  const { caseStatus, resolverType } = securityCase;
  const { strictCaseTransitions, acceptSameStatus } = call.kernel.behaviours.current;
  if (acceptsStatus(securityCase, requested, strictCaseTransitions)) {
    changeStatus(securityCase, requested, call.now);
    call.state.cases.changed(caseId);
  } else if (!(acceptSameStatus && caseStatus === requested && resolverType === 'Self')) {
    throw conflict(
      securityCase,
      `The status of a case with resolver type ${resolverType} can't be changed from ${caseStatus} to ${requested}.`,
    );
  }
  return { caseStatus: requested };
}

function closeCaseForGood({ caseId }: z.infer<typeof CASE_INPUT>, call: SecurityIrCall): Output {
  const securityCase = caseOf(call, caseId);
  if (isClosed(securityCase)) throw conflict(securityCase, 'The case is closed already.');
  closeCase(securityCase, call.now);
  call.state.cases.changed(caseId);
  return { caseStatus: securityCase.caseStatus, closedDate: epoch(call.now) };
}

function updateResolverType(input: z.infer<typeof UPDATE_RESOLVER_TYPE_INPUT>, call: SecurityIrCall): Output {
  const { caseId, resolverType: requested } = input;
  const securityCase = caseOf(call, caseId);
  const { caseStatusAfterHandover, acceptSameStatus } = call.kernel.behaviours.current;
  if (acceptsResolver(securityCase, requested)) {
    handOver(securityCase, caseStatusAfterHandover, call.now);
    call.state.cases.changed(caseId);
  } else if (!(acceptSameStatus && securityCase.resolverType === requested && !isClosed(securityCase))) {
    throw conflict(
      securityCase,
      `The resolver type of a case that is ${securityCase.caseStatus} can't be changed from ${securityCase.resolverType} to ${requested}.`,
    );
  }
  return { caseId, caseStatus: securityCase.caseStatus, resolverType: securityCase.resolverType };
}

function caseOf(call: SecurityIrCall, caseId: string): SecurityCase {
  const securityCase = call.state.cases.get(caseId);
  if (securityCase === undefined) throw notFound(caseId);
  return securityCase;
}

function post(path: string, status: number): HttpBinding {
  return { method: 'POST', path, status };
}

export const CASE_OPERATIONS = [
  operation('ListCases', post('/v1/list-cases', 200), LIST_CASES_INPUT, listCases),
  operation(
    'GetCase',
    { method: 'GET', path: '/v1/cases/{caseId}/get-case', status: 200 },
    CASE_INPUT,
    ({ caseId }, call: SecurityIrCall) => caseDetail(caseOf(call, caseId)),
  ),
  operation(
    'UpdateCaseStatus',
    post('/v1/cases/{caseId}/update-case-status', 201),
    UPDATE_CASE_STATUS_INPUT,
    updateCaseStatus,
  ),
  operation('CloseCase', post('/v1/cases/{caseId}/close-case', 200), CASE_INPUT, closeCaseForGood),
  operation(
    'UpdateResolverType',
    post('/v1/cases/{caseId}/update-resolver-type', 200),
    UPDATE_RESOLVER_TYPE_INPUT,
    updateResolverType,
  ),
];
