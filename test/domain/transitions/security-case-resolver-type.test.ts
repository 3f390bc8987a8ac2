// The resolver type of a case: a handover to AWS in every status and from every resolver type, and the calls to AWS.
import type { SecurityCaseResolverType, SecurityCaseStatus } from '../../generated/graphql';
import { readMatrix } from '../../support/matrix';
import { CASE, CASE_ID, putCase } from '../../support/resources';
import { useHarness } from '../../support/harness';

const harness = useHarness();

/** The text of AWS and the name in the schema, by the abbreviation in the matrix. */
const STATUSES: Readonly<Record<string, readonly [text: string, name: SecurityCaseStatus]>> = {
  SUB: ['Submitted', 'SUBMITTED'],
  ACK: ['Acknowledged', 'ACKNOWLEDGED'],
  DET: ['Detection and Analysis', 'DETECTION_AND_ANALYSIS'],
  CON: ['Containment, Eradication and Recovery', 'CONTAINMENT_ERADICATION_AND_RECOVERY'],
  POST: ['Post-incident Activities', 'POST_INCIDENT_ACTIVITIES'],
  READY: ['Ready to Close', 'READY_TO_CLOSE'],
  CLOSED: ['Closed', 'CLOSED'],
  NEW: ['Escalated', 'UNRECOGNIZED'],
};

const RESOLVERS: Readonly<Record<string, SecurityCaseResolverType>> = {
  Self: 'SELF',
  AWS: 'AWS',
  Partner: 'UNRECOGNIZED',
};

/** Whether a case of this status and resolver type can be handed over to AWS. */
const VERDICTS = readMatrix(`
           Self   AWS   Partner
  SUB      yes    -     -
  ACK      yes    -     -
  DET      yes    -     -
  CON      yes    -     -
  POST     yes    -     -
  READY    yes    -     -
  CLOSED   -      -     -
  NEW      -      -     -
`).map(({ row, column, value }) => {
  const [text = '', name = 'UNRECOGNIZED'] = STATUSES[row] ?? [];
  return { text, name, resolverType: column, from: RESOLVERS[column] ?? '', verdict: value };
});

interface Payload {
  readonly outcome: string;
  readonly change: unknown;
  readonly securityCase: { readonly resolverType: string } | null;
  readonly userErrors: readonly unknown[];
}

async function handOver(input: object = {}): Promise<Payload> {
  const { data, errors } = await harness.gateway.send(
    `mutation ($input: UpdateSecurityCaseResolverTypeInput!) {
      updateSecurityCaseResolverType(input: $input) {
        outcome change { from to consequences { code } }
        securityCase { resolverType }
        userErrors { code path ... on InvalidTransitionError { from to allowed { to } } }
      }
    }`,
    { input: { id: CASE, resolverType: 'AWS', ...input } },
  );
  expect(errors).toBeUndefined();
  return data?.updateSecurityCaseResolverType as Payload;
}

const changeOf = (from: string, outcome: string, to = 'AWS') => ({
  outcome,
  change: { from, to, consequences: outcome === 'REFUSED' ? [] : [{ code: 'IRREVERSIBLE' }] },
});

test.each(VERDICTS.filter(({ verdict }) => verdict === 'yes'))(
  'hands a case of $resolverType that is $text over to AWS',
  async ({ text, resolverType }) => {
    await putCase(harness, text, resolverType);
    expect(await handOver()).toEqual({
      ...changeOf('SELF', 'APPLIED'),
      securityCase: { resolverType: 'AWS' },
      userErrors: [],
    });
    expect(await harness.operations()).toEqual(['GetCase', 'UpdateResolverType', 'GetCase']);
    expect(await harness.updates()).toEqual([
      { operation: 'UpdateResolverType', parameters: { caseId: CASE_ID, resolverType: 'AWS' } },
    ]);
  },
);

test.each(VERDICTS.filter(({ verdict }) => verdict === '-'))(
  'refuses to hand over a case of $resolverType that is $text',
  async ({ text, resolverType, from }) => {
    await putCase(harness, text, resolverType);
    expect(await handOver()).toEqual({
      ...changeOf(from, 'REFUSED'),
      securityCase: { resolverType: from },
      userErrors: [
        { code: 'INVALID_TRANSITION', path: ['input', 'resolverType'], from, to: 'AWS', allowed: [] },
      ],
    });
    expect(await harness.operations()).toEqual(['GetCase']);
  },
);

test.each(['SELF', 'UNRECOGNIZED'])('refuses to hand a case over to %s', async (resolverType) => {
  for (const [current, name] of Object.entries(RESOLVERS)) {
    await putCase(harness, 'Submitted', current);
    const { outcome, change, userErrors } = await handOver({ resolverType });
    expect({ outcome, change }).toEqual(changeOf(name, 'REFUSED', resolverType));
    expect(userErrors).toHaveLength(1);
  }
  expect(await harness.updates()).toEqual([]);
});

test('a dry run returns the change and sends nothing', async () => {
  await putCase(harness, 'Submitted');
  expect(await handOver({ dryRun: true })).toMatchObject({ ...changeOf('SELF', 'DRY_RUN') });
  expect(await harness.operations()).toEqual(['GetCase']);
});

test('the gateway reads the case after a lost response, and does not send the change again', async () => {
  await putCase(harness, 'Submitted');
  await harness.lay({
    service: 'security-ir',
    operation: 'UpdateResolverType',
    lostResponse: 'after',
    count: 1,
  });
  expect(await handOver()).toMatchObject({ ...changeOf('SELF', 'RECONCILED') });
  expect(await harness.updates()).toHaveLength(1);
});

test('a change that AWS never received is UNKNOWN', async () => {
  await putCase(harness, 'Submitted');
  await harness.lay({
    service: 'security-ir',
    operation: 'UpdateResolverType',
    lostResponse: 'before',
    count: 1,
  });
  expect(await handOver()).toMatchObject({
    ...changeOf('SELF', 'UNKNOWN'),
    securityCase: { resolverType: 'SELF' },
    userErrors: [{ code: 'OUTCOME_UNKNOWN' }],
  });
});

test('a handover waits for a status change of the same case and is checked after it', async () => {
  await putCase(harness, 'Submitted');
  await harness.lay({ service: 'security-ir', operation: 'CloseCase', latencyMs: 200, count: 1 });
  const close = harness.gateway.send(
    'mutation ($id: ID!) { closeSecurityCase(input: { id: $id }) { outcome } }',
    { id: CASE },
  );
  await harness.faultsLeft(0);
  const [{ data }, handover] = await Promise.all([close, handOver()]);
  expect(data?.closeSecurityCase).toEqual({ outcome: 'APPLIED' });
  expect(handover).toMatchObject(changeOf('SELF', 'REFUSED'));
  expect((await harness.updates()).map(({ operation }) => operation)).toEqual(['CloseCase']);
});
