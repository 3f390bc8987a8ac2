/** The form of a comment, new or changed: its text, its counter, and the outcome of the last attempt. */
import { Button, Text } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Verdict } from '../../../actions/outcome';
import { VerdictBox } from '../../../actions/verdict-box';
import classes from './case-parts.module.css';
import { useFocusAfterSending } from './focus';
import { isTooLong, LimitedText } from './limited-text';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly submitLabel: string;
  readonly submit: () => void;
  readonly isSending: boolean;
  readonly verdict: Verdict | undefined;
  /** Reads the comments again. */
  readonly reload: () => void;
  /** Why the caller cannot comment; undefined when the caller can. */
  readonly barrier: string | undefined;
  /** True to begin with the focus in the text. */
  readonly isFocused?: boolean;
  /** Closes the form; left out when it stays open. */
  readonly cancel?: () => void;
}

/** The limit of CreateCaseComment and UpdateCaseComment. */
const MAX_LENGTH = 12_000;

export function CommentForm(props: Props): ReactNode {
  const {
    label,
    text,
    onChange,
    submitLabel,
    submit,
    isSending,
    verdict,
    reload,
    barrier,
    isFocused = false,
    cancel,
  } = props;
  const [isEmpty, setIsEmpty] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const barrierId = useId();
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);
  const hasFailed = verdict !== undefined && verdict.tone !== 'success';
  /** The text is saved, and the verdict has more to say. */
  const isDone = verdict?.tone === 'success';
  useFocusAfterSending(isSending, form, hasFailed ? button : field);
  const send = () => {
    const isRefused = text.trim() === '' || isTooLong(text, MAX_LENGTH);
    setIsEmpty(text.trim() === '');
    if (isRefused) field.current?.focus();
    else submit();
  };
  const next = verdict?.next ?? [];
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <LimitedText
        ref={field}
        label={label}
        value={text}
        max={MAX_LENGTH}
        rows={4}
        error={isEmpty && text.trim() === '' ? 'Write a text first.' : undefined}
        disabled={barrier !== undefined}
        readOnly={isSending}
        onChange={onChange}
      />
      {barrier !== undefined && (
        <Text id={barrierId} size="sm" className={classes.barrier}>
          {barrier}
        </Text>
      )}
      <div role="status" aria-live="polite" className={classes.outcome}>
        {verdict !== undefined && <VerdictBox verdict={verdict} isBusy={isSending} />}
      </div>
      <div className={classes.buttons}>
        {cancel !== undefined && (
          <Button variant="default" size="xs" disabled={isSending} onClick={cancel}>
            {isDone ? 'Close' : 'Cancel'}
          </Button>
        )}
        {next.includes('READ_AGAIN') && (
          <Button variant="default" size="xs" onClick={reload}>
            Read the comments again
          </Button>
        )}
        {(!isDone || cancel === undefined) && (
          <Button
            ref={button}
            type="submit"
            size="xs"
            loading={isSending}
            disabled={barrier !== undefined}
            aria-describedby={barrier === undefined ? undefined : barrierId}
          >
            {next.includes('SEND_AGAIN') ? 'Retry' : submitLabel}
          </Button>
        )}
      </div>
    </form>
  );
}
