/** The request bodies of the control endpoints. */
import { z } from 'zod';
import { SERVICES } from '../aws/services';
import { WIRE_FAULTS } from '../kernel/faults';
import { MAX_SIZE } from '../kernel/settings';

const SIZE = z.int().min(0).max(MAX_SIZE);
const ACCOUNT = z.string().regex(/^\d{12}$/, 'An account id has 12 digits.');
const SERVICE = z.enum(Object.keys(SERVICES));

export const RESET = z.strictObject({
  seed: z.string().optional(),
  now: z.iso.datetime({ offset: true }).optional(),
  sizes: z
    .strictObject({
      jobs: SIZE.optional(),
      members: SIZE.optional(),
      exportJobs: SIZE.optional(),
      cases: SIZE.optional(),
    })
    .optional(),
});

export const CLOCK = z
  .strictObject({
    set: z.iso.datetime({ offset: true }).optional(),
    advanceSeconds: z.number().min(0).optional(),
    frozen: z.boolean().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'Give at least one of set, advanceSeconds, frozen.');

export const FAULT = z
  .strictObject({
    service: SERVICE,
    operation: z.string(),
    account: ACCOUNT.optional(),
    region: z.string().optional(),
    count: z.int().min(1).optional(),
    latencyMs: z.number().min(0).optional(),
    hold: z.boolean().optional(),
    error: z
      .strictObject({
        type: z.string(),
        status: z.int().min(400).max(599).optional(),
        message: z.string().optional(),
        retryAfterSeconds: z.int().min(0).optional(),
      })
      .optional(),
    answer: z
      .strictObject({
        status: z.int().min(200).max(599).optional(),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.string().optional(),
      })
      .optional(),
    wire: z.enum(WIRE_FAULTS).optional(),
    lostResponse: z.enum(['before', 'after']).optional(),
    page: z.enum(['short', 'empty']).optional(),
    hang: z.boolean().optional(),
  })
  .refine(
    ({ latencyMs, hold, error, answer, wire, lostResponse, page, hang }) =>
      [latencyMs, hold, error, answer, wire, lostResponse, page, hang].some((effect) => effect !== undefined),
    'Give at least one of latencyMs, hold, error, answer, wire, lostResponse, page, hang.',
  );

/** A caseId has at most 32 characters, and the emulator's own begin with ten digits. */
const MAX_CASE_ID_SUFFIX = 22;

export const SETTINGS = z.strictObject({
  strictCaseTransitions: z.boolean().optional(),
  acceptSameStatus: z.boolean().optional(),
  closedCaseAcceptsUpdates: z.boolean().optional(),
  caseStatusAfterHandover: z.enum(['Submitted', 'Detection and Analysis', 'unchanged']).optional(),
  associatedRelationshipStatuses: z.array(z.string()).optional(),
  createdMemberStatus: z.enum(['Created', 'Enabled']).optional(),
  exportCancelLimitPercent: z.number().min(0).max(100).optional(),
  nextTokenLifeSeconds: z.number().min(0).optional(),
  nonMemberError: z.enum(['ResourceNotFoundException', 'ValidationException']).optional(),
  disassociableRelationshipStatuses: z.array(z.string()).optional(),
  macieNotEnabledStatus: z.literal([401, 403]).optional(),
  rejectedStatusChangeError: z.enum(['ConflictException', 'ValidationException']).optional(),
  tagScopeTermTarget: z.enum(['unchanged', 'empty']).optional(),
  fractionalStatistics: z.boolean().optional(),
  lastPageToken: z.enum(['absent', 'empty']).optional(),
  exactUploadHeaders: z.boolean().optional(),
  presignedUrlCors: z.boolean().optional(),
  caseIdSuffix: z.string().max(MAX_CASE_ID_SUFFIX).optional(),
  listTotals: z.enum(['all', 'page']).optional(),
  describesOldExportJobs: z.boolean().optional(),
  membershipsReadableWhenNotActive: z.boolean().optional(),
  staleReadSeconds: z.number().min(0).optional(),
  account: ACCOUNT.optional(),
  region: z.string().optional(),
  macieEnabled: z.boolean().optional(),
  securityIncidentResponseActive: z.boolean().optional(),
  latencyMs: z.number().min(0).optional(),
  rateLimits: z.record(z.string(), z.number().min(1).nullable()).optional(),
  roles: z
    .array(
      z.strictObject({
        roleArn: z.string(),
        externalId: z.string().optional(),
        deny: z.boolean().optional(),
      }),
    )
    .optional(),
});

export const PUT = z.strictObject({
  account: ACCOUNT.optional(),
  region: z.string().optional(),
  service: SERVICE,
  resource: z.string(),
  id: z.string().min(1),
  organizationId: z.string().optional(),
  set: z.record(z.string(), z.unknown()),
});
