// The operation tables match the calls of the adapters: each call names an operation and sends the command of that name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { OPERATIONS } from '../../src/aws/adapters/operations';
import { ACTIONS } from '../../src/domain/transitions/actions';
import type { ActionTable } from '../../src/domain/transitions/table';
import { RESOURCES, type ResourceKind } from '../../src/domain/resources';

const ADAPTERS = join(__dirname, '../../src/aws/adapters');

interface Call {
  readonly method: string;
  /** The last name of the first argument, such as GetMember of OPERATIONS.GetMember. */
  readonly operation: string;
  /** Service and operation, such as `macie2 GetMember`, by the package from which the command is imported. */
  readonly command: string;
}

/** The port calls in a source file. */
function callsOf(file: ts.SourceFile): Call[] {
  const imported = new Map<string, string>();
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node)) {
      const declaration = node.parent.parent.parent;
      const [, service] = /client-([\w-]+)'$/.exec(declaration.moduleSpecifier.getText(file)) ?? [];
      const name = (node.propertyName ?? node.name).text;
      if (service !== undefined) imported.set(node.name.text, `${service} ${name.replace(/Command$/, '')}`);
    }
    if (ts.isNewExpression(node) && node.expression.getText(file).endsWith('Command')) {
      const { parent } = node;
      const [operation] = ts.isCallExpression(parent) ? parent.arguments : [];
      const callee = ts.isCallExpression(parent) ? parent.expression : undefined;
      calls.push({
        method: callee && ts.isPropertyAccessExpression(callee) ? callee.name.text : '',
        operation: operation && ts.isPropertyAccessExpression(operation) ? operation.name.text : '',
        command: imported.get(node.expression.getText(file)) ?? '',
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return calls;
}

const calls = readdirSync(ADAPTERS).flatMap((name) =>
  callsOf(
    ts.createSourceFile(name, readFileSync(join(ADAPTERS, name), 'utf8'), ts.ScriptTarget.ES2022, true),
  ),
);

test('every command goes through a port, with the operation of the same name', () => {
  expect(calls.length).toBeGreaterThan(35);
  const wrong = calls.filter(({ operation, command }) => command.split(' ')[1] !== operation);
  expect(wrong).toEqual([]);
});

test('the adapters call exactly the operations of the tables, each with its method', () => {
  const called = new Set(calls.map(({ method, command }) => `${method} ${command}`));
  const listed = OPERATIONS.map(({ access, service, name }) => `${access} ${service} ${name}`);
  expect([...called].sort()).toEqual(listed.sort());
});

test('the actions of every resource kind use write operations of its service', () => {
  const kinds = Object.keys(RESOURCES) as ResourceKind[];
  const unknown = kinds.flatMap((kind) =>
    Object.values<ActionTable[keyof ActionTable]>(ACTIONS[kind]).filter(
      (action) =>
        !OPERATIONS.some(
          ({ access, service, name }) =>
            access === 'write' && service === RESOURCES[kind].service && name === action?.operation,
        ),
    ),
  );
  expect(unknown).toEqual([]);
});

test('only presigned URLs are secret', () => {
  const secrets = OPERATIONS.filter((operation) => operation.access === 'read' && operation.isSecret);
  expect(secrets.map(({ name }) => name)).toEqual(['GetCaseAttachmentDownloadUrl']);
});
