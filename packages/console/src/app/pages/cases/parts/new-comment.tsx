/** The form of a new comment. The draft stays until AWS has the comment. */
import type { ReactNode } from 'react';
import { graphql } from 'react-relay';
import { ConnectionHandler, type RecordProxy, type RecordSourceSelectorProxy } from 'relay-runtime';
import type { OutcomeWords } from '../../../actions/outcome';
import { useCommand } from '../../../actions/use-command';
import { useAnnounce } from '../../../components/announcer';
import type { newCommentCreateMutation } from './__generated__/newCommentCreateMutation.graphql';
import { CommentForm } from './comment-form';
import { useDraft } from './use-draft';
import { useWriteBarrier } from './use-write-barrier';

interface Props {
  /** The global id of the case. */
  readonly id: string;
  readonly isClosed: boolean;
  readonly reload: () => void;
}

/** The key of the connection in the store. */
const COMMENTS_KEY = 'caseComments_comments';

const WORDS: OutcomeWords = {
  applied: 'The comment was added',
  reconciled: 'AWS gave no clear answer. A later read of the gateway shows the comment.',
  refused: 'The comment was not added',
  unknown: 'It is not known whether AWS added the comment',
  afterUnknown: {
    text: 'Retry is safe: AWS recognizes the idempotency key, and adds the comment at most once.',
    next: ['SEND_AGAIN', 'READ_AGAIN'],
  },
};

export function NewComment({ id, isClosed, reload }: Props): ReactNode {
  const [draft, changeDraft] = useDraft(`comment:${id}`);
  const announce = useAnnounce();
  const barrier = useWriteBarrier(isClosed ? 'The case is closed: AWS takes no more comments.' : undefined);
  const { isSending, verdict, send, forget } = useCommand<newCommentCreateMutation>({
    mutation: graphql`
      mutation newCommentCreateMutation($input: CreateSecurityCaseCommentInput!) {
        payload: createSecurityCaseComment(input: $input) {
          ...actionMutation_payload
          commentEdge {
            cursor
            node {
              ...commentItem_comment
            }
          }
        }
      }
    `,
    words: WORDS,
    takesClientToken: true,
    earlier: draft.attempt,
    onAttempt: (attempt) => {
      changeDraft({ attempt });
    },
    updater: (store) => {
      insertComment(store, id);
    },
    onDone: ({ commentEdge }, notes) => {
      changeDraft({ text: '' });
      announce(WORDS.applied);
      if (commentEdge == null) reload();
      else if (notes.length === 0) forget();
    },
  });
  return (
    <CommentForm
      label="New comment"
      text={draft.text}
      onChange={(text) => {
        if (verdict?.next.length === 0) forget();
        changeDraft({ text });
      }}
      submitLabel="Add the comment"
      submit={() => {
        send({ id, body: draft.text });
      }}
      isSending={isSending}
      verdict={verdict}
      reload={reload}
      barrier={barrier}
    />
  );
}

/** Adds the new comment where the list has the latest ones: AWS does not document the order of comments. */
function insertComment(store: RecordSourceSelectorProxy, id: string): void {
  const securityCase = store.get(id);
  const connection = securityCase && ConnectionHandler.getConnection(securityCase, COMMENTS_KEY);
  const payload = store.getRootField('createSecurityCaseComment');
  const edge =
    connection &&
    ConnectionHandler.buildConnectionEdge(store, connection, payload.getLinkedRecord('commentEdge'));
  if (connection == null || edge == null) return;
  const edges = connection.getLinkedRecords('edges');
  const idOf = (one: RecordProxy) => one.getLinkedRecord('node').getDataID();
  // A repeated attempt may add what the list has already.
  if (edges.some((other) => idOf(other) === idOf(edge))) return;
  const times = edges.map((other) => String(other.getLinkedRecord('node').getValue('createdAt')));
  const isEarliestFirst = (times[0] ?? '') < (times.at(-1) ?? '');
  if (isEarliestFirst) ConnectionHandler.insertEdgeAfter(connection, edge);
  else ConnectionHandler.insertEdgeBefore(connection, edge);
}
