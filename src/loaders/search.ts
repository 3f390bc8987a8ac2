/** The loader of searches: look-ups for a text in the form of an id, and the whole lists of the selected kinds and targets for any other text. */
import { rejectEmptyLists } from '../domain/empty-list-error';
import { BadUserInputError } from '../domain/errors';
import { refOfId } from '../domain/ids';
import type { ResourceRecord } from '../domain/records/resource-record';
import type { SearchHitRecord } from '../domain/records/search-hit';
import type { ResourceKind } from '../domain/resources';
import type { AwsList } from '../domain/aws-list';
import { readConnection } from '../paging/connection';
import type { SourcesPage } from '../paging/connection-page';
import { mapSource, type MappedRows } from '../paging/mapped-source';
import type { RowOrder } from '../paging/order';
import type { Source } from '../paging/source';
import type { ConnectionArguments, LoaderAccess, PageNeeds } from './loader-access';
import { lookUpSource } from './look-up-source';
import type { ResourceLoaders } from './present-resource';
import { formOf, type LookUp, type SearchForm } from './search-forms';
import { hitsFor, hitsOfExportJobId, hitsOfId } from './search-matches';
import { requireReadScope, selectLists } from './selected-lists';

export interface SearchArguments extends ConnectionArguments {
  readonly text: string;
  /** Without it, all kinds that the caller may read. */
  readonly kinds?: readonly ResourceKind[] | null | undefined;
}

/** The lengths of a text that is no id, in characters. One character would match nearly everything. */
const TEXT_LENGTH = { min: 2, max: 200 };

const ORDER: RowOrder<SearchHitRecord> = {
  valueOf: ({ place }) => place,
  direction: 'ASC',
  sortedBy: 'GATEWAY',
  allowsPartialLists: true,
};

export class SearchLoaders {
  constructor(
    private readonly loaders: ResourceLoaders,
    private readonly access: LoaderAccess,
  ) {}

  /** Throws ForbiddenError, BadUserInputError, UnknownTargetError or CursorInvalidError. */
  async connection(
    { first, after, ...args }: SearchArguments,
    { countsRows }: PageNeeds<SearchHitRecord> = {},
  ): Promise<SourcesPage<SearchHitRecord>> {
    const { targets, emulated, cursors, callerSnapshots, call } = this.access;
    requireReadScope(call.principal);
    const text = checkedText(args.text);
    rejectEmptyLists({ kinds: args.kinds, targets: args.targets });
    const lists = selectLists(call.principal, targets, args);
    const form = formOf(text, { lists, targets, emulated });
    const sources =
      form.type === 'IDS'
        ? form.lookUps.map((lookUp) => this.hitsOf(lookUp, text))
        : lists
            .filter(({ kind }) => form.type === 'TEXT' || kind === 'MailboxExportJob')
            .map((list) => this.hitsIn(list, form.type, text));
    return readConnection(cursors, sources, {
      first,
      after,
      query: { field: 'search', text },
      order: ORDER,
      kept: callerSnapshots.ofRecords<SearchHitRecord>(),
      countsRows,
    });
  }

  private hitsIn(
    { kind, target }: AwsList,
    form: Exclude<SearchForm['type'], 'IDS'>,
    text: string,
  ): Source<SearchHitRecord> {
    const { ClassificationJob, MacieMember, MailboxExportJob, SecurityCase } = this.loaders;
    switch (kind) {
      case 'ClassificationJob':
        return hitSource(ClassificationJob.list(target), hitsFor(kind, text));
      case 'MacieMember':
        // Also the accounts that are not current members, because GetMember returns them, too.
        return hitSource(MacieMember.list(target, { onlyAssociated: false }), hitsFor(kind, text));
      case 'MailboxExportJob': {
        const hits = form === 'TEXT' ? hitsFor(kind, text) : hitsOfExportJobId(text);
        return hitSource(MailboxExportJob.list(target), hits);
      }
      case 'SecurityCase':
        return hitSource(SecurityCase.list(target), hitsFor(kind, text));
    }
  }

  private hitsOf({ ref, matchedField, arn }: LookUp, text: string): Source<SearchHitRecord> {
    // An account can be a member of several administrators, and the configuration may not tell whose ARN it is.
    const hits = hitsOfId(
      matchedField,
      text,
      (row) => arn === undefined || row.arn === undefined || row.arn === arn,
    );
    switch (ref.kind) {
      case 'ClassificationJob':
        return hitSource(lookUpSource(this.loaders.ClassificationJob.items, ref), hits);
      case 'MacieMember':
        return hitSource(lookUpSource(this.loaders.MacieMember.items, ref), hits);
      case 'MailboxExportJob':
        return hitSource(lookUpSource(this.loaders.MailboxExportJob.items, ref), hits);
      case 'SecurityCase':
        return hitSource(lookUpSource(this.loaders.SecurityCase.items, ref), hits);
    }
  }
}

function hitSource<Row>(
  source: Source<Row>,
  map: (rows: readonly Row[]) => MappedRows<SearchHitRecord>,
): Source<SearchHitRecord> {
  return mapSource(source, { map, keyOf: ({ resource }) => awsIdOf(resource) });
}

/** Unique in a list of one kind. */
function awsIdOf(resource: ResourceRecord): string {
  switch (resource.kind) {
    case 'ClassificationJob':
    case 'MailboxExportJob':
      return resource.jobId;
    case 'MacieMember':
      return resource.accountId;
    case 'SecurityCase':
      return resource.caseId;
  }
}

/** The text without white space around it. The error does not repeat it, because it may be personal data. */
function checkedText(given: string): string {
  const text = given.trim();
  if (refOfId(text) !== undefined) return text;
  const { length } = Array.from(text);
  if (length < TEXT_LENGTH.min || length > TEXT_LENGTH.max) {
    throw new BadUserInputError(
      `text must have ${TEXT_LENGTH.min} to ${TEXT_LENGTH.max} characters without the white space around it, not ${length}.`,
    );
  }
  return text;
}
