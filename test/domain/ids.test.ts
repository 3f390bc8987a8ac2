// Global ids: the gateway accepts ids from encodeId and rejects all other texts.
import fc from 'fast-check';
import { BadUserInputError } from '../../src/domain/errors';
import { decodeId, decodeIdOf, decodeResourceId, encodeId } from '../../src/domain/ids';
import type { IdRef, ResourceRef } from '../../src/domain/resources';
import { FindNodeDocument, FindNodesDocument } from '../generated/graphql';
import { HOME, useSeveralTargets } from '../support/several-targets';

const text = (pattern: RegExp) => fc.stringMatching(pattern);

const target = text(/^[a-z0-9][a-z0-9-]{0,62}$/);
const resources: fc.Arbitrary<ResourceRef> = fc.oneof(
  fc.record({ kind: fc.constant('ClassificationJob' as const), target, jobId: text(/^[0-9A-Za-z-]{1,64}$/) }),
  fc.record({ kind: fc.constant('MacieMember' as const), target, accountId: text(/^[0-9]{12}$/) }),
  fc.record({
    kind: fc.constant('MailboxExportJob' as const),
    target,
    organizationId: text(/^m-[0-9a-f]{32}$/),
    jobId: text(/^[0-9A-Za-z-]{1,63}$/),
  }),
  fc.record({ kind: fc.constant('SecurityCase' as const), target, caseId: text(/^[0-9]{10,32}$/) }),
);

