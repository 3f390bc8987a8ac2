/**
 * The limits of the inputs that forms build. The gateway has the same ones in src/input-rules, and answers with them; a test
 * compares both.
 */
import { AWS_REGIONS } from './aws-regions';
import { choice, list, object, optional, text, type Problem, type Rule } from './rules';

export const accountId = text(0, undefined, {
  pattern: /^\d{12}$/,
  message: 'Must be an AWS account id of twelve digits.',
});

const email = text(6, 254, {
  pattern: /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/,
  message: 'Must be an email address.',
});

const tagKey = text(1, 128, {
  accepts: (key) => !key.toLowerCase().startsWith('aws:'),
  message: 'Must not begin with aws:',
});

const tags = (max: number) =>
  list(object({ key: tagKey, value: text(0, 256) }), 1, max, {
    keyOf: (tag) => (tag as { readonly key: string }).key,
    message: 'Must not contain the same key twice.',
  });

const distinct = (item: Rule, min: number, max: number) =>
  list(item, min, max, { keyOf: (entry) => entry, message: 'Must not contain the same entry twice.' });

const nonEmpty = text(1);
const ids = optional(list(nonEmpty, 0));

const values = list(nonEmpty, 1);

/** A condition on a tag: a key, a value or both. */
const tagCondition = object(
  { key: optional(text(1, 128)), value: optional(text(0, 256)) },
  ({ key, value }) =>
    key == null && value == null ? [toProblem([], 'Must have a key, a value or both.')] : [],
);

const criteria = optional(
  list(
    object({
      simpleCriterion: optional(object({ key: choice, comparator: choice, values })),
      tagCriterion: optional(object({ comparator: choice, tagValues: list(tagCondition, 1) })),
    }),
    1,
  ),
);

const buckets = object({
  bucketDefinitions: optional(list(object({ accountId, buckets: list(nonEmpty, 1) }), 1)),
  bucketCriteria: optional(
    object({ includes: criteria, excludes: criteria }, ({ includes, excludes }) =>
      includes == null && excludes == null ? [toProblem([], 'Must have at least one condition.')] : [],
    ),
  ),
});

export const JOB_RULE = object(
  {
    name: text(1, 500),
    description: optional(text(0, 200)),
    jobType: choice,
    initialRun: optional(choice),
    scheduleFrequency: optional(
      object({
        daily: optional(choice),
        weekly: optional(object({ dayOfWeek: choice })),
        monthly: optional(object({ dayOfMonth: { kind: 'whole', min: 1, max: 31 } })),
      }),
    ),
    buckets,
    samplingPercentage: optional({ kind: 'whole', min: 1, max: 100 }),
    managedDataIdentifierSelector: optional(choice),
    managedDataIdentifierIds: ids,
    customDataIdentifierIds: ids,
    allowListIds: ids,
    tags: optional(tags(50)),
  },
  ({ managedDataIdentifierSelector: selector, managedDataIdentifierIds, customDataIdentifierIds }) => [
    ...((selector === 'EXCLUDE' || selector === 'INCLUDE') && isEmpty(managedDataIdentifierIds)
      ? [toProblem(['managedDataIdentifierIds'], 'Must have at least 1 entry for this selection.')]
      : []),
    ...(selector === 'NONE' && isEmpty(customDataIdentifierIds)
      ? [
          toProblem(
            ['customDataIdentifierIds'],
            'Must have at least 1 entry if no managed identifiers are used.',
          ),
        ]
      : []),
  ],
);

export const MEMBER_RULE = object({ accountId, email, tags: optional(tags(50)) });

const ARN = /^arn:aws:(iam|kms):[a-z0-9-]*:[a-z0-9-]+:[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,1023}$/;

const arnOf = (service: 'iam' | 'kms', message: string) =>
  text(20, 2_048, { accepts: (arn) => ARN.exec(arn)?.[1] === service, message });

