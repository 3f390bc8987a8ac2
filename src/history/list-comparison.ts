/** The comparison of the rows of a list with the known resources: the events, and what to remember for the next look. */
import type { NewResourceEvent, ResourceEventType } from '../domain/records/resource-event';
import type { ResourceKind } from '../domain/resources';
import { CHANGE_TIME, type ObservedFields } from './observed-fields';
import { compareRow, fieldChange, type ExpectedChange } from './row-comparison';

/** A resource as the history has seen it last. */
export interface KnownResource {
  /** The global id. */
  readonly resourceId: string;
  readonly fields: ObservedFields;
  /** False for a resource that AWS has, and no longer lists: WorkMail lists the export jobs of seven days. */
  readonly isListed: boolean;
}

/** A change that the gateway sends or has made, until AWS shows it. */
export interface ExpectedEvent extends ExpectedChange {
  readonly type: ResourceEventType;
  /** The caller for whom the gateway makes the change. */
  readonly actor: string;
  /** Undefined while the gateway creates the resource. */
  readonly resourceId: string | undefined;
}

export interface ObservedRow {
  readonly resourceId: string;
  readonly fields: ObservedFields;
}

export interface ListContext {
  readonly kind: ResourceKind;
  readonly target: string;
  readonly known: ReadonlyMap<string, KnownResource>;
  readonly expected: readonly ExpectedEvent[];
  /** False before the first complete look: its rows are the start of the history, and no events. */
  readonly hasBaseline: boolean;
  /** The time of the AWS response. */
  readonly asOf: Date;
  /** Milliseconds since the epoch, on a clock that does not jump. */
  readonly now: number;
}

export interface ObservedEvent extends NewResourceEvent {
  /** The caller for whom the gateway made the change that caused the event. */
  readonly actor: string | undefined;
}

export interface ListUpdate {
  readonly events: readonly ObservedEvent[];
  /** True when the comparison ignored a new row, because the gateway is creating a resource. */
  readonly isWithholding: boolean;
  /** The resources to remember. */
  readonly remembered: readonly KnownResource[];
  /** The global ids to forget. */
  readonly forgotten: readonly string[];
  /** The expected events that AWS has shown, by change id: without one, nothing of it is expected any more. */
  readonly settled: ReadonlyMap<string, ExpectedEvent | undefined>;
}

/**
 * Compares rows with the known resources.
 * @param missing known resources that AWS does not have any more.
 */
export function compareList(
  context: ListContext,
  rows: readonly ObservedRow[],
  missing: readonly KnownResource[] = [],
  isListed = true,
): ListUpdate {
  const comparison = new ListComparison(context);
  for (const row of rows) comparison.row(row, isListed);
  for (const resource of missing) comparison.missing(resource);
  return comparison.update();
}

class ListComparison {
  private readonly events: ObservedEvent[] = [];
  private isWithholding = false;
  private readonly remembered: KnownResource[] = [];
  private readonly forgotten: string[] = [];
  private readonly settled = new Map<string, ExpectedEvent | undefined>();
  private readonly isCreating: boolean;

  constructor(private readonly context: ListContext) {
    this.isCreating = context.expected.some((each) => each.type === 'CREATED' && this.isInProgress(each));
  }

  row({ resourceId, fields }: ObservedRow, isListed: boolean): void {
    const { kind, hasBaseline } = this.context;
    const expected = this.expectedOf(resourceId);
    const deletion = expected.find(({ type }) => type === 'DISAPPEARED');
    if (deletion !== undefined && this.context.now < deletion.until) return;
    const reappeared = deletion?.isApplied === true;
    if (deletion !== undefined) this.settled.set(deletion.changeId, undefined);
    const known = reappeared ? undefined : this.context.known.get(resourceId);
    if (known === undefined) {
      const creation = expected.find(({ type }) => type === 'CREATED');
      if (creation === undefined && this.isCreating) {
        this.isWithholding = true;
        return;
      }
      this.remembered.push({ resourceId, fields, isListed });
      if (creation !== undefined) this.settled.set(creation.changeId, undefined);
      else if (hasBaseline || reappeared) {
        const changes = Object.entries(fields).flatMap(([name, value]) =>
          value == null ? [] : [fieldChange(kind, name, null, value)],
        );
        this.addEvent(resourceId, 'CREATED', changes);
      }
      return;
    }
    this.known(known, fields, expected, isListed);
  }

