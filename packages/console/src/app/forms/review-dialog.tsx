/**
 * The confirmation of a form, after the dry run, and its outcome. The button that goes back has the focus from the start, so
 * that a second press of Enter confirms nothing.
 */
import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import actions from '../actions/actions.module.css';
import { VerdictBox } from '../actions/verdict-box';
import type { ReviewLine } from './form-spec';
import classes from './forms.module.css';
import { CHECKED, SENDING, type SubmissionState } from './use-submission';

interface Props {
  readonly title: string;
  readonly confirmLabel: string;
  readonly lines: readonly ReviewLine[];
  /** What follows from the change. */
  readonly notes: readonly string[];
  readonly state: Exclude<SubmissionState, { phase: 'EDITING' | 'CHECKING' }>;
  readonly send: () => void;
  /** Returns to the form, with all its input. */
  readonly back: () => void;
  /** Leaves the form after the change was made. */
  readonly finish: () => void;
  /** The page to look for the result, such as that of the resource. */
  readonly parentTitle: string;
  /** Leaves the form for that page. */
  readonly openParent: () => void;
}

export function ReviewDialog(props: Props): ReactNode {
  const { title, confirmLabel, lines, notes, state, send, back, finish, parentTitle, openParent } = props;
  const { phase } = state;
  const closeButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The confirmed button is gone.
    if (phase === 'UNCERTAIN' || phase === 'DONE') closeButton.current?.focus();
  }, [phase]);
  const isSending = phase === 'SENDING';
  const isAsking = phase === 'REVIEW' || isSending;
  const warnings = phase === 'REVIEW' ? state.warnings : [];
  const verdict = phase === 'REVIEW' ? CHECKED : phase === 'SENDING' ? SENDING : state.verdict;
  const next = phase === 'UNCERTAIN' ? state.verdict.next : [];
  const close = phase === 'DONE' ? finish : back;
  return (
    <Modal
      opened
      onClose={() => {
        // A change that was sent has an outcome, which the user has to see.
        if (!isSending) close();
      }}
      title={title}
      size="lg"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': 'Close the dialog', disabled: isSending }}
      classNames={{
        title: actions.dialogTitle,
        header: actions.dialogSurface,
        content: actions.dialogSurface,
      }}
    >
      <div className={classes.body}>
        {isAsking && (
          <>
            <dl className={classes.review}>
              {lines.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {warnings.map((warning) => (
              <VerdictBox key={warning.title} verdict={{ ...warning, tone: 'warning' }} isBusy={false} />
            ))}
            {notes.length > 0 && (
              <section aria-label="Consequences">
                <ul className={actions.consequences}>
                  {notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
        {/* Screen readers may ignore the live region of the page while a dialog is open. */}
        <div role="status" aria-live="polite">
          <VerdictBox verdict={verdict} isBusy={isSending} />
        </div>
        <footer className={actions.buttons}>
          <Button ref={closeButton} variant="default" data-autofocus disabled={isSending} onClick={close}>
            {phase === 'DONE' ? 'Close' : 'Back to the form'}
          </Button>
          {next.includes('READ_AGAIN') && (
            <Button onClick={openParent}>Leave the form, and open “{parentTitle}”</Button>
          )}
          {next.includes('SEND_AGAIN') && <Button onClick={send}>Retry</Button>}
          {isAsking && (
            <Button loading={isSending} onClick={send}>
              {confirmLabel}
            </Button>
          )}
        </footer>
      </div>
    </Modal>
  );
}
