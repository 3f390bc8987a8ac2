// Client generators read the schema from a running gateway.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { useHarness } from '../support/harness';
import { supervise } from '../support/supervise';
import { openTemporaryProject, packageProgram, TEXT_SCALARS } from './temporary-project';

const harness = useHarness();
const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a program while the gateway keeps running, and returns its exit code. */
async function run(cwd: string, program: string, ...args: readonly string[]): Promise<unknown> {
  const child = supervise(spawn(packageProgram(program), args, { cwd, stdio: 'ignore' }));
  const [code] = (await once(child, 'close')) as unknown[];
  return code;
}

test('GraphQL Code Generator reads the schema from the gateway', async () => {
  const project = openTemporaryProject('codegen', 'codegen.json', {
    schema: harness.gateway.url,
    documents: 'operations/*.graphql',
    generates: { 'generated/': { preset: 'client', config: { scalars: TEXT_SCALARS } } },
  });
  const code = await run(dirname(project.generated), 'graphql-codegen', '--config', 'codegen.json');
  project.remove();
  expect(code).toBe(0);
});

test('gql.tada reads the schema from the gateway', async () => {
  const file = join(folder, 'tada.graphql');
  expect(await run(folder, 'gql.tada', 'generate-schema', harness.gateway.url, '--output', file)).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('type ClassificationJob ');
});
