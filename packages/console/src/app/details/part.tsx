/** A part of a resource's page that has its own query: it does not delay the page, and it fails alone. */
import type { ReactNode } from 'react';
import type { GraphQLTaggedNode, OperationType, VariablesOf } from 'relay-runtime';
import { QueryScreen, type LoadedQuery } from '../requests/query-screen';
import { Section, SectionSkeleton } from './section';

interface Props<Query extends OperationType> {
  readonly title: string;
  /** The content of the part, such as "comments". */
  readonly noun: string;
  readonly query: GraphQLTaggedNode;
  readonly variables: VariablesOf<Query>;
  /** The field below the root field that the part shows: a later read without it has failed, and leaves the content. */
  readonly requiredField: string;
  /** False when events of the resource say nothing about the part: it is then read again on request. */
  readonly followsChanges?: boolean;
  readonly children: (loaded: LoadedQuery<Query>) => ReactNode;
}

export function Part<Query extends OperationType>(props: Props<Query>): ReactNode {
  const { title, noun, query, variables, requiredField, followsChanges = true, children } = props;
  return (
    <Section title={title}>
      <QueryScreen<Query>
        query={query}
        variables={variables}
        subject={`the ${noun}`}
        requiredField={requiredField}
        keepsList
        followsChanges={followsChanges}
        failureLevel={3}
        fallback={<SectionSkeleton subject={`the ${noun}`} />}
      >
        {children}
      </QueryScreen>
    </Section>
  );
}
