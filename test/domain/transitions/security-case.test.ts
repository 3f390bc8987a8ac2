// Transitions of Security Incident Response cases: every status with every requested status, for every resolver type.
import {
  CloseSecurityCaseDocument,
  FindSecurityCaseDocument,
  UpdateSecurityCaseStatusDocument,
  type SecurityCaseStatus,
} from '../../generated/graphql';
import { readMatrix } from '../../support/matrix';
import { CASE, CASE_ID, caseStatusInAws, putCase } from '../../support/resources';
import { useHarness } from '../../support/harness';
import { change, inShort, invalidInput, invalidTransition } from '../../support/verdicts';

const harness = useHarness();

/** The text of AWS and the name in the schema, by the abbreviation in the tables below. */
const STATUSES: Record<string, { text: string; name: SecurityCaseStatus }> = {
  SUB: { text: 'Submitted', name: 'SUBMITTED' },
  ACK: { text: 'Acknowledged', name: 'ACKNOWLEDGED' },
  DET: { text: 'Detection and Analysis', name: 'DETECTION_AND_ANALYSIS' },
  CON: { text: 'Containment, Eradication and Recovery', name: 'CONTAINMENT_ERADICATION_AND_RECOVERY' },
  POST: { text: 'Post-incident Activities', name: 'POST_INCIDENT_ACTIVITIES' },
  READY: { text: 'Ready to Close', name: 'READY_TO_CLOSE' },
  CLOSED: { text: 'Closed', name: 'CLOSED' },
  NEW: { text: 'Under Review', name: 'UNRECOGNIZED' },
};

/**
 * A row is the status of a case, a column the status requested with updateSecurityCaseStatus, and the last column
 * closeSecurityCase. The gateway refuses a dash after a read, and rejects "input" without a call to AWS.
 */
const SELF = readMatrix(`
           SUB   ACK   DET   CON   POST   READY   CLOSED   NEW     close
  SUB      -     -     yes   -     -      -       input    input   yes
  ACK      -     -     -     -     -      -       input    input   yes
  DET      -     -     -     yes   yes    -       input    input   yes
  CON      -     -     yes   -     yes    -       input    input   yes
  POST     -     -     yes   yes   -      -       input    input   yes
  READY    -     -     -     -     -      -       input    input   yes
  CLOSED   -     -     -     -     -      -       input    input   -
  NEW      -     -     -     -     -      -       input    input   -
`);
const AWS = readMatrix(`
           SUB   ACK   DET   CON   POST   READY   CLOSED   NEW     close
  SUB      -     -     -     -     -      -       input    input   yes
  ACK      -     -     -     -     -      -       input    input   yes
  DET      -     -     -     -     -      -       input    input   yes
  CON      -     -     -     -     -      -       input    input   yes
  POST     -     -     -     -     -      -       input    input   yes
  READY    -     -     -     -     -      -       input    input   yes
  CLOSED   -     -     -     -     -      -       input    input   -
  NEW      -     -     -     -     -      -       input    input   -
`);
/** A resolver type that AWS may add later. */
const PARTNER = readMatrix(`
           SUB   ACK   DET   CON   POST   READY   CLOSED   NEW     close
  SUB      -     -     -     -     -      -       input    input   -
  ACK      -     -     -     -     -      -       input    input   -
  DET      -     -     -     -     -      -       input    input   -
  CON      -     -     -     -     -      -       input    input   -
  POST     -     -     -     -     -      -       input    input   -
  READY    -     -     -     -     -      -       input    input   -
  CLOSED   -     -     -     -     -      -       input    input   -
  NEW      -     -     -     -     -      -       input    input   -
`);

/** The statuses that a refusal lists as allowed, in this order; no entry means no status. */
const ALLOWED: Record<string, Record<string, string>> = {
  Self: {
    SUB: 'DET CLOSED',
    ACK: 'CLOSED',
    DET: 'CON POST CLOSED',
    CON: 'DET POST CLOSED',
    POST: 'CON DET CLOSED',
    READY: 'CLOSED',
  },
  AWS: { SUB: 'CLOSED', ACK: 'CLOSED', DET: 'CLOSED', CON: 'CLOSED', POST: 'CLOSED', READY: 'CLOSED' },
};

function status(short: string) {
  const known = STATUSES[short];
  if (known === undefined) throw new Error(`There is no status ${short}.`);
  return known;
}

function allowedOf(resolverType: string, short: string): string[] {
  const allowed = ALLOWED[resolverType]?.[short];
  return allowed === undefined ? [] : allowed.split(' ').map((each) => status(each).name);
}

const PAIRS = [
  ...SELF.map((cell) => ({ resolverType: 'Self', ...cell })),
  ...AWS.map((cell) => ({ resolverType: 'AWS', ...cell })),
  ...PARTNER.map((cell) => ({ resolverType: 'Partner', ...cell })),
].map(({ resolverType, row, column, value }) => ({
  resolverType,
  from: status(row),
  closing: column === 'close',
  to: status(column === 'close' ? 'CLOSED' : column),
  mutation: column === 'close' ? 'closeSecurityCase' : 'updateSecurityCaseStatus',
  allowed: allowedOf(resolverType, row),
  verdict: value,
}));

