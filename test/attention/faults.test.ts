// The queue while a service fails in one target: every other item is there, and completeness names the lists that are missing.
import type { CallLimits } from '../../src/aws/client/call-limits';
import { missingLists, type AttentionPage } from '../support/attention';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { SEVERAL_TARGETS, withSeveralTargets, type SeveralTargets } from '../support/several-targets';

const KINDS = {
  macie2: ['CLASSIFICATION_JOB', 'MACIE_MEMBER'],
  workmail: ['MAILBOX_EXPORT_JOB'],
  'security-ir': ['SECURITY_CASE'],
} as const;
type Service = keyof typeof KINDS;
const SERVICES = Object.keys(KINDS) as Service[];

const TYPES: Readonly<Record<string, string>> = {
  ClassificationJob: 'CLASSIFICATION_JOB',
  MacieMember: 'MACIE_MEMBER',
  MailboxExportJob: 'MAILBOX_EXPORT_JOB',
  SecurityCase: 'SECURITY_CASE',
};

const DOCUMENT = `query ($first: Int! = 200, $after: String) {
  attention(first: $first, after: $after) {
    nodes { id resource { __typename target { name } } }
    pageInfo { endCursor hasNextPage }
    totalCount { value exact }
    completeness { complete retryCursor sources { target { name } service kind status message } }
    unavailableReasons { reason code target { name } message }
  }
}`;

interface Node {
  readonly id: string;
  readonly resource: { readonly __typename: string; readonly target: { readonly name: string } };
}
type Page = Omit<AttentionPage, 'nodes'> & { readonly nodes: readonly Node[] };

async function read(gateway: TestGateway, variables: object = {}): Promise<Page> {
  const { data, errors } = await gateway.send(DOCUMENT, variables);
  expect(errors).toBeUndefined();
  return data?.attention as Page;
}

const idsOf = ({ nodes }: Pick<Page, 'nodes'>) => nodes.map(({ id }) => id);
const listOf = ({ resource: { __typename, target } }: Node) => `${target.name} ${TYPES[__typename] ?? ''}`;

/** Timeouts that a test can wait for. */
const LIMITS: Partial<CallLimits> = { connectMs: 1_000, attemptMs: 1_500, maxWaitMs: 20_000 };

const inWest = (service: Service, effect: object) => ({
  service,
  operation: '*',
  account: '333344445555',
  ...effect,
});

interface Fault {
  readonly name: string;
  readonly status: string;
  readonly lay: (setup: SeveralTargets, service: Service) => Promise<unknown>;
  readonly services?: readonly Service[];
}

const NOT_ENABLED = {
  macie2: { macieEnabled: false },
  'security-ir': { securityIncidentResponseActive: false },
};

const FAULTS: readonly Fault[] = [
  {
    name: 'resets every connection',
    status: 'UNAVAILABLE',
    lay: (setup, service) => setup.lay(inWest(service, { wire: 'reset' })),
  },
  {
    name: 'throttles every call',
    status: 'THROTTLED',
    lay: (setup, service) => setup.lay(inWest(service, { error: { type: 'ThrottlingException' } })),
  },
  {
    name: 'denies every call',
    status: 'ACCESS_DENIED',
    lay: (setup, service) => setup.lay(inWest(service, { error: { type: 'AccessDeniedException' } })),
  },
  {
    name: 'never answers',
    status: 'TIMED_OUT',
    lay: (setup, service) => setup.lay(inWest(service, { hang: true })),
  },
  {
    name: 'is not enabled',
    status: 'NOT_ENABLED',
    services: ['macie2', 'security-ir'],
    lay: (setup, service) =>
      setup.emulator.control('POST', '/settings', {
        account: '333344445555',
        ...NOT_ENABLED[service as keyof typeof NOT_ENABLED],
      }),
  },
];

const CASES = FAULTS.flatMap((fault) =>
  (fault.services ?? SERVICES).map((service) => [service, fault.name, fault] as const),
);

