// The tables of variables in docs/operations.md.
import { z } from 'zod';
import { variableTables } from '../../scripts/docs/variable-tables';
import { variable } from '../../src/config/variables';

test('a row has the default value, the text for an unset variable, or nothing; secrets are marked', () => {
  const forms = {
    PORT: variable(z.string().default('80').transform(Number), { meaning: 'a port' }),
    LIMIT: variable(z.string().optional(), { meaning: 'a | b', unset: 'none' }),
    KEY: variable(z.string().optional(), { meaning: 'a key', secret: true }),
    NAME: variable(z.string(), { meaning: 'a name' }),
  };
  expect(variableTables({ Forms: forms })).toBe(
    [
      '### Forms',
      '',
      '| variable | default     | meaning        |',
      '| -------- | ----------- | -------------- |',
      '| `PORT`   | `80`        | a port         |',
      '| `LIMIT`  | none        | a \\| b         |',
      '| `KEY`    |             | a key (secret) |',
      '| `NAME`   | must be set | a name         |',
      '',
    ].join('\n'),
  );
});

test('rejects a variable without a description', () => {
  expect(() => variableTables({ Forms: { STRAY: z.string() } })).toThrow(
    'STRAY is not declared by variable()',
  );
});