async function request({ closing, to }: { closing: boolean; to: { name: SecurityCaseStatus } }) {
  if (closing) {
    return (await harness.gateway.read(CloseSecurityCaseDocument, { input: { id: CASE } })).closeSecurityCase;
  }
  const input = { id: CASE, status: to.name };
  return (await harness.gateway.read(UpdateSecurityCaseStatusDocument, { input })).updateSecurityCaseStatus;
}

test.each(PAIRS.filter(({ verdict }) => verdict === '-'))(
  'refuses $mutation of a case of $resolverType from $from.text to $to.name',
  async (pair) => {
    const { resolverType, from, to, allowed } = pair;
    await putCase(harness, from.text, resolverType);

    expect(await request(pair)).toEqual({
      securityCase: { id: CASE, status: from.name },
      ...change(from.name, to.name, 'REFUSED'),
      userErrors: [invalidTransition(from.name, to.name, allowed, to.name === 'CLOSED' ? 'id' : 'status')],
    });
    expect(await harness.operations()).toEqual(['GetCase']);
    expect(await caseStatusInAws(harness)).toBe(from.text);
  },
);

test.each(PAIRS.filter(({ verdict }) => verdict === 'input'))(
  'rejects $to.name as input of updateSecurityCaseStatus, for a case of $resolverType that is $from.text',
  async (pair) => {
    await putCase(harness, pair.from.text, pair.resolverType);

    expect(await request(pair)).toEqual({
      securityCase: null,
      outcome: 'REFUSED',
      change: null,
      userErrors: [invalidInput('status')],
    });
    expect(await harness.operations()).toEqual([]);
    expect(await caseStatusInAws(harness)).toBe(pair.from.text);
  },
);

test.each(PAIRS.filter(({ verdict }) => verdict === 'yes'))(
  'applies $mutation of a case of $resolverType from $from.text to $to.name',
  async (pair) => {
    const { resolverType, closing, from, to } = pair;
    await putCase(harness, from.text, resolverType);

    expect(await request(pair)).toEqual({
      securityCase: { id: CASE, status: to.name },
      ...change(from.name, to.name, 'APPLIED', closing ? ['IRREVERSIBLE'] : []),
      userErrors: [],
    });
    const update = closing
      ? { operation: 'CloseCase', parameters: { caseId: CASE_ID } }
      : { operation: 'UpdateCaseStatus', parameters: { caseId: CASE_ID, caseStatus: to.text } };
    expect(await harness.operations()).toEqual(['GetCase', update.operation, 'GetCase']);
    expect(await harness.updates()).toEqual([update]);
    expect(await caseStatusInAws(harness)).toBe(to.text);
  },
);

const DETECT = ['UPDATE_STATUS', 'DETECTION_AND_ANALYSIS', 'updateSecurityCaseStatus'];
const CONTAIN = ['UPDATE_STATUS', 'CONTAINMENT_ERADICATION_AND_RECOVERY', 'updateSecurityCaseStatus'];
const REVIEW = ['UPDATE_STATUS', 'POST_INCIDENT_ACTIVITIES', 'updateSecurityCaseStatus'];
const CLOSE = ['CLOSE', 'CLOSED', 'closeSecurityCase', 'IRREVERSIBLE'];
const HAND_OVER = ['UPDATE_RESOLVER_TYPE', 'AWS', 'updateSecurityCaseResolverType', 'IRREVERSIBLE'];

test.each([
  { short: 'SUB', ofSelf: [DETECT, CLOSE, HAND_OVER], ofAws: [CLOSE] },
  { short: 'ACK', ofSelf: [CLOSE, HAND_OVER], ofAws: [CLOSE] },
  { short: 'DET', ofSelf: [CONTAIN, REVIEW, CLOSE, HAND_OVER], ofAws: [CLOSE] },
  { short: 'CON', ofSelf: [DETECT, REVIEW, CLOSE, HAND_OVER], ofAws: [CLOSE] },
  { short: 'POST', ofSelf: [CONTAIN, DETECT, CLOSE, HAND_OVER], ofAws: [CLOSE] },
  { short: 'READY', ofSelf: [CLOSE, HAND_OVER], ofAws: [CLOSE] },
  { short: 'CLOSED', ofSelf: [], ofAws: [] },
  { short: 'NEW', ofSelf: [], ofAws: [] },
])(
  'availableTransitions of a case that is $short lists its transitions',
  async ({ short, ofSelf, ofAws }) => {
    const { text, name } = status(short);
    for (const { resolverType, transitions } of [
      { resolverType: 'Self', transitions: ofSelf },
      { resolverType: 'AWS', transitions: ofAws },
      { resolverType: 'Partner', transitions: [] },
    ]) {
      await putCase(harness, text, resolverType);
      const { securityCase } = await harness.gateway.read(FindSecurityCaseDocument, { caseId: CASE_ID });
      expect(securityCase).toMatchObject({ id: CASE, status: name, awsStatus: text });
      expect(inShort(securityCase?.availableTransitions)).toEqual(transitions);
    }
  },
);
