// Completeness when one of three targets fails: the page contains the rows of the other targets and reports the failure,
// and retryCursor returns the missing rows later.
import { decodeIdOf } from '../../../src/domain/ids';
import { awsLists } from '../../support/aws-lists';
import {
  CONNECTIONS,
  idsOf,
  nextCursor,
  readPage,
  walk,
  type ConnectionName,
  type Page,
} from '../../support/connections';
import { SEVERAL_TARGETS, PARTNER, useSeveralTargets } from '../../support/several-targets';
import { OverviewDocument } from '../../generated/graphql';

const setup = useSeveralTargets();

/** The ids that AWS lists in each target. */
let lists: Record<string, Record<ConnectionName, string[]>>;

beforeAll(async () => {
  const entries = SEVERAL_TARGETS.map(
    async (target) => [target.name, await awsLists(setup.emulator.url, target)] as const,
  );
  lists = Object.fromEntries(await Promise.all(entries));
});

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

const SERVICES = {
  classificationJobs: ['macie2', 'MACIE', 'Macie'],
  macieMembers: ['macie2', 'MACIE', 'Macie'],
  mailboxExportJobs: ['workmail', 'WORKMAIL', 'WorkMail'],
  securityCases: ['security-ir', 'SECURITY_INCIDENT_RESPONSE', 'Security Incident Response'],
} as const satisfies Record<ConnectionName, readonly string[]>;

const listOf = (name: ConnectionName, ...targets: string[]) =>
  targets.flatMap((target) => lists[target]?.[name] ?? []);

const failPartner = (fault: object) =>
  setup.lay(
    ...['macie2', 'workmail', 'security-ir'].map((service) => ({
      service,
      operation: '*',
      account: PARTNER.account,
      ...fault,
    })),
  );

const readAll = (more: object = {}): Promise<(readonly [ConnectionName, Page])[]> =>
  Promise.all(
    CONNECTIONS.map(
      async (name) => [name, await readPage(setup.gateway, name, { first: 200 }, more)] as const,
    ),
  );

/** The number of calls to the account of partner, by operation. */
async function callsToPartner(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { account, operation } of await setup.emulator.calls()) {
    if (account === PARTNER.account) counts[operation] = (counts[operation] ?? 0) + 1;
  }
  return counts;
}

const ok = (target: string, service: string) => ({
  target: { name: target },
  service,
  status: 'OK',
  message: null,
  retryAfterSeconds: null,
});

interface Failure {
  readonly title: string;
  readonly fault: object;
  readonly status: string;
  readonly text: string;
  readonly attempts: number;
  readonly retryAfterSeconds?: number;
}

const error = (type: string, status: number, more: object = {}) => ({ error: { type, status, ...more } });

const FAILURES: readonly Failure[] = [
  {
    title: 'denies access',
    fault: error('AccessDeniedException', 403),
    status: 'ACCESS_DENIED',
    text: 'denied the gateway access',
    attempts: 1,
  },
  {
    title: 'denies access for a bad signature',
    fault: error('InvalidSignatureException', 403),
    status: 'ACCESS_DENIED',
    text: 'denied the gateway access',
    attempts: 1,
  },
  {
    title: 'throttles the gateway',
    fault: error('ThrottlingException', 429, { retryAfterSeconds: 1 }),
    status: 'THROTTLED',
    text: 'is throttling the gateway',
    attempts: 3,
    retryAfterSeconds: 1,
  },
  {
    title: 'fails',
    fault: error('InternalServerException', 500),
    status: 'UNAVAILABLE',
    text: 'could not be reached or failed to respond',
    attempts: 3,
  },
  {
    title: 'drops the connection',
    fault: { lostResponse: 'before' },
    status: 'UNAVAILABLE',
    text: 'could not be reached or failed to respond',
    attempts: 3,
  },
  {
    title: 'rejects the request',
    fault: error('ValidationException', 400),
    status: 'UNAVAILABLE',
    text: 'rejected the request',
    attempts: 1,
  },
];

test.each(FAILURES)(
  'a page reports a target that $title, and retryCursor returns its rows after recovery',
  async ({ fault, status, text, attempts, retryAfterSeconds }) => {
    await failPartner(fault);
    const pages = await readAll();

    expect(await callsToPartner()).toEqual({
      ListClassificationJobs: attempts,
      ListMembers: attempts,
      ListOrganizations: attempts,
      ListCases: attempts,
    });
    for (const [name, { completeness, pageInfo, edges }] of pages) {
      const [, service, title] = SERVICES[name];
      expect(edges.map(({ node }) => node.id)).toEqual(listOf(name, 'home', 'west'));
      expect(completeness).toEqual({
        complete: false,
        sources: [
          ok('home', service),
          {
            target: { name: 'partner' },
            service,
            status,
            message: `${title} ${text} in target partner.`,
            retryAfterSeconds: retryAfterSeconds ?? null,
          },
          ok('west', service),
        ],
        retryCursor: expect.any(String) as unknown,
      });
      expect(pageInfo.hasNextPage).toBe(false);
    }

    // After recovery, retryCursor returns exactly the rows of the target.
    await setup.clearFaults();
    for (const [name, page] of pages) {
      const after = nextCursor(page);
      const { ids, pages: rest } = await walk(setup.gateway, name, { first: 11, after });
      expect(ids).toEqual(listOf(name, 'partner'));
      expect(rest.every(({ completeness }) => completeness.complete)).toBe(true);
    }
  },
);

