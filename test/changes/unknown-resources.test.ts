// Changes of resources that are not there, and ids that name none: nothing is sent.
import { encodeId } from '../../src/domain/ids';
import { CASE, CASE_ID, EXPORT_JOB, EXPORT_JOB_ID, JOB, JOB_ID, MEMBER } from '../support/resources';
import { startTestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';
import { CANCEL_EXPORT, CLOSE_CASE, PAUSE, SAMPLE_CHANGES } from '../support/sample-changes';
import { invalidInput, notFound } from '../support/verdicts';

const harness = useHarness();

const NOTHING = { resource: null, change: null, errors: [] };

const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const MALFORMED = {
  'no id at all': '',
  'the id that AWS gave': JOB_ID,
  'not JSON': Buffer.from('{').toString('base64url'),
  'another version': text([2, 'ClassificationJob', 'default', JOB_ID]),
  'a kind that is not there': text([1, 'Finding', 'default', JOB_ID]),
  'a name of every object': text([1, 'constructor', 'default', JOB_ID]),
  'a key too few': text([1, 'ClassificationJob', 'default']),
  'a key too many': text([1, 'ClassificationJob', 'default', JOB_ID, JOB_ID]),
  'a path for a key': text([1, 'ClassificationJob', 'default', '../members/444455556666']),
  'a key with a line feed': text([1, 'ClassificationJob', 'default', `${JOB_ID}\n`]),
  'a path for a target': text([1, 'ClassificationJob', '../default', JOB_ID]),
  'something appended': `${JOB}AA`,
  padding: `${JOB}=`,
};

describe.each(SAMPLE_CHANGES)('$mutation', (sample) => {
  test('of a resource that AWS does not have says so', async () => {
    expect(await sample.request(harness)).toMatchObject({ ...NOTHING, userErrors: [notFound()] });
    expect(await harness.operations()).toEqual([sample.read]);
  });

  test('of an id of another kind is no valid input', async () => {
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

  test('of a malformed id is no valid input', async () => {
    for (const id of Object.values(MALFORMED)) {
      expect(await sample.request(harness, { id })).toMatchObject({
        ...NOTHING,
        userErrors: [invalidInput('id', 'The id is malformed: take it from the id field of a resource.')],
      });
    }
    expect(await harness.operations()).toEqual([]);
  });
});

test.each([
  encodeId({ kind: 'ClassificationJob', target: 'elsewhere', jobId: JOB_ID }),
  encodeId({ kind: 'ClassificationJob', target: 'constructor', jobId: JOB_ID }),
])('an id that names a target that is not there is no valid input', async (id) => {
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

test('an id that names a target without the service is no valid input', async () => {
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

test('an export job of an organization that is not there is not found', async () => {
  await CANCEL_EXPORT.put(harness);
  const organizationId = `m-${'f'.repeat(32)}`;
  const id = encodeId({ kind: 'MailboxExportJob', target: 'default', organizationId, jobId: EXPORT_JOB_ID });
  expect(await CANCEL_EXPORT.request(harness, { id })).toMatchObject({
    ...NOTHING,
    userErrors: [notFound()],
  });
  expect(await harness.updates()).toEqual([]);
});
