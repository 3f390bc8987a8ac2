// The query of a dashboard: one request that joins three services, and every AWS call it costs.
import { SEVERAL_TARGETS, HOME, useSeveralTargets } from '../support/several-targets';
import { startTestGateway } from '../support/gateway';

const setup = useSeveralTargets({ jobs: 120, members: 40, exportJobs: 30, cases: 30 }, { targets: [HOME] });

const DASHBOARD = `query Dashboard {
  openCases: securityCases(first: 50, filter: { not: { statuses: [CLOSED] } }) {
    nodes {
      title
      status
      impactedMembers {
        nodes {
          accountId
          status
          member {
            status
            classificationJobs(first: 5, filter: { statuses: [RUNNING, IDLE, PAUSED, USER_PAUSED] }) {
              nodes { name status }
              completeness { complete }
            }
          }
        }
        completeness { complete }
      }
    }
    completeness { complete }
  }
  runningExports: mailboxExportJobs(first: 50, filter: { statuses: [RUNNING] }) {
    nodes { jobId estimatedProgress owner { displayName email } }
    completeness { complete }
  }
  expiringJobs: classificationJobs(first: 50, filter: { statuses: [USER_PAUSED] }) {
    nodes { name userPausedDetails { expiresAt } }
    completeness { complete }
  }
}`;

interface Member {
  readonly accountId: string;
  readonly status: string;
  readonly member: {
    readonly status: string;
    readonly classificationJobs: { readonly nodes: readonly { readonly name: string }[] };
  } | null;
}

interface Dashboard {
  readonly openCases: {
    readonly nodes: readonly {
      readonly status: string;
      readonly impactedMembers: { readonly nodes: readonly Member[] };
    }[];
  };
  readonly runningExports: { readonly nodes: readonly { readonly owner: unknown }[] };
  readonly expiringJobs: { readonly nodes: readonly unknown[] };
}

test('one request returns open cases with members and their jobs, running exports with owners, and paused jobs', async () => {
  await setup.forgetCalls();
  const { data, errors } = await setup.gateway.send(DASHBOARD);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).not.toContain('"complete":false');
  const { openCases, runningExports, expiringJobs } = data as unknown as Dashboard;
  expect(openCases.nodes.length).toBeGreaterThan(15);
  expect(openCases.nodes.some(({ status }) => status === 'CLOSED')).toBe(false);
  const members = openCases.nodes.flatMap(({ impactedMembers }) => impactedMembers.nodes);
  expect(new Set(members.map(({ status }) => status))).toEqual(new Set(['MEMBER', 'NOT_A_MEMBER']));
  expect(members.some(({ member }) => (member?.classificationJobs.nodes.length ?? 0) > 0)).toBe(true);
  expect(runningExports.nodes.some(({ owner }) => owner !== null)).toBe(true);
  expect(expiringJobs.nodes.length).toBeGreaterThan(5);

  const counts = await setup.callCounts();
  const accounts = new Set(members.map(({ accountId }) => accountId));
  expect(counts).toEqual({
    // 30 cases at 25 a page, one detail call for each open case, one look-up for each account.
    ListCases: 2,
    GetCase: openCases.nodes.length,
    GetMember: accounts.size,
    // One list for all members, and one for the paused jobs.
    ListClassificationJobs: 2,
    // Two organizations, and one look-up for each owner who is a person.
    ListOrganizations: 1,
    ListMailboxExportJobs: 2,
    DescribeUser: expect.any(Number) as number,
  });
  expect(counts.DescribeUser).toBeLessThanOrEqual(runningExports.nodes.length);
});

test('a job returns the accounts it scans as members, and null for criteria without accounts', async () => {
  const { data, errors } = await setup.gateway.send(`{
    classificationJobs(first: 200) {
      nodes { bucketDefinitions { accountId } bucketCriteria { includes { simpleCriterion { key values } } }
        members { nodes { accountId status } completeness { complete sources { service status } } } }
    }
  }`);
  expect(errors).toBeUndefined();
  interface Job {
    readonly bucketDefinitions: readonly { readonly accountId: string }[] | null;
    readonly bucketCriteria: unknown;
    readonly members: { readonly nodes: readonly { readonly accountId: string }[] } | null;
  }
  const { nodes } = data?.classificationJobs as { nodes: readonly Job[] };
  for (const { bucketDefinitions, members } of nodes) {
    if (bucketDefinitions === null) continue;
    const named = [...new Set(bucketDefinitions.map(({ accountId }) => accountId))];
    expect(members?.nodes.map(({ accountId }) => accountId)).toEqual(named);
  }
  const byCriteria = nodes.filter(({ bucketCriteria }) => bucketCriteria !== null);
  expect(byCriteria.some(({ members }) => members === null)).toBe(true);
  expect(byCriteria.some(({ members }) => members?.nodes.length === 1)).toBe(true);
});

test('a job that names an account twice returns it once', async () => {
  const buckets = (name: string) => ({ accountId: '444455556666', buckets: [name] });
  await setup.emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: 'a'.repeat(32),
    account: HOME.account,
    region: HOME.region,
    set: {
      name: 'twice',
      jobType: 'ONE_TIME',
      jobStatus: 'RUNNING',
      s3JobDefinition: { bucketDefinitions: [buckets('one'), buckets('two')] },
    },
  });
  const { data } = await setup.gateway.send(
    `{ classificationJob(jobId: "${'a'.repeat(32)}") { members { nodes { accountId status } } } }`,
  );
  expect(data?.classificationJob).toEqual({
    members: { nodes: [{ accountId: '444455556666', status: 'NOT_A_MEMBER' }] },
  });
});

