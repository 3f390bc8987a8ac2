/** The resolver of the audit trail of all resources. */
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { AuditEntryConnection, AuditTrailArgs } from '../schema/audit-entry';
import type { Context } from '../src/graphql/context';

@Resolver()
export class AuditTrailResolver {
  @Query(() => AuditEntryConnection, {
    nullable: true,
    description:
      'The mutations that callers requested from the gateway, newest first; a page ends early once its entries exceed 1 MB. The query reads no AWS service, so completeness has no sources.',
  })
  auditTrail(@Args(() => AuditTrailArgs) args: AuditTrailArgs, @Ctx() { loaders }: Context) {
    return loaders.auditTrail.connection(args);
  }
}
