/** A comment: who wrote it when, and its text, which the caller can change. */
import { Button, Text } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { OutcomeWords } from '../../../actions/outcome';
import { useCommand } from '../../../actions/use-command';
import { useAnnounce } from '../../../components/announcer';
import { Missing, Time } from '../../../components/time';
import type { commentItem_comment$key } from './__generated__/commentItem_comment.graphql';
import type { commentItemUpdateMutation } from './__generated__/commentItemUpdateMutation.graphql';
import classes from './case-parts.module.css';
import { CommentForm } from './comment-form';
import { useWriteBarrier } from './use-write-barrier';

interface Props {
  readonly comment: commentItem_comment$key;
  /** The global id of the case. */
  readonly caseId: string;
  readonly isClosed: boolean;
  readonly reload: () => void;
}

/** The creator of comments that only AWS can change. */
const RESPONDER = 'AWS Responder';

const WORDS: OutcomeWords = {
  applied: 'The comment was changed',
  reconciled: 'AWS gave no clear answer. A later read of the gateway shows the new text.',
  refused: 'The comment was not changed',
  unknown: 'It is not known whether AWS changed the comment',
  afterUnknown: {
    text: 'Read the comments again in a moment. Retry is safe: it sets the same text.',
    next: ['SEND_AGAIN', 'READ_AGAIN'],
  },
};

export function CommentItem({ comment, caseId, isClosed, reload }: Props): ReactNode {
  const { body, commentId, creator, createdAt, updatedAt, updatedBy } = useFragment(
    graphql`
      fragment commentItem_comment on SecurityCaseComment {
        commentId
        body
        creator
        createdAt
        updatedAt
        updatedBy
      }
    `,
    comment,
  );
  const [isEditing, setIsEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const barrierId = useId();
  useEffect(() => {
    if (wasEditing.current && !isEditing) editButton.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const barrier = useWriteBarrier(isClosed ? 'The case is closed: AWS takes no more changes.' : undefined);
  const isChanged = updatedAt != null && updatedAt !== createdAt;
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        <span className={classes.person}>{creator ?? <Missing />}</span>
        <span className={classes.quiet}>
          <Time value={createdAt} />
          {isChanged && (
            <>
              , changed <Time value={updatedAt} />
              {updatedBy != null && updatedBy !== creator && ` by ${updatedBy}`}
            </>
          )}
        </span>
        {!isEditing && creator !== RESPONDER && (
          <Button
            ref={editButton}
            size="compact-xs"
            variant="subtle"
            className={classes.itemAction}
            disabled={barrier !== undefined}
            title={barrier}
            aria-label={`Edit the comment ${commentId}`}
            aria-describedby={barrier === undefined ? undefined : barrierId}
            onClick={() => {
              setIsEditing(true);
            }}
          >
            Edit
          </Button>
        )}
      </div>
      {barrier !== undefined && creator !== RESPONDER && (
        <span id={barrierId} className="console-visually-hidden">
          {barrier}
        </span>
      )}
      {isEditing ? (
        <CommentEditor
          caseId={caseId}
          commentId={commentId}
          body={body ?? ''}
          reload={reload}
          close={() => {
            setIsEditing(false);
          }}
        />
      ) : (
        <Text component="div" size="sm" className={classes.text}>
          {body ?? <Missing />}
        </Text>
      )}
    </li>
  );
}

interface EditorProps {
  readonly caseId: string;
  readonly commentId: string;
  /** The text before the change. */
  readonly body: string;
  readonly reload: () => void;
  readonly close: () => void;
}

function CommentEditor({ caseId, commentId, body, reload, close }: EditorProps): ReactNode {
  const [text, setText] = useState(body);
  const announce = useAnnounce();
  const { isSending, verdict, send, forget } = useCommand<commentItemUpdateMutation>({
    mutation: graphql`
      mutation commentItemUpdateMutation($input: UpdateSecurityCaseCommentInput!) {
        payload: updateSecurityCaseComment(input: $input) {
          ...actionMutation_payload
          comment {
            ...commentItem_comment
          }
        }
      }
    `,
    words: WORDS,
    takesClientToken: false,
    onDone: ({ comment }, notes) => {
      announce(WORDS.applied);
      if (comment == null) reload();
      if (notes.length === 0) close();
    },
  });
  return (
    <CommentForm
      label={`Text of the comment ${commentId}`}
      isFocused
      text={text}
      onChange={(next) => {
        if (verdict?.next.includes('SEND_AGAIN') === false) forget();
        setText(next);
      }}
      submitLabel="Save"
      submit={() => {
        if (text === body) close();
        else send({ id: caseId, commentId, body: text });
      }}
      isSending={isSending}
      verdict={verdict}
      reload={reload}
      barrier={undefined}
      cancel={close}
    />
  );
}
