/** Resolvers of targets: the accounts and regions that the gateway serves, and the target of each object. */
import { Ctx, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../schema/shared/access';
import { CompletenessSource } from '../schema/shared/completeness';
import { Costs, ResolvedField } from '../schema/shared/cost';
import { Resource } from '../schema/shared/resource';
import { Target } from '../schema/shared/target';
import { Viewer } from '../schema/viewer';
import { WorkMailOrganization } from '../schema/workmail-directory';
import { accountOf, type Target as TargetRecord } from '../src/domain/targets';
import type { Context } from '../src/graphql/context';

type TargetContext = Pick<Context, 'targets' | 'emulated'>;

/** Something that names its target. */
interface Targeted {
  readonly target: string;
}

@Resolver(() => Target)
export class TargetResolver {
  @Needs('NOTHING')
  @Costs('field')
  @Query(() => [Target], {
    nullable: true,
    description: 'The AWS accounts and regions that the gateway serves.',
  })
  targets(@Ctx() { targets, emulated }: Context) {
    return targets.all.map((target) => toTarget(target, emulated));
  }
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Needs('NOTHING')
  @Costs('field')
  @Query(() => Viewer, { description: 'The caller of the request, with its scopes and targets.' })
  viewer(@Ctx() { targets, emulated, call: { principal } }: Context): Viewer {
    return {
      name: principal.name,
      scopes: [...principal.scopes].sort(),
      targets: targets.all.map((target) => toTarget(target, emulated)),
    };
  }
}

/** A resolver with the target of a type whose objects name it. */
export function targetResolverOf(type: () => abstract new (...args: never[]) => object, description: string) {
  @Resolver(type)
  class TargetedResolver {
    @ResolvedField(() => Target, { cost: 'field', description })
    target(@Root() { target }: Targeted, @Ctx() context: Context) {
      return targetOf(target, context);
    }
  }
  return TargetedResolver;
}

export const ResourceTargetResolver = targetResolverOf(
  () => Resource,
  'The target that the resource belongs to.',
);

export const WorkMailOrganizationTargetResolver = targetResolverOf(
  () => WorkMailOrganization,
  'The target that the organization belongs to.',
);

export const CompletenessSourceTargetResolver = targetResolverOf(
  () => CompletenessSource,
  'The target of the source.',
);

/** The target with this name. Throws UnknownTargetError when it does not exist or the caller may not access it. */
export function targetOf(name: string, { targets, emulated }: TargetContext): Target {
  return toTarget(targets.describe(name), emulated);
}

/** The target with this name; undefined when it does not exist or the caller may not access it. */
export function findTarget(name: string, { targets, emulated }: TargetContext): Target | undefined {
  const found = targets.find(name);
  return found && toTarget(found, emulated);
}

function toTarget(target: TargetRecord, emulated: boolean): Target {
  const { name, region, services } = target;
  return {
    kind: 'Target',
    target: name,
    name,
    accountId: accountOf(target, emulated),
    region,
    services,
    emulated,
  };
}
