// What an event means for a list with filters, and the fields that are read again after it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { addEvents, NO_CHANGES } from '../../packages/console/src/app/live/live-view';
import type { LiveEvent } from '../../packages/console/src/app/live/messages';
import { JOBS_VIEW } from '../../packages/console/src/app/pages/jobs/jobs-view';
import { readView } from '../../packages/console/src/app/routing/list-view';

const job = (
  resourceId: string,
  type: LiveEvent['type'],
  after: Readonly<Record<string, string>> = {},
): LiveEvent => ({
  position: resourceId,
  type,
  resourceId,
  kind: 'CLASSIFICATION_JOB',
  target: 'default',
  observedAt: '2026-11-27T10:00:00.000Z',
  changes: Object.entries(after).map(([field, value]) => ({ field, after: value })),
});

/** The ids of the changes of a list of jobs that shows the job `shown`. */
function changesOf(search: string, ...events: LiveEvent[]) {
  const view = readView(JOBS_VIEW, search);
  const options = { type: 'ClassificationJob', view, shown: new Set(['shown']) } as const;
  const { appeared, changed, unmatched } = addEvents(NO_CHANGES, events, options);
  return [[...appeared], [...changed], [...unmatched]];
}

test.each<[string, string, LiveEvent[], string[][]]>([
  ['a new resource', '', [job('new', 'CREATED', { status: 'RUNNING' })], [['new'], [], []]],
  [
    'a new resource that does not match',
    'status=CANCELLED',
    [job('new', 'CREATED', { status: 'RUNNING' })],
    [[], [], []],
  ],
  ['a new resource that disappears', '', [job('new', 'CREATED'), job('new', 'DISAPPEARED')], [[], [], []]],
  ['a shown row', '', [job('shown', 'CHANGED', { status: 'IDLE' })], [[], [], []]],
  [
    'a shown row that no longer matches',
    'status=RUNNING',
    [job('shown', 'CHANGED', { status: 'IDLE' })],
    [[], [], ['shown']],
  ],
  [
    'a shown row that matches again',
    'status=RUNNING',
    [job('shown', 'CHANGED', { status: 'IDLE' }), job('shown', 'CHANGED', { status: 'RUNNING' })],
    [[], [], []],
  ],
  ['another row of an unfiltered list', '', [job('other', 'CHANGED', { status: 'IDLE' })], [[], [], []]],
  [
    'another row that may match now',
    'status=IDLE',
    [job('other', 'CHANGED', { status: 'IDLE' })],
    [[], ['other'], []],
  ],
  [
    'another row that does not match',
    'status=RUNNING',
    [job('other', 'CHANGED', { status: 'IDLE' })],
    [[], [], []],
  ],
  ['another target', 'target=audit', [job('new', 'CREATED')], [[], [], []]],
  ['another kind', '', [{ ...job('new', 'CREATED'), kind: 'SECURITY_CASE' }], [[], [], []]],
])('%s in the list ?%s', (_name, search, events, expected) => {
  expect(changesOf(search, ...events)).toEqual(expected);
});

const documents = Object.values(
  JSON.parse(
    readFileSync(join(__dirname, '../../packages/console/persisted-documents.json'), 'utf8'),
  ) as Record<string, string>,
);

/** The fields of a selection by path, without those that the compiler adds; of inline fragments only those on `type`. */
function fieldsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  type: string,
): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment === undefined ? [] : fieldsOf(fragment.selectionSet, fragments, type);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return selection.typeCondition?.name.value === type || selection.typeCondition?.name.value === 'Node'
        ? fieldsOf(selection.selectionSet, fragments, type)
        : [];
    }
    const name = selection.name.value;
    if (name.startsWith('__')) return [];
    const below = selection.selectionSet && fieldsOf(selection.selectionSet, fragments, type);
    // The id of a nested object never changes.
    return below === undefined
      ? [name]
      : below.filter((field) => field !== 'id').map((field) => `${name}.${field}`);
  });
}

/** The fields below a path of an operation. */
function selected(operation: string, path: readonly string[], type: string): string[] {
  const text =
    documents.find((document) => new RegExp(`^(query|mutation) ${operation}\\b`).test(document)) ?? '';
  const { definitions } = parse(text);
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const root = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const all = root?.kind === Kind.OPERATION_DEFINITION ? fieldsOf(root.selectionSet, fragments, type) : [];
  const prefix = `${path.join('.')}.`;
  return all.filter((field) => field.startsWith(prefix)).map((field) => field.slice(prefix.length));
}

test.each([
  ['ClassificationJob', 'jobsPageQuery', ['classificationJobs', 'edges', 'node']],
  ['MacieMember', 'membersPageQuery', ['macieMembers', 'edges', 'node']],
  ['MailboxExportJob', 'exportsPageQuery', ['mailboxExportJobs', 'edges', 'node']],
  ['SecurityCase', 'casesPageQuery', ['securityCases', 'edges', 'node']],
  ...['ClassificationJob', 'MacieMember', 'MailboxExportJob', 'SecurityCase'].map(
    (type) => [type, 'attentionPageQuery', ['attention', 'edges', 'node', 'resource']] as const,
  ),
] as const)(
  'after an event, the row of a %s in %s is read again with all its fields',
  (type, operation, path) => {
    const shown = selected(operation, path, type);
    expect(shown).toContain('statusLabel');
    expect(selected('changedRowsQuery', ['nodes'], type)).toEqual(expect.arrayContaining(shown));
  },
);
