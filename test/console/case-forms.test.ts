// The rules of the forms of a case, without a browser: files that AWS takes, and the idempotency key of the next attempt.
import { isKeySpent, nextAttempt } from '../../packages/console/src/app/actions/attempt';
import {
  fileSize,
  sizeProblem,
  storedName,
} from '../../packages/console/src/app/pages/cases/parts/upload-rules';
import { uploadVerdict } from '../../packages/console/src/app/pages/cases/parts/upload-verdict';

test.each([
  ['cloudtrail.json', 'cloudtrail.json'],
  ['memory dump (1).bin', 'memory_dump__1_.bin'],
  ['Übersicht/März.txt', '_bersicht_M_rz.txt'],
  ['', ''],
  [`${'a'.repeat(300)}.txt`, `${'a'.repeat(251)}.txt`],
])('the file %j is stored as %j', (name, expected) => {
  expect(storedName(name)).toBe(expected);
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1_023, '1,023 bytes'],
  [1_024, '1 KiB'],
  [4_321, '4.2 KiB'],
  [6_000_000, '5.7 MiB'],
  [104_857_600, '100 MiB'],
  [5_368_709_120, '5 GiB'],
])('%i bytes are shown as %s', (bytes, text) => {
  expect(fileSize(bytes)).toBe(text);
});

test('AWS takes files of 1 byte to 100 MiB', () => {
  expect([1, 104_857_600].map(sizeProblem)).toEqual([undefined, undefined]);
  expect(sizeProblem(0)).toMatch(/^The file is empty/);
  expect(sizeProblem(104_857_601)).toMatch(/at most 100 MiB/);
});

test('every end of an upload has words, and a retry where one can help', () => {
  const nextOf = (status: number) => uploadVerdict({ kind: 'ANSWERED', status }, 'a.txt').next;
  expect([200, 403, 412, 500].map(nextOf)).toEqual([[], ['SEND_AGAIN'], ['READ_AGAIN'], ['SEND_AGAIN']]);
  expect(uploadVerdict({ kind: 'CANCELED', percent: 40 }, 'a.txt').texts).toEqual([]);
  expect(uploadVerdict({ kind: 'CANCELED', percent: 100 }, 'a.txt').texts.join()).toContain('may have');
  expect(uploadVerdict({ kind: 'NO_LINK' }, 'a.txt').title).toBe('The upload failed');
});

test('the same input keeps its idempotency key, and another input gets another one', () => {
  const first = nextAttempt({ id: '1', body: 'a' }, undefined);
  expect(nextAttempt({ id: '1', body: 'a' }, first)).toBe(first);
  const other = nextAttempt({ id: '1', body: 'b' }, first);
  expect(other.idempotencyKey).not.toBe(first.idempotencyKey);
});

test.each([
  ['APPLIED', [], true, true],
  ['RECONCILED', [], true, true],
  ['UNKNOWN', [], true, false],
  ['UNKNOWN', [], false, true],
  ['REFUSED', [{ code: 'AWS_REJECTED', retryable: true }], true, false],
  ['REFUSED', [{ code: 'AWS_REJECTED', retryable: false }], true, true],
  ['REFUSED', [{ code: 'NOT_SENT' }], true, false],
  ['REFUSED', [{ code: 'INVALID_INPUT' }], true, true],
] as const)(
  'after %s with %j (creation: %j) the key is spent: %j',
  (outcome, errors, takesClientToken, expected) => {
    const userErrors = errors.map((error) => ({ __typename: 'UserError', message: '', ...error }));
    const result = { outcome, userErrors } as unknown as Parameters<typeof isKeySpent>[0];
    expect(isKeySpent(result, takesClientToken)).toBe(expected);
  },
);
