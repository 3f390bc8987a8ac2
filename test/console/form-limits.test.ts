// The limits of the forms of the console are those of the gateway: a limit that changes on one side only fails here.
import { z } from 'zod';
import { AWS_REGIONS as FORM_REGIONS } from '../../packages/console/src/app/forms/aws-regions';
import {
  CASE_RULE,
  CASE_UPDATE_RULE,
  EXPORT_RULE,
  JOB_RULE,
  MAX_CASE_TAGS,
  MAX_MACIE_TAGS,
  MEMBER_RULE,
  tagRule,
  UNTAG_RULE,
} from '../../packages/console/src/app/forms/limits';
import { problemsOf, type Rule } from '../../packages/console/src/app/forms/rules';
import { encodeId } from '../../src/domain/ids';
import { AWS_REGIONS } from '../../src/input-rules/aws-regions';
import { violationsOf, type InputRules } from '../../src/input-rules/check';
import { classificationJobCreationRules } from '../../src/input-rules/classification-job';
import { macieMemberCreationRules } from '../../src/input-rules/macie-member';
import { mailboxExportJobStartRules } from '../../src/input-rules/mailbox-export-job';
import { caseCreationRules, caseUpdateRules } from '../../src/input-rules/security-case';
import { taggingRules, untaggingRules } from '../../src/input-rules/tags';

interface Limits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly pattern?: string | undefined;
}

