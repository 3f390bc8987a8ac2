/** Global ids: opaque to clients, made of a version, the kind of resource, the target and AWS's own keys. */
import { BadUserInputError, type ServiceName } from './errors';

/** The AWS keys that name one resource of each kind, besides its target. */
export interface ResourceKeys {
  ClassificationJob: { readonly target: string; readonly jobId: string };
  MacieMember: { readonly target: string; readonly accountId: string };
  MailboxExportJob: { readonly target: string; readonly organizationId: string; readonly jobId: string };
  SecurityCase: { readonly target: string; readonly caseId: string };
}
export type ResourceKind = keyof ResourceKeys;

export const SERVICE_OF_KIND = {
  ClassificationJob: 'macie2',
  MacieMember: 'macie2',
  MailboxExportJob: 'workmail',
  SecurityCase: 'security-ir',
} as const satisfies Record<ResourceKind, ServiceName>;

/** A key that says which kind of resource it names; every record of a resource is one. */
export type ResourceRef = {
  [Kind in ResourceKind]: { readonly kind: Kind } & ResourceKeys[Kind];
}[ResourceKind];
export type RefOf<Kind extends ResourceKind> = { readonly kind: Kind } & ResourceKeys[Kind];

/** What AWS's ids look like; anything else is refused before it can become part of a request path. */
export const AWS_ID_PATTERNS = {
  accountId: /^\d{12}$/,
  classificationJobId: /^[0-9A-Za-z-]{1,64}$/,
  organizationId: /^m-[0-9a-f]{32}$/,
  mailboxExportJobId: /^[0-9A-Za-z-]{1,63}$/,
  caseId: /^\d{10,32}$/,
} as const;

export const TARGET_NAME_PATTERN = /^[a-z0-9][a-z0-9-]{0,62}$/;

const VERSION = 1;

interface KeyMember {
  readonly name: string;
  readonly pattern: RegExp;
}

const KEY_MEMBERS: Readonly<Record<ResourceKind, readonly KeyMember[]>> = {
  ClassificationJob: [{ name: 'jobId', pattern: AWS_ID_PATTERNS.classificationJobId }],
  MacieMember: [{ name: 'accountId', pattern: AWS_ID_PATTERNS.accountId }],
  MailboxExportJob: [
    { name: 'organizationId', pattern: AWS_ID_PATTERNS.organizationId },
    { name: 'jobId', pattern: AWS_ID_PATTERNS.mailboxExportJobId },
  ],
  SecurityCase: [{ name: 'caseId', pattern: AWS_ID_PATTERNS.caseId }],
};

function isResourceKind(value: unknown): value is ResourceKind {
  return typeof value === 'string' && Object.hasOwn(KEY_MEMBERS, value);
}

/** The global id of a resource. */
export function encodeId(ref: ResourceRef): string {
  const members = ref as Readonly<Record<string, unknown>>;
  const keys = KEY_MEMBERS[ref.kind].map(({ name }) => members[name]);
  return Buffer.from(JSON.stringify([VERSION, ref.kind, ref.target, ...keys])).toString('base64url');
}

/** The resource that a global id names. Throws BadUserInputError for anything that encodeId did not make. */
export function decodeId(id: string): ResourceRef {
  const ref = parseId(id);
  if (ref === undefined || encodeId(ref) !== id) {
    throw new BadUserInputError('The id is malformed: take it from the id field of a resource.');
  }
  return ref;
}

/** As decodeId, for one kind of resource. */
export function decodeIdOf<Kind extends ResourceKind>(kind: Kind, id: string): RefOf<Kind> {
  const ref = decodeId(id);
  if (!isRefOf(kind, ref)) {
    throw new BadUserInputError(`The id names a ${ref.kind}, not a ${kind}.`);
  }
  return ref;
}

function isRefOf<Kind extends ResourceKind>(kind: Kind, ref: ResourceRef): ref is RefOf<Kind> & ResourceRef {
  return ref.kind === kind;
}

function parseId(id: string): ResourceRef | undefined {
  const parts = parseJsonArray(Buffer.from(id, 'base64url').toString());
  if (parts === undefined) return undefined;
  const [version, kind, target, ...keys] = parts;
  if (version !== VERSION || !isResourceKind(kind)) return undefined;
  if (target === undefined || !matches(target, TARGET_NAME_PATTERN)) return undefined;
  const members = KEY_MEMBERS[kind];
  if (keys.length !== members.length) return undefined;
  if (!members.every(({ pattern }, index) => matches(keys[index], pattern))) return undefined;
  const named = members.map(({ name }, index) => [name, keys[index]]);
  return { kind, target, ...Object.fromEntries(named) } as ResourceRef;
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function parseJsonArray(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
