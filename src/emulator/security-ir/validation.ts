/** The inputs of Security Incident Response's operations, with the limits of the model. */
import { z } from 'zod';
import { text } from '../kernel/validation';
import { SELF_MANAGED_STATUSES } from './rules';

const CASE_ID = text({ min: 10, max: 32, pattern: '\\d{10,32}.*' });

export const LIST_CASES_INPUT = z.object({
  nextToken: text({ max: 2000 }).optional(),
  maxResults: z.int().min(1).max(25).optional(),
});

export const CASE_INPUT = z.object({ caseId: CASE_ID });

export const UPDATE_CASE_STATUS_INPUT = z.object({
  caseId: CASE_ID,
  caseStatus: z.enum(SELF_MANAGED_STATUSES),
});

export const UPDATE_RESOLVER_TYPE_INPUT = z.object({
  caseId: CASE_ID,
  resolverType: z.enum(['AWS', 'Self']),
});
