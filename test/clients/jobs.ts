// A gateway over two targets with three running jobs each, for the suites of the clients.
import type { IntrospectionQuery } from 'graphql';
import type { Config } from '../../src/config/config';
import { encodeId } from '../../src/domain/ids';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { useHarness, type Harness } from '../support/harness';
import { identityOf, tokenOf } from '../support/principals';
import { putJob } from '../support/resources';
import { HOME, PARTNER } from '../support/several-targets';
import type { JobList } from './operations';
import { openTemporaryProject } from './temporary-project';

const jobIdOf = (number: number) => String(number).padStart(32, '0');

const idOf = (target: string, number: number) =>
  encodeId({ kind: 'ClassificationJob', target, jobId: jobIdOf(number) });

/** The ids in the order of the list: Macie returns the latest job of a target first. */
export const HOME_JOBS = [3, 2, 1].map((number) => idOf(HOME.name, number));
export const PARTNER_JOBS = [6, 5, 4].map((number) => idOf(PARTNER.name, number));
export const [FIRST_JOB = ''] = HOME_JOBS;

/** The call of AWS for the list of the first target. */
export const HOME_LIST = { service: 'macie2', operation: 'ListClassificationJobs', account: HOME.account };
const DENIED = { type: 'AccessDeniedException' };

/** Macie of the first target rejects the list. */
export const HOME_IS_DOWN = { ...HOME_LIST, error: DENIED };

/** Macie of the first target sends a row without its key. */
export const HOME_IS_UNREADABLE = {
  ...HOME_LIST,
  answer: { headers: { 'content-type': 'application/json' }, body: '{"items":[{"name":"no key"}]}' },
};

/** Macie rejects the detail operation of every job. */
export const NO_DETAILS = { service: 'macie2', operation: 'DescribeClassificationJob', error: DENIED };

export const TOKEN = tokenOf('console');

export interface Jobs {
  readonly harness: Harness;
  gateway: TestGateway;
  /** The same, with sign-in by TOKEN. */
  guarded: TestGateway;
}

/** Starts the gateways before the tests of a file, and restores the jobs before each test. */
export function useJobs(): Jobs {
  const jobs = { harness: useHarness() } as Jobs;
  const { harness } = jobs;
  const start = (overrides: Partial<Config> = {}) =>
    startTestGateway(harness.emulator.url, { targets: [HOME, PARTNER], ...overrides });
  beforeAll(async () => {
    const identity = identityOf({ console: { scopes: new Set(['macie:read']), targets: 'ALL' } });
    jobs.gateway = await start();
    jobs.guarded = await start({ identity });
  });
  beforeEach(async () => {
    for (const [{ account }, numbers] of [
      [HOME, [1, 2, 3]],
      [PARTNER, [4, 5, 6]],
    ] as const) {
      for (const number of numbers) await putJob(harness, 'RUNNING', { jobId: jobIdOf(number), account });
    }
    await harness.forgetCalls();
  });
  afterAll(async () => {
    await jobs.gateway.close();
    await jobs.guarded.close();
  });
  return jobs;
}

/** Gives the first job of the list another status, as another user would. */
export const putFirstJob = (harness: Harness, status: string) =>
  putJob(harness, status, { jobId: jobIdOf(3), account: HOME.account });

export const recover = (harness: Harness) => harness.emulator.control('DELETE', '/faults');

/** What a list shows to people. */
export function shown(list: JobList | null | undefined) {
  if (list == null) return undefined;
  const { complete, retryCursor, fieldErrors, sources } = list.completeness;
  return {
    ids: list.edges.map(({ node }) => node.id),
    hasNextPage: list.pageInfo.hasNextPage,
    complete,
    canRetry: retryCursor !== null,
    fieldErrors,
    sources: sources.map(({ status, target }) => `${target.name} ${status}`),
    total: list.totalCount && [list.totalCount.value, list.totalCount.exact],
  };
}

export interface SchemaTypes {
  readonly possibleTypes: Record<string, string[]>;
  readonly typesWithoutId: string[];
  readonly introspection: IntrospectionQuery;
}

/** Runs schema-types.mjs as the page says, and returns what it writes. */
export function readSchemaTypes(): SchemaTypes {
  const project = openTemporaryProject('page', 'unused.json', {});
  try {
    const { status, output } = project.run(process.execPath, 'schema-types.mjs');
    expect([status, output]).toEqual([0, '']);
    return JSON.parse(project.read('schema-types.json')) as SchemaTypes;
  } finally {
    project.remove();
  }
}

/** The cached list after each of two pages of a walk that begins while Macie of the first target fails. */
export const FAILED_PAGE = {
  ids: PARTNER_JOBS,
  hasNextPage: false,
  complete: false,
  canRetry: true,
  fieldErrors: 0,
  sources: ['home ACCESS_DENIED', 'partner OK'],
  total: [3, false],
};
export const RETRIED_PAGES = {
  ids: [...PARTNER_JOBS, ...HOME_JOBS],
  hasNextPage: false,
  complete: true,
  canRetry: false,
  fieldErrors: 0,
  sources: ['home OK'],
  total: [6, true],
};
