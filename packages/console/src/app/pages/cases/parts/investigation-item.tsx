/** An investigation by AWS: its findings, which may be long, and the feedback on it. */
import { Button, Text } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import { StatusBadge } from '../../../components/status-badge';
import { Missing, Time } from '../../../components/time';
import type { Tone } from '../../../components/tone';
import type {
  investigationItem_investigation$key,
  SecurityCaseInvestigationActionType,
  SecurityCaseInvestigationStatus,
  SecurityCaseInvestigationUsefulness,
} from './__generated__/investigationItem_investigation.graphql';
import classes from './case-parts.module.css';
import { FeedbackForm } from './feedback-form';
import { useWriteBarrier } from './use-write-barrier';

interface Props {
  readonly investigation: investigationItem_investigation$key;
  /** The global id of the case. */
  readonly caseId: string;
  readonly reload: () => void;
}

const ACTION_TYPES: Readonly<Record<SecurityCaseInvestigationActionType, string>> = {
  EVIDENCE: 'Evidence',
  INVESTIGATION: 'Investigation',
  SUMMARIZATION: 'Summary',
  UNRECOGNIZED: 'Unrecognized',
};

const TONES: Readonly<Record<SecurityCaseInvestigationStatus, Tone>> = {
  CANCELLED: 'done',
  COMPLETED: 'done',
  FAILED: 'problem',
  IN_PROGRESS: 'active',
  PENDING: 'waiting',
  UNRECOGNIZED: 'waiting',
  WAITING: 'waiting',
};

const USEFULNESS: Readonly<Record<SecurityCaseInvestigationUsefulness, string>> = {
  NOT_USEFUL: 'Not useful',
  UNRECOGNIZED: 'Unrecognized',
  USEFUL: 'Useful',
};

export function InvestigationItem({ investigation, caseId, reload }: Props): ReactNode {
  const data = useFragment(
    graphql`
      fragment investigationItem_investigation on SecurityCaseInvestigation {
        id
        investigationId
        title
        actionType
        awsActionType
        status
        statusLabel
        awsStatus
        content
        updatedAt
        feedback {
          usefulness
          awsUsefulness
          comment
          submittedAt
        }
      }
    `,
    investigation,
  );
  const { id, investigationId, title, actionType, awsActionType, status, statusLabel, awsStatus } = data;
  const { content, updatedAt, feedback } = data;
  const name = title ?? investigationId;
  const [isOpen, setIsOpen] = useState(false);
  const barrier = useWriteBarrier();
  const barrierId = useId();
  const formButton = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) formButton.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        <h3 className={classes.itemTitle}>{name}</h3>
        <StatusBadge
          label={statusLabel ?? 'Unrecognized'}
          tone={TONES[status ?? 'UNRECOGNIZED']}
          awsStatus={awsStatus}
        />
      </div>
      <Text size="sm" c="var(--console-quiet)">
        <span title={awsActionType == null ? undefined : `AWS: ${awsActionType}`}>
          {ACTION_TYPES[actionType ?? 'UNRECOGNIZED']}
        </span>
        , updated <Time value={updatedAt} />
      </Text>
      <Findings text={content} name={name} />
      {feedback != null && (
        <Text component="div" size="sm" className={classes.feedback}>
          <strong>Your feedback: </strong>
          <span title={feedback.awsUsefulness == null ? undefined : `AWS: ${feedback.awsUsefulness}`}>
            {USEFULNESS[feedback.usefulness ?? 'UNRECOGNIZED']}
          </span>
          {feedback.submittedAt != null && (
            <span className={classes.quiet}>
              , <Time value={feedback.submittedAt} />
            </span>
          )}
          {feedback.comment != null && <div className={classes.text}>{feedback.comment}</div>}
        </Text>
      )}
      {isOpen ? (
        <FeedbackForm
          caseId={caseId}
          id={id}
          investigationId={investigationId}
          name={name}
          reload={reload}
          close={() => {
            setIsOpen(false);
          }}
        />
      ) : (
        <div>
          <Button
            ref={formButton}
            size="compact-sm"
            variant="default"
            disabled={barrier !== undefined}
            aria-label={`${feedback == null ? 'Give feedback' : 'Change the feedback'} on ${name}`}
            aria-describedby={barrier === undefined ? undefined : barrierId}
            onClick={() => {
              setIsOpen(true);
            }}
          >
            {feedback == null ? 'Give feedback' : 'Change the feedback'}
          </Button>
          {barrier !== undefined && (
            <Text id={barrierId} size="sm" className={classes.barrier}>
              {barrier}
            </Text>
          )}
        </div>
      )}
    </li>
  );
}

/** Longer texts are collapsed. */
const MAX_CHARACTERS = 400;
const MAX_LINES = 6;

function Findings({
  text,
  name,
}: {
  readonly text: string | null | undefined;
  readonly name: string;
}): ReactNode {
  const [isWhole, setIsWhole] = useState(false);
  const textId = useId();
  if (text == null) return <Missing />;
  const isLong = text.length > MAX_CHARACTERS || text.split('\n').length > MAX_LINES;
  return (
    <div>
      <Text
        component="div"
        id={textId}
        size="sm"
        className={classes.text}
        data-collapsed={(isLong && !isWhole) || undefined}
      >
        {text}
      </Text>
      {isLong && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isWhole}
          aria-controls={textId}
          aria-label={`${isWhole ? 'Show less' : 'Show all'} of ${name}`}
          onClick={() => {
            setIsWhole(!isWhole);
          }}
        >
          {isWhole ? 'Show less' : 'Show all'}
        </Button>
      )}
    </div>
  );
}
