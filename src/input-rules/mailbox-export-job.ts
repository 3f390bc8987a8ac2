/** Input rules of StartMailboxExportJob. */
import { z } from 'zod';
import { AWS_ID_PATTERNS } from '../domain/resources';
import type { InputRules } from './check';
import { text } from './shared';

const ARN = /^arn:aws:(iam|kms):[a-z0-9-]*:[a-z0-9-]+:[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,1023}$/;

const arnOf = (service: 'iam' | 'kms', resource: string) =>
  text(20, 2048).refine((arn) => ARN.exec(arn)?.[1] === service, `Must be the ARN of ${resource}`);

export const mailboxExportJobStartRules: InputRules = [
  z.object({
    organizationId: z
      .string()
      .regex(AWS_ID_PATTERNS.organizationId, 'Must be m- followed by 32 lowercase hexadecimal digits'),
    entityId: text(1, 256).regex(
      /^[a-zA-Z0-9._%+@-]+$/,
      'Must be the id, name or email address of a mailbox owner',
    ),
    description: text(0, 1023).nullish(),
    roleArn: arnOf('iam', 'an IAM role'),
    kmsKeyArn: arnOf('kms', 'a KMS key'),
    s3BucketName: text(1, 63).regex(/^[A-Za-z0-9.-]+$/, 'Must be the name of an S3 bucket'),
    s3Prefix: text(1, 1023).regex(
      /^[A-Za-z0-9!_.*'()/-]+$/,
      "Must contain only letters, digits and the characters ! _ . * ' ( ) / -",
    ),
  }),
];
