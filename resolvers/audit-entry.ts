/** Resolvers of the audit entry fields whose names differ from those of the record. */
import { Ctx, Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { AuditEntryArgument, AuditEntry } from '../schema/audit-entry';
import { Target } from '../schema/shared/target';
import type { Context } from '../src/graphql/context';
import type { AuditEntry as AuditEntryRecord } from '../src/domain/records/audit-entry';
import { findTarget } from './target';

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @ResolvedField(() => Target, {
    cost: 'field',
    nullable: true,
    description:
      'The target of the mutation; null when the input named no existing target, and when the target no longer exists.',
  })
  target(@Root() { target }: AuditEntryRecord, @Ctx() context: Context) {
    return target === undefined ? undefined : findTarget(target, context);
  }

  @ResolvedField(() => String, {
    cost: 'field',
    nullable: true,
    description:
      'The name of the target as recorded, also of one that no longer exists; null when the input named no existing target.',
  })
  targetName(@Root() { target }: AuditEntryRecord) {
    return target;
  }

  @ResolvedField(() => [AuditEntryArgument], {
    cost: 'field',
    description:
      'The input of the mutation; free text and personal data, such as titles, comments, tag values and watchers, are replaced with their length, a text of more than 1 KB with its length and hash, and an input that would make the entry exceed 8 KB with the fields omittedBytes and sha256. Empty for a mutation that the caller may not request.',
  })
  input(@Root() { input }: AuditEntryRecord): AuditEntryArgument[] {
    return Object.entries(input).map(([name, value]) => ({ name, value: JSON.stringify(value) }));
  }

  @ResolvedField(() => String, {
    cost: 'field',
    nullable: true,
    description: 'The AWS operation of the change; null when the change led to none.',
  })
  awsOperation(@Root() { operation }: AuditEntryRecord) {
    return operation;
  }

  @ResolvedField(() => String, {
    cost: 'field',
    nullable: true,
    description:
      'The AWS request id, which identifies the call in CloudTrail; null when the gateway sent nothing or received no response.',
  })
  awsRequestId(@Root() { requestId }: AuditEntryRecord) {
    return requestId;
  }
}
