// Look-ahead of a repeated document: it fetches what this request selects, whatever earlier requests selected.
import { useSeveralTargets, HOME, PARTNER } from '../support/several-targets';

const setup = useSeveralTargets(
  { jobs: 4, members: 30, exportJobs: 4, cases: 4 },
  { targets: [HOME, PARTNER] },
);

beforeEach(() => setup.forgetCalls());

async function callsOf(query: string, variables: object): Promise<Record<string, number>> {
  await setup.forgetCalls();
  const { errors } = await setup.gateway.send(query, variables);
  expect(errors).toBeUndefined();
  return setup.callCounts();
}

/** Expects the gateway to fetch details while the list of one target is held: resolvers wait for the list. */
async function expectDetailsAhead(query: string, variables: object): Promise<void> {
  await setup.forgetCalls();
  const { account } = PARTNER;
  await setup.lay({ service: 'macie2', operation: 'ListClassificationJobs', account, hold: true });
  const response = setup.gateway.send(query, variables);
  await setup.callsReach(5);
  // The log contains the held list only after its release.
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 1, DescribeClassificationJob: 4 });
  await setup.release();
  expect((await response).errors).toBeUndefined();
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 2, DescribeClassificationJob: 8 });
  await setup.clearFaults();
}

const CONDITIONAL = `query ($details: Boolean!) {
  classificationJobs(first: 8) { nodes { name ...Details @include(if: $details) } }
}
fragment Details on ClassificationJob { description }`;

test('fetches details only for requests whose variables include them', async () => {
  await expectDetailsAhead(CONDITIONAL, { details: true });
  expect(await callsOf(CONDITIONAL, { details: false })).toEqual({ ListClassificationJobs: 2 });
  await expectDetailsAhead(CONDITIONAL, { details: true });
  expect(await callsOf(CONDITIONAL, { details: true })).toEqual({
    ListClassificationJobs: 2,
    DescribeClassificationJob: 8,
  });
});

test('fetches the details of a repeated document', async () => {
  const query = '{ classificationJobs(first: 8) { edges { node { ... on Resource { arn } } } } }';
  await expectDetailsAhead(query, {});
  await expectDetailsAhead(query, {});
});

test('ignores fragments on other types of an interface', async () => {
  const query = `{ classificationJobs(first: 8) {
    nodes { name ... on Resource { ... on SecurityCase { description } } }
  } }`;
  expect(await callsOf(query, {})).toEqual({ ListClassificationJobs: 2 });
});

test('looks up the members of the page that the variables of this request state', async () => {
  const query = `query ($first: Int!) {
    securityCases(first: 4, targets: ["home"]) { nodes { impactedMembers(first: $first) { nodes { accountId member { email } } } } }
  }`;
  const one = await callsOf(query, { first: 1 });
  const several = await callsOf(query, { first: 200 });
  expect(await callsOf(query, { first: 1 })).toEqual(one);
  expect(several.GetMember).toBeGreaterThan(one.GetMember ?? 0);
});

test('a merged field needs what each of its selections needs', async () => {
  const query = `query ($details: Boolean!) {
    classificationJobs(first: 8) { nodes { name } }
    ... @include(if: $details) { classificationJobs(first: 8) { nodes { description } } }
  }`;
  expect(await callsOf(query, { details: false })).toEqual({ ListClassificationJobs: 2 });
  await expectDetailsAhead(query, { details: true });
  expect(await callsOf(query, { details: false })).toEqual({ ListClassificationJobs: 2 });
});
