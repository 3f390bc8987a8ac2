/** The types of the attention tables: the reasons why a resource or a change needs a person. */

/** The times after which a reason counts, in milliseconds. */
export interface AttentionThresholds {
  /** The time before dueAt from which an item is urgent. */
  readonly urgentMs: number;
  /** The age up to which a completed job with errors counts. */
  readonly jobErrorsMs: number;
  readonly invitationMs: number;
  readonly stalledExportMs: number;
  readonly acknowledgementMs: number;
  readonly quietCaseMs: number;
  /** The time after which a change without an outcome counts. */
  readonly unfinishedChangeMs: number;
  /** The age up to which changes count. */
  readonly changesMs: number;
}

export interface AttentionContext {
  readonly now: Date;
  readonly thresholds: AttentionThresholds;
}

/** The facts of one reason: its times and its urgency. */
export interface AttentionFinding {
  /** The time since which the reason holds; undefined when AWS does not tell it. */
  readonly since: Date | undefined;
  /** The time by which somebody must act; undefined without one. */
  readonly dueAt: Date | undefined;
  readonly isUrgent: boolean;
}

/** A reason of one kind of resource. */
export interface AttentionRule<
  Row,
  Status extends string,
  Context extends AttentionContext = AttentionContext,
> {
  /** The description of the reason in the schema. */
  readonly description: string;
  /** The only statuses with the reason, so that other resources need not be read. */
  readonly statuses: readonly Status[];
  /** True when findings can have a due time. */
  readonly hasDueTime?: true;
  /** Returns undefined for a resource without the reason. Throws UnreadableFieldError. */
  readonly find: (row: Row, context: Context) => AttentionFinding | undefined;
  /** Returns one sentence for the person on duty. */
  readonly summarize: (row: Row, finding: AttentionFinding) => string;
}

/** A finding without a due time. */
export function sinceOnly(since: Date | undefined): AttentionFinding {
  return { since, dueAt: undefined, isUrgent: false };
}

/** True when the time is at least as long ago as the duration; false for an unknown time. */
export function isOlderThan(time: Date | undefined, durationMs: number, now: Date): boolean {
  return time !== undefined && now.getTime() - time.getTime() >= durationMs;
}

const MAX_NAME_LENGTH = 100;

/** A name in quotes, on one line and cut to 100 characters, or the id of a resource without a name. */
export function named(name: string | undefined, id: string): string {
  if (name === undefined) return id;
  const characters = Array.from(name.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll('"', "'"));
  const shown = characters.slice(0, MAX_NAME_LENGTH).join('');
  return `"${shown}${characters.length > MAX_NAME_LENGTH ? '…' : ''}"`;
}

/** A time for sentences, such as 2026-11-27 08:30 UTC. */
export function toSentence(time: Date | undefined): string {
  return time === undefined ? 'an unknown time' : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
