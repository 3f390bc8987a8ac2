/** The audit trail: every mutation that was asked for, refused ones too, and what came of it. */
import { ArgsType, Field, GraphQLISODateTime, InputType, ObjectType } from 'type-graphql';
import type { AuditConditions, AuditEntry as AuditEntryRecord } from '../src/domain/records/audit-entry';
import type { ChangeOutcome } from '../src/domain/transitions/table';
import { Needs } from './shared/access';
import { ChangeOutcomeEnum } from './shared/change-outcome';
import { connectionOf, PageArgs } from './shared/connection';
import { DateTimeFilter } from './shared/filters';
import { nullable } from './shared/nullable';

@ObjectType({ description: 'A value that a mutation was asked with.' })
export class AuditedArgument {
  @Field(() => String, { description: 'The name of the field of the input.' })
  readonly name!: string;

  @Field(() => String, { description: 'The value as JSON: a text stands in quotes.' })
  readonly value!: string;
}

@Needs('audit:read')
@ObjectType({ description: 'A mutation that was asked for, refused or not, and what came of it.' })
export class AuditEntry implements Omit<AuditEntryRecord, 'input' | 'operation' | 'position' | 'requestId'> {
  @Field(() => String, { description: 'Names the change: no two entries have the same.' })
  readonly changeId!: string;

  @Field(() => GraphQLISODateTime, {
    description: 'When the change was recorded, before anything was sent to AWS.',
  })
  readonly time!: Date;

  @Field(() => String, { description: 'Who asked for it.' })
  readonly actor!: string;

  @Field(
    () => String,
    nullable('The network address that the request came from; null when that is not known.'),
  )
  readonly sourceAddress: string | undefined;

  @Field(() => String, { description: 'The mutation, as resumeClassificationJob.' })
  readonly mutation!: string;

  @Field(() => String, nullable('The GraphQL type of the resource; null when no resource was named.'))
  readonly resourceType: string | undefined;

  @Field(
    () => String,
    nullable('The global id of the resource, or what the client gave for one; null when none was created.'),
  )
  readonly resourceId: string | undefined;

  @Field(() => String, nullable('The name of the target; null when the request named none that there is.'))
  readonly target: string | undefined;

  @Field(() => String, nullable('The status that the check before the change saw; null when it saw none.'))
  readonly statusBefore: string | undefined;

  @Field(() => String, nullable('The idempotency key; null when none was given or made.'))
  readonly idempotencyKey: string | undefined;

  @Field(
    () => ChangeOutcomeEnum,
    nullable(
      'What became of it; null while that is not known: the gateway is still at it, or ended before it could say.',
    ),
  )
  readonly outcome: ChangeOutcome | undefined;

  @Field(() => [String], {
    description: 'The codes of the errors that the mutation answered with; empty when it had none.',
  })
  readonly errorCodes!: readonly string[];

  @Field(() => String, nullable('The status that was seen after the change; null when it was not looked at.'))
  readonly statusAfter: string | undefined;

  @Field(() => GraphQLISODateTime, nullable('When the outcome was recorded; null while it is not known.'))
  readonly finishedAt: Date | undefined;
}

export const AuditEntryConnection = connectionOf(AuditEntry);

@InputType({ description: 'Conditions on an entry of the audit trail, all of which must hold.' })
export class AuditTrailFilter implements AuditConditions {
  @Field(() => String, nullable('The change was asked of, or created, the resource of this global id.'))
  readonly resourceId?: string | null;

  @Field(() => String, nullable('This is who asked.'))
  readonly actor?: string | null;

  @Field(() => [String], nullable('The mutation is one of these.'))
  readonly mutations?: readonly string[] | null;

  @Field(() => [ChangeOutcomeEnum], nullable('The outcome is known, and one of these.'))
  readonly outcomes?: readonly ChangeOutcome[] | null;

  @Field(() => Boolean, nullable('True: the outcome is known; false: it is not.'))
  readonly finished?: boolean | null;

  @Field(() => DateTimeFilter, nullable('Conditions on the time at which the change was recorded.'))
  readonly time?: DateTimeFilter | null;
}

@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Field(() => AuditTrailFilter, nullable('Which entries to return; all of them when left out.'))
  readonly filter?: AuditTrailFilter | null;
}
