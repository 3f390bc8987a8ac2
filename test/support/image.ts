// The image of the Dockerfile as a folder, built without Docker: each stage is a folder in which its COPY and RUN instructions
// run. This machine's Node.js substitutes for the base images.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Instruction, Stage } from './dockerfile';

const ROOT = join(__dirname, '../..');

/** Installing needs a registry, so the image links the packages of the checkout instead. */
const INSTALL = 'npm ci --ignore-scripts';
const OFFLINE = { ...process.env, npm_config_offline: 'true', npm_config_audit: 'false' };

export class Image {
  /** The root folder of every stage by the stage's name; the last stage has no name. */
  private readonly roots = new Map<string | undefined, string>();
  readonly folder = mkdtempSync(join(tmpdir(), 'secops-graph-image-'));

  /** The root of the file system of the final stage. */
  get root(): string {
    return this.rootOf(undefined);
  }

  build(stages: readonly Stage[]): void {
    chmodSync(this.folder, 0o755);
    stages.forEach(({ name, instructions }, index) => {
      const root = join(this.folder, String(index));
      mkdirSync(root);
      this.roots.set(name, root);
      let workdir = '/';
      for (const instruction of instructions) {
        if (instruction.name === 'WORKDIR') workdir = instruction.text;
        mkdirSync(join(root, workdir), { recursive: true });
        if (instruction.name === 'COPY') this.copy(instruction, join(root, workdir), root);
        if (instruction.name === 'RUN') run(instruction.text, join(root, workdir));
      }
    });
  }

  remove(): void {
    setWritable(this.folder, true);
    rmSync(this.folder, { recursive: true });
  }

  private rootOf(stage: string | undefined): string {
    const root = this.roots.get(stage);
    if (root === undefined) throw new Error(`There is no stage ${stage ?? ''}.`);
    return root;
  }

  private copy({ flags, words }: Instruction, workdir: string, root: string): void {
    const from = valueOf(flags, 'from');
    const target = words.at(-1) ?? '';
    const place = target.startsWith('/') ? join(root, target) : join(workdir, target);
    for (const source of words.slice(0, -1)) {
      const path = from === undefined ? join(ROOT, source) : join(this.rootOf(from), source);
      if (!existsSync(path)) throw new Error(`There is no ${source} to copy.`);
      const isFolder = statSync(path).isDirectory();
      const into = isFolder || !target.endsWith('/') ? place : join(place, source.replace(/.*\//, ''));
      if (from === undefined) cpSync(path, into, { recursive: true, filter: isInContext });
      else link(path, into);
      const [owner, group] = (valueOf(flags, 'chown') ?? '').split(':').map(Number);
      if (isRoot && owner !== undefined && group !== undefined) chownSync(into, owner, group);
    }
  }
}

/** Only root can change the owner of files and run programs as other users. */
export const isRoot = process.getuid?.() === 0;

/** The value of the flag --name=value. */
function valueOf(flags: readonly string[], name: string): string | undefined {
  return flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** The paths that .dockerignore includes: it excludes all paths, then includes some of them again. */
const ALLOWED = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1).split('/'));

function isInContext(path: string): boolean {
  const parts = relative(ROOT, path).split('/');
  return ALLOWED.some((pattern) =>
    pattern.every((part, index) => parts[index] === undefined || part === '*' || part === parts[index]),
  );
}

function run(command: string, cwd: string): void {
  if (command === INSTALL) link(join(ROOT, 'node_modules'), join(cwd, 'node_modules'));
  else execFileSync('sh', ['-c', command], { cwd, env: OFFLINE, stdio: 'pipe' });
}

/** Makes hard links where the file system supports them: no program writes to these files. */
function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-a', from, to]);
  }
}

/** Changes the permissions of folders only: the files may be links to those of the checkout. */
export function setWritable(folder: string, writable: boolean): void {
  chmodSync(folder, writable ? 0o755 : 0o555);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) setWritable(join(folder, entry.name), writable);
  }
}
