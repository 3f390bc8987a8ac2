/** The loaders of the parts of a case: pages of comments, edits and investigations, tags, and URLs of attachments. */
import type { SecurityCaseRef } from '../aws/adapters/security-case';
import type { SecurityCasePartsAdapter } from '../aws/adapters/security-case-parts';
import type { TagAdapter } from '../aws/adapters/tags';
import { readConnection } from '../paging/connection';
import type { ConnectionEdge, ConnectionPage } from '../paging/connection-page';
import { findEdge } from '../paging/find-edge';
import { singleList } from '../paging/source';
import type { AwsPage, PageRequest } from '../domain/records/page';
import type {
  SecurityCaseAttachmentRecord,
  SecurityCaseCommentRecord,
  SecurityCaseEditRecord,
  SecurityCaseInvestigationRecord,
} from '../domain/records/security-case-parts';
import type { TagRecord } from '../domain/records/tag';
import type { LoaderAccess, PageArguments } from './loader-access';
import { createPageLoader, type PageKey } from './page-loader';
import { createRequestLoader } from './request-loader';

/** The maximum of ListComments, ListCaseEdits and ListInvestigations. */
const MAX_PAGE_SIZE = 25;

interface CasePageKey extends PageKey {
  readonly caseId: string;
}

/** A list that belongs to a case. */
interface CaseList<Row> {
  readonly field: string;
  readonly load: (key: CasePageKey) => Promise<AwsPage<Row>>;
  readonly keyOf: (row: Row) => string;
}

type ReadPage<Row> = (ref: SecurityCaseRef, page: PageRequest) => Promise<AwsPage<Row>>;

export class SecurityCasePartsLoaders {
  private readonly commentPages;
  private readonly editPages;
  private readonly investigationPages;
  private readonly tagLists;
  private readonly downloadUrls;

  constructor(
    adapter: SecurityCasePartsAdapter,
    tags: TagAdapter,
    private readonly access: LoaderAccess,
  ) {
    const { memory, call } = access;
    this.commentPages = this.pages('ListComments', (ref, page) => adapter.comments(ref, page, call));
    this.editPages = this.pages('ListCaseEdits', (ref, page) => adapter.edits(ref, page, call));
    this.investigationPages = this.pages('ListInvestigations', (ref, page) =>
      adapter.investigations(ref, page, call),
    );
    this.tagLists = createRequestLoader(
      memory,
      ({ target, arn }: { readonly target: string; readonly arn: string }) =>
        tags.list({ target, service: 'security-ir', arn }, call),
    );
    this.downloadUrls = createRequestLoader(
      memory,
      ({
        target,
        caseId,
        attachmentId,
      }: Pick<SecurityCaseAttachmentRecord, 'target' | 'caseId' | 'attachmentId'>) =>
        adapter.attachmentDownloadUrl({ kind: 'SecurityCase', target, caseId }, attachmentId, call),
    );
  }

  comments(ref: SecurityCaseRef, args: PageArguments): Promise<ConnectionPage<SecurityCaseCommentRecord>> {
    return this.connection(ref, args, this.commentList);
  }

  /**
   * The edge of a comment in `comments`; undefined when AWS does not list the comment, or not within the scan limit. Throws
   * AwsError and UnreadableFieldError.
   */
  commentEdge(
    ref: SecurityCaseRef,
    commentId: string,
  ): Promise<ConnectionEdge<SecurityCaseCommentRecord> | undefined> {
    const { source, query } = sourceOf(ref, this.commentList);
    const matches = (row: SecurityCaseCommentRecord) => row.commentId === commentId;
    return findEdge(this.access.cursors, source, { query, field: this.commentList.field, matches });
  }

  edits(ref: SecurityCaseRef, args: PageArguments): Promise<ConnectionPage<SecurityCaseEditRecord>> {
    return this.connection(ref, args, {
      field: 'edits',
      load: (key) => this.editPages.load(key),
      keyOf: ({ digest }) => digest,
    });
  }

  investigations(
    ref: SecurityCaseRef,
    args: PageArguments,
  ): Promise<ConnectionPage<SecurityCaseInvestigationRecord>> {
    return this.connection(ref, args, {
      field: 'investigations',
      load: (key) => this.investigationPages.load(key),
      keyOf: ({ investigationId }) => investigationId,
    });
  }

  /** Returns undefined when the ARN of the case is unknown. */
  async tags(target: string, arn: string | undefined): Promise<readonly TagRecord[] | undefined> {
    return arn === undefined ? undefined : this.tagLists.load({ target, arn });
  }

  downloadUrl({ target, caseId, attachmentId }: SecurityCaseAttachmentRecord): Promise<string | undefined> {
    return this.downloadUrls.load({ target, caseId, attachmentId });
  }

  private get commentList(): CaseList<SecurityCaseCommentRecord> {
    return {
      field: 'comments',
      load: (key) => this.commentPages.load(key),
      keyOf: ({ commentId }) => commentId,
    };
  }

  private pages<Row>(operation: string, read: ReadPage<Row>) {
    return createPageLoader({
      memory: this.access.memory,
      service: 'security-ir',
      operation,
      fetch: ({ target, caseId, page }: CasePageKey) => read({ kind: 'SecurityCase', target, caseId }, page),
    });
  }

  private connection<Row>(
    ref: SecurityCaseRef,
    { first, after }: PageArguments,
    list: CaseList<Row>,
  ): Promise<ConnectionPage<Row>> {
    const { source, query } = sourceOf(ref, list);
    return readConnection(this.access.cursors, [source], { first, after, query });
  }
}

/** The source of a list of a case, and the query that binds its cursors. */
function sourceOf<Row>({ target, caseId }: SecurityCaseRef, { field, load, keyOf }: CaseList<Row>) {
  const fetch = (page: PageRequest) => load({ target, caseId, page });
  return {
    source: singleList(target, 'SecurityCase', { maxPageSize: MAX_PAGE_SIZE, fetch, keyOf }),
    query: { field: `SecurityCase.${field}`, caseId },
  };
}
