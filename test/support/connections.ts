// The pages of the four connections, with global ids and cursors, and walks from page to page.
import {
  ClassificationJobRowsDocument,
  MacieMemberRowsDocument,
  MailboxExportJobRowsDocument,
  SecurityCaseRowsDocument,
  type ClassificationJobRowsQuery,
} from '../generated/graphql';
import type { GraphqlAnswer, TestGateway } from './gateway';

/** A page of any connection; the global id identifies a row. */
export type Page = NonNullable<ClassificationJobRowsQuery['connection']>;

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
  readonly targets?: string[];
}

const DOCUMENTS = {
  classificationJobs: ClassificationJobRowsDocument,
  macieMembers: MacieMemberRowsDocument,
  mailboxExportJobs: MailboxExportJobRowsDocument,
  securityCases: SecurityCaseRowsDocument,
} as const;

export type ConnectionName = keyof typeof DOCUMENTS;

export const CONNECTIONS = Object.keys(DOCUMENTS) as ConnectionName[];

/** Requests a page; `more` are further arguments of the connection. */
export function askForPage(
  gateway: TestGateway,
  name: ConnectionName,
  args: PageArguments,
  more: object = {},
): Promise<GraphqlAnswer<{ readonly connection?: Page | null }>> {
  return gateway.send(DOCUMENTS[name].toString(), { ...args, ...more });
}

/** Requests a page, and throws unless there is a page and no error. */
export async function readPage(
  gateway: TestGateway,
  name: ConnectionName,
  args: PageArguments,
  more: object = {},
): Promise<Page> {
  const { data, errors } = await askForPage(gateway, name, args, more);
  if (data?.connection == null) throw new Error(`There is no page: ${JSON.stringify(errors)}`);
  return data.connection;
}

/** The global ids of a page. */
export function idsOf({ edges }: Page): string[] {
  return edges.map(({ node }) => node.id);
}

/** The cursor of a walker that wants every row. */
export const nextCursor = ({ completeness, pageInfo }: Page) =>
  completeness.retryCursor ?? pageInfo.endCursor;

export interface Walk {
  readonly pages: readonly Page[];
  readonly ids: readonly string[];
}

/** Follows `nextCursor` from the beginning, or from `after`, for as long as there is a next page. */
export async function walk(
  gateway: TestGateway,
  name: ConnectionName,
  args: PageArguments,
  more: object = {},
): Promise<Walk> {
  const pages: Page[] = [];
  let after = args.after;
  let page: Page;
  do {
    page = await readPage(gateway, name, { ...args, after: after ?? null }, more);
    pages.push(page);
    after = nextCursor(page);
    if (pages.length > 1_000) throw new Error(`The walk through ${name} has no end.`);
  } while (page.pageInfo.hasNextPage);
  return { pages, ids: pages.flatMap(idsOf) };
}