const uuid = text(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const caseKeys = { target, caseId: text(/^[0-9]{10,32}$/) };
const organizationKeys = { target, organizationId: text(/^m-[0-9a-f]{32}$/) };
const objects: fc.Arbitrary<IdRef> = fc.oneof(
  fc.record({ kind: fc.constant('Target' as const), target }),
  fc.record({ kind: fc.constant('AuditEntry' as const), changeId: uuid }),
  fc.record({ kind: fc.constant('WorkMailOrganization' as const), ...organizationKeys }),
  fc.record({
    kind: fc.constant('WorkMailUser' as const),
    ...organizationKeys,
    userId: text(/^[a-zA-Z0-9._%+@-]{1,256}$/),
  }),
  fc.record({ kind: fc.constant('SecurityCaseAttachment' as const), ...caseKeys, attachmentId: uuid }),
  fc.record({
    kind: fc.constant('SecurityCaseComment' as const),
    ...caseKeys,
    commentId: text(/^[0-9]{6}$/),
  }),
  fc.record({
    kind: fc.constant('SecurityCaseInvestigation' as const),
    ...caseKeys,
    investigationId: text(/^inv-[a-z0-9]{10,32}$/),
  }),
  fc.record({
    kind: fc.constant('AttentionItem' as const),
    reason: text(/^[A-Z_]{1,40}$/),
    digest: text(/^[A-Za-z0-9_-]{43}$/),
  }),
  fc.record({
    kind: fc.constant('SecurityCaseEdit' as const),
    ...caseKeys,
    digest: text(/^[A-Za-z0-9_-]{43}$/),
  }),
);
const refs = fc.oneof(resources, objects);

test('decodeId reverses encodeId', () => {
  fc.assert(
    fc.property(refs, (ref) => {
      expect(decodeId(encodeId(ref))).toEqual(ref);
      expect(encodeId(ref)).toMatch(/^[\w-]+$/);
    }),
  );
});

test('decodeResourceId and decodeIdOf accept resources only', () => {
  fc.assert(
    fc.property(resources, objects, (resource, object) => {
      expect(decodeResourceId(encodeId(resource))).toEqual(resource);
      expect(decodeIdOf(resource.kind, encodeId(resource))).toEqual(resource);
      expect(() => decodeResourceId(encodeId(object))).toThrow(
        new BadUserInputError(`The id identifies a ${object.kind}, not a resource.`),
      );
      expect(() => decodeIdOf(resource.kind, encodeId(object))).toThrow(BadUserInputError);
    }),
  );
});

test('different objects have different ids', () => {
  fc.assert(
    fc.property(refs, refs, (a, b) => {
      expect(encodeId(a) === encodeId(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});

const TARGET = 'a'.repeat(63);
const LONGEST_CASE = { target: TARGET, caseId: '1'.repeat(32) };
const ORGANIZATION = { target: TARGET, organizationId: `m-${'0'.repeat(32)}` };
const UUID = '00000000-0000-0000-0000-000000000000';
/** The object with the longest id of each kind. */
const LONGEST: { readonly [Kind in IdRef['kind']]: Extract<IdRef, { readonly kind: Kind }> } = {
  ClassificationJob: { kind: 'ClassificationJob', target: TARGET, jobId: 'a'.repeat(64) },
  MacieMember: { kind: 'MacieMember', target: TARGET, accountId: '1'.repeat(12) },
  MailboxExportJob: { kind: 'MailboxExportJob', ...ORGANIZATION, jobId: 'a'.repeat(63) },
  SecurityCase: { kind: 'SecurityCase', ...LONGEST_CASE },
  Target: { kind: 'Target', target: TARGET },
  AuditEntry: { kind: 'AuditEntry', changeId: UUID },
  WorkMailOrganization: { kind: 'WorkMailOrganization', ...ORGANIZATION },
  WorkMailUser: { kind: 'WorkMailUser', ...ORGANIZATION, userId: 'a'.repeat(256) },
  AttentionItem: { kind: 'AttentionItem', reason: 'A'.repeat(40), digest: 'a'.repeat(43) },
  SecurityCaseAttachment: { kind: 'SecurityCaseAttachment', ...LONGEST_CASE, attachmentId: UUID },
  SecurityCaseComment: { kind: 'SecurityCaseComment', ...LONGEST_CASE, commentId: '1'.repeat(6) },
  SecurityCaseInvestigation: {
    kind: 'SecurityCaseInvestigation',
    ...LONGEST_CASE,
    investigationId: `inv-${'a'.repeat(32)}`,
  },
  SecurityCaseEdit: { kind: 'SecurityCaseEdit', ...LONGEST_CASE, digest: 'a'.repeat(43) },
};

test('decodeId accepts the longest id of every kind; that of a WorkMail user has 507 characters', () => {
  const refs = Object.values(LONGEST);
  expect(refs.map((ref) => decodeId(encodeId(ref)))).toEqual(refs);
  expect(Math.max(...refs.map((ref) => encodeId(ref).length))).toBe(507);
  expect(encodeId(LONGEST.WorkMailUser)).toHaveLength(507);
});

test('the id of a resource never changes, because clients store it', () => {
  expect(encodeId({ kind: 'SecurityCase', target: 'default', caseId: '1234567890' })).toBe(
    'WzEsIlNlY3VyaXR5Q2FzZSIsImRlZmF1bHQiLCIxMjM0NTY3ODkwIl0',
  );
});

test('rejects every other text as bad user input', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), (anything) => {
      expect(() => decodeId(anything)).toThrow(BadUserInputError);
    }),
  );
});

const CASE = [1, 'SecurityCase', 'home', '1234567890'];
const VALID = encode(CASE);

function encode(parts: unknown): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

const MALFORMED: readonly [string, string][] = [
  ['no characters', ''],
  ['another version', encode([2, ...CASE.slice(1)])],
  ['a version that is a string', encode(['1', ...CASE.slice(1)])],
  ['an unknown kind', encode([1, 'Finding', 'home', '1234567890'])],
  ['a kind that objects inherit', encode([1, 'toString', 'home', '1234567890'])],
  ['a kind that is null', encode([1, null, 'home', '1234567890'])],
  ['a target in capitals', encode([1, 'SecurityCase', 'Home', '1234567890'])],
  ['no target', encode([1, 'SecurityCase'])],
  ['an empty target', encode([1, 'SecurityCase', '', '1234567890'])],
  ['a target that is not a string', encode([1, 'SecurityCase', ['home'], '1234567890'])],
  ['a missing key', encode([1, 'SecurityCase', 'home'])],
  ['an extra key', encode([...CASE, '1234567890'])],
  ['a key of another kind', encode([1, 'SecurityCase', 'home', 'abc'])],
  ['a key that is a number', encode([1, 'SecurityCase', 'home', 1234567890])],
  ['a key that is a list', encode([1, 'SecurityCase', 'home', ['1234567890']])],
  ['a path', encode([1, 'SecurityCase', 'home', '1234567890/../9876543210'])],
  ['a path as a job', encode([1, 'ClassificationJob', 'home', '../members'])],
  ['an escaped path', encode([1, 'ClassificationJob', 'home', '..%2Fmembers'])],
  ['a line break after a key', encode([1, 'MacieMember', 'home', '123456789012\n'])],
  ['an object', encode({ version: 1, kind: 'SecurityCase', target: 'home', caseId: '1234567890' })],
  ['a string', encode('SecurityCase')],
  ['spaces in the JSON', Buffer.from(JSON.stringify(CASE, null, 1)).toString('base64url')],
  ['base64 that is not base64url', encode([1, 'SecurityCase', 'home', '1234567890']) + '='],
  ['a leading space', ` ${VALID}`],
  ['an extra character', `${VALID}A`],
  ['bits that no encoder sets', `${VALID.slice(0, -1)}1`],
  ['JSON itself', JSON.stringify(CASE)],
];

test('accepts the id from which the malformed ids are derived', () => {
  expect(decodeId(VALID)).toEqual({ kind: 'SecurityCase', target: 'home', caseId: '1234567890' });
});

test.each(MALFORMED)('rejects an id with %s', (_title, id) => {
  expect(() => decodeId(id)).toThrow('The id is malformed: copy it from the id field of an object.');
});

test('rejects an id of another kind', () => {
  expect(() => decodeIdOf('ClassificationJob', VALID)).toThrow(
    'The id identifies a SecurityCase, not a ClassificationJob.',
  );
});

describe('ids in a query', () => {
  const setup = useSeveralTargets({}, { targets: [HOME] });

  test('node and nodes reject malformed ids without a call', async () => {
    for (const [, id] of MALFORMED) {
      const { data, errors } = await setup.gateway.execute(FindNodeDocument, { id });
      expect(data).toEqual({ node: null });
      expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    const malformed = MALFORMED.map(([, id]) => id);
    const { data, errors } = await setup.gateway.execute(FindNodesDocument, { ids: malformed });
    expect(data?.nodes).toEqual(malformed.map(() => null));
    expect(errors).toHaveLength(malformed.length);
    expect(await setup.operations()).toEqual([]);
  });
});
