/** Schemas of models/comments.ts, and of the operations on them. */
import {
  NUMBER,
  STRING,
  TIMESTAMP,
  idempotencyToken,
  label,
  list,
  operation,
  sensitiveString,
  structure,
} from './shapes';

export const ListCommentsItem$ = structure('ListCommentsItem', {
  commentId: STRING,
  createdDate: TIMESTAMP,
  lastUpdatedDate: TIMESTAMP,
  creator: STRING,
  lastUpdatedBy: STRING,
  body: sensitiveString('CommentBody'),
});

export const CreateCaseCommentRequest$ = structure('CreateCaseCommentRequest', {
  caseId: label,
  body: sensitiveString('CommentBody'),
  clientToken: idempotencyToken,
});

export const CreateCaseCommentResponse$ = structure('CreateCaseCommentResponse', { commentId: STRING });

export const UpdateCaseCommentRequest$ = structure('UpdateCaseCommentRequest', {
  caseId: label,
  commentId: label,
  body: sensitiveString('CommentBody'),
});

export const UpdateCaseCommentResponse$ = structure('UpdateCaseCommentResponse', {
  commentId: STRING,
  body: sensitiveString('CommentBody'),
});

export const ListCommentsRequest$ = structure('ListCommentsRequest', {
  caseId: label,
  nextToken: STRING,
  maxResults: NUMBER,
});

export const ListCommentsResponse$ = structure('ListCommentsResponse', {
  nextToken: STRING,
  items: list('ListCommentsItems', ListCommentsItem$),
  total: NUMBER,
});

export const CreateCaseComment$ = operation(
  'CreateCaseComment',
  ['POST', '/v1/cases/{caseId}/create-comment', 201],
  CreateCaseCommentRequest$,
  CreateCaseCommentResponse$,
);

export const UpdateCaseComment$ = operation(
  'UpdateCaseComment',
  ['PUT', '/v1/cases/{caseId}/update-case-comment/{commentId}', 200],
  UpdateCaseCommentRequest$,
  UpdateCaseCommentResponse$,
);

export const ListComments$ = operation(
  'ListComments',
  ['POST', '/v1/cases/{caseId}/list-comments', 200],
  ListCommentsRequest$,
  ListCommentsResponse$,
);