interface JsonSchema {
  readonly type?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** The limits of the gateway by path; `*` stands for each entry of a list. */
function gatewayLimits(schema: JsonSchema, path = ''): Record<string, Limits> {
  if (schema.anyOf !== undefined)
    return Object.assign({}, ...schema.anyOf.map((each) => gatewayLimits(each, path))) as Record<
      string,
      Limits
    >;
  switch (schema.type) {
    case 'object':
      return Object.assign(
        {},
        ...Object.entries(schema.properties ?? {}).map(([name, member]) =>
          gatewayLimits(member, `${path}.${name}`),
        ),
      ) as Record<string, Limits>;
    case 'array':
      return {
        ...known(path, { min: schema.minItems, max: schema.maxItems }),
        ...gatewayLimits(schema.items ?? {}, `${path}.*`),
      };
    case 'integer':
      return known(path, { min: schema.minimum, max: schema.maximum });
    case 'string':
      return known(path, { min: schema.minLength, max: schema.maxLength, pattern: schema.pattern });
    default:
      return {};
  }
}

function formLimits(rule: Rule, path = ''): Record<string, Limits> {
  switch (rule.kind) {
    case 'object':
      return Object.assign(
        {},
        ...Object.entries(rule.members).map(([name, member]) => formLimits(member, `${path}.${name}`)),
      ) as Record<string, Limits>;
    case 'list':
      return { ...known(path, rule), ...formLimits(rule.item, `${path}.*`) };
    case 'whole':
      return known(path, rule);
    case 'text':
      return known(path, { min: rule.min, max: rule.max, pattern: rule.pattern?.source });
    case 'choice':
      return {};
  }
}

/** A path without a limit is left out: a minimum of 0 is none. */
function known(path: string, { min, max, pattern }: Limits): Record<string, Limits> {
  if ((min ?? 0) === 0 && max === undefined && pattern === undefined) return {};
  return { [path]: { min: min ?? 0, max, pattern } };
}

const TAGGED_CASE = encodeId({ kind: 'SecurityCase', target: 'default', caseId: '0123456789' });
const TAGGED_MEMBER = encodeId({ kind: 'MacieMember', target: 'default', accountId: '444455556666' });

const FORMS: readonly { name: string; rule: Rule; rules: InputRules; without: readonly string[] }[] = [
  // The form offers no conditions on objects.
  {
    name: 'createClassificationJob',
    rule: JOB_RULE,
    rules: classificationJobCreationRules,
    without: ['.scoping'],
  },
  { name: 'createMacieMember', rule: MEMBER_RULE, rules: macieMemberCreationRules, without: [] },
  { name: 'startMailboxExportJob', rule: EXPORT_RULE, rules: mailboxExportJobStartRules, without: [] },
  { name: 'createSecurityCase', rule: CASE_RULE, rules: caseCreationRules, without: [] },
  // The form offers no metadata.
  { name: 'updateSecurityCase', rule: CASE_UPDATE_RULE, rules: caseUpdateRules, without: ['.metadata'] },
  { name: 'tagResource', rule: tagRule(MAX_CASE_TAGS), rules: taggingRules, without: [] },
  { name: 'untagResource', rule: UNTAG_RULE, rules: untaggingRules, without: [] },
];

test.each(FORMS)('the form of $name has the lengths, numbers and patterns of the gateway', (form) => {
  const [shape] = form.rules;
  const schema = z.toJSONSchema(shape ?? z.never(), { unrepresentable: 'any' }) as JsonSchema;
  const expected = Object.entries(gatewayLimits(schema)).filter(
    ([path]) => !form.without.some((left) => path.startsWith(left)),
  );
  expect(expected.length).toBeGreaterThan(0);
  expect(formLimits(form.rule)).toEqual(Object.fromEntries(expected));
});

test('the form knows the same regions', () => {
  expect([...FORM_REGIONS]).toEqual([...AWS_REGIONS]);
});

const JOB = {
  name: 'once',
  jobType: 'ONE_TIME',
  buckets: { bucketDefinitions: [{ accountId: '111122223333', buckets: ['exports'] }] },
};
const CRITERION = { simpleCriterion: { key: 'S3_BUCKET_NAME', comparator: 'EQ', values: ['a'] } };
const EXPORT = {
  organizationId: 'm-0123456789abcdef0123456789abcdef',
  entityId: 'ann',
  roleArn: 'arn:aws:iam::111122223333:role/export',
  kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/1',
  s3BucketName: 'exports',
  s3Prefix: 'mail',
};
const CASE = {
  resolverType: 'SELF',
  title: 'a',
  description: 'b',
  engagementType: 'INVESTIGATION',
  reportedIncidentStartedAt: '2026-11-20T22:15:00Z',
  impactedAccounts: [],
  watchers: [],
};
const tagsOf = (...keys: readonly string[]) => keys.map((key) => ({ key, value: '' }));
const many = (count: number) => tagsOf(...Array.from({ length: count }, (_, index) => `key-${index}`));
const addresses = (...texts: readonly string[]) => ({
  threatActorIpAddresses: texts.map((ipAddress) => ({ ipAddress })),
});

/** Rules that are neither a length nor a pattern: the form and the gateway find the same problems. */
const INPUTS: readonly (readonly [name: string, rule: Rule, rules: InputRules, input: object])[] = [
  ['job', JOB_RULE, classificationJobCreationRules, JOB],
  ['job with a tag twice', JOB_RULE, classificationJobCreationRules, { ...JOB, tags: tagsOf('a', 'a') }],
  ['job with a reserved tag', JOB_RULE, classificationJobCreationRules, { ...JOB, tags: tagsOf('AWS:a') }],
  ...(['ALL', 'EXCLUDE', 'INCLUDE', 'NONE', 'RECOMMENDED'] as const).map(
    (managedDataIdentifierSelector) =>
      [
        `job with the selector ${managedDataIdentifierSelector}`,
        JOB_RULE,
        classificationJobCreationRules,
        { ...JOB, managedDataIdentifierSelector },
      ] as const,
  ),
  [
    'job without conditions',
    JOB_RULE,
    classificationJobCreationRules,
    { ...JOB, buckets: { bucketCriteria: {} } },
  ],
  [
    'job with a condition on an empty tag',
    JOB_RULE,
    classificationJobCreationRules,
    {
      ...JOB,
      buckets: {
        bucketCriteria: {
          includes: [CRITERION, { tagCriterion: { comparator: 'NE', tagValues: [{}] } }],
        },
      },
    },
  ],
  [
    'job with a fraction of a day',
    JOB_RULE,
    classificationJobCreationRules,
    { ...JOB, jobType: 'SCHEDULED', scheduleFrequency: { monthly: { dayOfMonth: 1.5 } } },
  ],
  ['export', EXPORT_RULE, mailboxExportJobStartRules, EXPORT],
  [
    'export with swapped ARNs',
    EXPORT_RULE,
    mailboxExportJobStartRules,
    { ...EXPORT, roleArn: EXPORT.kmsKeyArn, kmsKeyArn: EXPORT.roleArn },
  ],
  [
    'export in China',
    EXPORT_RULE,
    mailboxExportJobStartRules,
    { ...EXPORT, roleArn: 'arn:aws-cn:iam::1:role/a' },
  ],
  ['case', CASE_RULE, caseCreationRules, CASE],
  [
    'case with an account twice',
    CASE_RULE,
    caseCreationRules,
    { ...CASE, impactedAccounts: ['111122223333', '111122223333'] },
  ],
  [
    'case with a region',
    CASE_RULE,
    caseCreationRules,
    { ...CASE, impactedAwsRegions: ['us-east-1', 'us-east-9'] },
  ],
  [
    'case with IP addresses',
    CASE_RULE,
    caseCreationRules,
    {
      ...CASE,
      ...addresses(
        '198.51.100.7',
        '256.1.1.1',
        '2001:DB8::1',
        '2001:DB8:0:0:0:0:0:1',
        '2001:db8:0:0:0:0:0:1',
        '::',
      ),
    },
  ],
  [
    'edit that adds and removes the same',
    CASE_UPDATE_RULE,
    caseUpdateRules,
    {
      watchers: { add: [{ email: 'ann@example.com', name: 'Ann' }], remove: [{ email: 'ann@example.com' }] },
      impactedServices: { add: ['Amazon S3'], remove: ['Amazon EC2', 'Amazon S3'] },
    },
  ],
  ['tags of a case', tagRule(MAX_CASE_TAGS), taggingRules, { id: TAGGED_CASE, tags: many(200) }],
  ['more tags of a case', tagRule(MAX_CASE_TAGS), taggingRules, { id: TAGGED_CASE, tags: many(201) }],
  ['tags of a member', tagRule(MAX_MACIE_TAGS), taggingRules, { id: TAGGED_MEMBER, tags: many(50) }],
  ['more tags of a member', tagRule(MAX_MACIE_TAGS), taggingRules, { id: TAGGED_MEMBER, tags: many(51) }],
];

test.each(INPUTS)('the form and the gateway agree on: %s', (_, rule, rules, input) => {
  const paths = problemsOf(rule, input).map(({ path }) => path.join('.'));
  const expected = violationsOf(rules, input).map(({ path }) => path.slice(1).join('.'));
  expect(paths.sort()).toEqual([...new Set(expected)].sort());
});
