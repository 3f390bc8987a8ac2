// Values for the placeholders in angle brackets in the variables of examples.
import type { TestGateway } from './gateway';

type Found = Readonly<Record<string, unknown>>;

async function find(gateway: TestGateway, query: string, path: string): Promise<readonly Found[]> {
  const { data, errors } = await gateway.send(query);
  expect(errors).toBeUndefined();
  return (data?.[path] as { nodes: readonly Found[] }).nodes;
}

async function jobIn(gateway: TestGateway, status: string): Promise<unknown> {
  const query = `{ classificationJobs(first: 1, filter: { statuses: [${status}] }) { nodes { id } } }`;
  return (await find(gateway, query, 'classificationJobs'))[0]?.id;
}

async function memberIn(gateway: TestGateway, status: string): Promise<unknown> {
  const filter = `{ onlyAssociated: false, statuses: [${status}] }`;
  return (
    await find(gateway, `{ macieMembers(first: 1, filter: ${filter}) { nodes { id } } }`, 'macieMembers')
  )[0]?.id;
}

async function exportBy(gateway: TestGateway, field: string, filter = ''): Promise<unknown> {
  const jobs = await find(
    gateway,
    `{ mailboxExportJobs(first: 20 ${filter}) { nodes { ${field} } } }`,
    'mailboxExportJobs',
  );
  return (
    jobs[0]?.id ??
    jobs[0]?.organizationId ??
    jobs.flatMap(({ owner }) => (owner as Found | null)?.email ?? [])[0]
  );
}

async function caseBy(gateway: TestGateway, filter: string): Promise<unknown> {
  return (
    await find(
      gateway,
      `{ securityCases(first: 1, filter: { ${filter} }) { nodes { id } } }`,
      'securityCases',
    )
  )[0]?.id;
}

async function investigated(gateway: TestGateway): Promise<{ caseId: unknown; investigationId: unknown }> {
  const query =
    '{ securityCases(first: 50) { nodes { id investigations(first: 1) { nodes { investigationId } } } } }';
  for (const { id, investigations } of await find(gateway, query, 'securityCases')) {
    const [first] = (investigations as { nodes: readonly Found[] }).nodes;
    if (first !== undefined) return { caseId: id, investigationId: first.investigationId };
  }
  throw new Error('No case has an investigation.');
}

const IN_ANALYSIS = 'statuses: [DETECTION_AND_ANALYSIS], resolverTypes: [SELF]';

/** The value of each placeholder in the documents. */
const PLACEHOLDERS: Readonly<Record<string, (gateway: TestGateway) => Promise<unknown>>> = {
  '<id of a RUNNING job>': (gateway) => jobIn(gateway, 'RUNNING'),
  '<id of a USER_PAUSED job>': (gateway) => jobIn(gateway, 'USER_PAUSED'),
  '<id of an ENABLED member>': (gateway) => memberIn(gateway, 'ENABLED'),
  '<id of a REMOVED member>': (gateway) => memberIn(gateway, 'REMOVED'),
  '<id of a RUNNING export>': (gateway) => exportBy(gateway, 'id', 'filter: { statuses: [RUNNING] }'),
  '<id of an organization>': (gateway) => exportBy(gateway, 'organizationId'),
  '<email address of a mailbox>': (gateway) => exportBy(gateway, 'owner { email }'),
  '<id of an open case of resolver type AWS>': (gateway) =>
    caseBy(gateway, 'resolverTypes: [AWS], not: { statuses: [CLOSED] }'),
  '<id of a SELF case in DETECTION_AND_ANALYSIS>': (gateway) => caseBy(gateway, IN_ANALYSIS),
  '<id of a case with an investigation>': async (gateway) => (await investigated(gateway)).caseId,
  '<id of that investigation>': async (gateway) => (await investigated(gateway)).investigationId,
};

/** Returns a copy of the value in which ids and names from the emulator replace all placeholders. */
export async function fillIn(gateway: TestGateway, value: unknown): Promise<unknown> {
  if (typeof value === 'string' && value.startsWith('<')) {
    const found = await PLACEHOLDERS[value]?.(gateway);
    if (typeof found !== 'string') throw new Error(`The placeholder ${value} has no value.`);
    return found;
  }
  if (Array.isArray(value)) return Promise.all(value.map((member) => fillIn(gateway, member)));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(
    async ([key, member]) => [key, await fillIn(gateway, member)] as const,
  );
  return Object.fromEntries(await Promise.all(members));
}
