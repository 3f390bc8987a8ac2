// A temporary folder with the fixtures of a client generator, in which the generator runs and TypeScript checks types.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');
const PACKAGES = join(ROOT, 'node_modules');

/** The scalars that a client represents as strings: all but the two of times are AWS ids. */
export const TEXT_SCALARS = {
  AwsAccountId: 'string',
  ClassificationJobId: 'string',
  DateOrDateTime: 'string',
  DateTime: 'string',
  MailboxExportJobId: 'string',
  SecurityCaseId: 'string',
  WorkMailOrganizationId: 'string',
};

/** The path of a program of an installed package. */
export const packageProgram = (name: string) => join(PACKAGES, '.bin', name);

export interface Run {
  readonly status: number | null;
  /** Standard output, then standard error. */
  readonly output: string;
}

export interface TemporaryProject {
  /** The folder of the generated files. */
  readonly generated: string;
  /** The text of a file. */
  read(file: string): string;
  /** Adds the operation with the unknown field as a file with this name. */
  addUnknownField(name: string): void;
  /** Runs a program to its end. */
  run(program: string, ...args: readonly string[]): Run;
  /** The messages of the type checker. */
  typeErrors(file: string): string[];
  remove(): void;
}

/** A temporary copy of a fixture beside that of docs/clients.md; imports find the project's packages. `remove` removes it. */
export function copyFixture(name: string): { readonly folder: string; readonly remove: () => void } {
  const home = mkdtempSync(join(realpathSync(tmpdir()), `secops-graph-${name}-`));
  symlinkSync(PACKAGES, join(home, 'node_modules'), 'junction');
  const folder = join(home, name);
  for (const each of new Set([name, 'page'])) {
    cpSync(join(__dirname, 'fixtures', each), join(home, each), { recursive: true });
  }
  return {
    folder,
    remove: () => {
      rmSync(home, { recursive: true });
    },
  };
}

/** The folder contains the fixtures, schema.graphql and `config`, and a link to the project's packages. */
export function openTemporaryProject(name: string, configName: string, config: object): TemporaryProject {
  const { folder, remove } = copyFixture(name);
  copyFileSync(join(ROOT, 'schema/schema.graphql'), join(folder, 'schema.graphql'));
  writeFileSync(join(folder, configName), JSON.stringify(config));
  const generated = join(folder, 'generated');
  mkdirSync(generated);
  return {
    generated,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    addUnknownField: (file) => {
      renameSync(join(folder, 'unknown-field.txt'), join(folder, file));
    },
    run: (program, ...args) => {
      const { status, stdout, stderr, error } = spawnSync(program, args, {
        cwd: folder,
        encoding: 'utf8',
        timeout: 100_000,
        // In a test, GraphQL Code Generator keeps its reasons to itself.
        env: { ...process.env, NODE_ENV: 'development' },
      });
      if (error !== undefined) throw error;
      return { status, output: stdout + stderr };
    },
    typeErrors: (file) => typeErrorsOf(join(folder, file)),
    remove,
  };
}

function typeErrorsOf(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
