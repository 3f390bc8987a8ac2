// The client preset of GraphQL Code Generator takes the schema.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkshop, SCHEMA, type Workshop } from './workshop';

const CODEGEN = join(__dirname, '../../node_modules/.bin/graphql-codegen');

let workshop: Workshop;

beforeAll(() => {
  workshop = openWorkshop('codegen');
  const config = {
    schema: SCHEMA,
    documents: '*.graphql',
    generates: {
      'generated/': {
        preset: 'client',
        presetConfig: { fragmentMasking: false },
        config: {
          enumsAsTypes: true,
          strictScalars: true,
          scalars: {
            AwsAccountId: 'string',
            ClassificationJobId: 'string',
            DateTimeISO: 'string',
            MailboxExportJobId: 'string',
            SecurityCaseId: 'string',
            WorkMailOrganizationId: 'string',
          },
        },
      },
    },
  };
  writeFileSync(join(workshop.folder, 'codegen.json'), JSON.stringify(config));
});

afterAll(() => {
  workshop.remove();
});

const compile = () =>
  spawnSync(CODEGEN, ['--config', 'codegen.json'], {
    cwd: workshop.folder,
    encoding: 'utf8',
    timeout: 25_000,
  });

test('a client compiles, and its types are those of the schema', () => {
  const { status, stdout, stderr } = compile();
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
  expect(workshop.typeErrors('cases.ts')).toEqual([]);
});

test('a field that the schema does not have is refused', () => {
  workshop.addUnknownField('unknown-field.graphql');
  expect(compile().status).toBe(1);
});
