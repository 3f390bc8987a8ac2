/** The operations on the investigations of a case. */
import type { z } from 'zod';
import { operation, type Output } from '../kernel/operation';
import { caseOf, pageOfCase, post, type SecurityIrCall } from './call';
import { notFound } from './errors';
import { investigationAction } from './shapes';
import { LIST_OF_CASE_INPUT, SEND_FEEDBACK_INPUT } from './validation';

function listInvestigations(input: z.infer<typeof LIST_OF_CASE_INPUT>, call: SecurityIrCall): Output {
  const { investigations } = caseOf(call, input.caseId);
  const page = pageOfCase(call, input, investigations, ({ lastUpdated }) => lastUpdated);
  return { investigationActions: page.rows.map(investigationAction), nextToken: page.nextToken };
}

/** New feedback replaces earlier feedback. */
function sendFeedback(input: z.infer<typeof SEND_FEEDBACK_INPUT>, call: SecurityIrCall): Output {
  const { caseId, resultId, usefulness, comment } = input;
  const result = caseOf(call, caseId).investigations.find(
    ({ investigationId }) => investigationId === resultId,
  );
  if (result === undefined) throw notFound(`The investigation result ${resultId} of case ${caseId}`);
  result.feedback = { usefulness, comment, submittedAt: call.now };
  return {};
}

export const INVESTIGATION_OPERATIONS = [
  operation(
    'ListInvestigations',
    {
      method: 'GET',
      path: '/v1/cases/{caseId}/list-investigations',
      status: 200,
      query: { nextToken: 'string', maxResults: 'integer' },
    },
    LIST_OF_CASE_INPUT,
    listInvestigations,
  ),
  operation(
    'SendFeedback',
    post('/v1/cases/{caseId}/feedback/{resultId}/send-feedback', 200),
    SEND_FEEDBACK_INPUT,
    sendFeedback,
  ),
];
