/** Input schemas of the WorkMail operations, with the limits of the service model. */
import { z } from 'zod';
import { text } from '../kernel/validation';

const ORGANIZATION_ID = text({ min: 34, max: 34, pattern: /^(?:^m-[0-9a-f]{32}$)$/s });
const JOB_ID = text({ min: 1, max: 63, pattern: /^(?:[A-Za-z0-9-]+)$/s });
const CLIENT_TOKEN = text({ min: 1, max: 128, pattern: /^(?:[\x21-\x7e]+)$/s });
const ENTITY = text({ min: 1, max: 256, pattern: /^(?:[a-zA-Z0-9._%+@-]+)$/s });
const PAGE = {
  NextToken: text({ min: 1, max: 1024 }).optional(),
  MaxResults: z.int().min(1).max(100).optional(),
};

function arn(pattern: RegExp): z.ZodString {
  return text({ min: 20, max: 2048, pattern });
}

const ROLE_ARN = arn(/^(?:arn:aws:iam:[a-z0-9-]*:[a-z0-9-]+:[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,1023})$/s);

const KEY_ARN = arn(/^(?:arn:aws:kms:[a-z0-9-]*:[a-z0-9-]+:[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,1023})$/s);

export const LIST_ORGANIZATIONS_INPUT = z.object(PAGE);

export const ORGANIZATION_INPUT = z.object({ OrganizationId: ORGANIZATION_ID });

export const LIST_EXPORT_JOBS_INPUT = z.object({ OrganizationId: ORGANIZATION_ID, ...PAGE });

export const EXPORT_JOB_INPUT = z.object({ OrganizationId: ORGANIZATION_ID, JobId: JOB_ID });

export const CANCEL_EXPORT_JOB_INPUT = z.object({
  OrganizationId: ORGANIZATION_ID,
  JobId: JOB_ID,
  ClientToken: CLIENT_TOKEN,
});

export const START_EXPORT_JOB_INPUT = z.object({
  ClientToken: CLIENT_TOKEN,
  OrganizationId: ORGANIZATION_ID,
  EntityId: ENTITY,
  Description: text({ max: 1023 }).optional(),
  RoleArn: ROLE_ARN,
  KmsKeyArn: KEY_ARN,
  S3BucketName: text({ min: 1, max: 63, pattern: /^(?:[A-Za-z0-9.-]+)$/s }),
  S3Prefix: text({ min: 1, max: 1023, pattern: /^(?:[A-Za-z0-9!_.*'()/-]+)$/s }),
});

export const DESCRIBE_ENTITY_INPUT = z.object({
  OrganizationId: ORGANIZATION_ID,
  Email: text({ min: 1, max: 254, pattern: /^(?:[a-zA-Z0-9._%+-]{1,64}@[a-zA-Z0-9.-]+\.[a-zA-Z-]{2,})$/s }),
});

export const DESCRIBE_USER_INPUT = z.object({ OrganizationId: ORGANIZATION_ID, UserId: ENTITY });
