/** A text filter. It applies a moment after the last key, so that typing a name sends one request. */
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { SearchIcon } from '../components/icons';
import type { TextFilter } from '../routing/list-view';
import classes from './filter-bar.module.css';

const DELAY_MS = 350;

interface Props {
  readonly filter: TextFilter;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({ filter, value, onChange }: Props): ReactNode {
  const { label, placeholder, pattern, patternHint } = filter;
  const [text, setText] = useState(value);
  const apply = useDebouncedCallback(onChange, DELAY_MS);
  const [shown, setShown] = useState(value);
  // The address changed without the field, such as by "Clear filters".
  if (value !== shown) {
    setShown(value);
    setText(value);
  }
  const isRefused = text !== '' && pattern?.test(text) === false;
  return (
    <TextInput
      className={classes.text}
      aria-label={label}
      placeholder={placeholder}
      leftSection={<SearchIcon size={16} />}
      value={text}
      error={isRefused ? patternHint : undefined}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        apply(currentTarget.value.trim());
      }}
    />
  );
}
