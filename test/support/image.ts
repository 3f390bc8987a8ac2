// What the Dockerfile builds, without Docker: its stages as folders, its files and commands as it says. The base images are this machine's Node.js.
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

/** Installing needs a registry: what it would install is here already. */
const INSTALL = 'npm ci';
const OFFLINE = { ...process.env, npm_config_offline: 'true', npm_config_audit: 'false' };

export class Image {
  /** Of every stage, by its name; the last has none. */
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

/** Only root can make files over to others, and run programs as them. */
export const isRoot = process.getuid?.() === 0;

/** Of --name=value. */
function valueOf(flags: readonly string[], name: string): string | undefined {
  return flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** The paths that .dockerignore lets through: all are left out, and some put in again. */
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

/** Hard links, where the file system takes them: nobody writes to these files. */
function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-a', from, to]);
  }
}

/** Of folders alone: the files may be links to those of the checkout. */
export function setWritable(folder: string, writable: boolean): void {
  chmodSync(folder, writable ? 0o755 : 0o555);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) setWritable(join(folder, entry.name), writable);
  }
}
