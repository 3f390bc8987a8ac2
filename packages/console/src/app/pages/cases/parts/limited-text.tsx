/** A text field with a limit: it counts the characters, and says when there are too many. */
import { Textarea } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import classes from './case-parts.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The maximum number of characters. */
  readonly max: number;
  readonly rows: number;
  /** A further error, such as that of an empty text. */
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  /** True while the text is being sent. */
  readonly readOnly?: boolean;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** The limits of AWS are numbers of UTF-16 code units, as the gateway counts them. */
export const isTooLong = (text: string, max: number): boolean => text.length > max;

const digits = (count: number) => count.toLocaleString('en');

export function LimitedText(props: Props): ReactNode {
  const { label, value, onChange, max, rows, error, disabled = false, readOnly = false, ref } = props;
  const excess = value.length - max;
  const isOver = isTooLong(value, max);
  return (
    <Textarea
      ref={ref}
      label={label}
      value={value}
      rows={rows}
      resize="vertical"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        <>
          {digits(value.length)} / {digits(max)}
          <span className="console-visually-hidden"> characters</span>
        </>
      }
      descriptionProps={{ className: classes.counter, 'data-excess': isOver || undefined }}
      error={isOver ? `Shorten it by ${digits(excess)} ${excess === 1 ? 'character' : 'characters'}.` : error}
      disabled={disabled}
      readOnly={readOnly}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
    />
  );
}
