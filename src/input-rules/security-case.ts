/** Input rules of CreateCase and UpdateCase. */
import { z } from 'zod';
import { AWS_REGIONS } from './aws-regions';
import type { InputRules } from './check';
import { accountId, distinct, email, recognized, tags, text } from './shared';

const MAX_WATCHERS = 30;
const MAX_ADDRESSES = 200;
const MAX_SERVICES = 600;
const MAX_REGIONS = 50;
const MAX_ACCOUNTS = 200;
const MAX_TAGS = 200;

const IPV6 = /^(?:[A-F0-9]{1,4}:){7}[A-F0-9]{1,4}$/;
/** An IPv4 address, alone or at the end of an IPv6 address. */
const IPV4 =
  /^(?:(?:[A-F0-9]{1,4}:){6})?(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$/;

const ipAddress = z
  .string()
  .refine(
    (address) => IPV4.test(address) || IPV6.test(address),
    'Must be an IPv4 address, or an IPv6 address in upper case without ::',
  );

const watcher = z.object({ email, name: text(1, 50).nullish(), jobTitle: text(1, 50).nullish() });

const threatActorIp = z.object({ ipAddress, userAgent: text(1, 500).nullish() });

const service = text(2, 50).regex(
  /^[a-zA-Z0-9 \-.():]+$/,
  'Must contain only letters, digits, spaces and the characters - . ( ) :',
);

const region = z.string().refine((name) => AWS_REGIONS.has(name), 'Must be an AWS region, such as us-east-1');

const title = text(1, 300);
const description = text(1, 8_000);

export const caseCreationRules: InputRules = [
  z.object({
    resolverType: recognized,
    title,
    description,
    engagementType: recognized,
    impactedAccounts: distinct(accountId, 0, MAX_ACCOUNTS),
    watchers: z.array(watcher).max(MAX_WATCHERS),
    threatActorIpAddresses: z.array(threatActorIp).max(MAX_ADDRESSES).nullish(),
    impactedServices: distinct(service, 0, MAX_SERVICES).nullish(),
    impactedAwsRegions: distinct(region, 0, MAX_REGIONS).nullish(),
    tags: tags(MAX_TAGS).nullish(),
  }),
];

/** Lists of added and removed entries: at least one list, no empty list, no entry in both. */
function changesOf<Item extends z.ZodType>(
  item: Item,
  max: number,
  keyOf: (value: z.infer<Item>) => unknown,
) {
  const list = z.array(item).min(1).max(max).nullish();
  return z
    .object({ add: list, remove: list })
    .superRefine(({ add, remove }, context) => {
      if (add == null && remove == null) {
        context.addIssue({ code: 'custom', message: 'Must have add, remove or both' });
      }
      const added = new Set(add?.map(keyOf));
      for (const [index, value] of (remove ?? []).entries()) {
        if (!added.has(keyOf(value))) continue;
        context.addIssue({
          code: 'custom',
          path: ['remove', index],
          message: 'Must not be in both add and remove',
        });
      }
    })
    .nullish();
}

const identity = (value: unknown) => value;

const update = z.object({
  title: title.nullish(),
  description: description.nullish(),
  engagementType: recognized.nullish(),
  watchers: changesOf(watcher, MAX_WATCHERS, (each) => each.email),
  threatActorIpAddresses: changesOf(threatActorIp, MAX_ADDRESSES, (each) => each.ipAddress),
  impactedServices: changesOf(service, MAX_SERVICES, identity),
  impactedAwsRegions: changesOf(region, MAX_REGIONS, identity),
  impactedAccounts: changesOf(accountId, MAX_ACCOUNTS, identity),
  metadata: z
    .array(z.object({ key: text(1, 500), value: text(1, 2_000) }))
    .min(1)
    .max(30)
    .nullish(),
});

/** Members of the input that change nothing. */
const UNCHANGING_MEMBERS: ReadonlySet<string> = new Set(['id', 'dryRun']);

const atLeastOneChange = z
  .custom<object>()
  .refine(
    (input) => Object.entries(input).some(([name, value]) => !UNCHANGING_MEMBERS.has(name) && value != null),
    'Must contain at least one change',
  );

export const caseUpdateRules: InputRules = [update, atLeastOneChange];
