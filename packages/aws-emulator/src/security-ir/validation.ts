/** Input schemas of the Security Incident Response operations, with the limits of the service model. */
import { z } from 'zod';
import { text } from '../kernel/validation';
import { SELF_MANAGED_STATUSES } from './rules';

export const CASE_ID = text({ min: 10, max: 32, pattern: /^(?:\d{10,32}.*)$/s });
export const CLIENT_TOKEN = text({ min: 1, max: 255 });
export const RESOLVER_TYPE = z.enum(['AWS', 'Self']);

const PAGE = {
  nextToken: text({ max: 2000 }).optional(),
  maxResults: z.int().min(1).max(25).optional(),
};

export const LIST_CASES_INPUT = z.object(PAGE);

export const LIST_MEMBERSHIPS_INPUT = z.object(PAGE);

export const MEMBERSHIP_INPUT = z.object({
  membershipId: text({ min: 12, max: 34, pattern: /^(?:m-[a-z0-9]{10,32})$/s }),
});

export const CASE_INPUT = z.object({ caseId: CASE_ID });

/** The input of ListComments, ListCaseEdits and ListInvestigations. */
export const LIST_OF_CASE_INPUT = z.object({ caseId: CASE_ID, ...PAGE });

export const UPDATE_CASE_STATUS_INPUT = z.object({
  caseId: CASE_ID,
  caseStatus: z.enum(SELF_MANAGED_STATUSES),
});

export const UPDATE_RESOLVER_TYPE_INPUT = z.object({ caseId: CASE_ID, resolverType: RESOLVER_TYPE });

const COMMENT_BODY = text({ min: 1, max: 12_000 });

export const CREATE_COMMENT_INPUT = z.object({
  caseId: CASE_ID,
  clientToken: CLIENT_TOKEN.optional(),
  body: COMMENT_BODY,
});

export const UPDATE_COMMENT_INPUT = z.object({
  caseId: CASE_ID,
  commentId: text({ min: 6, max: 6, pattern: /^(?:\d{6})$/s }),
  body: COMMENT_BODY,
});

export const SEND_FEEDBACK_INPUT = z.object({
  caseId: CASE_ID,
  resultId: text({ pattern: /^(?:inv-[a-z0-9]{10,32})$/s }),
  usefulness: z.enum(['USEFUL', 'NOT_USEFUL']),
  comment: text({ min: 1, max: 1000 }).optional(),
});

export const UPLOAD_URL_INPUT = z.object({
  caseId: CASE_ID,
  fileName: text({ min: 1, max: 255, pattern: /^(?:[a-zA-Z0-9._-]+)$/s }),
  contentLength: z.int().min(1).max(104_857_600),
  clientToken: CLIENT_TOKEN.optional(),
});

export const DOWNLOAD_URL_INPUT = z.object({
  caseId: CASE_ID,
  attachmentId: text({
    pattern: /^(?:[0-9a-fA-F]{8}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{12})$/s,
  }),
});

export const MAX_TAGS = 200;

export const TAGS = z
  .record(text({ min: 1, max: 128 }), text({ max: 256 }))
  .refine(
    (tags) => Object.keys(tags).length <= MAX_TAGS,
    `Member must have length less than or equal to ${MAX_TAGS}`,
  );

const RESOURCE_ARN = text({
  min: 12,
  max: 1010,
  pattern:
    /^(?:arn:aws:security-ir:\w+?-\w+?-\d+:[0-9]{12}:(membership\/m-[a-z0-9]{10,32}|case\/[0-9]{10}))$/s,
});

export const RESOURCE_INPUT = z.object({ resourceArn: RESOURCE_ARN });

export const TAG_INPUT = z.object({ resourceArn: RESOURCE_ARN, tags: TAGS });

export const UNTAG_INPUT = z.object({
  resourceArn: RESOURCE_ARN,
  tagKeys: z.array(text({ min: 1, max: 128 })),
});