test('a page distinguishes a service that is not enabled from a service that denies access', async () => {
  const disabled = { account: PARTNER.account, macieEnabled: false, securityIncidentResponseActive: false };
  await setup.emulator.control('POST', '/settings', disabled);
  try {
    const pages = Object.fromEntries(await readAll());
    expect(pages.mailboxExportJobs?.completeness.complete).toBe(true);
    expect(pages.mailboxExportJobs?.edges).toHaveLength(60);
    for (const name of ['classificationJobs', 'macieMembers', 'securityCases'] as const) {
      const [, service, title] = SERVICES[name];
      expect(pages[name]?.edges.map(({ node }) => node.id)).toEqual(listOf(name, 'home', 'west'));
      expect(pages[name]?.completeness).toEqual({
        complete: false,
        sources: [
          ok('home', service),
          {
            target: { name: 'partner' },
            service,
            status: 'NOT_ENABLED',
            message: `${title} is not enabled in target partner.`,
            retryAfterSeconds: null,
          },
          ok('west', service),
        ],
        retryCursor: expect.any(String) as unknown,
      });
    }
  } finally {
    const enabled = { account: PARTNER.account, macieEnabled: true, securityIncidentResponseActive: true };
    await setup.emulator.control('POST', '/settings', enabled);
  }
});

test('merged jobs keep the order over the targets that respond', async () => {
  const orderBy = { field: 'NAME', direction: 'ASC' };
  const targets = ['home', 'west'];
  const expected = await walk(setup.gateway, 'classificationJobs', { first: 200, targets }, { orderBy });
  await failPartner(error('AccessDeniedException', 403));

  const { ids, pages } = await walk(setup.gateway, 'classificationJobs', { first: 30 }, { orderBy });

  expect(ids).toEqual(expected.ids);
  for (const { completeness } of pages) {
    expect(completeness.complete).toBe(false);
    expect(completeness.sources[1]).toMatchObject({ target: { name: 'partner' }, status: 'ACCESS_DENIED' });
  }
  const last = pages.at(-1)?.completeness.retryCursor ?? null;
  await setup.clearFaults();
  const missing = await walk(setup.gateway, 'classificationJobs', { first: 30, after: last }, { orderBy });
  expect([...missing.ids].sort()).toEqual([...listOf('classificationJobs', 'partner')].sort());
});

test('a walk loses and repeats no row when a target fails in the middle', async () => {
  const { pageInfo, edges } = await readPage(setup.gateway, 'classificationJobs', { first: 60 });
  expect(edges).toHaveLength(60);
  await failPartner(error('AccessDeniedException', 403));
  const after = pageInfo.endCursor ?? null;
  const without = await readPage(setup.gateway, 'classificationJobs', { first: 200, after });
  expect(idsOf(without)).toEqual(listOf('classificationJobs', 'west'));
  expect(without.completeness.complete).toBe(false);
  await setup.clearFaults();
  const onwards = nextCursor(without);
  const rest = await readPage(setup.gateway, 'classificationJobs', { first: 200, after: onwards });
  expect(idsOf(rest)).toEqual(listOf('classificationJobs', 'partner').slice(20));
  expect(rest.completeness.complete).toBe(true);
});

const setOrganization = (organizationId: string, State: string) =>
  setup.emulator.control('POST', '/put', {
    service: 'workmail',
    resource: 'organization',
    id: organizationId,
    set: { State },
  });

const ORGANIZATION_FAILURES: readonly [string, (organizationId: string) => Promise<unknown>, string][] = [
  [
    'to which WorkMail denies access',
    () =>
      setup.lay({
        service: 'workmail',
        operation: 'ListMailboxExportJobs',
        count: 1,
        ...error('AccessDeniedException', 403),
      }),
    'ACCESS_DENIED',
  ],
  [
    'that is no longer active',
    (organizationId) => setOrganization(organizationId, 'Inactive'),
    'UNAVAILABLE',
  ],
];

test.each(ORGANIZATION_FAILURES)(
  'an organization %s does not hide the others of its target',
  async (_title, fail, status) => {
    const ids = listOf('mailboxExportJobs', 'home');
    const first = decodeIdOf('MailboxExportJob', ids[0] ?? '').organizationId;
    await fail(first);

    const args = { first: 200, targets: ['home'] };
    const page = await readPage(setup.gateway, 'mailboxExportJobs', args);
    expect(idsOf(page)).toEqual(ids.slice(10));
    expect(page.completeness).toMatchObject({
      complete: false,
      sources: [{ target: { name: 'home' }, status }],
    });

    await setOrganization(first, 'Active');
    const after = nextCursor(page);
    const rest = await readPage(setup.gateway, 'mailboxExportJobs', { ...args, after });
    expect(idsOf(rest)).toEqual(ids.slice(0, 10));
    expect(rest.completeness.complete).toBe(true);
  },
);

test.each([
  ['workmail', 'mailboxExportJobs'],
  ['security-ir', 'securityCases'],
] as const)('a query returns its other connections while %s fails', async (service, failing) => {
  await setup.lay({ service, operation: '*', ...error('AccessDeniedException', 403) });
  const { data, errors } = await setup.gateway.execute(OverviewDocument, { first: 5 });
  expect(errors).toBeUndefined();
  for (const name of CONNECTIONS) {
    expect(data?.[name]?.nodes).toHaveLength(name === failing ? 0 : 5);
    expect(data?.[name]?.completeness.complete).toBe(name !== failing);
  }
  expect(data?.[failing]?.completeness.sources.map(({ target, status }) => [target.name, status])).toEqual([
    ['home', 'ACCESS_DENIED'],
    ['partner', 'ACCESS_DENIED'],
    ['west', 'ACCESS_DENIED'],
  ]);
});
