// Changes of missing resources and changes with invalid ids: the gateway rejects them and sends no update.
import { encodeId } from '../../src/domain/ids';
import { CASE, CASE_ID, EXPORT_JOB, EXPORT_JOB_ID, JOB, JOB_ID, MEMBER } from '../support/resources';
import { startTestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';
import { CANCEL_EXPORT, CLOSE_CASE, PAUSE, SAMPLE_CHANGES } from '../support/sample-changes';
import { invalidInput, notFound } from '../support/verdicts';

const harness = useHarness();

const NOTHING = { resource: null, outcome: 'REFUSED', change: null, errors: [] };

const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const MALFORMED = {
  'an empty id': '',
  'the id of AWS': JOB_ID,
  'not JSON': Buffer.from('{').toString('base64url'),
  'another version': text([2, 'ClassificationJob', 'default', JOB_ID]),
  'an unknown kind': text([1, 'Finding', 'default', JOB_ID]),
  'a property of every object as the kind': text([1, 'constructor', 'default', JOB_ID]),
  'a missing key': text([1, 'ClassificationJob', 'default']),
  'an extra key': text([1, 'ClassificationJob', 'default', JOB_ID, JOB_ID]),
  'a path as a key': text([1, 'ClassificationJob', 'default', '../members/444455556666']),
  'a key with a line feed': text([1, 'ClassificationJob', 'default', `${JOB_ID}\n`]),
  'a path as the target': text([1, 'ClassificationJob', '../default', JOB_ID]),
  'appended characters': `${JOB}AA`,
  padding: `${JOB}=`,
};

describe.each(SAMPLE_CHANGES)('$mutation', (sample) => {
  test('reports NOT_FOUND for a resource that AWS does not have', async () => {
    expect(await sample.request(harness)).toMatchObject({ ...NOTHING, userErrors: [notFound()] });
    expect(await harness.operations()).toEqual([sample.read]);
  });

  test('rejects an id of another kind', async () => {
    const others = [JOB, MEMBER, EXPORT_JOB, CASE].filter((id) => id !== sample.id);
    for (const id of others) {
      expect(await sample.request(harness, { id })).toMatchObject({
        ...NOTHING,
        userErrors: [invalidInput('id', expect.stringMatching(/^The id identifies a \w+, not a \w+\.$/))],
      });
    }
    expect(others).toHaveLength(3);
    expect(await harness.operations()).toEqual([]);
  });

  test('rejects a malformed id', async () => {
    for (const id of Object.values(MALFORMED)) {
      expect(await sample.request(harness, { id })).toMatchObject({
        ...NOTHING,
        userErrors: [invalidInput('id', 'The id is malformed: copy it from the id field of an object.')],
      });
    }
    expect(await harness.operations()).toEqual([]);
  });
});

test.each([
  encodeId({ kind: 'ClassificationJob', target: 'elsewhere', jobId: JOB_ID }),
  encodeId({ kind: 'ClassificationJob', target: 'constructor', jobId: JOB_ID }),
])('rejects an id that names no target', async (id) => {
  await PAUSE.put(harness);
  expect(await PAUSE.request(harness, { id })).toMatchObject({
    ...NOTHING,
    userErrors: [invalidInput('id', expect.stringMatching(/^The target "\w+" does not exist/))],
  });
  expect(await harness.operations()).toEqual([]);
  const records = await harness.gateway.send(
    'query ($id: String!) { auditTrail(filter: { resourceId: $id }) { nodes { outcome errorCodes } } }',
    { id },
  );
  expect(records).toEqual({
    data: { auditTrail: { nodes: [{ outcome: 'REFUSED', errorCodes: ['INVALID_INPUT'] }] } },
  });
});

test('rejects an id that names a target without the service', async () => {
  const targets = [{ name: 'mail', region: 'us-east-1', services: ['workmail'] as const }];
  const gateway = await startTestGateway(harness.emulator.url, { targets });
  try {
    const id = encodeId({ kind: 'SecurityCase', target: 'mail', caseId: CASE_ID });
    expect(await CLOSE_CASE.request({ gateway }, { id })).toMatchObject({
      ...NOTHING,
      userErrors: [invalidInput('id', 'Security Incident Response is not configured for target "mail".')],
    });
  } finally {
    await gateway.close();
  }
  expect(await harness.operations()).toEqual([]);
});

test('reports NOT_FOUND for an export job of an unknown organization', async () => {
  await CANCEL_EXPORT.put(harness);
  const organizationId = `m-${'f'.repeat(32)}`;
  const id = encodeId({ kind: 'MailboxExportJob', target: 'default', organizationId, jobId: EXPORT_JOB_ID });
  expect(await CANCEL_EXPORT.request(harness, { id })).toMatchObject({
    ...NOTHING,
    userErrors: [notFound()],
  });
  expect(await harness.updates()).toEqual([]);
});
