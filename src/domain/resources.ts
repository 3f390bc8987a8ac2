/** The kinds of resources. Global ids, references and the service of each kind are derived from this table. */
import type { ServiceName } from './services';

/** Patterns of AWS's ids. The gateway rejects any other text before it can become part of a request path. */
export const AWS_ID_PATTERNS = {
  accountId: /^\d{12}$/,
  classificationJobId: /^[0-9A-Za-z-]{1,64}$/,
  organizationId: /^m-[0-9a-f]{32}$/,
  mailboxExportJobId: /^[0-9A-Za-z-]{1,63}$/,
  caseId: /^\d{10,32}$/,
} as const;

interface ResourceFacts {
  readonly service: ServiceName;
  /** The AWS keys that identify one resource in its target, in the order of its global id, with their patterns. */
  readonly keys: Readonly<Record<string, RegExp>>;
}

/** By the name of the GraphQL type. */
export const RESOURCES = {
  ClassificationJob: { service: 'macie2', keys: { jobId: AWS_ID_PATTERNS.classificationJobId } },
  MacieMember: { service: 'macie2', keys: { accountId: AWS_ID_PATTERNS.accountId } },
  MailboxExportJob: {
    service: 'workmail',
    keys: { organizationId: AWS_ID_PATTERNS.organizationId, jobId: AWS_ID_PATTERNS.mailboxExportJobId },
  },
  SecurityCase: { service: 'security-ir', keys: { caseId: AWS_ID_PATTERNS.caseId } },
} as const satisfies Record<string, ResourceFacts>;

export type ResourceKind = keyof typeof RESOURCES;

/** The AWS keys of one resource of a kind, and its target. */
export type ResourceKeys<Kind extends ResourceKind> = { readonly target: string } & {
  readonly [Key in keyof (typeof RESOURCES)[Kind]['keys']]: string;
};

/** Keys with their kind. Every record of a resource is one. */
export type RefOf<Kind extends ResourceKind> = { readonly kind: Kind } & ResourceKeys<Kind>;
export type ResourceRef = { [Kind in ResourceKind]: RefOf<Kind> }[ResourceKind];

export function isResourceKind(value: unknown): value is ResourceKind {
  return typeof value === 'string' && Object.hasOwn(RESOURCES, value);
}

export function serviceOf(kind: ResourceKind): ServiceName {
  return RESOURCES[kind].service;
}
