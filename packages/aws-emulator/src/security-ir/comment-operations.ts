/** The operations on the comments of a case. */
import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { operation, type Output } from '../kernel/operation';
import { unusedId } from '../kernel/random';
import {
  caseOf,
  checkAcceptsUpdates,
  oncePerToken,
  pageOfCase,
  post,
  totalOf,
  type SecurityIrCall,
} from './call';
import { recordEdit } from './edits';
import { accessDenied, notFound } from './errors';
import { caseComment } from './shapes';
import { AWS_RESPONDER } from './state';
import { CREATE_COMMENT_INPUT, LIST_OF_CASE_INPUT, UPDATE_COMMENT_INPUT } from './validation';

function listComments(input: z.infer<typeof LIST_OF_CASE_INPUT>, call: SecurityIrCall): Output {
  const { comments } = caseOf(call, input.caseId);
  const page = pageOfCase(call, input, comments, ({ createdDate }) => createdDate);
  return {
    items: page.rows.map(caseComment),
    nextToken: page.nextToken,
    total: totalOf(call, page, comments.length),
  };
}

function createCaseComment(input: z.infer<typeof CREATE_COMMENT_INPUT>, call: SecurityIrCall): Output {
  const { caseId, clientToken, body } = input;
  const securityCase = caseOf(call, caseId);
  const commentId = oncePerToken(call, caseId, clientToken, () => {
    checkAcceptsUpdates(call, securityCase);
    const { account } = call.scope;
    const taken = new Set(securityCase.comments.map((comment) => comment.commentId));
    const unused = unusedId(taken, () => String(randomInt(100_000, 1_000_000)));
    securityCase.comments.push({
      commentId: unused,
      createdDate: call.now,
      lastUpdatedDate: call.now,
      creator: account,
      lastUpdatedBy: account,
      body,
    });
    recordEdit(securityCase, 'Case Comment Added', `The comment ${unused} was added.`, account, call.now);
    return unused;
  });
  return { commentId };
}

/** Throws AccessDeniedException for comments of AWS responders. */
function updateCaseComment(input: z.infer<typeof UPDATE_COMMENT_INPUT>, call: SecurityIrCall): Output {
  const { caseId, commentId, body } = input;
  const securityCase = caseOf(call, caseId);
  const comment = securityCase.comments.find((candidate) => candidate.commentId === commentId);
  if (comment === undefined) throw notFound(`The comment ${commentId} of case ${caseId}`);
  if (comment.creator === AWS_RESPONDER) throw accessDenied(`The comment ${commentId} is not yours.`);
  checkAcceptsUpdates(call, securityCase);
  const { account } = call.scope;
  comment.body = body;
  comment.lastUpdatedBy = account;
  comment.lastUpdatedDate = call.now;
  recordEdit(
    securityCase,
    'Case Comment Updated',
    `The comment ${commentId} was changed.`,
    account,
    call.now,
  );
  return { commentId, body };
}

export const COMMENT_OPERATIONS = [
  operation('ListComments', post('/v1/cases/{caseId}/list-comments', 200), LIST_OF_CASE_INPUT, listComments),
  operation(
    'CreateCaseComment',
    post('/v1/cases/{caseId}/create-comment', 201),
    CREATE_COMMENT_INPUT,
    createCaseComment,
  ),
  operation(
    'UpdateCaseComment',
    { method: 'PUT', path: '/v1/cases/{caseId}/update-case-comment/{commentId}', status: 200 },
    UPDATE_COMMENT_INPUT,
    updateCaseComment,
  ),
];
