// The rules for all parts of the schema, each tested with the schema and with an example that violates the rule.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { AWS_RULES } from './rules/aws-rules';
import { TYPE_RULES } from './rules/type-rules';

const schema = buildSchema(readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'));

describe.each(Object.entries({ ...TYPE_RULES, ...AWS_RULES }))(
  '%s',
  (_name, { violations, badSchema, violated }) => {
    test('the schema follows the rule', () => {
      expect(violations(schema)).toEqual([]);
    });

    test('the rule reports the violations in an example', () => {
      expect([...violations(buildSchema(badSchema))].sort()).toEqual([...violated].sort());
    });
  },
);
