/** Resolvers of the audit entry fields whose names differ from those of the record. */
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { AuditedArgument, AuditEntry } from '../schema/audit-entry';
import type { AuditEntry as AuditEntryRecord } from '../src/domain/records/audit-entry';

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @FieldResolver(() => [AuditedArgument], {
    description:
      'The input of the mutation; titles, comments, tag values and other free text are replaced with their length.',
  })
  input(@Root() { input }: AuditEntryRecord): AuditedArgument[] {
    return Object.entries(input).map(([name, value]) => ({ name, value: JSON.stringify(value) }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The AWS operation of the change; null when the change led to none.',
  })
  awsOperation(@Root() { operation }: AuditEntryRecord) {
    return operation;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The AWS request id, which identifies the call in CloudTrail; null when the gateway sent nothing or received no response.',
  })
  awsRequestId(@Root() { requestId }: AuditEntryRecord) {
    return requestId;
  }
}
