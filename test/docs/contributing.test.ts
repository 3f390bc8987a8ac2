// CONTRIBUTING.md: its tables list the scripts of package.json.
import { readDocument, tableRows } from '../support/markdown';

test('every script has one row, and every row names a script', () => {
  const rows = tableRows(readDocument('CONTRIBUTING.md'), 'script').map(([command = '']) => command);
  const { scripts } = JSON.parse(readDocument('package.json')) as { readonly scripts: object };
  const commands = Object.keys(scripts).map((name) =>
    name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`,
  );
  expect(rows.sort()).toEqual(commands.sort());
});
