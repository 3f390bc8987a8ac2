/** The files that are attached to a case, and the upload of another one. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, usePreloadedQuery } from 'react-relay';
import { EmptyIcon, RefreshIcon } from '../../../components/icons';
import { Screen } from '../../../components/screen';
import { Part } from '../../../details/part';
import type { LoadedQuery } from '../../../requests/query-screen';
import type { caseAttachmentsQuery } from './__generated__/caseAttachmentsQuery.graphql';
import { AttachmentItem } from './attachment-item';
import { AttachmentUpload } from './attachment-upload';
import classes from './case-parts.module.css';
import { missingCase } from './missing-case';
import { useWriteBarrier } from './use-write-barrier';

const QUERY = graphql`
  query caseAttachmentsQuery($id: ID!) {
    node(id: $id) {
      ... on SecurityCase {
        attachments {
          id
          ...attachmentItem_attachment
        }
      }
    }
  }
`;

interface Props {
  /** The global id of the case. */
  readonly id: string;
  readonly isClosed: boolean;
}

export function CaseAttachments({ id, isClosed }: Props): ReactNode {
  return (
    <Part<caseAttachmentsQuery>
      title="Attachments"
      noun="attachments"
      query={QUERY}
      variables={{ id }}
      requiredField="attachments"
      followsChanges={false}
    >
      {(loaded) => <Attachments {...loaded} id={id} isClosed={isClosed} />}
    </Part>
  );
}

function Attachments(props: LoadedQuery<caseAttachmentsQuery> & Props): ReactNode {
  const { queryRef, reload, isReloading, id, isClosed } = props;
  const { node } = usePreloadedQuery<caseAttachmentsQuery>(QUERY, queryRef);
  const barrier = useWriteBarrier(isClosed ? 'The case is closed: AWS takes no more files.' : undefined);
  const attachments = node?.attachments;
  if (attachments == null) throw missingCase();
  const count = attachments.length;
  return (
    <div className={classes.part}>
      <AttachmentUpload id={id} barrier={barrier} reload={reload} />
      <div className={classes.summary}>
        <Text size="sm">
          {count} {count === 1 ? 'attachment' : 'attachments'}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<RefreshIcon size={14} />}
          loading={isReloading}
          onClick={reload}
        >
          Refresh
        </Button>
      </div>
      {count === 0 ? (
        <Screen kind="empty" level={3} icon={<EmptyIcon />} title="There are no attachments yet" />
      ) : (
        <ul className={classes.items} aria-label="Attachments">
          {attachments.map((attachment) => (
            <AttachmentItem key={attachment.id} attachment={attachment} />
          ))}
        </ul>
      )}
    </div>
  );
}
