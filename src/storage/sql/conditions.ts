/** The conditions of a WHERE clause, and the parameters of a statement in the order of their first use. */
import type { DateTimeConditions, TimeRange } from '../../domain/records/conditions';
import type { SqlValue } from './database';

/** The comparisons of each condition on a time with the bounds of its range. */
const TIME_COMPARISONS = {
  eq: [
    ['>=', 'from'],
    ['<=', 'until'],
  ],
  gt: [['>', 'until']],
  gte: [['>=', 'from']],
  lt: [['<', 'from']],
  lte: [['<=', 'until']],
} as const satisfies Record<keyof DateTimeConditions, readonly (readonly [string, keyof TimeRange])[]>;

const OPERATORS = Object.keys(TIME_COMPARISONS) as (keyof typeof TIME_COMPARISONS)[];

export class Conditions {
  readonly values: SqlValue[] = [];
  private readonly terms: string[] = [];

  /** @param toStored converts a text as the module converted it when it wrote the row. */
  constructor(private readonly toStored: (text: string) => string = toSqlText) {}

  /** The clause, or an empty text without conditions. */
  get where(): string {
    return this.terms.length === 0 ? '' : `WHERE ${this.terms.join(' AND ')} `;
  }

  /** Adds a parameter and returns its name. */
  parameter(value: string | number): string {
    return `$${this.values.push(typeof value === 'string' ? this.toStored(value) : value)}`;
  }

  add(term: string): void {
    this.terms.push(term);
  }

  /** Without choices, there is no condition; no row meets an empty list. */
  oneOf(column: string, choices: readonly string[] | null | undefined): void {
    if (choices == null) return;
    if (choices.length === 0) this.add('FALSE');
    else this.add(`${column} IN (${choices.map((choice) => this.parameter(choice)).join(', ')})`);
  }

  time(column: string, conditions: DateTimeConditions | null | undefined): void {
    for (const operator of OPERATORS) {
      const range = conditions?.[operator];
      if (range == null) continue;
      for (const [comparison, bound] of TIME_COMPARISONS[operator]) {
        this.add(`${column} ${comparison} ${this.parameter(range[bound].toISOString())}`);
      }
    }
  }
}

/** The text as the databases accept it: without lone surrogates and NUL characters. */
export function toSqlText(text: string): string {
  return Buffer.from(text).toString().replaceAll('\0', '\uFFFD');
}
