/** A button that opens a list of check boxes: the values of a filter, or the columns of a table. */
import { Badge, Button, Checkbox, Popover, Stack } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { ChevronDownIcon } from '../components/icons';
import classes from './filter-bar.module.css';

interface Props {
  readonly label: string;
  /** Labels by value, in the order of the menu. */
  readonly options: Readonly<Record<string, string>>;
  readonly selected: readonly string[];
  readonly onChange: (selected: readonly string[]) => void;
  readonly icon?: ReactNode;
  /** True to show the number of selected values. */
  readonly showsCount?: boolean;
}

export function ChoiceMenu({
  label,
  options,
  selected,
  onChange,
  icon,
  showsCount = true,
}: Props): ReactNode {
  const id = useId();
  const toggle = (value: string, isChecked: boolean) => {
    const next = new Set(selected);
    if (isChecked) next.add(value);
    else next.delete(value);
    onChange(Object.keys(options).filter((option) => next.has(option)));
  };
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={icon}
          rightSection={
            showsCount && selected.length > 0 ? (
              <Badge size="sm" circle aria-label={`${selected.length} selected`}>
                {selected.length}
              </Badge>
            ) : (
              <ChevronDownIcon size={14} />
            )
          }
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="xs" role="group" aria-labelledby={id} className={classes.options}>
          <span id={id} className="console-visually-hidden">
            {label}
          </span>
          {Object.entries(options).map(([value, text]) => (
            <Checkbox
              key={value}
              label={text}
              checked={selected.includes(value)}
              onChange={({ currentTarget }) => {
                toggle(value, currentTarget.checked);
              }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
