/** Resolvers of the fields that all resources share. */
import { Args, Ctx, Resolver, Root } from 'type-graphql';
import { AuditEntryConnection } from '../schema/audit-entry';
import { PageArgs } from '../schema/shared/connection';
import { ResolvedField } from '../schema/shared/cost';
import { Resource } from '../schema/shared/resource';
import { Transition } from '../schema/shared/transition';
import { consoleUrlOf } from '../src/domain/console-url';
import { encodeId } from '../src/domain/ids';
import type { ResourceRef } from '../src/domain/resources';
import { statusLabel } from '../src/domain/records/status-labels';
import { availableTransitions, type TransitionState } from '../src/domain/transitions/available';
import { isTerminal } from '../src/domain/transitions/terminal';
import type { Context } from '../src/graphql/context';
import { toTransitions } from './transitions';

@Resolver(() => Resource)
export class ResourceResolver {
  @ResolvedField(() => String, {
    cost: 'field',
    description: 'The human-readable label of the status, in sentence case, such as Paused by a user.',
  })
  statusLabel(@Root() { kind, status }: TransitionState): string {
    return statusLabel(kind, status as never);
  }

  @ResolvedField(() => Boolean, {
    cost: 'field',
    description:
      'True when neither AWS nor a request can change the status any more; false for a status that the gateway does not recognize.',
  })
  isTerminal(@Root() { kind, status }: TransitionState): boolean {
    return isTerminal(kind, status);
  }

  @ResolvedField(() => [Transition], {
    cost: 'field',
    description:
      'The changes that callers may request now: of the status, and for a case also of the resolver type.',
  })
  availableTransitions(@Root() resource: TransitionState): Transition[] {
    return toTransitions(availableTransitions(resource));
  }

  @ResolvedField(() => String, {
    cost: 'field',
    nullable: true,
    description:
      'The address of the resource in the AWS console: of the job for a classification job, of the service for a case, because AWS documents no address of a single case; null for members and mailbox export jobs, which have no page, and in partitions without a public console. The page of an emulated resource does not exist.',
  })
  consoleUrl(@Root() ref: ResourceRef, @Ctx() { targets }: Context): string | undefined {
    return consoleUrlOf(ref, targets.describe(ref.target).region);
  }

  @ResolvedField(() => AuditEntryConnection, {
    cost: 'call',
    nullable: true,
    description:
      'The mutations that callers requested for the resource, newest first; a page ends early once its entries exceed 1 MB.',
  })
  auditTrail(
    @Root() ref: ResourceRef,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.auditTrail.connection({ first, after, filter: { resourceId: encodeId(ref) } });
  }
}
