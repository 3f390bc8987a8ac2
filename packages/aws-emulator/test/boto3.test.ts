// Comparison with boto3: boto3_client.py reads and changes every kind of resource, and its results match the emulator's state.
import { join } from 'node:path';
import { describeWithBoto3, runPython } from '../../../test/support/boto3';
import { useEmulator } from './support/emulator';
import { readState, type EmulatorState, type StateRow } from './support/state';

type Rows =
  | 'jobs'
  | 'listedMembers'
  | 'members'
  | 'organizations'
  | 'exportJobs'
  | 'cases'
  | 'listedMemberships'
  | 'memberships';

interface Report {
  readonly resources: Readonly<Record<Rows, StateRow[]>>;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly roles: Readonly<Record<string, unknown>>;
}

describeWithBoto3('boto3.test.ts')('boto3', () => {
  const { emulator } = useEmulator({ resetBeforeEach: false });
  let now: number;
  let state: EmulatorState;
  let report: Report;

  beforeAll(async () => {
    const clock = (await emulator.control('POST', '/clock', { frozen: true })) as { now: string };
    now = Date.parse(clock.now);
    state = await readState(emulator);
    const script = join(__dirname, 'boto3_client.py');
    report = (await runPython(script, emulator.url)) as Report;
  });

  test('reads every job as the emulator stores it', () => {
    expect(report.resources.jobs).toHaveLength(120);
    expect(sorted(report.resources.jobs, 'jobId')).toEqual(sorted(state.macie2.jobs, 'jobId'));
  });

  test('reads every member with ListMembers and with GetMember', () => {
    const stored = sorted(state.macie2.members, 'accountId');
    expect(stored).toHaveLength(40);
    expect(sorted(report.resources.listedMembers, 'accountId')).toEqual(stored);
    expect(sorted(report.resources.members, 'accountId')).toEqual(stored);
  });

  test('reads both organizations and every export job', () => {
    const organizations = state.workmail.organizations.map(({ users, exportJobs, ...organization }) => {
      expect([users.length, exportJobs.length]).toEqual([24, 15]);
      return organization;
    });
    expect(sorted(report.resources.organizations, 'OrganizationId')).toEqual(
      sorted(organizations, 'OrganizationId'),
    );
    const exportJobs = state.workmail.organizations.flatMap((organization) => organization.exportJobs);
    expect(sorted(report.resources.exportJobs, 'JobId')).toEqual(sorted(exportJobs, 'JobId'));
  });

  test('reads every case', () => {
    expect(report.resources.cases).toHaveLength(30);
    expect(sorted(report.resources.cases, 'caseId')).toEqual(sorted(state['security-ir'].cases, 'caseId'));
  });

  test('reads every membership with ListMemberships and with GetMembership', () => {
    const { memberships } = state['security-ir'];
    expect(memberships).toHaveLength(3);
    expect(sorted(report.resources.memberships, 'membershipId')).toEqual(sorted(memberships, 'membershipId'));
    const listed = memberships.map(
      ({ membershipId, accountId, region, membershipArn, membershipStatus }) => ({
        membershipId,
        accountId,
        region,
        membershipArn,
        membershipStatus,
      }),
    );
    expect(sorted(report.resources.listedMemberships, 'membershipId')).toEqual(
      sorted(listed, 'membershipId'),
    );
  });

  test('makes every kind of change, and receives the exceptions of the service models', () => {
    const conflict = { exception: 'ConflictException', httpStatus: 409 };
    const notFound = { exception: 'ResourceNotFoundException', httpStatus: 404 };
    expect(report.changes).toEqual({
      'pause job': {},
      'pause job again': conflict,
      'complete job': { exception: 'ValidationException', httpStatus: 400 },
      'resume job': {},
      job: 'RUNNING',
      'missing job': notFound,
      'suspend member': {},
      'suspend member again': conflict,
      member: 'Paused',
      'missing member': notFound,
      session: 'ENABLED',
      'cancel export': {},
      export: 'CANCELLED',
      'missing export': { exception: 'EntityNotFoundException', httpStatus: 400 },
      'missing organization': { exception: 'OrganizationNotFoundException', httpStatus: 400 },
      'bad export token': { exception: 'InvalidParameterException', httpStatus: 400 },
      'detect case': { caseStatus: 'Detection and Analysis' },
      'submit case again': conflict,
      'hand over case': {
        caseId: expect.any(String) as unknown,
        caseStatus: 'Submitted',
        resolverType: 'AWS',
      },
      'update AWS case': conflict,
      'close case': { caseStatus: 'Closed', closedDate: now },
      'close case again': conflict,
      'missing case': notFound,
      'missing membership': notFound,
      'bad membership token': { exception: 'ValidationException', httpStatus: 400 },
      'bad case token': { exception: 'ValidationException', httpStatus: 400 },
    });
  });

  test('assumes a role, and calls every service with its credentials', () => {
    const roleId = expect.stringMatching(/^AROA[A-Z2-7]{17}:boto3$/) as unknown;
    const Arn = 'arn:aws:sts::444455556666:assumed-role/audit/boto3';
    expect(report.roles).toEqual({
      assumed: { AssumedRoleUser: { AssumedRoleId: roleId, Arn }, SourceIdentity: 'ann' },
      expiration: (Math.floor(now / 1000) + 900) * 1000,
      identity: { UserId: roleId, Account: '444455556666', Arn },
      member: '444455556666',
      organizations: 2,
      case: expect.stringContaining(':444455556666:') as unknown,
      // botocore has no classes for errors that the models lack.
      'bad role': { exception: 'ClientError', httpStatus: 400 },
      'bad token': { exception: 'ClientError', httpStatus: 403 },
      'bad sts token': { exception: 'ClientError', httpStatus: 403 },
    });
  });
});

/** Rows sorted by id, in the format of boto3_client.py: no nulls, times as milliseconds since the epoch. */
function sorted(rows: readonly StateRow[], id: string): unknown[] {
  return rows.toSorted((a, b) => String(a[id]).localeCompare(String(b[id]))).map((row) => asBoto3Reads(row));
}

const ISO = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const EPOCH_SECONDS_MEMBER = /(Date|Time|Timestamp)$/;

function asBoto3Reads(value: unknown, member = ''): unknown {
  if (typeof value === 'string' && ISO.test(value)) return Date.parse(value);
  if (typeof value === 'number' && EPOCH_SECONDS_MEMBER.test(member) && value < 1e11) return value * 1000;
  if (Array.isArray(value)) return value.map((item) => asBoto3Reads(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([name, inner]) => [name, asBoto3Reads(inner, name)]),
  );
}