export const EXPORT_RULE = object({
  organizationId: text(0, undefined, {
    pattern: /^m-[0-9a-f]{32}$/,
    message: 'Must be m- followed by 32 lowercase hexadecimal digits.',
  }),
  entityId: text(1, 256, {
    pattern: /^[a-zA-Z0-9._%+@-]+$/,
    message: 'Must be the id, name or email address of a mailbox owner.',
  }),
  description: optional(text(0, 1_023)),
  roleArn: arnOf('iam', 'Must be the ARN of an IAM role.'),
  kmsKeyArn: arnOf('kms', 'Must be the ARN of a KMS key.'),
  s3BucketName: text(1, 63, { pattern: /^[A-Za-z0-9.-]+$/, message: 'Must be the name of an S3 bucket.' }),
  s3Prefix: text(1, 1_023, {
    pattern: /^[A-Za-z0-9!_.*'()/-]+$/,
    message: "Must contain only letters, digits and the characters ! _ . * ' ( ) / -",
  }),
});

const IPV6 = /^(?:[A-F0-9]{1,4}:){7}[A-F0-9]{1,4}$/;
/** An IPv4 address, alone or at the end of an IPv6 address. */
const IPV4 =
  /^(?:(?:[A-F0-9]{1,4}:){6})?(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$/;

const title = text(1, 300);
const description = text(1, 8_000);
const watcher = object({ email, name: optional(text(1, 50)), jobTitle: optional(text(1, 50)) });
const threatActorIp = object({
  ipAddress: text(0, undefined, {
    accepts: (address) => IPV4.test(address) || IPV6.test(address),
    message: 'Must be an IPv4 address, or an IPv6 address in upper case without ::',
  }),
  userAgent: optional(text(1, 500)),
});
const service = text(2, 50, {
  pattern: /^[a-zA-Z0-9 \-.():]+$/,
  message: 'Must contain only letters, digits, spaces and the characters - . ( ) :',
});
const region = text(0, undefined, {
  accepts: (name) => AWS_REGIONS.has(name),
  message: 'Must be an AWS region, such as us-east-1.',
});

export const CASE_RULE = object({
  resolverType: choice,
  title,
  description,
  engagementType: choice,
  reportedIncidentStartedAt: choice,
  impactedAccounts: distinct(accountId, 0, 200),
  watchers: list(watcher, 0, 30),
  threatActorIpAddresses: optional(list(threatActorIp, 0, 200)),
  impactedServices: optional(distinct(service, 0, 600)),
  impactedAwsRegions: optional(distinct(region, 0, 50)),
  tags: optional(tags(200)),
});

/** Lists of added and removed entries; no entry in both. */
function changesOf(item: Rule, max: number, keyOf = (entry: unknown): unknown => entry): Rule {
  const entries = optional(list(item, 1, max));
  return optional(
    object({ add: entries, remove: entries }, ({ add, remove }) => {
      const added = new Set(((add ?? []) as readonly unknown[]).map(keyOf));
      return ((remove ?? []) as readonly unknown[]).flatMap((entry, index) =>
        added.has(keyOf(entry))
          ? [
              toProblem(
                ['remove', String(index)],
                'Cannot be removed and added in one edit. Remove it first.',
              ),
            ]
          : [],
      );
    }),
  );
}

const emailOf = (entry: unknown) => (entry as { readonly email: unknown }).email;
const addressOf = (entry: unknown) => (entry as { readonly ipAddress: unknown }).ipAddress;

export const CASE_UPDATE_RULE = object({
  title: optional(title),
  description: optional(description),
  engagementType: optional(choice),
  reportedIncidentStartedAt: optional(choice),
  actualIncidentStartedAt: optional(choice),
  watchers: changesOf(watcher, 30, emailOf),
  threatActorIpAddresses: changesOf(threatActorIp, 200, addressOf),
  impactedServices: changesOf(service, 600),
  impactedAwsRegions: changesOf(region, 50),
  impactedAccounts: changesOf(accountId, 200),
});

/** @param max the maximum number of tags of the service */
export const tagRule = (max: number): Rule => object({ tags: tags(max) });

export const MAX_MACIE_TAGS = 50;
export const MAX_CASE_TAGS = 200;

export const UNTAG_RULE = object({ tagKeys: distinct(tagKey, 1, 200) });

function toProblem(path: readonly string[], message: string): Problem {
  return { path, message };
}

function isEmpty(given: unknown): boolean {
  return ((given ?? []) as readonly unknown[]).length === 0;
}
