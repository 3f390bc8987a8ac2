/** Resolvers of WorkMail users. */
import { Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { WorkMailUser } from '../schema/workmail-directory';
import { statusLabel } from '../src/domain/records/status-labels';

@Resolver(() => WorkMailUser)
export class WorkMailUserResolver {
  @ResolvedField(() => String, {
    cost: 'field',
    nullable: true,
    description: 'The human-readable label of the status, in sentence case.',
  })
  statusLabel(@Root() { status }: WorkMailUser) {
    return status && statusLabel('WorkMailUser', status);
  }
}
