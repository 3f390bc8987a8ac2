/** A section of related resources. Its AWS calls grow with the data, so it is read when the user asks for it. */
import type { ReactNode } from 'react';
import type { GraphQLTaggedNode, OperationType, VariablesOf } from 'relay-runtime';
import { SectionOnRequest, SectionSkeleton } from '../details/section';
import { QueryScreen, type LoadedQuery } from '../requests/query-screen';

interface Props<Query extends OperationType> {
  readonly title: string;
  /** What showing it costs, such as "Reads all jobs of the target." */
  readonly cost: string;
  /** A query with one root field. */
  readonly query: GraphQLTaggedNode;
  readonly variables: VariablesOf<Query>;
  /** The field with the list, below the root field. */
  readonly field: string;
  /** Such as "the members". */
  readonly subject: string;
  readonly children: (loaded: LoadedQuery<Query>) => ReactNode;
}

export function RelationSection<Query extends OperationType>(props: Props<Query>): ReactNode {
  const { title, cost, query, variables, field, subject, children } = props;
  return (
    <SectionOnRequest title={title} cost={cost}>
      <QueryScreen<Query>
        query={query}
        variables={variables}
        subject={subject}
        requiredField={field}
        failureLevel={3}
        followsChanges={false}
        fallback={<SectionSkeleton subject={subject} />}
      >
        {children}
      </QueryScreen>
    </SectionOnRequest>
  );
}
