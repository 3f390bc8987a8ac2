// Callers that may read different parts of a history, and a history with events of every kind in every target.
import { SCOPES, type Scope } from '../../src/domain/principal';
import { RESOURCE_KINDS, type ResourceKind } from '../../src/domain/resources';
import type { TestEvent } from './history';
import type { Grant } from './principals';

export const scopes = (...names: Scope[]): ReadonlySet<Scope> => new Set(names);

export const READER_GRANTS = {
  ann: { scopes: scopes('macie:read', 'security-ir:write'), targets: new Set(['home', 'partner']) },
  bob: {
    scopes: scopes('security-ir:read', 'workmail:read', 'audit:read'),
    targets: new Set(['partner', 'west']),
  },
  eve: { scopes: scopes('workmail:read'), targets: new Set(['home']) },
  root: { scopes: new Set(SCOPES), targets: 'ALL' },
} as const satisfies Readonly<Record<string, Grant>>;

export type ReaderName = keyof typeof READER_GRANTS;

/** The kinds and targets of the events of a reader. */
export type VisibleEvents = readonly [kinds: readonly ResourceKind[], targets: readonly string[]];

/** Written by hand. */
export const VISIBLE: Readonly<Record<ReaderName, VisibleEvents>> = {
  ann: [
    ['ClassificationJob', 'MacieMember', 'SecurityCase'],
    ['home', 'partner'],
  ],
  bob: [
    ['MailboxExportJob', 'SecurityCase'],
    ['partner', 'west'],
  ],
  eve: [['MailboxExportJob'], ['home']],
  root: [
    ['ClassificationJob', 'MacieMember', 'MailboxExportJob', 'SecurityCase'],
    ['home', 'partner', 'west', 'closed'],
  ],
};

/** The value after the change of an event, by which a test recognizes it. */
export const eventText = (target: string, kind: ResourceKind, round: number) => `${target} ${kind} ${round}`;

/** Each kind in each target, three times, also in a target that the configuration no longer has. */
export const EVENTS: readonly TestEvent[] = [1, 2, 3].flatMap((round) =>
  ['west', 'home', 'closed', 'partner'].flatMap((target) =>
    RESOURCE_KINDS.map((kind) => ({
      kind,
      target,
      changes: [
        { field: 'status', before: undefined, after: eventText(target, kind, round), redacted: false },
      ],
    })),
  ),
);
