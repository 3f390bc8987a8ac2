/** The operations on cases, and on the list of their changes. */
import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { operation, type Output } from '../kernel/operation';
import { descending } from '../kernel/paginate';
import { unusedId } from '../kernel/random';
import {
  caseOf,
  checkAcceptsUpdates,
  oncePerToken,
  pageOf,
  pageOfCase,
  post,
  totalOf,
  type SecurityIrCall,
} from './call';
import { changedMembers, changesOf, overlongLists } from './case-changes';
import { CREATE_CASE_INPUT, UPDATE_CASE_INPUT } from './case-validation';
import { recordEdit } from './edits';
import { newCase } from './new-case';
import { caseDetail, caseEdit, caseSummary } from './shapes';
import type { SecurityCase } from './state';
import { CASE_INPUT, LIST_CASES_INPUT, LIST_OF_CASE_INPUT } from './validation';

function listCases(input: z.infer<typeof LIST_CASES_INPUT>, call: SecurityIrCall): Output {
  const { cases } = call.state;
  const orderKey = ({ createdDate, caseId }: SecurityCase): (string | number)[] => [createdDate, caseId];
  const latestFirst = cases.sorted('latest first', 'until-replaced', (a, b) =>
    descending(orderKey(a), orderKey(b)),
  );
  const page = pageOf(call, input, latestFirst, orderKey);
  return {
    items: page.rows.map(caseSummary),
    nextToken: page.nextToken,
    total: totalOf(call, page, cases.size),
  };
}

function createCase(input: z.infer<typeof CREATE_CASE_INPUT>, call: SecurityIrCall): Output {
  const { clientToken, impactedAwsRegions = [], ...members } = input;
  const caseId = oncePerToken(call, undefined, clientToken, () => {
    const { cases } = call.state;
    const { caseIdSuffix } = call.kernel.behaviors.current;
    const unused = unusedId(cases, () => String(randomInt(1_000_000_000, 10_000_000_000)) + caseIdSuffix);
    const securityCase = newCase(unused, { ...members, impactedAwsRegions }, call.scope, call.now);
    const message = `The case was created with resolver type ${securityCase.resolverType}.`;
    recordEdit(securityCase, 'Case Created', message, call.scope.account, call.now);
    cases.put(unused, securityCase);
    return unused;
  });
  return { caseId };
}

function updateCase(input: z.infer<typeof UPDATE_CASE_INPUT>, call: SecurityIrCall): Output {
  const securityCase = caseOf(call, input.caseId);
  checkAcceptsUpdates(call, securityCase);
  const changes = changesOf(securityCase, input);
  const failures = overlongLists(securityCase, changes);
  if (failures.length > 0) throw call.errors.invalid(failures);
  const changed = changedMembers(securityCase, changes);
  if (changed.length === 0) return {};
  Object.assign(securityCase, changes);
  const message = `These members were changed: ${changed.join(', ')}.`;
  recordEdit(securityCase, 'Case Updated', message, call.scope.account, call.now);
  return {};
}

function listCaseEdits(input: z.infer<typeof LIST_OF_CASE_INPUT>, call: SecurityIrCall): Output {
  const { edits } = caseOf(call, input.caseId);
  const page = pageOfCase(call, input, edits, ({ eventTimestamp }) => eventTimestamp);
  return {
    items: page.rows.map(caseEdit),
    nextToken: page.nextToken,
    total: totalOf(call, page, edits.length),
  };
}

export const CASE_OPERATIONS = [
  operation('ListCases', post('/v1/list-cases', 200), LIST_CASES_INPUT, listCases),
  operation(
    'GetCase',
    { method: 'GET', path: '/v1/cases/{caseId}/get-case', status: 200 },
    CASE_INPUT,
    ({ caseId }, call: SecurityIrCall) => caseDetail(caseOf(call, caseId)),
  ),
  operation('CreateCase', post('/v1/create-case', 201), CREATE_CASE_INPUT, createCase),
  operation('UpdateCase', post('/v1/cases/{caseId}/update-case', 200), UPDATE_CASE_INPUT, updateCase),
  operation(
    'ListCaseEdits',
    post('/v1/cases/{caseId}/list-case-edits', 200),
    LIST_OF_CASE_INPUT,
    listCaseEdits,
  ),
];
