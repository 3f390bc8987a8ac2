/** Input schemas of the Macie operations, with the limits of the service model. */
import { z } from 'zod';
import { text } from '../kernel/validation';

export const JOB_STATUSES = ['RUNNING', 'PAUSED', 'CANCELLED', 'COMPLETE', 'IDLE', 'USER_PAUSED'] as const;

export const COMPARATORS = ['EQ', 'GT', 'GTE', 'LT', 'LTE', 'NE', 'CONTAINS', 'STARTS_WITH'] as const;

const LIST_JOBS_KEYS = ['jobType', 'jobStatus', 'createdAt', 'name'] as const;

const LIST_JOBS_SORT_ATTRIBUTES = ['createdAt', 'jobStatus', 'name', 'jobType'] as const;

const FILTER_TERM = z.object({
  comparator: z.enum(COMPARATORS),
  key: z.enum(LIST_JOBS_KEYS),
  values: z.array(text()).min(1),
});

export type FilterTerm = z.infer<typeof FILTER_TERM>;

export const LIST_JOBS_INPUT = z.object({
  filterCriteria: z
    .object({ includes: z.array(FILTER_TERM).optional(), excludes: z.array(FILTER_TERM).optional() })
    .optional(),
  maxResults: z.int().min(1).optional(),
  nextToken: text().optional(),
  sortCriteria: z
    .object({
      attributeName: z.enum(LIST_JOBS_SORT_ATTRIBUTES).optional(),
      orderBy: z.enum(['ASC', 'DESC']).optional(),
    })
    .optional(),
});

export type ListJobsInput = z.infer<typeof LIST_JOBS_INPUT>;

export const JOB_ID_INPUT = z.object({ jobId: text() });

export const UPDATE_JOB_INPUT = z.object({ jobId: text(), jobStatus: z.enum(JOB_STATUSES) });

export const LIST_MEMBERS_INPUT = z.object({
  maxResults: z.int().min(1).max(25).optional(),
  nextToken: text().optional(),
  onlyAssociated: z.enum(['true', 'false']).optional(),
});

export const MEMBER_ID_INPUT = z.object({ id: text() });

export const UPDATE_MEMBER_SESSION_INPUT = z.object({ id: text(), status: z.enum(['PAUSED', 'ENABLED']) });

/** The limits of the documentation. The service model has none. */
export const TAGS = z.record(text({ min: 1, max: 128 }), text({ max: 256 }));

export const MAX_TAGS = 50;

export const CREATE_MEMBER_INPUT = z.object({
  account: z.object({
    accountId: text({ pattern: /^(?:[0-9]{12})$/s }),
    email: text({ min: 6, max: 254, pattern: /^(?:[^@\s]+@[^@\s]+)$/s }),
  }),
  tags: TAGS.optional(),
});

export const RESOURCE_INPUT = z.object({ resourceArn: text() });

export const TAG_INPUT = z.object({ resourceArn: text(), tags: TAGS });

export const UNTAG_INPUT = z.object({ resourceArn: text(), tagKeys: z.array(text()) });

export const NO_INPUT = z.object({});
