// The messages of violated input rules: they name the field and the limit in words of the gateway, never of the validator.
import { z } from 'zod';
import { violationsOf } from '../../src/input-rules/check';
import { attachmentRules, commentUpdateRules } from '../../src/input-rules/security-case-parts';
import { caseCreationRules, caseUpdateRules } from '../../src/input-rules/security-case';
import { classificationJobCreationRules } from '../../src/input-rules/classification-job';
import { macieMemberCreationRules } from '../../src/input-rules/macie-member';
import { mailboxExportJobStartRules } from '../../src/input-rules/mailbox-export-job';
import { taggingRules, untaggingRules } from '../../src/input-rules/tags';

const long = (length: number) => 'x'.repeat(length);

test.each([
  [{ fileName: '', contentLength: 1 }, 'fileName must have at least 1 character.'],
  [{ fileName: long(256), contentLength: 1 }, 'fileName must have at most 255 characters.'],
  [
    { fileName: 'a b', contentLength: 1 },
    'fileName must contain only letters, digits, dots, hyphens and underscores.',
  ],
  [{ fileName: 'a', contentLength: 0 }, 'contentLength must be at least 1.'],
  [{ fileName: 'a', contentLength: 104_857_601 }, 'contentLength must be at most 104,857,600.'],
])('the attachment %j gets a message', (input, message) => {
  expect(violationsOf(attachmentRules, input).map((each) => each.message)).toContain(message);
});

test('messages name the path of nested fields and the counts of lists', () => {
  const messages = (input: object) => violationsOf(taggingRules, input).map(({ message }) => message);
  expect(messages({ id: 'x', tags: [{ key: 'aws:x', value: '' }] })).toEqual([
    'tags.0.key must not begin with aws:.',
  ]);
  expect(messages({ id: 'x', tags: [] })).toEqual(['tags must have at least 1 entry.']);
  const many = Array.from({ length: 201 }, (_, index) => ({ key: `k${index}`, value: '' }));
  expect(messages({ id: 'x', tags: many })).toEqual(['tags must have at most 200 entries.']);
  expect(violationsOf(caseUpdateRules, { id: 'x' }).map(({ message }) => message)).toEqual([
    'The input must contain at least one change.',
  ]);
});

const RULES = {
  attachmentRules,
  caseCreationRules,
  caseUpdateRules,
  classificationJobCreationRules,
  commentUpdateRules,
  macieMemberCreationRules,
  mailboxExportJobStartRules,
  taggingRules,
  untaggingRules,
};

/** Values of every kind, most of them invalid for any field. */
const VALUES = ['', long(20_000), 'UNRECOGNIZED', 'aws:x', -1, 1e9, [], [''], [long(20_000)], {}, [{}], null];

/** The names of all fields in a schema, also of those inside lists. */
function fieldsOf(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

test.each(Object.entries(RULES))('no violation of %s has a message of the validator', (_name, rules) => {
  const fields = rules.flatMap(fieldsOf);
  expect(fields.length).toBeGreaterThan(0);
  const messages = VALUES.flatMap((value) => {
    const input = {
      ...Object.fromEntries(fields.map((field) => [field, value])),
      id: 'x',
      // GraphQL admits only lists here.
      tags: Array.isArray(value) ? value : [],
    };
    return violationsOf(rules, input).map(({ message }) => message);
  });
  expect(messages.length).toBeGreaterThan(fields.length);
  for (const message of messages) {
    expect(message).toMatch(/^(The input|[a-z][\w.]*) .+\.$/);
    expect(message).not.toMatch(/expected|invalid|too (small|big)|received|>=|<=/i);
  }
});
