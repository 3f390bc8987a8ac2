// A folder where the fixtures of a client generator are put, generated for, and type-checked.
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');

export const SCHEMA = join(ROOT, 'schema/schema.graphql');

export interface Workshop {
  readonly folder: string;
  /** Of what the generator makes. */
  readonly generated: string;
  /** Puts the operation with the unknown field in place, under this name. */
  addUnknownField(name: string): void;
  /** What the type checker has to say, in its own words. */
  typeErrors(file: string): string[];
  remove(): void;
}

/** It lies in dist, so that the project's packages are found from there. */
export function openWorkshop(name: string): Workshop {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, `dist/${name}-client-`));
  cpSync(join(__dirname, 'fixtures', name), folder, { recursive: true });
  const generated = join(folder, 'generated');
  mkdirSync(generated);
  return {
    folder,
    generated,
    addUnknownField: (file) => {
      renameSync(join(folder, 'unknown-field.txt'), join(folder, file));
    },
    typeErrors: (file) => typeErrorsOf(join(folder, file)),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
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
