// boto3 and the gateway read the same emulator and return the same value for every field of every resource.
import { join } from 'node:path';
import { buildSchema, getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { readDocument } from '../support/markdown';
import { describeWithBoto3, runPython } from '../support/boto3';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { classificationJob, macieMember, mailboxExportJob, securityCase, type Row } from './shapes';

/** The names of fields that the gateway computes, of all types. */
const COMPUTED: ReadonlySet<string> = new Set([
  'auditTrail',
  'availableTransitions',
  'consoleUrl',
  'durationSeconds',
  'history',
  'id',
  'isTerminal',
  'statusDurations',
  'statusLabel',
]);

/** Fields that the suite does not compare: fields of the gateway, fields with other resources, and URLs with a new secret each time. */
const EXCLUDED: ReadonlySet<string> = new Set([
  'ClassificationJob.target',
  'ClassificationJob.expiresAt',
  'ClassificationJob.members',
  'MacieMember.target',
  'MacieMember.classificationJobs',
  'MacieMember.securityCases',
  'MailboxExportJob.target',
  'MailboxExportJob.arn',
  'WorkMailOrganization.target',
  'SecurityCase.target',
  'SecurityCase.impactedMembers',
  'SecurityCaseAttachment.downloadUrl',
]);

const LISTS = [
  ['ClassificationJob', 'classificationJobs(first: 200)', 'jobs', 'jobId', classificationJob],
  [
    'MacieMember',
    'macieMembers(first: 200, filter: { onlyAssociated: false })',
    'members',
    'accountId',
    macieMember,
  ],
  ['MailboxExportJob', 'mailboxExportJobs(first: 200)', 'exportJobs', 'jobId', mailboxExportJob],
  ['SecurityCase', 'securityCases(first: 200)', 'cases', 'caseId', securityCase],
] as const;

const schema: GraphQLSchema = buildSchema(readDocument('schema/schema.graphql'));

/** All fields of a type and of its nested types; of connections the nodes of the largest page. */
function selectionOf(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).filter(
    ({ name }) => !COMPUTED.has(name) && !EXCLUDED.has(`${type.name}.${name}`),
  );
  const selected = fields.map(({ name, type: fieldType }) => {
    const inner = getNamedType(fieldType);
    if (!isObjectType(inner)) return name;
    const node = inner.name.endsWith('Connection')
      ? getNamedType(inner.getFields().nodes?.type ?? inner)
      : undefined;
    if (!isObjectType(node)) return `${name} { ${selectionOf(inner)} }`;
    return `${name}(first: 200) { nodes { ${selectionOf(node)} } }`;
  });
  return selected.join(' ');
}

/** Replaces every connection by the list of its nodes. */
function withoutConnections(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutConnections);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  if (members.length === 1 && members[0]?.[0] === 'nodes') return withoutConnections(members[0][1]);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutConnections(member)]));
}

const sorted = (list: readonly Row[], key: string) =>
  [...list].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));

describeWithBoto3('differential/boto3.test.ts')('boto3 and the gateway', () => {
  let emulator: TestEmulator;
  let gateway: TestGateway;
  let byBoto3: Readonly<Record<string, readonly Row[]>>;

  beforeAll(async () => {
    emulator = await startTestEmulator();
    await emulator.control('POST', '/clock', { frozen: true });
    // An operation with all fields of all rows exceeds the default complexity limit.
    const queryLimits = { ...testConfig().queryLimits, maxComplexity: Infinity };
    gateway = await startTestGateway(emulator.url, { queryLimits });
    byBoto3 = (await runPython(join(__dirname, 'boto3_read.py'), emulator.url)) as typeof byBoto3;
  });

  afterAll(async () => {
    await gateway.close();
    await emulator.close();
  });

  test.each(LISTS)('agree on every field of every %s', async (typeName, list, table, key, toSchemaShape) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`The schema has no type ${typeName}.`);
    const { data, errors } = await gateway.send(`{ list: ${list} { nodes { ${selectionOf(type)} } } }`);
    expect(errors).toBeUndefined();
    const { nodes } = data?.list as { nodes: readonly Row[] };
    const gatewayRows = withoutConnections(nodes) as readonly Row[];
    const boto3Rows = (byBoto3[table] ?? []).map(toSchemaShape);
    expect(gatewayRows.length).toBeGreaterThan(25);
    expect(sorted(gatewayRows, key)).toEqual(sorted(boto3Rows, key));
  });

  test('every compared field has a value in at least one resource', () => {
    const empty: string[] = [];
    for (const [typeName, , table, , toSchemaShape] of LISTS) {
      const rows = (byBoto3[table] ?? []).map(toSchemaShape);
      for (const name of Object.keys(rows[0] ?? {})) {
        if (rows.every((row) => row[name] === null)) empty.push(`${typeName}.${name}`);
      }
    }
    expect(empty).toEqual([]);
  });
});
