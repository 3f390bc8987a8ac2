/** Resolvers of targets: the accounts and regions that the gateway serves. */
import { Ctx, Query, Resolver } from 'type-graphql';
import { Target } from '../schema/target';
import { Needs } from '../schema/shared/access';
import { Costs, ResolvedField } from '../schema/shared/cost';
import type { Context } from '../src/graphql/context';

@Resolver(() => Target)
export class TargetResolver {
  @Needs('NOTHING')
  @Costs('field')
  @Query(() => [Target], {
    nullable: true,
    description: 'The AWS accounts and regions that the gateway serves.',
  })
  targets(@Ctx() { targets }: Context) {
    return targets.all;
  }

  @ResolvedField(() => Boolean, { cost: 'field' })
  emulated(@Ctx() { emulated }: Context): boolean {
    return emulated;
  }
}
