/** An attachment: its name, its check by AWS, and a button that downloads it once AWS has verified it. */
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { fetchQuery, graphql, useFragment, useRelayEnvironment } from 'react-relay';
import { StatusBadge } from '../../../components/status-badge';
import { Missing, Time } from '../../../components/time';
import type { Tone } from '../../../components/tone';
import { collectFieldErrors } from '../../../relay/field-errors';
import { toGatewayError } from '../../../relay/gateway-error';
import type {
  attachmentItem_attachment$key,
  SecurityCaseAttachmentStatus,
} from './__generated__/attachmentItem_attachment.graphql';
import type { attachmentItemDownloadQuery } from './__generated__/attachmentItemDownloadQuery.graphql';
import classes from './case-parts.module.css';

const TONES: Readonly<Record<SecurityCaseAttachmentStatus, Tone>> = {
  FAILED: 'problem',
  PENDING: 'waiting',
  UNRECOGNIZED: 'waiting',
  VERIFIED: 'active',
};

/** Why a file cannot be downloaded. */
const BARRIERS: Readonly<Record<SecurityCaseAttachmentStatus, string | undefined>> = {
  FAILED: 'AWS refused the file after its check: it cannot be downloaded.',
  PENDING: 'AWS still checks the file. Refresh the list in a moment.',
  UNRECOGNIZED: 'The gateway does not know this status: AWS gives no link.',
  VERIFIED: undefined,
};

export function AttachmentItem({
  attachment,
}: {
  readonly attachment: attachmentItem_attachment$key;
}): ReactNode {
  const { id, fileName, status, statusLabel, awsStatus, creator, createdAt } = useFragment(
    graphql`
      fragment attachmentItem_attachment on SecurityCaseAttachment {
        id
        fileName
        status
        statusLabel
        awsStatus
        creator
        createdAt
      }
    `,
    attachment,
  );
  const { isAsking, failure, download } = useDownload(id);
  const shownStatus = status ?? 'UNRECOGNIZED';
  const barrier = BARRIERS[shownStatus];
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        <span className={classes.person}>{fileName ?? <Missing />}</span>
        <StatusBadge label={statusLabel ?? 'Unrecognized'} tone={TONES[shownStatus]} awsStatus={awsStatus} />
        {barrier === undefined && (
          <Button
            size="compact-xs"
            variant="default"
            className={classes.itemAction}
            aria-busy={isAsking}
            aria-label={`Download ${fileName ?? 'the file'}`}
            onClick={isAsking ? undefined : download}
          >
            {isAsking ? 'Asking for the link…' : 'Download'}
          </Button>
        )}
      </div>
      <Text size="sm" c="var(--console-quiet)" className={classes.text}>
        {creator ?? <Missing />}, <Time value={createdAt} />
      </Text>
      {barrier !== undefined && (
        <Text size="sm" className={classes.barrier}>
          {barrier}
        </Text>
      )}
      {failure !== undefined && (
        <Text size="sm" role="alert" className={classes.problem}>
          {failure}
        </Text>
      )}
    </li>
  );
}

const DOWNLOAD = graphql`
  query attachmentItemDownloadQuery($id: ID!) {
    node(id: $id) {
      ... on SecurityCaseAttachment {
        status
        downloadUrl
      }
    }
  }
`;

/** Asks for the link when the user wants the file: it is a secret that expires. */
function useDownload(id: string) {
  const environment = useRelayEnvironment();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const end = (message?: string) => {
    setIsAsking(false);
    setFailure(message && `The file could not be downloaded: ${message}`);
  };
  const download = () => {
    const { cacheConfig, fieldErrors } = collectFieldErrors();
    setIsAsking(true);
    setFailure(undefined);
    fetchQuery<attachmentItemDownloadQuery>(
      environment,
      DOWNLOAD,
      { id },
      { fetchPolicy: 'network-only', networkCacheConfig: cacheConfig },
    ).subscribe({
      next: ({ node }) => {
        const url = node?.downloadUrl;
        if (url == null || !/^https?:/.test(url)) {
          end(fieldErrors()[0]?.message ?? 'AWS gives no link for it any more. Refresh the list.');
          return;
        }
        end();
        followLink(url);
      },
      error: (error: unknown) => {
        end(toGatewayError(error).message);
      },
    });
  };
  return { isAsking, failure, download };
}

/** The browser saves the file itself: its size does not matter, and neither CORS nor the policy of the page has to allow it. */
function followLink(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noreferrer';
  link.download = '';
  link.click();
}
