// The IAM policies of deploy/iam: they allow the actions that the pages name, and follow IAM's grammar and quota.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { POLICIES, type Statement } from '../../scripts/docs/iam-policies';
import { readDocument, tableRows } from '../support/markdown';

const files = Object.entries(POLICIES);
const actionsOf = (name: string) => POLICIES[name]?.Statement.flatMap(({ Action }) => Action) ?? [];

const SERVICES = ['macie', 'workmail', 'security-ir'] as const;
const PAGES = ['classification-jobs', 'macie-members', 'mailbox-export-jobs', 'security-cases'] as const;

/** IAM actions in a cell such as `workmail:StartMailboxExportJob, and iam:PassRole on the role`. */
const actionsIn = (cell = '') => cell.match(/[a-z0-9-]+:[A-Z]\w+/g) ?? [];

test('the folder contains only the generated policies', () => {
  const found = readdirSync(join(__dirname, '../../deploy/iam')).filter((name) => name.endsWith('.json'));
  expect(found.sort()).toEqual(files.map(([name]) => `${name}.json`).sort());
});

test.each(PAGES)('docs/%s.md names only actions that the policies of its kind allow', (page) => {
  const named = (heading: string) =>
    tableRows(readDocument(`docs/${page}.md`), heading).flatMap(([, , action]) => actionsIn(action));
  const allowed = (kind: string) => SERVICES.flatMap((service) => actionsOf(`${service}-${kind}`));
  expect([named('field').length > 0, named('mutation').length > 0]).toEqual([true, true]);
  expect(named('field').filter((action) => !allowed('read').includes(action))).toEqual([]);
  expect(named('mutation').filter((action) => !allowed('write').includes(action))).toEqual([]);
});

test('read policies allow no change, and write policies allow no read', () => {
  for (const service of SERVICES) {
    const writes = new Set(actionsOf(`${service}-write`));
    expect(actionsOf(`${service}-read`).filter((action) => writes.has(action))).toEqual([]);
    const changing = /:(Create|Update|Delete|Close|Cancel|Start|Tag|Untag|Disassociate|Send|Pass)|UploadUrl$/;
    expect(actionsOf(`${service}-read`).filter((action) => changing.test(action))).toEqual([]);
    expect([...writes].filter((action) => !changing.test(action))).toEqual([]);
  }
});

test('statements that pass or assume a role have a condition', () => {
  const risky = files.flatMap(([name, { Statement }]) =>
    Statement.filter(({ Action }) => Action.includes('iam:PassRole') || name === 'target-trust'),
  );
  expect(risky).toHaveLength(3);
  expect(risky.filter(({ Condition }) => Condition === undefined)).toEqual([]);
});

const ARN = /^(\*|arn:aws:[a-z0-9-]+:\*?:[\d*]+:[a-z-]+\/[\w*-]+)$/;

function problemsOf({ Sid, Principal, Action, Resource }: Statement): string[] {
  const problems: string[] = [];
  if (!/^[A-Za-z0-9]+$/.test(Sid)) problems.push(`the Sid ${Sid}`);
  if (Action.length === 0) problems.push('no action');
  problems.push(...Action.filter((action) => !/^[a-z0-9-]+:[A-Z][A-Za-z]+$/.test(action)));
  if ((Principal === undefined) === (Resource === undefined)) problems.push('neither principal nor resource');
  problems.push(...(Resource ?? []).filter((resource) => !ARN.test(resource)));
  return problems;
}

test.each(files)('%s follows IAM’s grammar and quota', (_name, { Version, Statement }) => {
  expect(Version).toBe('2012-10-17');
  expect(Statement.flatMap(problemsOf)).toEqual([]);
  const sids = Statement.map(({ Sid }) => Sid);
  expect(new Set(sids).size).toBe(sids.length);
  // Characters of a managed policy, without white space.
  expect(JSON.stringify({ Version, Statement }).length).toBeLessThan(6144);
});
