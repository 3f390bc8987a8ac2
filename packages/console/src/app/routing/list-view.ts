/** The view of a list: filter, order, columns and selection. The query string of the page contains it, so a link reproduces the view. */
import { idsForAddress, readIds, writeIds } from './selected-ids';

export interface Choice {
  readonly label: string;
  /** The labels of the values, in the order of the menu. */
  readonly options: Readonly<Record<string, string>>;
}

export interface TextFilter {
  readonly label: string;
  readonly placeholder: string;
  /** The texts that the gateway accepts; all when left out. */
  readonly pattern?: RegExp;
  /** Says what a text that does not match lacks. */
  readonly patternHint?: string;
}

export interface ColumnSettings {
  readonly label: string;
  /** The field of the API's order. */
  readonly order?: string;
  /** True when the user has to choose the column. */
  readonly isOptional?: boolean;
}

/** What the user can change in a list. The keys are the names in the query string. */
export interface ViewDefinition {
  readonly choices: Readonly<Record<string, Choice>>;
  readonly texts: Readonly<Record<string, TextFilter>>;
  readonly columns: Readonly<Record<string, ColumnSettings>>;
}

export type Direction = 'ASC' | 'DESC';

type ChoiceValue<C extends Choice> = keyof C['options'] & string;
type Column<D extends ViewDefinition> = D['columns'][keyof D['columns']];
type OrderField<D extends ViewDefinition> =
  Column<D> extends infer C ? (C extends { readonly order: infer F extends string } ? F : never) : never;

export interface Order<Field extends string = string> {
  readonly field: Field;
  readonly direction: Direction;
}

export interface ListView {
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly texts: Readonly<Record<string, string>>;
  /** The names of targets; empty for all. */
  readonly targets: readonly string[];
  /** Undefined for the order of AWS. */
  readonly order: Order | undefined;
  /** The visible columns, in the order of the table. */
  readonly columns: readonly string[];
  /** The global ids of the selected rows, as many as an address holds. */
  readonly selected: readonly string[];
}

/** The view of a definition: its choices and orders have the types of the API. */
export interface ViewOf<D extends ViewDefinition> extends ListView {
  readonly choices: { readonly [K in keyof D['choices'] & string]: readonly ChoiceValue<D['choices'][K]>[] };
  readonly texts: Readonly<Record<keyof D['texts'] & string, string>>;
  readonly order: Order<OrderField<D>> | undefined;
}

/** Returns the view of a query string. Unknown names and values are left out: a link may be older than the console. */
export function readView<D extends ViewDefinition>(definition: D, search: string): ViewOf<D> {
  const parameters = new URLSearchParams(search);
  const columns = Object.keys(definition.columns);
  const chosen = parameters.get('columns')?.split(',');
  const visible = columns.filter((id) => chosen?.includes(id) ?? definition.columns[id]?.isOptional !== true);
  const view: ListView = {
    choices: mapValues(definition.choices, ({ options }, name) =>
      [...new Set(parameters.getAll(name))].filter((value) => Object.hasOwn(options, value)),
    ),
    texts: mapValues(definition.texts, (_, name) => parameters.get(name) ?? ''),
    targets: [...new Set(parameters.getAll('target'))],
    order: readOrder(definition, parameters.get('sort')),
    columns: visible.length > 0 ? visible : columns.slice(0, 1),
    selected: readIds(parameters.get('selected') ?? ''),
  };
  return view as ViewOf<D>;
}

function readOrder(definition: ViewDefinition, sort: string | null): Order | undefined {
  const [, minus, field = ''] = /^(-?)(\w+)$/.exec(sort ?? '') ?? [];
  const isKnown = Object.values(definition.columns).some(({ order }) => order === field);
  return isKnown ? { field, direction: minus === '-' ? 'DESC' : 'ASC' } : undefined;
}

/** Returns the query string of the view, without what is the default. */
export function writeView(definition: ViewDefinition, view: ListView): string {
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(view.choices))
    for (const value of values) parameters.append(name, value);
  for (const [name, text] of Object.entries(view.texts)) if (text !== '') parameters.set(name, text);
  for (const target of view.targets) parameters.append('target', target);
  const { order } = view;
  if (order) parameters.set('sort', `${order.direction === 'DESC' ? '-' : ''}${order.field}`);
  const shown = view.columns.join();
  if (shown !== readView(definition, '').columns.join()) parameters.set('columns', shown);
  if (view.selected.length > 0) parameters.set('selected', writeIds(idsForAddress(view.selected)));
  return parameters.toString();
}

export function isFiltered({ choices, texts, targets }: ListView): boolean {
  return (
    targets.length > 0 ||
    Object.values(choices).some((values) => values.length > 0) ||
    Object.values(texts).some((text) => text !== '')
  );
}

function mapValues<In, Out>(
  values: Readonly<Record<string, In>>,
  map: (value: In, name: string) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]));
}
