// startMailboxExportJob: the gateway checks every input rule of WorkMail first, sends the job once, and reports APPLIED only if WorkMail accepted it.
import { readState } from '../support/emulator';
import { expectViolations, mutation, type Payload } from '../support/mutations';
import { useHarness } from '../support/harness';

const harness = useHarness();

const VALID = {
  description: 'Legal hold',
  roleArn: 'arn:aws:iam::111122223333:role/export',
  kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/0123',
  s3BucketName: 'exports',
  s3Prefix: 'legal/2026',
};

/** An organization and one of its users from the initial data of the emulator. */
let mailbox: { organizationId: string; entityId: string };

const send = mutation(
  harness,
  'startMailboxExportJob',
  'idempotencyKey mailboxExportJob { jobId status description s3BucketName s3Prefix roleArn kmsKeyArn }',
);

const start = (change: object = {}) => send({ ...VALID, ...mailbox, ...change });

const jobOf = ({ mailboxExportJob }: Payload) => mailboxExportJob as { jobId: string } | null;

beforeEach(async () => {
  const [organization] = (await readState(harness.emulator)).workmail.organizations;
  const user = organization?.users.find(({ State }) => State === 'ENABLED');
  mailbox = { organizationId: String(organization?.OrganizationId), entityId: String(user?.Email) };
});

test('starts an export job once, and returns it', async () => {
  const payload = await start({ idempotencyKey: 'ticket-4711' });
  expect(payload).toMatchObject({ outcome: 'APPLIED', idempotencyKey: 'ticket-4711', userErrors: [] });
  expect(payload.mailboxExportJob).toMatchObject({
    status: 'RUNNING',
    description: 'Legal hold',
    s3BucketName: 'exports',
    s3Prefix: 'legal/2026',
    roleArn: VALID.roleArn,
    kmsKeyArn: VALID.kmsKeyArn,
  });
  expect(await harness.operations()).toEqual(['StartMailboxExportJob', 'DescribeMailboxExportJob']);
});

test('the gateway generates a different key for every request without a key', async () => {
  const [one, two] = [await start(), await start()];
  expect(one.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  expect(two.idempotencyKey).not.toBe(one.idempotencyKey);
  expect(jobOf(two)?.jobId).not.toBe(jobOf(one)?.jobId);
});

test('reports a lost response as UNKNOWN, and the same key returns the started job', async () => {
  await harness.lay({
    service: 'workmail',
    operation: 'StartMailboxExportJob',
    lostResponse: 'after',
    count: 1,
  });
  const lost = await start();
  expect(lost).toMatchObject({ outcome: 'UNKNOWN', mailboxExportJob: null });
  expect(lost.userErrors.map(({ code }) => code)).toEqual(['OUTCOME_UNKNOWN']);
  const again = await start({ idempotencyKey: lost.idempotencyKey });
  const third = await start({ idempotencyKey: lost.idempotencyKey });
  expect(again.outcome).toBe('APPLIED');
  expect(jobOf(third)?.jobId).toBe(jobOf(again)?.jobId);
  expect((await harness.updates()).map(({ operation }) => operation)).toEqual(
    // The gateway returns the stored response of the second request to the third.
    Array.from({ length: 2 }, () => 'StartMailboxExportJob'),
  );
});

test('a dry run checks everything and sends nothing', async () => {
  expect(await start({ dryRun: true })).toEqual({
    outcome: 'DRY_RUN',
    idempotencyKey: null,
    userErrors: [],
    mailboxExportJob: null,
  });
  expect(await harness.operations()).toEqual([]);
  await expectViolations(harness, await start({ dryRun: true, roleArn: 'x' }), 'input.roleArn');
});

const LONG = 'x'.repeat(2_050);

test.each<[path: string, values: readonly unknown[]]>([
  ['entityId', ['', 'x'.repeat(257), 'two words', 'a/b']],
  ['description', ['x'.repeat(1_024)]],
  [
    'roleArn',
    ['', 'arn:aws:iam::1:user', 'arn:aws:kms:us-east-1:111122223333:key/0123', `arn:aws:iam::1:${LONG}`],
  ],
  ['kmsKeyArn', ['', VALID.roleArn]],
  ['s3BucketName', ['', 'x'.repeat(64), 'under_score']],
  ['s3Prefix', ['', 'x'.repeat(1_024), 'two words']],
  ['idempotencyKey', ['', 'two words', 'x'.repeat(129)]],
  ['target', ['nowhere', '']],
])('rejects an invalid %s', async (path, values) => {
  for (const value of values) {
    const payload = await start({ [path]: value });
    expect(payload).toMatchObject({ idempotencyKey: null, mailboxExportJob: null });
    await expectViolations(harness, payload, `input.${path}`);
  }
});

test('reports all violations together', async () => {
  const payload = await start({ roleArn: 'x', s3Prefix: '', target: 'nowhere' });
  await expectViolations(harness, payload, 'input.roleArn', 'input.s3Prefix', 'input.target');
});

test('reports a rejection by WorkMail without text of AWS', async () => {
  await harness.lay({
    service: 'workmail',
    operation: 'StartMailboxExportJob',
    error: { type: 'LimitExceededException', message: 'secret' },
    count: 1,
  });
  const payload = await start();
  expect(payload).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [
      { code: 'AWS_REJECTED', awsCode: 'LimitExceededException', operation: 'StartMailboxExportJob' },
    ],
  });
  expect(JSON.stringify(payload)).not.toContain('secret');
});
