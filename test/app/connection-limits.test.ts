// The division of the process's file descriptors between its clients and itself.
import { openFilesLimit, planConnections } from '../../src/app/connection-limits';
import { testConfig } from '../support/gateway';

const { http } = testConfig();
const TARGET = {
  name: 'prod',
  region: 'us-east-1',
  roleArn: 'arn:aws:iam::111122223333:role/secops-graph',
  services: ['macie2', 'workmail', 'security-ir'] as const,
};

function plan(openFiles: number | undefined, settings: Partial<typeof http> = {}, targets = 1) {
  return planConnections(
    {
      http: { ...http, ...settings },
      targets: Array.from({ length: targets }, () => TARGET),
      awsMode: 'live',
    },
    openFiles,
  );
}

// 114 for files and monitoring; 112 for AWS in each target: 6 times 16, and 16 for its role.
test.each([
  ['one target', 1_024, 1, { total: 798, perAddress: 399 }, 226, 226],
  ['three targets', 1_024, 3, { total: 574, perAddress: 287 }, 450, 450],
  ['many targets keep half of the files at most', 1_024, 50, { total: 512, perAddress: 256 }, 512, 5_714],
  ['many files', 65_536, 1, { total: 2_000, perAddress: 1_000 }, 226, 226],
  ['few files', 150, 1, { total: 36, perAddress: 18 }, 114, 226],
  ['an unknown number of files', undefined, 1, { total: 2_000, perAddress: 1_000 }, 226, 226],
] as const)('%s', (_name, openFiles, targets, limits, reservedFiles, neededFiles) => {
  expect(plan(openFiles, {}, targets)).toEqual({ limits, openFiles, reservedFiles, neededFiles });
});

test('a target without a role needs no sockets for it', () => {
  const targets = [{ ...TARGET, roleArn: undefined, services: ['macie2'] as const }];
  expect(planConnections({ http, targets, awsMode: 'live' }, undefined).neededFiles).toBe(114 + 2 * 16);
  expect(planConnections({ http, targets, awsMode: 'emulator' }, undefined).neededFiles).toBe(114 + 4 * 16);
});

test('MAX_CONNECTIONS and MAX_CONNECTIONS_PER_ADDRESS replace the defaults', () => {
  expect(plan(65_536, { maxConnections: 10_000 }).limits).toEqual({ total: 10_000, perAddress: 5_000 });
  expect(plan(1_024, { maxConnectionsPerAddress: 20 }).limits).toEqual({ total: 798, perAddress: 20 });
  expect(plan(undefined, { maxConnections: 10_000 }).limits.total).toBe(10_000);
});

test('a small MAX_CONNECTIONS leaves more than half of the files to the gateway', () => {
  expect(plan(1_024, { maxConnections: 100 }, 5)).toMatchObject({ reservedFiles: 674, neededFiles: 674 });
});

test('MAX_CONNECTIONS may be all that the limit of open files leaves, and no more', () => {
  expect(plan(1_024, { maxConnections: 798 }).limits.total).toBe(798);
  expect(() => plan(1_024, { maxConnections: 799 })).toThrow(
    'MAX_CONNECTIONS is 799, but the process may open 1024 files, and needs 226 of them itself: raise the limit of open files (ulimit -n), or set MAX_CONNECTIONS to at most 798.',
  );
});

test('a process that may open too few files for the gateway itself does not start', () => {
  expect(plan(115).limits.total).toBe(1);
  expect(() => plan(114)).toThrow(
    'The process may open 114 files, and needs 114 of them itself: raise the limit of open files (ulimit -n).',
  );
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('reads the limit of open files of this process', () => {
  expect(openFilesLimit()).toBeGreaterThan(100);
});
