/** The kinds of objects with a global id: resources and other objects. Global ids, references and services are derived from these tables. */
import type { ServiceName } from './services';

/** Patterns of AWS's ids. The gateway rejects any other text before it can become part of a request path. */
export const AWS_ID_PATTERNS = {
  accountId: /^\d{12}$/,
  classificationJobId: /^[0-9A-Za-z-]{1,64}$/,
  organizationId: /^m-[0-9a-f]{32}$/,
  mailboxExportJobId: /^[0-9A-Za-z-]{1,63}$/,
  caseId: /^\d{10,32}$/,
  workMailUserId: /^[a-zA-Z0-9._%+@-]{1,256}$/,
  attachmentId: /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
  commentId: /^\d{6}$/,
  investigationId: /^inv-[a-z0-9]{10,32}$/,
} as const;

export const TARGET_NAME_PATTERN = /^[a-z0-9][a-z0-9-]{0,62}$/;

const CHANGE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A SHA-256 digest in base64url. */
const DIGEST = /^[\w-]{43}$/;

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

type ObjectFacts = {
  /** The keys that identify one object, with its target if it belongs to one, in the order of its global id, with their patterns. */
  readonly keys: Readonly<Record<string, RegExp>>;
} & (
  | {
      /** One AWS operation, the audit trail or the configuration finds the object, so that node returns it. */
      readonly isNode: true;
    }
  | {
      readonly isNode: false;
      /** The place to read the object, for the message of node. */
      readonly readIn: string;
    }
);

const CASE_KEYS = { target: TARGET_NAME_PATTERN, caseId: AWS_ID_PATTERNS.caseId } as const;
const ORGANIZATION_KEYS = {
  target: TARGET_NAME_PATTERN,
  organizationId: AWS_ID_PATTERNS.organizationId,
} as const;

/** The objects with a global id that are no resources, by the name of the GraphQL type. */
export const OBJECTS = {
  Target: { keys: { target: TARGET_NAME_PATTERN }, isNode: true },
  AuditEntry: { keys: { changeId: CHANGE_ID }, isNode: true },
  WorkMailOrganization: { keys: ORGANIZATION_KEYS, isNode: true },
  WorkMailUser: { keys: { ...ORGANIZATION_KEYS, userId: AWS_ID_PATTERNS.workMailUserId }, isNode: true },
  SecurityCaseAttachment: {
    keys: { ...CASE_KEYS, attachmentId: AWS_ID_PATTERNS.attachmentId },
    isNode: true,
  },
  SecurityCaseComment: {
    keys: { ...CASE_KEYS, commentId: AWS_ID_PATTERNS.commentId },
    isNode: false,
    readIn: 'its case',
  },
  SecurityCaseInvestigation: {
    keys: { ...CASE_KEYS, investigationId: AWS_ID_PATTERNS.investigationId },
    isNode: false,
    readIn: 'its case',
  },
  /** A reason of a resource or change, which have ids of their own. */
  AttentionItem: {
    keys: { reason: /^[A-Z_]{1,40}$/, digest: DIGEST },
    isNode: false,
    readIn: 'attention',
  },
  /** AWS gives edits no id. */
  SecurityCaseEdit: { keys: { ...CASE_KEYS, digest: DIGEST }, isNode: false, readIn: 'its case' },
} as const satisfies Record<string, ObjectFacts>;

export type ResourceKind = keyof typeof RESOURCES;
export const RESOURCE_KINDS = Object.keys(RESOURCES) as readonly ResourceKind[];
export type ObjectKind = keyof typeof OBJECTS;
/** The kinds that node returns. */
export type NodeKind =
  | ResourceKind
  | { [Kind in ObjectKind]: (typeof OBJECTS)[Kind]['isNode'] extends true ? Kind : never }[ObjectKind];

/** The AWS keys of one resource of a kind, and its target. */
export type ResourceKeys<Kind extends ResourceKind> = { readonly target: string } & {
  readonly [Key in keyof (typeof RESOURCES)[Kind]['keys']]: string;
};

/** Keys with their kind. Every record of a resource is one. */
export type RefOf<Kind extends ResourceKind> = { readonly kind: Kind } & ResourceKeys<Kind>;
export type ResourceRef = { [Kind in ResourceKind]: RefOf<Kind> }[ResourceKind];

/** The keys of an object that is no resource, with its kind. */
export type ObjectRefOf<Kind extends ObjectKind> = { readonly kind: Kind } & {
  readonly [Key in keyof (typeof OBJECTS)[Kind]['keys']]: string;
};
/** The keys of anything with a global id, with their kind. */
export type IdRef = ResourceRef | { [Kind in ObjectKind]: ObjectRefOf<Kind> }[ObjectKind];
/** The keys of an object that node returns, with their kind. */
export type NodeRef = Extract<IdRef, { readonly kind: NodeKind }>;

/** The keys of a kind in the order of its global id, with their patterns; undefined for any other text. */
export function keysOf(kind: string): Readonly<Record<string, RegExp>> | undefined {
  if (isResourceKind(kind)) return { target: TARGET_NAME_PATTERN, ...RESOURCES[kind].keys };
  return isObjectKind(kind) ? OBJECTS[kind].keys : undefined;
}

function isObjectKind(value: string): value is ObjectKind {
  return Object.hasOwn(OBJECTS, value);
}

/** True for keys of an object that node returns. */
export function isNodeRef(ref: IdRef): ref is NodeRef {
  return isResourceKind(ref.kind) || OBJECTS[ref.kind].isNode;
}

export function isResourceRef(ref: IdRef): ref is ResourceRef {
  return isResourceKind(ref.kind);
}

export function isResourceKind(value: unknown): value is ResourceKind {
  return typeof value === 'string' && Object.hasOwn(RESOURCES, value);
}

export function serviceOf(kind: ResourceKind): ServiceName {
  return RESOURCES[kind].service;
}
