/**
 * The steps of a bulk change: the choice, the dry run with its consequences, and the result of each change. The button that
 * goes back has the focus at each step, so that a second press of Enter confirms nothing.
 */
import '@mantine/core/styles/Drawer.css';
import { Button, Drawer } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ACTION_LABELS } from '../actions/action-labels';
import { isDestructive } from '../actions/consequences';
import { failureTexts } from '../actions/outcome';
import { LeaveDialog } from '../actions/leave-dialog';
import { VerdictBox } from '../actions/verdict-box';
import { useLeaveGuard } from '../routing/leave-guard';
import type { BulkActions } from './bulk-mutation';
import { countOutcomes, reportsOf, type Report } from './bulk-report';
import { checksOf, countConsequences, type BulkRequest } from './bulk-requests';
import classes from './bulk.module.css';
import { CheckStep } from './check-step';
import { ChooseStep } from './choose-step';
import { offersOf } from './offers';
import { ResultStep } from './result-step';
import { useBulk, type BulkState, type Selected } from './use-bulk';

interface Props {
  /** Such as "classification jobs". */
  readonly noun: string;
  readonly actions: BulkActions;
  /** The selection when the drawer was opened. */
  readonly selected: Selected;
  readonly close: () => void;
  /** Reads the list again. */
  readonly reload: () => void;
}

export function BulkDrawer({ noun, actions, selected, close, reload }: Props): ReactNode {
  const { labels } = actions;
  const control = useBulk(actions, selected);
  const { state } = control;
  const { phase } = state;
  const [acknowledged, setAcknowledged] = useState<ReadonlySet<string>>(new Set());
  const backButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    backButton.current?.focus();
  }, [phase]);
  const guard = useLeaveGuard(phase === 'SENDING');

  const { passed } = phase === 'CHECKED' ? checksOf(state.requests) : { passed: [] };
  const consequences = countConsequences(passed);
  const reports = phase === 'DONE' ? reportsOf(state.requests, labels) : [];
  const isUnsent = reports.some(({ outcome }) => outcome === 'NOT_SENT');
  const isUnderstood = consequences.every(({ code, isRequired }) => !isRequired || acknowledged.has(code));
  const title =
    'offer' in state
      ? `${ACTION_LABELS[state.offer.action]}: ${labels[state.offer.to] ?? state.offer.to}`
      : `Change the status of ${noun}`;
  const canGoBack = phase === 'CHECKING' || phase === 'CHECKED' || phase === 'CHECK_FAILED';
  const closeIfIdle = () => {
    // Changes that were sent have outcomes, which the user has to see.
    if (phase === 'SENDING') return;
    if (reports.some(({ isRowCurrent }) => !isRowCurrent)) reload();
    close();
  };
  const readAgain = () => {
    reload();
    close();
  };

  return (
    <Drawer
      opened
      onClose={closeIfIdle}
      position="right"
      size="lg"
      title={title}
      returnFocus={false}
      closeOnClickOutside={phase !== 'DONE'}
      closeButtonProps={{ 'aria-label': 'Close the drawer', disabled: phase === 'SENDING' }}
      classNames={{ title: classes.title, header: classes.surface, content: classes.surface }}
    >
      <div className={classes.body}>
        {/* Screen readers may ignore the live region of the page while a dialog is open. */}
        <div role="status" aria-live="polite">
          <Progress state={state} actions={actions} isStopping={control.isStopping} reports={reports} />
        </div>
        {phase === 'CHOOSING' && (
          <ChooseStep {...state} actions={actions} choose={control.check} retry={control.read} />
        )}
        {phase === 'CHECKED' && (
          <CheckStep
            {...state}
            labels={labels}
            consequences={consequences}
            acknowledged={acknowledged}
            acknowledge={setAcknowledged}
          />
        )}
        {phase === 'DONE' && <ResultStep title={title} reports={reports} />}
        <footer className={classes.footer}>
          <Button
            ref={backButton}
            variant="default"
            data-autofocus
            disabled={phase === 'SENDING'}
            onClick={
              canGoBack
                ? () => {
                    setAcknowledged(new Set());
                    control.back();
                  }
                : closeIfIdle
            }
          >
            {canGoBack ? 'Back' : 'Close'}
          </Button>
          {phase === 'READ_FAILED' && <Button onClick={control.read}>Retry</Button>}
          {phase === 'CHECK_FAILED' && (
            <Button
              onClick={() => {
                control.check(state.offer);
              }}
            >
              Check again
            </Button>
          )}
          {phase === 'CHECKED' && passed.length > 0 && (
            <Button
              color={isDestructive(consequences) ? 'red.9' : 'indigo'}
              disabled={!isUnderstood}
              onClick={control.confirm}
            >
              Confirm {passed.length} {passed.length === 1 ? 'change' : 'changes'}
            </Button>
          )}
          {phase === 'SENDING' && state.requests.length > 1 && (
            <Button variant="default" disabled={control.isStopping} onClick={control.stop}>
              Stop after this request
            </Button>
          )}
          {reports.some(({ outcome }) => outcome === 'UNKNOWN') && (
            <Button variant="default" onClick={readAgain}>
              Read the list again
            </Button>
          )}
          {reports.some(({ isRetryable }) => isRetryable) && (
            <Button
              onClick={() => {
                control.send((request) =>
                  reportsOf([request], labels).some(({ isRetryable }) => isRetryable),
                );
              }}
            >
              Retry the failed ones
            </Button>
          )}
          {isUnsent && (
            <Button
              onClick={() => {
                control.send(({ answer }) => answer === undefined);
              }}
            >
              Send the rest
            </Button>
          )}
        </footer>
      </div>
      {guard.isAsking && (
        <LeaveDialog
          title="Leave the bulk change?"
          text="The console sends no further change once you have left, and does not show the outcomes of those that it sent."
          leaveLabel="Leave"
          stay={guard.stay}
          leave={guard.leave}
        />
      )}
    </Drawer>
  );
}

