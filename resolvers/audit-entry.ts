/** What an entry of the audit trail calls otherwise than its record. */
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { AuditedArgument, AuditEntry } from '../schema/audit-entry';
import type { AuditEntry as AuditEntryRecord } from '../src/domain/records/audit-entry';

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @FieldResolver(() => [AuditedArgument], {
    description: 'The input of the mutation, without texts and secrets that do not belong into a trail.',
  })
  input(@Root() { input }: AuditEntryRecord): AuditedArgument[] {
    return Object.entries(input).map(([name, value]) => ({ name, value: JSON.stringify(value) }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The AWS operation that carries such a change out; null when the change led to none.',
  })
  awsOperation(@Root() { operation }: AuditEntryRecord) {
    return operation;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The id of AWS's answer, by which it is found in CloudTrail; null when nothing was sent or nothing came back.",
  })
  awsRequestId(@Root() { requestId }: AuditEntryRecord) {
    return requestId;
  }
}
