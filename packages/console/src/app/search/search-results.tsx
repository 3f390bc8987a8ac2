/** The results of a search by kind: the options of the combobox, and what the search could not read. */
import { Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { graphql, usePreloadedQuery } from 'react-relay';
import { CompletenessBanner } from '../components/completeness-banner';
import { EmptyIcon, LockIcon, WarningIcon } from '../components/icons';
import { Screen } from '../components/screen';
import { StatusBadge } from '../components/status-badge';
import type { LoadedQuery } from '../requests/query-screen';
import { isResourceType, LIST_TITLES, resourcePath } from '../routing/paths';
import type { searchResultsQuery } from './__generated__/searchResultsQuery.graphql';
import { presentHit } from './present-hit';
import { FIELD_LABELS } from './search-labels';
import classes from './search.module.css';

/** More hits need a longer text: nobody reads further pages of a search. */
export const SEARCH_QUERY = graphql`
  query searchResultsQuery($text: String!) {
    search(text: $text, first: 50) {
      nodes {
        matchedField
        matchedText
        resource {
          __typename
          id
          statusLabel
          awsStatus
          target {
            name
          }
          ... on ClassificationJob {
            jobId
            jobName: name
            jobStatus: status
          }
          ... on MacieMember {
            accountId
            memberStatus: status
          }
          ... on MailboxExportJob {
            exportId: jobId
            description
            exportStatus: status
          }
          ... on SecurityCase {
            caseId
            title
            caseStatus: status
          }
        }
      }
      totalCount {
        value
        exact
      }
      completeness {
        complete
        sources {
          status
        }
        ...completenessBanner_completeness
      }
    }
  }
`;

interface Props extends LoadedQuery<searchResultsQuery> {
  readonly listId: string;
  /** The index of the active option. */
  readonly active: number;
  /** Called with the number of options. */
  readonly onShown: (count: number) => void;
  readonly open: (path: string) => void;
}

export function SearchResults(props: Props): ReactNode {
  const { queryRef, reload, isReloading, listId, active, onShown, open } = props;
  const { search } = usePreloadedQuery<searchResultsQuery>(SEARCH_QUERY, queryRef);
  if (search == null) throw new Error('The gateway returned no results, and no error.');
  const { nodes, totalCount, completeness } = search;
  const count = nodes.length;
  useEffect(() => {
    onShown(count);
  }, [onShown, count]);
  const groups = Map.groupBy(
    nodes.map((hit, index) => ({ hit, index })),
    ({ hit }) => hit.resource.__typename,
  );
  const failed = completeness.sources.filter(({ status }) => status !== 'OK');
  return (
    <>
      <Text size="sm" role="status" c="var(--console-quiet)">
        {describeCount(count, totalCount, completeness.complete)}
      </Text>
      <CompletenessBanner completeness={completeness} retry={reload} isRetrying={isReloading} />
      {count === 0 && <NoResults complete={completeness.complete} failed={failed} />}
      <div role="listbox" id={listId} aria-label="Results" className={classes.results}>
        {[...groups].map(([type, hits]) => (
          <div key={type} role="group" aria-label={isResourceType(type) ? LIST_TITLES[type] : type}>
            <h3 aria-hidden="true">{isResourceType(type) ? LIST_TITLES[type] : type}</h3>
            {hits.map(({ hit: { resource, matchedField, matchedText }, index }) => {
              const { name, tone } = presentHit(resource);
              return (
                <div
                  key={`${resource.id} ${matchedField}`}
                  role="option"
                  id={`${listId}-${index}`}
                  aria-selected={index === active}
                  className={classes.option}
                  onClick={() => {
                    if (isResourceType(type)) open(resourcePath(type, resource.id));
                  }}
                >
                  <span className={classes.name}>{name}</span>
                  <StatusBadge label={resource.statusLabel} tone={tone} awsStatus={resource.awsStatus} />
                  <span className={classes.match}>
                    {matchedText === name ? (
                      FIELD_LABELS[matchedField]
                    ) : (
                      <>
                        {FIELD_LABELS[matchedField]}: {matchedText}
                      </>
                    )}
                    {' · '}
                    {resource.target.name}
                  </span>
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </>
  );
}

interface Count {
  readonly value: number;
  readonly exact: boolean;
}

function describeCount(shown: number, total: Count | null | undefined, isComplete: boolean): string {
  const missing = isComplete ? '' : ', data is missing';
  if (total != null && total.value > shown) {
    const all = `${total.exact ? '' : 'at least '}${total.value}`;
    return `The best ${shown} of ${all} results: a longer text finds fewer${missing}`;
  }
  return `${shown} ${shown === 1 ? 'result' : 'results'}${missing}`;
}

function NoResults({
  complete,
  failed,
}: {
  readonly complete: boolean;
  readonly failed: readonly { readonly status: string }[];
}): ReactNode {
  if (complete)
    return (
      <Screen kind="empty" icon={<EmptyIcon />} title="Nothing matches" level={2}>
        <Text c="var(--console-quiet)">
          The search compares names, titles, buckets, email addresses, account ids and ids, in all that you
          may read.
        </Text>
      </Screen>
    );
  if (failed.length > 0 && failed.every(({ status }) => status === 'ACCESS_DENIED'))
    return (
      <Screen kind="denied" icon={<LockIcon />} title="AWS does not let the gateway search everything">
        <Text>Nothing matches in the other sources. Whether the denied ones have a match is unknown.</Text>
      </Screen>
    );
  return (
    <Screen kind="failed" icon={<WarningIcon />} title="Nothing found, but not everything was searched">
      <Text>Whether the failed sources have a match is unknown.</Text>
    </Screen>
  );
}
