/** The matches of a search text: the texts of each kind of resource that a search compares with it, and their ranks. */
import type { ClassificationJobSummary } from '../domain/records/classification-job';
import type { ResourceRecord } from '../domain/records/resource-record';
import type { SearchHitField, SearchHitRecord } from '../domain/records/search-hit';
import { evaluate, readable } from '../domain/records/unreadable';
import { RESOURCE_KINDS, type ResourceKind } from '../domain/resources';
import type { MappedRows } from '../paging/mapped-source';
import { withoutDetail } from './caller-snapshots';
import { foldCase } from './conditions';

/** The kinds of matches, the best first: their places in the list are the ranks. */
const MATCHES = ['EQUAL', 'PREFIX', 'CONTAINED'] as const;
type Match = (typeof MATCHES)[number];

interface SearchedTexts<Row> {
  readonly field: SearchHitField;
  readonly of: (row: Row) => readonly (string | undefined)[];
  /** The worst match that counts. Digits that an id contains somewhere would say nothing. */
  readonly upTo: Match;
}

interface SearchedKind<Row> {
  /** In the order of preference, for equal matches. */
  readonly texts: readonly SearchedTexts<Row>[];
  /** The name by which hits are sorted. */
  readonly nameOf: (row: Row) => string | undefined;
}

/** The record of a resource of a kind. */
export type RecordOf<Kind extends ResourceKind> = Extract<ResourceRecord, { readonly kind: Kind }>;

const SEARCHED: { readonly [Kind in ResourceKind]: SearchedKind<RecordOf<Kind>> } = {
  ClassificationJob: {
    texts: [
      { field: 'NAME', of: (job) => [readable(job, 'name')], upTo: 'CONTAINED' },
      { field: 'BUCKET_NAME', of: bucketsOf, upTo: 'CONTAINED' },
    ],
    nameOf: (job) => readable(job, 'name'),
  },
  MacieMember: {
    texts: [
      { field: 'EMAIL', of: (member) => [readable(member, 'email')], upTo: 'CONTAINED' },
      { field: 'ACCOUNT_ID', of: ({ accountId }) => [accountId], upTo: 'PREFIX' },
    ],
    nameOf: (member) => readable(member, 'email') ?? member.accountId,
  },
  MailboxExportJob: {
    texts: [
      { field: 'BUCKET_NAME', of: (job) => [readable(job, 's3BucketName')], upTo: 'CONTAINED' },
      { field: 'ENTITY_ID', of: (job) => [readable(job, 'entityId')], upTo: 'PREFIX' },
    ],
    nameOf: (job) => readable(job, 's3BucketName'),
  },
  SecurityCase: {
    texts: [{ field: 'TITLE', of: (securityCase) => [readable(securityCase, 'title')], upTo: 'CONTAINED' }],
    nameOf: (securityCase) => readable(securityCase, 'title'),
  },
};

/** The buckets that a job names in bucketDefinitions, or by S3_BUCKET_NAME in bucketCriteria. Throws UnreadableFieldError. */
function bucketsOf(job: ClassificationJobSummary): readonly string[] {
  const definitions = readable(job, 'bucketDefinitions') ?? [];
  const criteria = readable(job, 'bucketCriteria');
  const conditions = (criteria && readable(criteria, 'includes')) ?? [];
  return [
    ...definitions.flatMap((definition) => readable(definition, 'buckets')),
    ...conditions.flatMap((criterion) => {
      const condition = readable(criterion, 'simpleCriterion');
      if (condition === undefined || readable(condition, 'key') !== 'S3_BUCKET_NAME') return [];
      return readable(condition, 'comparator') === 'EQ' ? (readable(condition, 'values') ?? []) : [];
    }),
  ];
}

interface FoundText {
  readonly field: SearchHitField;
  readonly text: string;
  readonly match: Match;
}

/** The rows that match a text without regard to case, as hits. A row that only a value that the gateway cannot read may match is not a hit, and counts as unreadable. */
export function hitsFor<Kind extends ResourceKind>(
  kind: Kind,
  text: string,
): (rows: readonly RecordOf<Kind>[]) => MappedRows<SearchHitRecord> {
  const { texts } = SEARCHED[kind];
  const wanted = foldCase(text);
  return (rows) => {
    let unreadableRows = 0;
    const hits = rows.flatMap((row) => {
      const candidates = texts.map((searched) =>
        evaluate(row, (each) => bestInField(each, searched, wanted)),
      );
      const best = bestOf(candidates.flatMap((found) => found ?? []));
      if (best !== undefined) return [hitOf(row, best)];
      if (candidates.includes(undefined)) unreadableRows += 1;
      return [];
    });
    return { rows: hits, unreadableRows };
  };
}

/** A row, with its ARN if AWS states one. */
type FoundRow = ResourceRecord & { readonly arn?: string | undefined };

/** The rows that `isFound` accepts, as hits of a text that is their id. */
export function hitsOfId(
  field: SearchHitField,
  text: string,
  isFound: (row: FoundRow) => boolean,
): (rows: readonly FoundRow[]) => MappedRows<SearchHitRecord> {
  return (rows) => ({
    rows: rows.filter(isFound).map((row) => hitOf(row, { field, text, match: 'EQUAL' })),
    unreadableRows: 0,
  });
}

/** The mailbox export job with this id, in lists of all exports. */
export function hitsOfExportJobId(text: string): ReturnType<typeof hitsOfId> {
  const wanted = foldCase(text);
  return hitsOfId('ID', text, (row) => row.kind === 'MailboxExportJob' && foldCase(row.jobId) === wanted);
}

/** The best match of one field of a row; none when no text matches. Throws UnreadableFieldError. */
function bestInField<Row>(
  row: Row,
  { field, of, upTo }: SearchedTexts<Row>,
  wanted: string,
): readonly FoundText[] {
  const found = of(row).flatMap((text) => {
    const match = text === undefined ? undefined : matchOf(foldCase(text), wanted);
    if (text === undefined || match === undefined || rankOf(match) > rankOf(upTo)) return [];
    return [{ field, text, match }];
  });
  const best = bestOf(found);
  return best === undefined ? [] : [best];
}

function matchOf(text: string, wanted: string): Match | undefined {
  if (text === wanted) return 'EQUAL';
  if (text.startsWith(wanted)) return 'PREFIX';
  return text.includes(wanted) ? 'CONTAINED' : undefined;
}

function rankOf(match: Match): number {
  return MATCHES.indexOf(match);
}

/** The first of those with the best match. */
function bestOf(found: readonly FoundText[]): FoundText | undefined {
  return found.reduce<FoundText | undefined>(
    (best, each) => (best === undefined || rankOf(each.match) < rankOf(best.match) ? each : best),
    undefined,
  );
}

function hitOf(row: ResourceRecord, { field, text, match }: FoundText): SearchHitRecord {
  const nameOf = (each: ResourceRecord) => SEARCHED[each.kind].nameOf(each as never);
  const name = foldCase(evaluate(row, nameOf) ?? '');
  const place = `${rankOf(match)}${RESOURCE_KINDS.indexOf(row.kind)}${name}`;
  return { resource: withoutDetail(row), matchedField: field, matchedText: text, place };
}