  missing({ resourceId }: KnownResource): void {
    const deletion = this.expectedOf(resourceId).find(({ type }) => type === 'DISAPPEARED');
    if (deletion !== undefined && this.isInProgress(deletion)) return;
    this.forgotten.push(resourceId);
    for (const { changeId } of this.expectedOf(resourceId)) this.settled.set(changeId, undefined);
    if (deletion?.isApplied !== true) this.addEvent(resourceId, 'DISAPPEARED', []);
  }

  update(): ListUpdate {
    const { events, isWithholding, remembered, forgotten, settled } = this;
    return { events, isWithholding, remembered, forgotten, settled };
  }

  private known(
    known: KnownResource,
    row: ObservedFields,
    expected: readonly ExpectedEvent[],
    isListed: boolean,
  ): void {
    const { resourceId } = known;
    const own = expected.filter(({ type }) => type === 'CHANGED');
    const comparison = compareRow(this.context.kind, known.fields, row, own, this.context.now);
    const isSame = isListed === known.isListed && areEqual(known.fields, comparison.fields);
    if (!isSame) this.remembered.push({ resourceId, fields: comparison.fields, isListed });
    for (const change of own) {
      const rest = comparison.expected.find(({ changeId }) => changeId === change.changeId);
      const isUnchanged = rest !== undefined && size(rest.fields) === size(change.fields);
      if (!isUnchanged) this.settled.set(change.changeId, rest && { ...change, fields: rest.fields });
    }
    const causes = new Set(comparison.consequences.map(([changeId]) => changeId));
    for (const cause of causes) {
      const changes = comparison.consequences.flatMap(([changeId, change]) =>
        changeId === cause ? [change] : [],
      );
      if (changes.some(({ field }) => field !== CHANGE_TIME))
        this.addEvent(resourceId, 'CHANGED', changes, cause);
    }
    if (comparison.changes.length > 0) this.addEvent(resourceId, 'CHANGED', comparison.changes);
  }

  private addEvent(
    resourceId: string,
    type: ResourceEventType,
    changes: NewResourceEvent['changes'],
    changeId?: string,
  ): void {
    const { kind, target, asOf } = this.context;
    const cause = changeId === undefined ? 'OBSERVED' : 'GATEWAY';
    const actor = this.context.expected.find((each) => each.changeId === changeId)?.actor;
    this.events.push({ observedAt: asOf, type, cause, kind, target, resourceId, changes, changeId, actor });
  }

  private expectedOf(resourceId: string): readonly ExpectedEvent[] {
    return this.context.expected.filter((each) => each.resourceId === resourceId);
  }

  private isInProgress({ isApplied, until }: ExpectedEvent): boolean {
    return !isApplied && this.context.now < until;
  }
}

function areEqual(a: ObservedFields, b: ObservedFields): boolean {
  return size(a) === size(b) && Object.keys(a).every((name) => a[name] === b[name]);
}

function size(fields: object): number {
  return Object.keys(fields).length;
}

/** The update that consists of both updates of one list. */
export function mergeUpdates(a: ListUpdate, b: ListUpdate): ListUpdate {
  return {
    events: [...a.events, ...b.events],
    isWithholding: a.isWithholding || b.isWithholding,
    remembered: [...a.remembered, ...b.remembered],
    forgotten: [...a.forgotten, ...b.forgotten],
    settled: new Map([...a.settled, ...b.settled]),
  };
}
