/**
 * The comparison of a row with what the history knows about its resource. Reads of AWS lag behind its writes, so a
 * change that the gateway made is expected until a read shows it: the old value is not reported back, and the new value
 * is not reported again.
 */
import type { FieldChangeRecord } from '../domain/records/resource-event';
import type { ResourceKind } from '../domain/resources';
import { isRedacted, type ObservedFields } from './observed-fields';

/** A value that the gateway has set and does not know in the form of AWS. */
export const ANY = '*';

/** A change of fields that the gateway sends or has made, until AWS shows it. */
export interface ExpectedChange {
  readonly changeId: string;
  /** False until the outcome is known: a read cannot tell this change from one of others. */
  readonly isApplied: boolean;
  /** The values after the change by field, as `{ value }`, or ANY. */
  readonly fields: Readonly<Partial<Record<string, ExpectedValue>>>;
  /** The fields that AWS changes with them, such as the time of the last change. */
  readonly dependents: readonly string[];
  /** Milliseconds since the epoch, after which AWS's value counts, whatever it is, and an unknown outcome is none. */
  readonly until: number;
}

export type ExpectedValue = typeof ANY | { readonly value: string | null };

export interface Comparison {
  /** The fields to remember for the next comparison. */
  readonly fields: ObservedFields;
  /** Changes that the gateway did not make. */
  readonly changes: readonly FieldChangeRecord[];
  /** The changes of dependent fields with the gateway's change that caused them. */
  readonly consequences: readonly (readonly [changeId: string, change: FieldChangeRecord])[];
  /** The changes that are still expected, without the fields that AWS shows. */
  readonly expected: readonly ExpectedChange[];
}

/**
 * Compares a row with the remembered fields of its resource.
 * @param expected the changes of the gateway that AWS has not shown yet, oldest first.
 * @param now milliseconds since the epoch.
 */
export function compareRow(
  kind: ResourceKind,
  known: ObservedFields,
  row: ObservedFields,
  expected: readonly ExpectedChange[],
  now: number,
): Comparison {
  const names = [...new Set([...Object.keys(known), ...Object.keys(row)])];
  const verdicts = new Map(
    names.map(
      (name) => [name, compareValue(known[name], row[name], stepsOf(expected, name, now), now)] as const,
    ),
  );
  const isLagging = (name: string) => verdicts.get(name)?.kind === 'LAGGING';
  const still = expected.flatMap((change) => withFields(change, isLagging));
  const isShown = (change: ExpectedChange) =>
    !still.some(({ changeId }) => changeId === change.changeId) || shows(row, change);
  const fields: Record<string, string | null> = {};
  const changes: FieldChangeRecord[] = [];
  const consequences: (readonly [string, FieldChangeRecord])[] = [];
  for (const [name, verdict] of verdicts) {
    const value = verdict.kind === 'LAGGING' || row[name] === undefined ? known[name] : row[name];
    if (value !== undefined) fields[name] = value;
    if (verdict.kind !== 'CHANGED') continue;
    const change = fieldChange(kind, name, verdict.before, row[name]);
    const cause = expected.findLast(
      (each) => each.isApplied && each.dependents.includes(name) && isShown(each),
    );
    if (cause === undefined) changes.push(change);
    else consequences.push([cause.changeId, change]);
  }
  return { fields, changes, consequences, expected: still };
}

/** The change of a field; without values for a text of people. */
export function fieldChange(
  kind: ResourceKind,
  field: string,
  before: string | null | undefined,
  after: string | null | undefined,
): FieldChangeRecord {
  const redacted = isRedacted(kind, field);
  return redacted
    ? { field, before: undefined, after: undefined, redacted }
    : { field, before: before ?? undefined, after: after ?? undefined, redacted };
}

/** True when the row has the values of the change, which a later change replaces. */
function shows(row: ObservedFields, { fields }: ExpectedChange): boolean {
  return Object.entries(fields).every(
    ([name, value]) => value !== undefined && value !== ANY && value.value === row[name],
  );
}

interface Step {
  readonly isApplied: boolean;
  readonly value: ExpectedValue;
  readonly until: number;
}

type Verdict =
  | { readonly kind: 'KNOWN' | 'LAGGING' }
  | { readonly kind: 'CHANGED'; readonly before: string | null | undefined };

const KNOWN = { kind: 'KNOWN' } as const;
const LAGGING = { kind: 'LAGGING' } as const;

/**
 * @param before undefined when the field was never read: its first value is not a change.
 * @param value undefined when the gateway cannot read it: it says nothing.
 */
function compareValue(
  before: string | null | undefined,
  value: string | null | undefined,
  steps: readonly Step[],
  now: number,
): Verdict {
  const last = steps.at(-1);
  if (last === undefined) {
    const isSame = value === undefined || before === undefined || before === value;
    return isSame ? KNOWN : { kind: 'CHANGED', before };
  }
  if (steps.some(({ isApplied }) => !isApplied)) return LAGGING;
  const isWaiting = now < last.until;
  if (value === undefined) return isWaiting ? LAGGING : KNOWN;
  if (last.value === ANY) return value === before && isWaiting ? LAGGING : KNOWN;
  if (last.value.value === value) return KNOWN;
  const isOld = value === before || steps.some((step) => step.value !== ANY && step.value.value === value);
  return isOld && isWaiting ? LAGGING : { kind: 'CHANGED', before: last.value.value };
}

function stepsOf(expected: readonly ExpectedChange[], name: string, now: number): readonly Step[] {
  return expected.flatMap(({ isApplied, fields, dependents, until }) => {
    if (!isApplied && now >= until) return [];
    const value = fields[name] ?? (!isApplied && dependents.includes(name) ? ANY : undefined);
    return value === undefined ? [] : [{ isApplied, value, until }];
  });
}

/** The change with the fields for which `isLagging` is true; nothing without any. */
function withFields(change: ExpectedChange, isLagging: (name: string) => boolean): readonly ExpectedChange[] {
  const fields = Object.entries(change.fields).filter(([name]) => isLagging(name));
  return fields.length === 0 ? [] : [{ ...change, fields: Object.fromEntries(fields) }];
}
