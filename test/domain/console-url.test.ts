// Addresses of resources in the AWS console, for each partition.
import { consoleUrlOf } from '../../src/domain/console-url';

const job = { kind: 'ClassificationJob', target: 'home', jobId: '0123456789abcdef0123456789abcdef' } as const;
const securityCase = { kind: 'SecurityCase', target: 'home', caseId: '1234567890' } as const;

test.each([
  ['us-east-1', 'https://console.aws.amazon.com/macie/home?region=us-east-1'],
  ['eu-west-1', 'https://console.aws.amazon.com/macie/home?region=eu-west-1'],
  ['cn-north-1', 'https://console.amazonaws.cn/macie/home?region=cn-north-1'],
  ['us-gov-west-1', 'https://console.amazonaws-us-gov.com/macie/home?region=us-gov-west-1'],
])('a classification job in %s has its page in the console of the partition', (region, page) => {
  expect(consoleUrlOf(job, region)).toBe(`${page}#jobs?itemId=0123456789abcdef0123456789abcdef`);
});

test('a case has the address of the console of the service', () => {
  expect(consoleUrlOf(securityCase, 'us-west-2')).toBe(
    'https://console.aws.amazon.com/security-ir/home?region=us-west-2',
  );
});

test.each(['us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1', 'eusc-de-east-1'])(
  'the partition of %s has no public console',
  (region) => {
    expect(consoleUrlOf(job, region)).toBeUndefined();
  },
);

test('members and mailbox export jobs have no page', () => {
  expect(
    consoleUrlOf({ kind: 'MacieMember', target: 'home', accountId: '123456789012' }, 'us-east-1'),
  ).toBeUndefined();
  const organizationId = `m-${'0'.repeat(32)}`;
  const exportJob = { kind: 'MailboxExportJob', target: 'home', organizationId, jobId: 'x' } as const;
  expect(consoleUrlOf(exportJob, 'us-east-1')).toBeUndefined();
});
