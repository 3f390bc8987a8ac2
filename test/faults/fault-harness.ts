// One emulator, and one gateway with a target for every fault and service and with short timeouts for AWS.
import { SERVICE_NAMES, type ServiceName } from '../../src/domain/services';
import type { Target } from '../../src/domain/targets';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type GraphqlAnswer, type TestGateway } from '../support/gateway';

/** Milliseconds after which the circuit breaker allows a probe. */
export const COOLDOWN = 300;

export const LIMITS = {
  connectMs: 1_000,
  attemptMs: 3_000,
  maxResponseBytes: 512 * 1024,
  failureThreshold: 12,
  cooldownMs: COOLDOWN,
};

const FIRST_ACCOUNT = 300_000_000_000;
const accountOf = (index: number) => String(FIRST_ACCOUNT + index);

const target = (name: string, account: string): Target => ({
  name,
  region: 'us-east-1',
  roleArn: `arn:aws:iam::${account}:role/secops-graph`,
  services: SERVICE_NAMES,
});

export interface FaultHarness {
  readonly emulator: TestEmulator;
  readonly gateway: TestGateway;
  /** Adds a fault to all calls of a service, or of one operation, in the account of a target. */
  addFault(targetName: string, service: ServiceName, fault: object): Promise<void>;
  /** The number of calls of a service in the account of a target. */
  calls(targetName: string, service: ServiceName): Promise<number>;
  close(): Promise<void>;
}

export async function openFaultHarness(names: readonly string[], limits: object = {}): Promise<FaultHarness> {
  const accounts = new Map(['home', 'west', ...names].map((name, index) => [name, accountOf(index)]));
  const emulator = await startTestEmulator({ sizes: { jobs: 6, members: 6, exportJobs: 4, cases: 6 } });
  const targets = Array.from(accounts, ([name, account]) => target(name, account));
  const gateway = await startTestGateway(emulator.url, { targets }, { ...LIMITS, ...limits });
  for (const account of accounts.values()) await putOneOfEach(emulator, account);
  return {
    emulator,
    gateway,
    addFault: async (targetName, service, fault) => {
      const place = { service, operation: '*', account: accounts.get(targetName) };
      await emulator.control('POST', '/faults', { ...place, ...fault });
    },
    calls: async (targetName, service) => {
      const calls = await emulator.calls();
      return calls.filter((call) => call.account === accounts.get(targetName) && call.service === service)
        .length;
    },
    close: async () => {
      await gateway.close();
      await emulator.close();
    },
  };
}

const ORGANIZATION = 'm-0123456789abcdef0123456789abcdef';
const EXPORT_JOB = '00000000-1111-2222-3333-444444444444';

/** Puts the resources of LOOKUPS. */
async function putOneOfEach(emulator: TestEmulator, account: string): Promise<void> {
  const put = (service: ServiceName, resource: string, id: string, more: object) =>
    emulator.control('POST', '/put', { service, resource, id, account, ...more });
  await put('macie2', 'member', '123456789012', { set: { relationshipStatus: 'Enabled' } });
  await put('workmail', 'organization', ORGANIZATION, { set: { Alias: 'faults', State: 'Active' } });
  await put('workmail', 'exportJob', EXPORT_JOB, {
    organizationId: ORGANIZATION,
    set: { EntityId: 'S-1-1-11-1111111111', State: 'RUNNING' },
  });
  await put('security-ir', 'case', '1234567890', {
    set: { title: 'case', caseStatus: 'Submitted', resolverType: 'Self' },
  });
}

interface Source {
  readonly target: { readonly name: string };
  readonly status: string;
  readonly retryAfterSeconds: number | null;
}

interface List {
  readonly nodes: readonly unknown[];
  readonly completeness: { readonly complete: boolean; readonly sources: readonly Source[] };
}

/** The connections of each service. */
export const LISTS: Readonly<Record<ServiceName, readonly string[]>> = {
  macie2: ['classificationJobs', 'macieMembers'],
  workmail: ['mailboxExportJobs'],
  'security-ir': ['securityCases'],
};

/** A lookup of one resource of each service. */
const LOOKUPS: Readonly<Record<ServiceName, string>> = {
  macie2: 'macieMember(accountId: "123456789012", ',
  workmail: `mailboxExportJob(organizationId: "${ORGANIZATION}", jobId: "${EXPORT_JOB}", `,
  'security-ir': 'securityCase(caseId: "1234567890", ',
};

const LIST_ALL = `query ($targets: [String!]) { ${Object.values(LISTS)
  .flat()
  .map(
    (list) =>
      `${list}(first: 100, targets: $targets) { nodes { id } completeness { complete sources { target { name } status retryAfterSeconds } } }`,
  )
  .join(' ')} }`;

/** Reads all connections of these targets. */
export async function listAll(
  gateway: TestGateway,
  targets: readonly string[],
): Promise<Record<string, List>> {
  const { data, errors } = await gateway.send(LIST_ALL, { targets });
  if (data == null || errors !== undefined)
    throw new Error(`The gateway returned no lists: ${JSON.stringify(errors)}`);
  return data as unknown as Record<string, List>;
}

/** Looks up a resource that exists. */
export function lookUp(
  gateway: TestGateway,
  service: ServiceName,
  targetName: string,
): Promise<GraphqlAnswer<Record<string, unknown>>> {
  return gateway.send(`{ found: ${LOOKUPS[service]} target: "${targetName}") { id } }`);
}