test.concurrent.each(CASES)(
  'while %s %s in one target, all other items are there',
  (service, _name, { status, lay }) =>
    withSeveralTargets(async (setup) => {
      const whole = await read(setup.gateway);
      expect(whole).toMatchObject({ completeness: { complete: true, retryCursor: null } });
      const missing = KINDS[service].map((kind) => `west ${kind}`);
      const isMissing = (node: Node) => missing.includes(listOf(node));
      expect(whole.nodes.filter(isMissing).length).toBeGreaterThan(2);

      await lay(setup, service);
      const page = await read(setup.gateway);
      expect(page.nodes.map(({ id }) => id)).toEqual(
        whole.nodes.filter((node) => !isMissing(node)).map(({ id }) => id),
      );
      expect(page.completeness.complete).toBe(false);
      expect(missingLists(page)).toEqual(missing.map((list) => `${list} ${status}`));
      expect(page.totalCount).toEqual({ value: page.nodes.length, exact: false });
      expect(page.pageInfo.hasNextPage).toBe(false);
      expect(JSON.stringify(page)).not.toMatch(/arn:|Rate exceeded|node_modules|333344445555/);

      await setup.clearFaults();
      await setup.emulator.control('POST', '/settings', {
        account: '333344445555',
        macieEnabled: true,
        securityIncidentResponseActive: true,
      });
      const later = await read(setup.gateway, { after: page.completeness.retryCursor });
      expect(later.completeness.complete).toBe(true);
      expect(idsOf(later).sort()).toEqual(
        whole.nodes
          .filter(isMissing)
          .map(({ id }) => id)
          .sort(),
      );
    }, LIMITS),
);

test.concurrent(
  'a source that fails on the first page is left out of later pages, and retryCursor brings it back',
  () =>
    withSeveralTargets(async (setup) => {
      const whole = await read(setup.gateway);
      await setup.lay(inWest('security-ir', { error: { type: 'AccessDeniedException' } }));
      const first = await read(setup.gateway, { first: 5 });
      await setup.clearFaults();
      await setup.forgetCalls();

      const delivered = idsOf(first);
      let page = first;
      while (page.pageInfo.hasNextPage) {
        page = await read(setup.gateway, { first: 40, after: page.pageInfo.endCursor });
        delivered.push(...idsOf(page));
        expect(missingLists(page)).toEqual(['west SECURITY_CASE FAILED_EARLIER']);
        expect(page.completeness.complete).toBe(false);
        expect(page.totalCount.exact).toBe(false);
      }
      const isMissing = (node: Node) => listOf(node) === 'west SECURITY_CASE';
      expect(delivered).toEqual(whole.nodes.filter((node) => !isMissing(node)).map(({ id }) => id));
      const calls = await setup.emulator.calls();
      expect(
        calls.filter(({ account, service }) => account === '333344445555' && service === 'security-ir'),
      ).toEqual([]);

      const retried = await read(setup.gateway, { after: page.completeness.retryCursor });
      expect(idsOf(retried)).toEqual(whole.nodes.filter(isMissing).map(({ id }) => id));
      expect(retried.completeness.complete).toBe(true);
    }),
);

test.concurrent('an organization that WorkMail denies costs only its own export jobs', () =>
  withSeveralTargets(async (setup) => {
    const whole = await read(setup.gateway);
    await setup.lay({
      service: 'workmail',
      operation: 'ListMailboxExportJobs',
      account: '333344445555',
      count: 1,
      error: { type: 'AccessDeniedException' },
    });
    const page = await read(setup.gateway);
    expect(missingLists(page)).toEqual(['west MAILBOX_EXPORT_JOB ACCESS_DENIED']);
    const lost = whole.nodes.filter(({ id }) => !idsOf(page).includes(id));
    expect(new Set(lost.map(listOf))).toEqual(new Set(['west MAILBOX_EXPORT_JOB']));
    const exportsOf = (nodes: readonly Node[]) =>
      nodes.filter((node) => listOf(node) === 'west MAILBOX_EXPORT_JOB').length;
    expect(exportsOf(page.nodes)).toBeGreaterThan(0);
    const retried = await read(setup.gateway, { after: page.completeness.retryCursor });
    expect(idsOf(retried).sort()).toEqual(lost.map(({ id }) => id).sort());
  }),
);

test.concurrent('a list that hangs until the deadline of the request costs no other item', () =>
  withSeveralTargets(async (setup) => {
    const gateway = await startTestGateway(setup.emulator.url, {
      targets: SEVERAL_TARGETS,
      readDeadlineSeconds: 3,
    });
    const whole = await read(gateway);
    await setup.lay(inWest('macie2', { operation: 'ListMembers', hang: true }));
    const page = await read(gateway);
    expect(missingLists(page)).toEqual(['west MACIE_MEMBER TIMED_OUT']);
    expect(idsOf(page)).toEqual(
      whole.nodes.filter((node) => listOf(node) !== 'west MACIE_MEMBER').map(({ id }) => id),
    );
    await gateway.close();
  }),
);
