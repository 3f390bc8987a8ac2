/** Global ids: opaque to clients, made of a version, the kind of object and its keys. */
import { BadUserInputError } from './errors';
import {
  isResourceRef,
  keysOf,
  type IdRef,
  type RefOf,
  type ResourceKind,
  type ResourceRef,
} from './resources';

const VERSION = 1;

/** The longest id that encodeId returns, that of a WorkMail user, has 507 characters. */
const MAX_ID_LENGTH = 512;

/** True for a text that is longer than any global id. */
export function isIdTooLong(id: string): boolean {
  return id.length > MAX_ID_LENGTH;
}

/** Throws BadUserInputError for a text that is longer than any global id. The message does not repeat the text. */
export function checkIdLength(id: string): void {
  if (!isIdTooLong(id)) return;
  throw new BadUserInputError(
    `The id has more than ${MAX_ID_LENGTH} characters: copy it from the id field of an object.`,
  );
}

/** The global id of an object. */
export function encodeId(ref: IdRef): string {
  const members = ref as unknown as Readonly<Record<string, unknown>>;
  const keys = Object.keys(keysOf(ref.kind) ?? {}).map((name) => members[name]);
  return Buffer.from(JSON.stringify([VERSION, ref.kind, ...keys])).toString('base64url');
}

/** The object that a global id identifies. Throws BadUserInputError for any text that encodeId did not return. */
export function decodeId(id: string): IdRef {
  checkIdLength(id);
  const ref = refOfId(id);
  if (ref === undefined) {
    throw new BadUserInputError('The id is malformed: copy it from the id field of an object.');
  }
  return ref;
}

/** The object that a global id identifies; undefined for any text that encodeId did not return. */
export function refOfId(text: string): IdRef | undefined {
  const ref = isIdTooLong(text) ? undefined : parseId(text);
  return ref !== undefined && encodeId(ref) === text ? ref : undefined;
}

/** Like decodeId, for resources only. */
export function decodeResourceId(id: string): ResourceRef {
  const ref = decodeId(id);
  if (!isResourceRef(ref)) {
    throw new BadUserInputError(`The id identifies a ${ref.kind}, not a resource.`);
  }
  return ref;
}

/** Like decodeId, for one kind of resource. */
export function decodeIdOf<Kind extends ResourceKind>(kind: Kind, id: string): RefOf<Kind> {
  const ref = decodeId(id);
  if (!isRefOf(kind, ref)) {
    throw new BadUserInputError(`The id identifies a ${ref.kind}, not a ${kind}.`);
  }
  return ref;
}

function isRefOf<Kind extends ResourceKind>(kind: Kind, ref: IdRef): ref is RefOf<Kind> & IdRef {
  return ref.kind === kind;
}

function parseId(id: string): IdRef | undefined {
  const parts = parseJsonArray(Buffer.from(id, 'base64url').toString());
  if (parts === undefined) return undefined;
  const [version, kind, ...values] = parts;
  if (version !== VERSION || typeof kind !== 'string') return undefined;
  const keys = Object.entries(keysOf(kind) ?? {});
  if (keys.length === 0 || values.length !== keys.length) return undefined;
  if (!keys.every(([, pattern], index) => matches(values[index], pattern))) return undefined;
  const named = keys.map(([name], index) => [name, values[index]]);
  return { kind, ...Object.fromEntries(named) } as IdRef;
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
