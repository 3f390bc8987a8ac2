/** Rules of an input as data, and the check of an input against them. It finds mistakes before a request is sent. */

/** A value that the gateway or AWS would reject. */
export interface Problem {
  /** The path in the input, such as tags, 0, key. */
  readonly path: readonly string[];
  /** A sentence without a subject, such as "Must have at most 50 entries." */
  readonly message: string;
}

interface TextRule {
  readonly kind: 'text';
  readonly min: number;
  readonly max: number | undefined;
  readonly pattern: RegExp | undefined;
  /** A rule that no pattern states. */
  readonly accepts: ((text: string) => boolean) | undefined;
  /** The message for a text that does not match. */
  readonly message: string;
}

interface ListRule {
  readonly kind: 'list';
  readonly item: Rule;
  readonly min: number;
  readonly max: number | undefined;
  /** Returns the value that no two entries may share; undefined if entries may repeat. */
  readonly keyOf: ((entry: unknown) => unknown) | undefined;
  /** The message for entries that share it. */
  readonly message: string;
}

interface ObjectRule {
  readonly kind: 'object';
  readonly members: Readonly<Record<string, Rule>>;
  /** Checks the rules that span several members. */
  readonly findProblems: (value: Readonly<Record<string, unknown>>) => readonly Problem[];
}

export type Rule = (
  | TextRule
  | ListRule
  | ObjectRule
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  /** A value of an enum, a time, or true. */
  | { readonly kind: 'choice' }
) & { readonly optional?: boolean };

type Match = Partial<Pick<TextRule, 'pattern' | 'accepts' | 'message'>>;

export const text = (min: number, max?: number, match: Match = {}): TextRule => ({
  kind: 'text',
  min,
  max,
  pattern: match.pattern,
  accepts: match.accepts,
  message: match.message ?? 'Must be a value that AWS accepts.',
});

export const list = (
  item: Rule,
  min: number,
  max?: number,
  distinct?: Pick<ListRule, 'keyOf' | 'message'>,
): ListRule => ({ kind: 'list', item, min, max, keyOf: distinct?.keyOf, message: distinct?.message ?? '' });

export const object = (
  members: Readonly<Record<string, Rule>>,
  findProblems: ObjectRule['findProblems'] = () => [],
): ObjectRule => ({ kind: 'object', members, findProblems });

export const choice: Rule = { kind: 'choice' };

export const optional = <Given extends Rule>(rule: Given): Given => ({ ...rule, optional: true });

/** All problems of a value, in the order of the rule. */
export function problemsOf(rule: Rule, value: unknown, path: readonly string[] = []): readonly Problem[] {
  const problem = (message: string): Problem[] => [{ path, message }];
  if (value == null) return rule.optional === true ? [] : problem('Required.');
  switch (rule.kind) {
    case 'choice':
      return value === '' ? problem('Required.') : [];
    case 'whole':
      return Number.isInteger(value) && (value as number) >= rule.min && (value as number) <= rule.max
        ? []
        : problem(`Must be a whole number from ${rule.min} to ${rule.max}.`);
    case 'text': {
      const given = value as string;
      const matches = rule.pattern?.test(given) !== false && rule.accepts?.(given) !== false;
      if (given === '' && (rule.min > 0 || !matches)) return problem('Required.');
      if (given.length < rule.min) return problem(`Must have at least ${counted(rule.min, 'character')}.`);
      if (rule.max !== undefined && given.length > rule.max)
        return problem(`Must have at most ${counted(rule.max, 'character')}. It has ${shown(given.length)}.`);
      return matches ? [] : problem(rule.message);
    }
    case 'list': {
      const entries = value as readonly unknown[];
      const { keyOf } = rule;
      const isDistinct =
        keyOf === undefined || new Set(entries.map((entry) => keyOf(entry))).size === entries.length;
      return [
        ...(entries.length < rule.min ? problem(`Must have at least ${counted(rule.min, 'entry')}.`) : []),
        ...(rule.max !== undefined && entries.length > rule.max
          ? problem(`Must have at most ${counted(rule.max, 'entry')}. It has ${shown(entries.length)}.`)
          : []),
        ...(isDistinct ? [] : problem(rule.message)),
        ...entries.flatMap((entry, index) => problemsOf(rule.item, entry, [...path, String(index)])),
      ];
    }
    case 'object': {
      const given = value as Readonly<Record<string, unknown>>;
      return [
        ...Object.entries(rule.members).flatMap(([name, member]) =>
          problemsOf(member, given[name], [...path, name]),
        ),
        ...rule.findProblems(given).map((each) => ({ ...each, path: [...path, ...each.path] })),
      ];
    }
  }
}

/**
 * The limit of a value in words, such as "Up to 500 characters."
 * @param path the names of the members, with `*` for the entries of a list, such as tags.*.key
 */
export function limitText(rule: Rule, path: string): string {
  const found = path.split('.').reduce<Rule | undefined>((here, segment) => {
    if (here?.kind === 'list') return here.item;
    return here?.kind === 'object' ? here.members[segment] : undefined;
  }, rule);
  switch (found?.kind) {
    case 'text':
      if (found.max === undefined) return '';
      return found.min > 1
        ? `${found.min} to ${counted(found.max, 'character')}.`
        : `Up to ${counted(found.max, 'character')}.`;
    case 'list':
      return found.max === undefined ? '' : `Up to ${shown(found.max)}.`;
    case 'whole':
      return `${found.min} to ${found.max}.`;
    default:
      throw new Error(`There is no limit for ${path}.`);
  }
}

const shown = (count: number) => count.toLocaleString('en');

function counted(count: number, unit: 'character' | 'entry'): string {
  const many = unit === 'entry' ? 'entries' : 'characters';
  return `${shown(count)} ${count === 1 ? unit : many}`;
}
