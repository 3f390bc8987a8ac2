/**
 * The confirmation of an action: what a dry run says about it, the acknowledgement, and then the outcome. The button that
 * closes it has the focus from the start, so that a second press of Enter confirms nothing.
 */
import { Button, Checkbox, Modal, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { transitions_resource$data } from './__generated__/transitions_resource.graphql';
import { ACTION_LABELS } from './action-labels';
import type { Action } from './action-mutation';
import classes from './actions.module.css';
import { isDestructive, requiredBy } from './consequences';
import { underKey } from './outcome';
import { useAction } from './use-action';
import { verdictOf } from './verdict';
import { VerdictBox } from './verdict-box';

export type OfferedTransition = transitions_resource$data['availableTransitions'][number];

interface Props {
  readonly action: Action;
  readonly transition: OfferedTransition;
  /** The global id of the resource. */
  readonly id: string;
  readonly name: string;
  /** The status that the page showed when the dialog was opened. */
  readonly expectedStatus: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly close: () => void;
  /** Reads the page again. */
  readonly reload: () => void;
}

export function ActionDialog(props: Props): ReactNode {
  const { action, transition, id, name, expectedStatus, labels, close, reload } = props;
  const { state, checked, idempotencyKey, check, send } = useAction(
    action,
    id,
    transition.to,
    expectedStatus,
  );
  const [acknowledged, setAcknowledged] = useState<ReadonlySet<string>>(new Set());
  const closeButton = useRef<HTMLButtonElement>(null);
  const { phase } = state;
  const isBusy = phase === 'CHECKING' || phase === 'SENDING';
  const result = phase === 'DONE' ? state.result : undefined;
  useEffect(() => {
    // The confirmed button is gone.
    if (state.phase === 'DONE' || state.phase === 'SEND_FAILED') closeButton.current?.focus();
  }, [state.phase]);

  const verdict = verdictOf(state, labels, underKey(idempotencyKey));
  const { from, to, consequences } = checked?.change ?? { ...transition, from: undefined };
  const required = requiredBy(checked?.userErrors ?? []);
  const others = consequences.filter(({ code }) => !required.some((known) => known.code === code));
  const isConfirming = verdict.next.includes('CONFIRM');
  const label = (status: string) => labels[status] ?? status;
  const readAgain = () => {
    reload();
    close();
  };
  const closeIfIdle = () => {
    // A change that was sent has an outcome, which the user has to see.
    if (phase === 'SENDING') return;
    if (result?.isPageCurrent === false) reload();
    close();
  };
  const sendIt = () => {
    send([...acknowledged]);
  };

  return (
    <Modal
      opened
      onClose={closeIfIdle}
      title={`${ACTION_LABELS[transition.action]}: ${name}`}
      size="lg"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': 'Close the dialog', disabled: phase === 'SENDING' }}
      classNames={{
        title: classes.dialogTitle,
        header: classes.dialogSurface,
        content: classes.dialogSurface,
      }}
    >
      <div className={classes.body}>
        <dl className={classes.change}>
          <div>
            <dt>Before</dt>
            <dd>{from === undefined ? '…' : label(from)}</dd>
          </div>
          <div>
            <dt>Requested</dt>
            <dd>{label(to)}</dd>
          </div>
        </dl>
        {others.length > 0 && result === undefined && (
          <section aria-label="Consequences" className={classes.dialogConsequences}>
            <Text fw={600} size="sm">
              Consequences
            </Text>
            <ul className={classes.consequences}>
              {others.map(({ code, text }) => (
                <li key={code}>{text}</li>
              ))}
            </ul>
          </section>
        )}
        {/* Screen readers may ignore the live region of the page while a dialog is open. */}
        <div role="status" aria-live="polite">
          <VerdictBox verdict={verdict} isBusy={isBusy} />
        </div>
        {isConfirming &&
          required.map(({ code, text }) => (
            <Checkbox
              key={code}
              label={`I accept: ${text}`}
              checked={acknowledged.has(code)}
              onChange={({ currentTarget }) => {
                const rest = [...acknowledged].filter((other) => other !== code);
                setAcknowledged(new Set(currentTarget.checked ? [...rest, code] : rest));
              }}
            />
          ))}
        <footer className={classes.buttons}>
          <Button
            ref={closeButton}
            variant="default"
            data-autofocus
            disabled={phase === 'SENDING'}
            onClick={closeIfIdle}
          >
            {phase === 'DONE' || phase === 'SEND_FAILED' ? 'Close' : 'Back'}
          </Button>
          {verdict.next.includes('READ_AGAIN') && <Button onClick={readAgain}>Read the page again</Button>}
          {verdict.next.includes('CHECK') && <Button onClick={check}>Check again</Button>}
          {verdict.next.includes('SEND_AGAIN') && <Button onClick={sendIt}>Retry</Button>}
          {(isBusy || isConfirming) && (
            <Button
              color={isDestructive(consequences) ? 'red.9' : 'indigo'}
              disabled={phase === 'CHECKING' || !required.every(({ code }) => acknowledged.has(code))}
              loading={phase === 'SENDING'}
              onClick={sendIt}
            >
              Confirm
            </Button>
          )}
        </footer>
      </div>
    </Modal>
  );
}
