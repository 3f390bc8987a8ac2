/** A list whose entries have several fields: a row for each, and a button that adds one. */
import { Button, Input, Text } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useFormContext } from './form-context';
import { labelOf } from './form-spec';
import { valueAt } from './form-values';
import classes from './forms.module.css';

export interface RowsFieldProps {
  readonly path: string;
  /** The name of one entry, such as "tag". */
  readonly noun: string;
  readonly hint?: ReactNode;
  /** True where the section around the rows shows the label. */
  readonly hidesLabel?: boolean | undefined;
  readonly newRow: object;
  /** The fields of a row, given its path. */
  readonly children: (path: string, index: number) => ReactNode;
}

export function RowsField({
  path,
  noun,
  hint,
  hidesLabel = false,
  newRow,
  children,
}: RowsFieldProps): ReactNode {
  const { form, labels } = useFormContext();
  const rows = valueAt(path.split('.'), form.values) as readonly object[];
  const label = labelOf(labels, path);
  const error = form.errors[path];
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const count = useRef(rows.length);
  useEffect(() => {
    const before = count.current;
    count.current = rows.length;
    if (rows.length > before)
      group.current
        ?.querySelector<HTMLElement>(
          `[data-row="${rows.length - 1}"] :is(input, textarea, select):not(:disabled)`,
        )
        ?.focus();
    // The pressed button is gone.
    if (rows.length < before) addButton.current?.focus();
  }, [rows.length]);
  return (
    <div
      ref={group}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-hint${error == null ? '' : ` ${id}-error`}`}
      tabIndex={-1}
      data-path={path}
      data-invalid={error == null ? undefined : true}
      className={classes.rows}
    >
      <div>
        <Input.Label
          id={`${id}-label`}
          labelElement="div"
          className={hidesLabel ? 'console-visually-hidden' : undefined}
        >
          {label}
        </Input.Label>
        <Input.Description id={`${id}-hint`}>{hint}</Input.Description>
      </div>
      {rows.map((_, index) => (
        // Rows have no identity of their own: their fields are controlled.
        <div
          key={index}
          role="group"
          aria-label={`${noun} ${index + 1}`}
          data-row={index}
          className={classes.row}
        >
          <div className={classes.cells}>{children(`${path}.${index}`, index)}</div>
          <Button
            variant="subtle"
            size="compact-sm"
            color="gray"
            aria-label={`Remove ${noun} ${index + 1}`}
            onClick={() => {
              form.removeListItem(path, index);
            }}
          >
            Remove
          </Button>
        </div>
      ))}
      {error != null && (
        <Input.Error id={`${id}-error`}>
          <Text span inherit>
            {error}
          </Text>
        </Input.Error>
      )}
      <div>
        <Button
          ref={addButton}
          variant="default"
          size="xs"
          onClick={() => {
            form.clearFieldError(path);
            form.insertListItem(path, { ...newRow });
          }}
        >
          Add {/^[aeiou]/.test(noun) ? 'an' : 'a'} {noun}
        </Button>
      </div>
    </div>
  );
}
