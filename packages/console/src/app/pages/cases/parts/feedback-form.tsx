/** The feedback on an investigation: whether it was useful, and a comment. */
import { Button, Radio } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { graphql } from 'react-relay';
import type { RecordSourceProxy } from 'relay-runtime';
import type { OutcomeWords } from '../../../actions/outcome';
import { useCommand } from '../../../actions/use-command';
import { VerdictBox } from '../../../actions/verdict-box';
import { useAnnounce } from '../../../components/announcer';
import type {
  feedbackFormSendMutation,
  SendSecurityCaseInvestigationFeedbackInput,
} from './__generated__/feedbackFormSendMutation.graphql';
import classes from './case-parts.module.css';
import { useFocusAfterSending } from './focus';
import { isTooLong, LimitedText } from './limited-text';

interface Props {
  /** The global id of the case. */
  readonly caseId: string;
  /** The global id of the investigation. */
  readonly id: string;
  readonly investigationId: string;
  readonly name: string;
  readonly reload: () => void;
  readonly close: () => void;
}

type Usefulness = 'USEFUL' | 'NOT_USEFUL';

/** The limit of SendFeedback. */
const MAX_LENGTH = 1_000;

const WORDS: OutcomeWords = {
  applied: 'AWS has the feedback',
  reconciled: 'AWS gave no clear answer. A later read of the gateway shows the feedback.',
  refused: 'The feedback was not sent',
  unknown: 'It is not known whether AWS has the feedback',
  afterUnknown: {
    text: 'Read the investigations again in a moment. Retry is safe: it sends the same feedback.',
    next: ['SEND_AGAIN', 'READ_AGAIN'],
  },
};

export function FeedbackForm({ caseId, id, investigationId, name, reload, close }: Props): ReactNode {
  const [usefulness, setUsefulness] = useState<Usefulness>();
  const [comment, setComment] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const closeButton = useRef<HTMLButtonElement>(null);
  const announce = useAnnounce();
  const { isSending, verdict, send, forget } = useCommand<feedbackFormSendMutation>({
    mutation: graphql`
      mutation feedbackFormSendMutation($input: SendSecurityCaseInvestigationFeedbackInput!) {
        payload: sendSecurityCaseInvestigationFeedback(input: $input) {
          ...actionMutation_payload
        }
      }
    `,
    words: WORDS,
    takesClientToken: false,
    updater: (store, input) => {
      if (store.getRootField('sendSecurityCaseInvestigationFeedback').getValue('outcome') === 'APPLIED')
        showFeedback(store, id, input);
    },
    onDone: (_, notes) => {
      announce(WORDS.applied);
      if (notes.length === 0) close();
    },
  });
  useEffect(() => {
    first.current?.focus();
  }, []);
  /** AWS has the feedback, and the verdict has more to say. */
  const isDone = verdict?.tone === 'success';
  useFocusAfterSending(isSending, form, isDone ? closeButton : button);
  const submit = () => {
    setIsRefused(usefulness === undefined);
    if (usefulness === undefined) first.current?.focus();
    else if (!isTooLong(comment, MAX_LENGTH))
      send({ id: caseId, investigationId, usefulness, comment: comment.trim() === '' ? null : comment });
  };
  const next = verdict?.next ?? [];
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={`Feedback on ${name}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Radio.Group
        label="Was this useful?"
        value={usefulness ?? null}
        error={isRefused && usefulness === undefined ? 'Choose one of them.' : undefined}
        onChange={(value) => {
          if (isDone) forget();
          setUsefulness(value);
        }}
      >
        <div className={classes.choices}>
          <Radio ref={first} value="USEFUL" label="Useful" />
          <Radio value="NOT_USEFUL" label="Not useful" />
        </div>
      </Radio.Group>
      <LimitedText
        label="Comment (optional)"
        value={comment}
        onChange={(text) => {
          if (isDone) forget();
          setComment(text);
        }}
        max={MAX_LENGTH}
        rows={2}
        readOnly={isSending}
      />
      <div role="status" aria-live="polite" className={classes.outcome}>
        {verdict !== undefined && <VerdictBox verdict={verdict} isBusy={isSending} />}
      </div>
      <div className={classes.buttons}>
        <Button ref={closeButton} variant="default" size="xs" disabled={isSending} onClick={close}>
          {isDone ? 'Close' : 'Cancel'}
        </Button>
        {next.includes('READ_AGAIN') && (
          <Button variant="default" size="xs" onClick={reload}>
            Read the investigations again
          </Button>
        )}
        {!isDone && (
          <Button ref={button} type="submit" size="xs" loading={isSending}>
            {next.includes('SEND_AGAIN') ? 'Retry' : 'Send the feedback'}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The payload has no investigation: the page shows what AWS accepted. */
function showFeedback(
  store: RecordSourceProxy,
  id: string,
  { usefulness, comment }: SendSecurityCaseInvestigationFeedbackInput,
): void {
  const feedback = store.get(id)?.getOrCreateLinkedRecord('feedback', 'SecurityCaseInvestigationFeedback');
  feedback?.setValue(usefulness, 'usefulness').setValue(comment, 'comment');
  // The next read of the list has them as AWS does.
  feedback?.setValue(null, 'awsUsefulness').setValue(null, 'submittedAt');
}
