// The instructions of a Dockerfile, by stage.

export interface Instruction {
  /** Such as COPY. */
  readonly name: string;
  /** Such as --from=build. */
  readonly flags: readonly string[];
  readonly text: string;
  readonly words: readonly string[];
}

export interface Stage {
  readonly base: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

export function parseDockerfile(text: string): Stage[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: (Omit<Stage, 'instructions'> & { instructions: Instruction[] })[] = [];
  for (const line of lines) {
    const instruction = parseInstruction(line);
    const [base = '', , name] = instruction.words;
    if (instruction.name === 'FROM') stages.push({ base, name, instructions: [] });
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

function parseInstruction(line: string): Instruction {
  const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? [];
  const all = rest.split(/\s+/);
  const flags = all.filter((word) => word.startsWith('--'));
  const words = all.filter((word) => !word.startsWith('--'));
  return { name: name.toUpperCase(), flags, text: rest, words };
}

/** The words of an instruction that takes a JSON array, such as CMD. */
export function execForm({ text }: Instruction): string[] {
  return JSON.parse(text.slice(text.indexOf('['))) as string[];
}

/** The stage that becomes the image. */
export function finalOf(stages: readonly Stage[]): Stage {
  const final = stages.at(-1);
  if (final === undefined) throw new Error('There is no stage.');
  return final;
}

/** The last instruction with this name, which overrides the earlier ones. */
export function lastOf({ instructions }: Stage, name: string): Instruction {
  const last = instructions.findLast((instruction) => instruction.name === name);
  if (last === undefined) throw new Error(`There is no ${name}.`);
  return last;
}

export function variablesOf({ instructions }: Stage): Record<string, string> {
  const words = instructions.filter(({ name }) => name === 'ENV').flatMap((instruction) => instruction.words);
  return Object.fromEntries(words.map((word) => word.split('=', 2) as [string, string]));
}
