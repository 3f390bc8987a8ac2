/** Resolvers of the audit trail: of all resources and of one resource. */
import { Args, Ctx, Query, Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { AuditEntryConnection, AuditTrailArgs } from '../schema/audit-entry';
import { PageArgs } from '../schema/shared/connection';
import { Node } from '../schema/shared/node';
import type { Context } from '../src/graphql/context';
import { encodeId } from '../src/domain/ids';
import { type ResourceRef } from '../src/domain/resources';

@Resolver(() => Node)
export class AuditTrailResolver {
  @Query(() => AuditEntryConnection, {
    nullable: true,
    description:
      'The mutations that callers requested from the gateway, newest first; a page ends early once its entries exceed 1 MB. The query reads no AWS service, so completeness has no sources.',
  })
  auditTrail(@Args(() => AuditTrailArgs) args: AuditTrailArgs, @Ctx() { loaders }: Context) {
    return loaders.auditTrail.connection(args);
  }

  @ResolvedField(() => AuditEntryConnection, {
    cost: 'call',
    name: 'auditTrail',
    nullable: true,
    description:
      'The mutations that callers requested for the resource, newest first; a page ends early once its entries exceed 1 MB.',
  })
  auditTrailOfResource(
    @Root() ref: ResourceRef,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.auditTrail.connection({ first, after, filter: { resourceId: encodeId(ref) } });
  }
}
