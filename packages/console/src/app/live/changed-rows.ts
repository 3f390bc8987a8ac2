/** Reads rows again after events, in place: one request for up to 20 rows, with an AWS call for each of them. */
import { useRef, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import { collectFieldErrors } from '../relay/field-errors';
import type { changedRowsQuery } from './__generated__/changedRowsQuery.graphql';
import { useLiveChanges } from './live-provider';
import { useRefresher } from './use-refresher';

const MAX_ROWS_PER_REQUEST = 20;
/** Above this number of rows, the list itself costs AWS fewer calls: the user decides when it is read. */
const MAX_CHANGED_ROWS = 60;

/** A test compares the fields with those of the lists. Fields with a type per kind need an alias each; the store ignores it. */
const QUERY = graphql`
  query changedRowsQuery($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ...bulkResource_resource @alias(as: "bulk")
      ... on ClassificationJob {
        jobId: jobId
        name
        jobStatus: status
        statusLabel
        awsStatus
        jobType
        createdAt
        expiresAt
        lastRunErrorStatus {
          code
        }
        target {
          name
        }
        consoleUrl
      }
      ... on MacieMember {
        accountId
        email
        memberStatus: status
        statusLabel
        awsStatus
        invitedAt
        updatedAt
        administratorAccountId
        target {
          name
        }
        consoleUrl
      }
      ... on MailboxExportJob {
        exportId: jobId
        description
        exportStatus: status
        statusLabel
        awsStatus
        estimatedProgress
        s3BucketName
        startedAt
        endedAt
        entityId
        organizationId
        target {
          name
        }
      }
      ... on SecurityCase {
        caseId
        title
        caseStatus: status
        statusLabel
        awsStatus
        pendingAction
        resolverType
        engagementType
        createdAt
        updatedAt
        target {
          name
        }
        consoleUrl
      }
    }
  }
`;

/**
 * Returns true when rows changed and could not be read again.
 * @param ids the global ids of the rows
 * @param key a new value when the list was read
 */
export function useChangedRows(ids: readonly string[], key: unknown): boolean {
  const environment = useRelayEnvironment();
  const [outdatedKey, setOutdatedKey] = useState<unknown>();
  const changed = useRef(new Set<string>());
  const refresher = useRefresher(async () => {
    // The filters, and so the rows, may be others since.
    const requested = ids.filter((id) => changed.current.has(id)).slice(0, MAX_ROWS_PER_REQUEST);
    if (requested.length === 0) {
      changed.current.clear();
      return false;
    }
    for (const id of requested) changed.current.delete(id);
    const { cacheConfig, fieldErrors } = collectFieldErrors({ isFresh: true, isRepeated: false });
    try {
      await fetchQuery<changedRowsQuery>(
        environment,
        QUERY,
        { ids: requested },
        { networkCacheConfig: cacheConfig },
      ).toPromise();
      if (fieldErrors().length > 0) setOutdatedKey(key);
    } catch {
      setOutdatedKey(key);
    }
    return ids.some((id) => changed.current.has(id));
  });
  useLiveChanges((change) => {
    if (change.kind === 'SHOWN') refresher()?.flush();
    if (change.kind !== 'EVENTS') return;
    const shown = new Set(ids);
    const concerned = change.events.filter(
      ({ resourceId, type }) => type !== 'DISAPPEARED' && shown.has(resourceId),
    );
    for (const { resourceId } of concerned) changed.current.add(resourceId);
    if (changed.current.size > MAX_CHANGED_ROWS) {
      changed.current.clear();
      setOutdatedKey(key);
    } else if (concerned.length > 0) {
      refresher()?.request();
    }
  });
  return outdatedKey !== undefined && outdatedKey === key;
}