interface ProgressProps {
  readonly state: BulkState;
  readonly actions: BulkActions;
  readonly isStopping: boolean;
  readonly reports: readonly Report[];
}

/** The step in words. */
function Progress({ state, actions: { actions }, isStopping, reports }: ProgressProps): ReactNode {
  const neutral = (title: string, isBusy: boolean) => (
    <VerdictBox verdict={{ tone: 'neutral', title, texts: [] }} isBusy={isBusy} />
  );
  switch (state.phase) {
    case 'READING':
      return neutral('Reading the selected resources.', true);
    case 'READ_FAILED':
      return (
        <VerdictBox
          verdict={{
            tone: 'problem',
            title: 'Selected resources that are not among the loaded rows could not be read',
            texts: failureTexts(state.error),
          }}
          isBusy={false}
        />
      );
    case 'CHOOSING':
      return neutral(
        offersOf(state.resources, actions).possible.length > 0
          ? 'Choose a change. A dry run follows, and nothing is changed until you confirm.'
          : 'No change is possible now.',
        false,
      );
    case 'CHECKING':
      return neutral(`Checking with a dry run: ${progressOf(state.requests)}. Nothing is changed.`, true);
    case 'CHECK_FAILED':
      return (
        <VerdictBox
          verdict={{
            tone: 'problem',
            title: 'The check failed, and nothing was changed',
            texts: failureTexts(state.error),
          }}
          isBusy={false}
        />
      );
    case 'CHECKED':
      return neutral('The dry run is complete. Nothing is changed until you confirm.', false);
    case 'SENDING':
      return neutral(
        isStopping
          ? 'Stopping. The request that was sent has an outcome in a moment.'
          : `Sending: ${progressOf(state.requests)}. Please wait for the outcomes.`,
        true,
      );
    case 'DONE':
      return neutral(`Done: ${countOutcomes(reports)}.`, false);
  }
}

/** Such as "25 of 80 resources have an outcome". */
function progressOf(requests: readonly BulkRequest[]): string {
  const count = (counted: readonly BulkRequest[]) =>
    counted.reduce((sum, { resources }) => sum + resources.length, 0);
  const answered = count(requests.filter(({ answer }) => answer !== undefined));
  return `${answered} of ${count(requests)} resources have an outcome`;
}
