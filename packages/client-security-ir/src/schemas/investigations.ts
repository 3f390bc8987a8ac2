/** Schemas of models/investigations.ts, and of the operations on them. */
import { NUMBER, STRING, TIMESTAMP, label, list, operation, query, structure } from './shapes';

export const InvestigationFeedback$ = structure('InvestigationFeedback', {
  usefulness: STRING,
  comment: STRING,
  submittedAt: TIMESTAMP,
});

export const InvestigationAction$ = structure('InvestigationAction', {
  investigationId: STRING,
  actionType: STRING,
  title: STRING,
  content: STRING,
  status: STRING,
  lastUpdated: TIMESTAMP,
  feedback: InvestigationFeedback$,
});

export const ListInvestigationsRequest$ = structure('ListInvestigationsRequest', {
  caseId: label,
  nextToken: query('nextToken', STRING),
  maxResults: query('maxResults', NUMBER),
});

export const ListInvestigationsResponse$ = structure('ListInvestigationsResponse', {
  investigationActions: list('InvestigationActionList', InvestigationAction$),
  nextToken: STRING,
});

export const SendFeedbackRequest$ = structure('SendFeedbackRequest', {
  caseId: label,
  resultId: label,
  usefulness: STRING,
  comment: STRING,
});

export const SendFeedbackResponse$ = structure('SendFeedbackResponse', {});

export const ListInvestigations$ = operation(
  'ListInvestigations',
  ['GET', '/v1/cases/{caseId}/list-investigations', 200],
  ListInvestigationsRequest$,
  ListInvestigationsResponse$,
);

export const SendFeedback$ = operation(
  'SendFeedback',
  ['POST', '/v1/cases/{caseId}/feedback/{resultId}/send-feedback', 200],
  SendFeedbackRequest$,
  SendFeedbackResponse$,
);
