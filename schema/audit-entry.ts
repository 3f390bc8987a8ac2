/** The types of the audit trail: every requested mutation, including refused ones, with its outcome. */
import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import { DateTime } from './shared/date-time';
import type { AuditConditions, AuditEntry as AuditEntryRecord } from '../src/domain/records/audit-entry';
import type { ChangeOutcome } from '../src/domain/transitions/table';
import { HistoryEntry } from './history-entry';
import { Needs } from './shared/access';
import { ChangeOutcomeEnum } from './shared/change-outcome';
import { connectionOf, PageArgs } from './shared/connection';
import { DateTimeFilter } from './shared/filters';
import { Node } from './shared/node';
import { nullable } from './shared/nullable';

@ObjectType({ description: 'An input field of an audited mutation.' })
export class AuditEntryArgument {
  @Field(() => String, { description: 'The name of the input field.' })
  readonly name!: string;

  @Field(() => String, { description: 'The value as JSON; a string is in quotes.' })
  readonly value!: string;
}

@Needs('audit:read')
@ObjectType({
  implements: [Node, HistoryEntry],
  description: 'A requested mutation, including refused ones, and its outcome.',
})
export class AuditEntry
  extends Node
  implements Omit<AuditEntryRecord, 'input' | 'operation' | 'position' | 'requestId'>
{
  readonly kind!: 'AuditEntry';

  @Field(() => String, { description: 'The unique id of the change.' })
  readonly changeId!: string;

  @Field(() => DateTime, {
    description: 'The time when the gateway recorded the change, before it sent anything to AWS.',
  })
  readonly createdAt!: Date;

  @Field(() => String, { description: 'The caller who requested the mutation.' })
  readonly actor!: string;

  @Field(() => String, nullable('The network address of the caller; null when unknown.'))
  readonly sourceAddress: string | undefined;

  @Field(() => String, { description: 'The name of the mutation, such as resumeClassificationJob.' })
  readonly mutation!: string;

  @Field(() => String, nullable('The GraphQL type of the resource; null when the input named no resource.'))
  readonly resourceType: string | undefined;

  @Field(
    () => String,
    nullable(
      'The global id of the resource, or the id from the input if it is not valid; null when no resource was created, and for an invalid id of a caller who may not request the mutation.',
    ),
  )
  readonly resourceId: string | undefined;

  readonly target: string | undefined;

  @Field(
    () => String,
    nullable('The status that the gateway read before the change; null when it read none.'),
  )
  readonly statusBefore: string | undefined;

  @Field(
    () => String,
    nullable(
      'The idempotency key; null when the input had none and the gateway generated none, and for a mutation that the caller may not request.',
    ),
  )
  readonly idempotencyKey: string | undefined;

  @Field(
    () => ChangeOutcomeEnum,
    nullable(
      'The outcome; null while the gateway is still processing the mutation, or if it stopped before it recorded an outcome.',
    ),
  )
  readonly outcome: ChangeOutcome | undefined;

  @Field(() => [String], {
    description: 'The codes of the errors that the mutation returned, each once; empty when there were none.',
  })
  readonly errorCodes!: readonly string[];

  @Field(() => String, nullable('The status that the gateway read after the change; null when it read none.'))
  readonly statusAfter: string | undefined;

  @Field(
    () => DateTime,
    nullable('The time when the gateway recorded the outcome; null while there is none.'),
  )
  readonly endedAt: Date | undefined;

  @Field(
    () => String,
    nullable(
      'The change id of the original, if the mutation repeated an earlier one with its idempotency key: the gateway returned the stored result and sent nothing, except for upload URLs, for which it asked AWS again with the same client token. Null for every other mutation.',
    ),
  )
  readonly replayOf: string | undefined;
}

export const AuditEntryConnection = connectionOf(AuditEntry);

@InputType({ description: 'Conditions that select the audit entries that match all of them.' })
export class AuditEntryFilter implements AuditConditions {
  @Field(
    () => String,
    nullable(
      'The mutation concerned or created the resource with this global id, of at most 512 characters.',
    ),
  )
  readonly resourceId?: string | null;

  @Field(() => String, nullable('The actor equals this value.'))
  readonly actor?: string | null;

  @Field(() => [String], nullable('The mutation is one of these values.'))
  readonly mutations?: readonly string[] | null;

  @Field(() => [ChangeOutcomeEnum], nullable('The outcome is recorded and is one of these values.'))
  readonly outcomes?: readonly ChangeOutcome[] | null;

  @Field(
    () => Boolean,
    nullable('True selects entries with a recorded outcome, false selects entries without one.'),
  )
  readonly ended?: boolean | null;

  @Field(() => DateTimeFilter, nullable('Conditions on the time when the gateway recorded the change.'))
  readonly createdAt?: DateTimeFilter | null;
}

@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Field(() => AuditEntryFilter, nullable('Selects the entries to return; defaults to all entries.'))
  readonly filter?: AuditEntryFilter | null;
}
