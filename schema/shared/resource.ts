/** The interface Resource: the common fields of all resources that the gateway manages. */
import { Field, InterfaceType } from 'type-graphql';
import type { ResourceKind } from '../../src/domain/resources';
import { Node } from './node';

@InterfaceType({
  implements: Node,
  description: 'An AWS resource with a status that callers can change through the gateway.',
  resolveType: ({ kind }: { kind: ResourceKind }) => kind,
})
export abstract class Resource extends Node {
  @Field(() => String, {
    nullable: true,
    description:
      'The ARN of the resource; null for mailbox export jobs, which have none. For a classification job, it needs the detail operation of the job (DescribeClassificationJob).',
  })
  readonly arn?: string | undefined;

  @Field(() => String, { nullable: true, description: 'The status as AWS spells it.' })
  readonly awsStatus: string | undefined;
}
