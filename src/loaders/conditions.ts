/** Conditions that the gateway checks itself, on rows of lists that AWS cannot filter. */
import type { DateTimeConditions, StringConditions } from '../records/conditions';

/** True when there is no condition or the value is one of the wanted; a value that AWS leaves out is none of them. */
export function isOneOf<Value>(
  value: Value | undefined,
  wanted: readonly Value[] | null | undefined,
): boolean {
  return wanted == null || (value !== undefined && wanted.includes(value));
}

/** Upper and lower case are alike; a text that AWS leaves out meets no condition. */
export function textMeets(
  value: string | undefined,
  conditions: StringConditions | null | undefined,
): boolean {
  if (conditions == null) return true;
  const { eq, contains, startsWith } = conditions;
  const text = value?.toLowerCase();
  const holds = (wanted: string | null | undefined, test: (text: string, wanted: string) => boolean) =>
    wanted == null || (text !== undefined && test(text, wanted.toLowerCase()));
  return (
    holds(eq, (own, wanted) => own === wanted) &&
    holds(contains, (own, wanted) => own.includes(wanted)) &&
    holds(startsWith, (own, wanted) => own.startsWith(wanted))
  );
}

/** A time that AWS leaves out meets no condition. */
export function timeMeets(
  value: Date | undefined,
  conditions: DateTimeConditions | null | undefined,
): boolean {
  if (conditions == null) return true;
  const { eq, gt, gte, lt, lte } = conditions;
  const time = value?.getTime();
  const holds = (wanted: Date | null | undefined, test: (time: number, wanted: number) => boolean) =>
    wanted == null || (time !== undefined && test(time, wanted.getTime()));
  return (
    holds(eq, (own, wanted) => own === wanted) &&
    holds(gt, (own, wanted) => own > wanted) &&
    holds(gte, (own, wanted) => own >= wanted) &&
    holds(lt, (own, wanted) => own < wanted) &&
    holds(lte, (own, wanted) => own <= wanted)
  );
}
