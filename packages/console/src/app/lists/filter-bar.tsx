/** The filters of a list, bound to those of the API, and the choice of columns. */
import { Button } from '@mantine/core';
import { useCallback, useRef, type ReactNode } from 'react';
import { ColumnsIcon } from '../components/icons';
import { isFiltered, type ListView, type ViewDefinition } from '../routing/list-view';
import { useShortcut } from '../shortcuts/shortcuts-provider';
import { useViewer } from '../viewer/viewer';
import { ChoiceMenu } from './choice-menu';
import { TextField } from './text-field';
import classes from './filter-bar.module.css';

export interface FilterBarProps {
  readonly definition: ViewDefinition;
  readonly view: ListView;
  readonly change: (changes: Partial<ListView>) => void;
}

export const NO_FILTER = { choices: {}, texts: {}, targets: [] } as const;

export function FilterBar({ definition, view, change }: FilterBarProps): ReactNode {
  const viewer = useViewer();
  const bar = useRef<HTMLDivElement>(null);
  const focusFirst = useCallback(() => {
    bar.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
  useShortcut('filter', focusFirst);
  // A link may name a target that the caller does not see.
  const targets = new Set([...(viewer?.targets.map(({ name }) => name) ?? []), ...view.targets]);
  const columns = Object.entries(definition.columns).map(([id, { label }]) => [id, label] as const);
  return (
    <div ref={bar} className={classes.bar} role="search" aria-label="Filters">
      {Object.entries(definition.texts).map(([name, filter]) => (
        <TextField
          key={name}
          filter={filter}
          value={view.texts[name] ?? ''}
          onChange={(text) => {
            change({ texts: { ...view.texts, [name]: text } });
          }}
        />
      ))}
      {Object.entries(definition.choices).map(([name, { label, options }]) => (
        <ChoiceMenu
          key={name}
          label={label}
          options={options}
          selected={view.choices[name] ?? []}
          onChange={(values) => {
            change({ choices: { ...view.choices, [name]: values } });
          }}
        />
      ))}
      {(targets.size > 1 || view.targets.length > 0) && (
        <ChoiceMenu
          label="Target"
          options={Object.fromEntries([...targets].map((name) => [name, name]))}
          selected={view.targets}
          onChange={(names) => {
            change({ targets: names });
          }}
        />
      )}
      {isFiltered(view) && (
        <Button
          variant="subtle"
          onClick={() => {
            change(NO_FILTER);
          }}
        >
          Clear filters
        </Button>
      )}
      {columns.length > 1 && (
        <div className={classes.columns}>
          <ChoiceMenu
            label="Columns"
            icon={<ColumnsIcon size={16} />}
            options={Object.fromEntries(columns)}
            selected={view.columns}
            showsCount={false}
            onChange={(ids) => {
              change({ columns: ids });
            }}
          />
        </div>
      )}
    </div>
  );
}
