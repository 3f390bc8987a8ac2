// Breaking changes of the schema: CHANGELOG.md must name each of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { classifySchemaChanges } from '../support/schema-changes';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');

test('CHANGELOG.md names every breaking change since the last release', async () => {
  const released = buildSchema(read('schema/released.graphql'));
  const current = buildSchema(read('schema/schema.graphql'));
  expect(await classifySchemaChanges(released, current, read('CHANGELOG.md'))).toEqual({
    unannounced: [],
    unfounded: [],
  });
});

test('the table of renamed names has names of the schema under "new", and none under "old"', () => {
  const schema = buildSchema(read('schema/schema.graphql'));
  const exists = (path: string) => {
    const [typeName = '', field] = path.split('.');
    const type = schema.getType(typeName);
    if (field === undefined) return type !== undefined;
    const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
    return hasFields && field in type.getFields();
  };
  const rows = [...read('CHANGELOG.md').matchAll(/^\| `([A-Z][\w.]+)` +\| `([A-Z][\w.]+)` +\| \w/gm)];
  expect(rows.length).toBeGreaterThan(100);
  for (const [, old = '', current = ''] of rows) {
    expect([old, exists(old), current, exists(current)]).toEqual([old, false, current, true]);
  }
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

test('reports a breaking change that the changelog does not name, and a named change that is not breaking', async () => {
  const verdict = await classifySchemaChanges(BEFORE, AFTER, changelog('- `Job.colour` went.'));
  expect(verdict).toEqual({ unannounced: ['Job.size'], unfounded: ['Job.colour'] });
});

test('accepts a named breaking change, and other changes without an entry', async () => {
  const verdict = await classifySchemaChanges(BEFORE, AFTER, changelog('- `Job.size`: use `bytes`.'));
  expect(verdict).toEqual({ unannounced: [], unfounded: [] });
});

test('ignores the changes of earlier releases', async () => {
  const earlier = `${changelog()}\n\n### Breaking schema changes\n\n- \`Job.size\` went.\n`;
  const verdict = await classifySchemaChanges(BEFORE, AFTER, earlier);
  expect(verdict.unannounced).toEqual(['Job.size']);
});

test('the removal of a default is breaking only where it makes a value required', async () => {
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

test('new enum values, new optional arguments and changed defaults need no entry', async () => {
  const before = buildSchema('type Query { job(size: Int = 1): Status } enum Status { RUNNING }');
  const after = buildSchema(
    'type Query { job(size: Int = 2, name: String): Status } enum Status { RUNNING IDLE }',
  );
  const verdict = await classifySchemaChanges(before, after, changelog());
  expect(verdict).toEqual({ unannounced: [], unfounded: [] });
});

test('an input that becomes @oneOf is a breaking change', async () => {
  const before = buildSchema('type Query { job(by: Key): String } input Key { id: ID, name: String }');
  const after = buildSchema('type Query { job(by: Key): String } input Key @oneOf { id: ID, name: String }');
  const verdict = await classifySchemaChanges(before, after, changelog('- `Key.@oneOf`: give one.'));
  expect(verdict).toEqual({ unannounced: [], unfounded: [] });
});
