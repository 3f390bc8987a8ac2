/** A form: the input, its mistakes, the dry run, the confirmation and the way to the resource. */
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCallback, useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnnounce } from '../components/announcer';
import { useConfirm } from '../components/confirmation';
import { resourcePath, type ResourceType } from '../routing/paths';
import { useViewer } from '../viewer/viewer';
import { ErrorSummary } from './error-summary';
import { problemsOfSteps, type FieldErrors } from './field-errors';
import { FormContext, type FormValues } from './form-context';
import type { FormSpec, ReviewLine } from './form-spec';
import { neutral } from '../actions/outcome';
import classes from './forms.module.css';
import { LeaveDialog } from '../actions/leave-dialog';
import { releaseGuard, useLeaveGuard } from '../routing/leave-guard';
import { ReviewDialog } from './review-dialog';
import { chosenTarget, TargetField, targetsOf, type Service } from './target-field';
import { useSubmission } from './use-submission';

export interface FormProps<Values extends object> {
  /** The page above, which _Cancel_ leads to. */
  readonly parent: { readonly path: string; readonly title: string };
  readonly type: ResourceType;
  /** The AWS service of a new resource; an existing one has a target. */
  readonly service?: Service;
  readonly spec: FormSpec<Values>;
  /** The button that confirms, such as "Create the job". */
  readonly confirmLabel: string;
  /** What follows from the change. */
  readonly notes?: readonly string[];
  /** Shown after the change. */
  readonly success: string;
  readonly recheck?: (values: Values) => Promise<readonly string[]>;
  /** The fields, for the values now. */
  readonly children: (values: Values) => ReactNode;
}

const UNCHANGED = neutral('You have changed nothing, so there is nothing to send.');

export function Form<Values extends object>(props: FormProps<Values>): ReactNode {
  const { parent, type, service, spec, confirmLabel, notes = [], success, recheck, children } = props;
  const { stepsOf, review } = spec;
  const labels = { target: 'Target', ...spec.labels };
  const [, navigate] = useLocation();
  const announce = useAnnounce();
  const confirm = useConfirm();
  const targets = targetsOf(useViewer(), service);
  const form = useForm<FormValues>({ initialValues: { target: '', ...spec.initial } });
  const element = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  /** Counts failed attempts: the focus moves after each. */
  const [failures, setFailures] = useState(0);
  const [lines, setLines] = useState<readonly ReviewLine[]>([]);
  const [isUnchanged, setIsUnchanged] = useState(false);
  const { setErrors } = form;
  const fail = useCallback(
    (errors: FieldErrors) => {
      setErrors(errors);
      setFailures((count) => count + 1);
    },
    [setErrors],
  );
  const finish = (id: string | undefined) => {
    releaseGuard();
    announce(success);
    navigate(id === undefined ? parent.path : resourcePath(type, id));
    confirm(success);
  };
  const { state, check, send, edit } = useSubmission({
    recheck: recheck as ((values: unknown) => Promise<readonly string[]>) | undefined,
    onFailure: fail,
    onSuccess: finish,
  });
  const { phase } = state;
  const guard = useLeaveGuard(form.isDirty() && phase !== 'DONE');
  const isDialogOpen = phase !== 'EDITING' && phase !== 'CHECKING';
  const wasDialogOpen = useRef(false);
  useEffect(() => {
    if (wasDialogOpen.current && !isDialogOpen)
      element.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    wasDialogOpen.current = isDialogOpen;
  }, [isDialogOpen]);
  useEffect(() => {
    if (failures === 0) return;
    const bad = element.current?.querySelector<HTMLElement>(
      '[data-path]:is([aria-invalid="true"], [data-invalid])',
    );
    (bad ?? summary.current)?.focus();
  }, [failures]);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    // Another attempt while one is under way would be a second change.
    if (phase !== 'EDITING') return;
    const { values } = form;
    const steps = stepsOf(values as Values);
    const target = chosenTarget(targets, values.target);
    const errors = {
      ...(service !== undefined && targets.length > 1 && target === undefined ? { target: 'Required.' } : {}),
      ...problemsOfSteps(steps, values),
    };
    const hasErrors = Object.keys(errors).length > 0;
    setIsUnchanged(steps.length === 0);
    if (hasErrors || steps.length === 0) {
      edit();
      fail(errors);
      return;
    }
    form.clearErrors();
    const place = targets.find(({ name }) => name === target);
    setLines([
      ...(place === undefined ? [] : [{ label: 'Target', value: `${place.name} · ${place.region}` }]),
      ...review(values as Values),
    ]);
    check({ steps, values, target });
  };

  return (
    <FormContext value={{ form, labels }}>
      <form ref={element} noValidate className={classes.form} onSubmit={submit}>
        <ErrorSummary
          ref={summary}
          errors={form.errors}
          labels={labels}
          verdict={isUnchanged ? UNCHANGED : phase === 'EDITING' ? state.verdict : undefined}
          focusField={(path) => {
            element.current?.querySelector<HTMLElement>(`[data-path="${path}"]`)?.focus();
          }}
        />
        {service !== undefined && <TargetField targets={targets} />}
        {children(form.values as Values)}
        <div className={classes.buttons}>
          <Button type="submit" loading={phase === 'CHECKING'}>
            Check and review
          </Button>
          <Button component={Link} href={parent.path} variant="default">
            Cancel
          </Button>
        </div>
      </form>
      {isDialogOpen && (
        <ReviewDialog
          title={`${confirmLabel}?`}
          confirmLabel={confirmLabel}
          lines={lines}
          notes={notes}
          state={state}
          send={send}
          back={edit}
          finish={() => {
            finish(phase === 'DONE' ? state.resourceId : undefined);
          }}
          parentTitle={parent.title}
          openParent={() => {
            releaseGuard();
            navigate(parent.path);
          }}
        />
      )}
      {guard.isAsking && (
        <LeaveDialog
          title="Leave the form?"
          {...(phase === 'SENDING' || phase === 'UNCERTAIN' ? LEAVE_SENT : LEAVE_UNSENT)}
          stay={guard.stay}
          leave={guard.leave}
        />
      )}
    </FormContext>
  );
}

const LEAVE_UNSENT = {
  text: 'What you entered is not saved anywhere.',
  leaveLabel: 'Discard and leave',
} as const;

const LEAVE_SENT = {
  text: 'The change was sent, and AWS may make it even if you leave. You will not see its outcome here.',
  leaveLabel: 'Leave',
} as const;
