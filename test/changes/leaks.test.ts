// Leaks: no client receives the text of an AWS error, whether AWS rejects a change, fails, or rejects a read.
import { putJob } from '../support/resources';
import { testInOwnHarness, useHarness } from '../support/harness';
import { PAUSE, SAMPLE_CHANGES, type ChangeAnswer } from '../support/sample-changes';

const harness = useHarness();

const CANARY =
  'User: arn:aws:sts::111122223333:assumed-role/canary-role/session is not authorized at /srv/app/index.js:12:34';

const LEAKS =
  /canary|arn:|111122223333|assumed-role|not authorized|\.js\b|\.ts\b|node_modules|stack|Exception:/i;

function expectNoLeak({ raw }: ChangeAnswer): void {
  expect(JSON.stringify(raw)).not.toMatch(LEAKS);
}

test('the pattern matches the text of an AWS error and source locations', () => {
  expect(CANARY).toMatch(LEAKS);
  expect('at Object.read (src/aws/service-port.ts:40:31)').toMatch(LEAKS);
});

describe.each(SAMPLE_CHANGES)('$mutation', (sample) => {
  const { service, read, update } = sample;

  test.each([
    { where: 'the change', at: update, type: 'AccessDeniedException' },
    { where: 'the read before it', at: read, type: 'ValidationException' },
  ])('returns no AWS text when AWS rejects $where', async ({ at, type }) => {
    await sample.put(harness);
    await harness.lay({ service: service.signingName, operation: at, error: { type, message: CANARY } });
    const response = await sample.request(harness);
    expect(response.userErrors.map(({ code }) => code)).toEqual(['AWS_REJECTED']);
    expectNoLeak(response);
  });
});

testInOwnHarness('returns no AWS text when AWS fails', async (harness) => {
  await putJob(harness, 'RUNNING');
  await harness.lay({
    service: 'macie2',
    operation: 'UpdateClassificationJob',
    error: { type: 'InternalServerException', status: 500, message: CANARY },
  });
  const response = await PAUSE.request(harness);
  expect(response.userErrors.map(({ code }) => code)).toEqual(['OUTCOME_UNKNOWN']);
  expectNoLeak(response);
});

testInOwnHarness(
  'returns no AWS text in the GraphQL error when AWS rejects the read after the change',
  async (harness) => {
    await putJob(harness, 'RUNNING');
    const reads = { service: 'macie2', operation: 'DescribeClassificationJob' };
    await harness.lay(
      { ...reads, latencyMs: 0, count: 1 },
      { ...reads, error: { type: 'AccessDeniedException', message: CANARY } },
    );
    const response = await PAUSE.request(harness);
    expect(response.errors).toHaveLength(1);
    expectNoLeak(response);
  },
);
