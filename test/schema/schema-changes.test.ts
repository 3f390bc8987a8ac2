// A change of the schema that breaks clients stands in the changelog, or the tests fail.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { classifySchemaChanges } from '../support/schema-changes';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');

test('every breaking change since the last release is named in CHANGELOG.md', async () => {
  const released = buildSchema(read('schema/released.graphql'));
  const current = buildSchema(read('schema/schema.graphql'));
  expect(await classifySchemaChanges(released, current, read('CHANGELOG.md'))).toEqual({
    unannounced: [],
    unfounded: [],
  });
});

const BEFORE = buildSchema('type Query { job(id: ID!): Job } type Job { name: String, size: Int }');
const AFTER = buildSchema('type Query { job(id: ID!): Job } type Job { name: String, owner: String }');

const changelog = (...bullets: string[]) =>
  [
    '# Changelog',
    '',
    '## Unreleased',
    '',
    '### Breaking schema changes',
    '',
    ...bullets,
    '',
    '## 0.1.0',
  ].join('\n');

test('a breaking change that is not named fails', async () => {
  const verdict = await classifySchemaChanges(BEFORE, AFTER, changelog('- `Job.colour` went.'));
  expect(verdict).toEqual({ unannounced: ['Job.size'], unfounded: ['Job.colour'] });
});

test('a breaking change that is named passes, and a change that breaks nothing needs no name', async () => {
  const verdict = await classifySchemaChanges(BEFORE, AFTER, changelog('- `Job.size`: use `bytes`.'));
  expect(verdict).toEqual({ unannounced: [], unfounded: [] });
});

test('what an earlier release named does not count', async () => {
  const earlier = `${changelog()}\n\n### Breaking schema changes\n\n- \`Job.size\` went.\n`;
  const verdict = await classifySchemaChanges(BEFORE, AFTER, earlier);
  expect(verdict.unannounced).toEqual(['Job.size']);
});

test('a default that goes is a breaking change where a value is then required, and only there', async () => {
  const before = buildSchema(`
    type Query { jobs(first: Int! = 20, only: Boolean = true, in: Where): String }
    input Where { dryRun: Boolean! = false, size: Int = 1 }
  `);
  const after = buildSchema(`
    type Query { jobs(first: Int!, only: Boolean, in: Where): String }
    input Where { dryRun: Boolean!, size: Int }
  `);
  const verdict = await classifySchemaChanges(before, after, changelog());
  expect(verdict.unannounced).toEqual(['Query.jobs.first', 'Where.dryRun']);
});

test('new enum values, optional arguments and other defaults need no name', async () => {
  const before = buildSchema('type Query { job(size: Int = 1): Status } enum Status { RUNNING }');
  const after = buildSchema(
    'type Query { job(size: Int = 2, name: String): Status } enum Status { RUNNING IDLE }',
  );
  const verdict = await classifySchemaChanges(before, after, changelog());
  expect(verdict).toEqual({ unannounced: [], unfounded: [] });
});

test('an input that becomes one-of breaks those who gave more', async () => {
  const before = buildSchema('type Query { job(by: Key): String } input Key { id: ID, name: String }');
  const after = buildSchema('type Query { job(by: Key): String } input Key @oneOf { id: ID, name: String }');
  const verdict = await classifySchemaChanges(before, after, changelog('- `Key.@oneOf`: give one.'));
  expect(verdict).toEqual({ unannounced: [], unfounded: [] });
});