test('members is null for criteria that exclude an account', async () => {
  const exclusion = { simpleCriterion: { key: 'ACCOUNT_ID', comparator: 'NE', values: ['444455556666'] } };
  await setup.emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: 'b'.repeat(32),
    account: HOME.account,
    region: HOME.region,
    set: {
      name: 'all but one',
      jobType: 'ONE_TIME',
      jobStatus: 'RUNNING',
      s3JobDefinition: { bucketCriteria: { includes: { and: [exclusion] } } },
    },
  });
  const { data } = await setup.gateway.send(
    `{ classificationJob(jobId: "${'b'.repeat(32)}") { members { nodes { accountId } } } }`,
  );
  expect(data?.classificationJob).toEqual({ members: null });
});

test('members come from the target of the resource, or from the target in the argument', async () => {
  const gateway = await startTestGateway(setup.emulator.url, { targets: SEVERAL_TARGETS });
  const query = (argument: string) => `{ securityCases(first: 1, targets: ["home"]) { nodes {
    impactedMembers${argument} { completeness { sources { target { name } } } } } } }`;
  const targetRead = async (argument: string) => {
    const { data, errors } = await gateway.send(query(argument));
    expect(errors).toBeUndefined();
    return /"target":\{"name":"(\w+)"/.exec(JSON.stringify(data))?.[1];
  };
  expect(await targetRead('')).toBe('home');
  expect(await targetRead('(target: "partner")')).toBe('partner');
  await gateway.close();
});

test('an account that is no longer a member is NOT_A_MEMBER, and the response contains its record', async () => {
  const accountId = '555566667777';
  const where = { account: HOME.account, region: HOME.region };
  const put = (service: string, resource: string, id: string, set: object) =>
    setup.emulator.control('POST', '/put', { service, resource, id, set, ...where });
  await put('macie2', 'member', accountId, { relationshipStatus: 'Removed' });
  await put('security-ir', 'case', '8888888888', {
    title: 'x',
    caseStatus: 'Submitted',
    resolverType: 'Self',
    impactedAccounts: [accountId],
  });
  const { data } = await setup.gateway.send(`{ securityCase(caseId: "8888888888") {
    impactedMembers { nodes { accountId status member { status } } } } }`);
  expect(data?.securityCase).toEqual({
    impactedMembers: {
      nodes: [{ accountId, status: 'NOT_A_MEMBER', member: { status: 'REMOVED' } }],
    },
  });
});

test('a member returns exactly the jobs and cases that name it', async () => {
  const { data, errors } = await setup.gateway.send(`{
    macieMembers(first: 5) {
      nodes { accountId
        classificationJobs(first: 200) { nodes { bucketDefinitions { accountId } bucketCriteria { includes { simpleCriterion { values } } } } completeness { complete } }
        securityCases(first: 50) { nodes { impactedAccounts } completeness { complete } } }
    }
    classificationJobs(first: 200) { nodes { bucketDefinitions { accountId } bucketCriteria { includes { simpleCriterion { values } } } } }
    securityCases(first: 50) { nodes { impactedAccounts } }
  }`);
  expect(errors).toBeUndefined();
  interface CaseOrJob {
    readonly impactedAccounts?: readonly string[];
  }
  interface List {
    readonly nodes: readonly CaseOrJob[];
    readonly completeness?: { readonly complete: boolean };
  }
  const response = data as unknown as {
    macieMembers: { nodes: { accountId: string; classificationJobs: List; securityCases: List }[] };
    classificationJobs: List;
    securityCases: List;
  };
  for (const { accountId, classificationJobs, securityCases } of response.macieMembers.nodes) {
    const namingAccount = (list: List) =>
      list.nodes.filter((each) => JSON.stringify(each).includes(accountId));
    expect(classificationJobs.nodes).toEqual(namingAccount(response.classificationJobs));
    expect(securityCases.nodes).toEqual(namingAccount(response.securityCases));
    expect([classificationJobs, securityCases].every(({ completeness }) => completeness?.complete)).toBe(
      true,
    );
  }
  expect(response.macieMembers.nodes.some(({ securityCases }) => securityCases.nodes.length > 0)).toBe(true);
});

test('a member is UNKNOWN, not omitted, when Macie denies GetMember, and completeness gives the reason', async () => {
  await setup.lay({ service: 'macie2', operation: 'GetMember', error: { type: 'AccessDeniedException' } });
  const { data, errors } = await setup.gateway.send(`{
    securityCases(first: 1) { nodes { impactedMembers { nodes { accountId status }
      completeness { complete sources { target { name } service status } } } } }
  }`);
  await setup.clearFaults();
  expect(errors).toBeUndefined();
  const [first] = (
    data?.securityCases as {
      nodes: { impactedMembers: { nodes: { status: string }[]; completeness: unknown } }[];
    }
  ).nodes;
  expect(first?.impactedMembers.nodes.length).toBeGreaterThan(0);
  expect(first?.impactedMembers.nodes.every(({ status }) => status === 'UNKNOWN')).toBe(true);
  expect(first?.impactedMembers.completeness).toEqual({
    complete: false,
    sources: [{ target: { name: 'home' }, service: 'MACIE', status: 'ACCESS_DENIED' }],
  });
});
