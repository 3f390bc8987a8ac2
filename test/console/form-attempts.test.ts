// The rules of repeated attempts of a form, without a browser: its idempotency keys, its words, and the tags that are left to send.
import { FormAttempts } from '../../packages/console/src/app/forms/form-attempts';
import {
  describeRefusal,
  describeSuccess,
  describeUnknown,
} from '../../packages/console/src/app/forms/form-verdict';
import { tagChangesOf, withoutTags, withTags } from '../../packages/console/src/app/pages/tags/tag-changes';

const create = (title: string) => ({ mutation: 'create', input: { title } });
const userError = (code: string, more: object = {}) => ({
  __typename: 'UserError',
  code,
  message: code,
  path: null,
  ...more,
});
const result = (outcome: 'APPLIED' | 'REFUSED' | 'UNKNOWN', ...userErrors: object[]) =>
  ({ outcome, userErrors }) as unknown as Parameters<FormAttempts['recordResult']>[1];
const refused = (error = userError('INVALID_INPUT')) => result('REFUSED', error);

describe('the idempotency keys of a form', () => {
  test('input that is restored after other input has the key of its lost attempt', () => {
    const attempts = new FormAttempts();
    const key = attempts.keyOf(create('a'));
    attempts.recordLoss(create('a'));
    expect(attempts.mayBeMadeBeside([create('b')])).toBe(true);
    expect(attempts.keyOf(create('b'))).not.toBe(key);
    attempts.recordResult(create('b'), refused(), true);
    expect(attempts.mayBeMadeBeside([create('a')])).toBe(false);
    expect(attempts.keyOf(create('a'))).toBe(key);
    attempts.recordResult(create('a'), result('APPLIED'), true);
    expect(attempts.mayBeMadeBeside([create('b')])).toBe(false);
  });

  test('another mutation with the same input has another key', () => {
    const attempts = new FormAttempts();
    const { input } = create('a');
    expect(attempts.keyOf({ mutation: 'tag', input })).not.toBe(attempts.keyOf({ mutation: 'untag', input }));
  });

  test('an unknown outcome keeps the key only if AWS recognizes it; without it, the earlier attempt is named', () => {
    const [withToken, without] = [new FormAttempts(), new FormAttempts()];
    const [kept, spent] = [withToken.keyOf(create('a')), without.keyOf(create('a'))];
    withToken.recordResult(create('a'), result('UNKNOWN'), true);
    without.recordResult(create('a'), result('UNKNOWN'), false);
    expect(withToken.keyOf(create('a'))).toBe(kept);
    expect(withToken.mayBeMadeBeside([create('a')])).toBe(false);
    expect(without.mayBeMadeBeside([create('a')])).toBe(true);
    expect(without.keyOf(create('a'))).not.toBe(spent);
  });

  test('a key that the gateway knows with other input proves nothing about the earlier attempt', () => {
    const attempts = new FormAttempts();
    attempts.keyOf(create('a'));
    attempts.recordLoss(create('a'));
    const mismatch = userError('INVALID_INPUT', { path: ['input', 'idempotencyKey'] });
    attempts.recordResult(create('a'), refused(mismatch), true);
    expect(attempts.mayBeMadeBeside([create('a')])).toBe(true);
  });
});

describe('the words for the outcome of a form', () => {
  const nothing = { stepsMade: 0, errors: [] };

  test('a refusal says that nothing was changed only if that is known', () => {
    const titleOf = (stepsMade: number, isMismatch: boolean) =>
      describeRefusal([], { stepsMade, errors: [] }, isMismatch).title;
    expect([titleOf(0, false), titleOf(1, false), titleOf(0, true)]).toEqual([
      'Nothing was changed',
      'A part was not changed',
      'This was not sent, and an earlier attempt may have been made',
    ]);
  });

  test('after an unknown outcome there is a retry only if AWS recognizes it', () => {
    const nextOf = (takesClientToken: boolean) =>
      describeUnknown([], nothing, { idempotencyKey: 'k', takesClientToken }).next;
    expect([nextOf(true), nextOf(false)]).toEqual([['SEND_AGAIN'], ['READ_AGAIN']]);
  });

  test('the errors of accepted mutations are shown with the end of the form, whatever it is', () => {
    const errors = [userError('AUDIT_INCOMPLETE')] as unknown as Parameters<
      typeof describeSuccess
    >[1]['errors'];
    const progress = { stepsMade: 1, errors };
    expect(describeSuccess('APPLIED', progress).texts).toContain('AUDIT_INCOMPLETE');
    expect(describeRefusal([], progress, false).texts).toContain('AUDIT_INCOMPLETE');
    const unknown = describeUnknown([], progress, { idempotencyKey: 'k', takesClientToken: false });
    expect(unknown.texts).toContain('AUDIT_INCOMPLETE');
  });
});

describe('the tags that a form sends', () => {
  const base = [
    { key: ' spaced ', value: ' 1 ' },
    { key: 'gone', value: '1' },
  ];

  test('are those that were changed: spaces that AWS has are no change', () => {
    expect(tagChangesOf(base, base, 50)).toEqual({ set: [], removed: [] });
    const edited = [
      { key: ' spaced ', value: ' 2 ' },
      { key: ' new ', value: '' },
    ];
    expect(tagChangesOf(edited, base, 50)).toEqual({
      set: [
        { key: ' spaced ', value: '2', row: 0 },
        { key: 'new', value: '', row: 1 },
      ],
      removed: ['gone'],
    });
  });

  test('after the first mutation are those of the second; a restored tag is added again', () => {
    const left = withoutTags(base, ['gone']);
    expect(tagChangesOf([{ key: ' spaced ', value: ' 1 ' }], left, 50)).toEqual({ set: [], removed: [] });
    expect(tagChangesOf(base, left, 50).set).toEqual([{ key: 'gone', value: '1', row: 1 }]);
    expect(withTags(left, [{ key: 'new', value: '' }])).toEqual([
      { key: ' spaced ', value: ' 1 ' },
      { key: 'new', value: '' },
    ]);
  });
});
