// The register of AWS operations is what the adapters send: every command, by the service that it is imported from.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { READ_OPERATIONS, SECRET_OPERATIONS, WRITE_OPERATIONS } from '../../src/aws/operations';

const ADAPTERS = join(__dirname, '../../src/aws/adapters');

interface SentCommand {
  /** The method of the port that it is given to, if it is one. */
  readonly by: string | undefined;
  /** As `macie2 GetMember`. */
  readonly operation: string;
}

/** The commands that a source file makes, by their own names and not by those that it gives them. */
function commandsOf(file: ts.SourceFile): SentCommand[] {
  const imported = new Map<string, string>();
  const sent: SentCommand[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node)) {
      const declaration = node.parent.parent.parent;
      const [, service] = /client-([\w-]+)'$/.exec(declaration.moduleSpecifier.getText(file)) ?? [];
      const name = (node.propertyName ?? node.name).text;
      if (service !== undefined) imported.set(node.name.text, `${service} ${name.replace(/Command$/, '')}`);
    }
    if (ts.isNewExpression(node) && node.expression.getText(file).endsWith('Command')) {
      const { parent } = node;
      const callee = ts.isCallExpression(parent) ? parent.expression : undefined;
      sent.push({
        by: callee && ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined,
        operation: imported.get(node.expression.getText(file)) ?? node.expression.getText(file),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return sent;
}

const commands = readdirSync(ADAPTERS).flatMap((name) =>
  commandsOf(
    ts.createSourceFile(name, readFileSync(join(ADAPTERS, name), 'utf8'), ts.ScriptTarget.ES2022, true),
  ),
);

const sentBy = (method: string) =>
  new Set(commands.filter(({ by }) => by === method).map(({ operation }) => operation));

const listed = (register: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(register).flatMap(([service, operations]) => operations.map((name) => `${service} ${name}`));

test('every operation that an adapter reads with is listed, and no other', () => {
  expect([...sentBy('read')].sort()).toEqual(listed(READ_OPERATIONS).sort());
});

test('every operation that an adapter changes something with is listed, and no other', () => {
  expect([...sentBy('write')].sort()).toEqual(listed(WRITE_OPERATIONS).sort());
});

test('no command goes another way', () => {
  expect(commands.length).toBeGreaterThan(35);
  expect(commands.filter(({ by }) => by !== 'read' && by !== 'write')).toEqual([]);
});

test('what hands out secrets is a reading operation', () => {
  const all: readonly string[] = Object.values(READ_OPERATIONS).flat();
  for (const operation of SECRET_OPERATIONS) expect(all).toContain(operation);
});
