/** The types of the attention queue: what needs a person. */
import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import { ATTENTION_REASONS, type AttentionReason } from '../src/domain/attention/all';
import type {
  AttentionConditions,
  AttentionItemRecord,
  UnavailableReasonCode,
  UnavailableReasonRecord,
} from '../src/domain/attention/item';
import type { ResourceKind } from '../src/domain/resources';
import { Needs } from './shared/access';
import { foundPageOf, PageArgs } from './shared/connection';
import { DateTime } from './shared/date-time';
import { enumType } from './shared/enum-type';
import { IdField } from './shared/id-field';
import { nullable } from './shared/nullable';
import { ResourceKindEnum } from './shared/resource-kind';

export const AttentionReasonEnum = enumType<AttentionReason>(
  'AttentionReason',
  'Why a resource or a requested change needs a person. The times after which a reason counts are settings of the gateway.',
  ATTENTION_REASONS,
);

export const UnavailableReasonCodeEnum = enumType<UnavailableReasonCode>(
  'UnavailableReasonCode',
  'Why the gateway could not check a reason.',
  {
    FORBIDDEN: 'The caller lacks the scope that the reason needs.',
    HISTORY_OFF: 'The gateway keeps no history.',
    HISTORY_UNAVAILABLE: 'The history could not be read.',
    NOT_WATCHED: 'The history has not watched the list for long enough without a gap.',
    AUDIT_UNAVAILABLE: 'The audit trail could not be read.',
    TOO_MANY_CHANGES: 'More changes match than one request reads; the newest ones are part of the queue.',
  },
);

@Needs('SCOPE_OF_KIND')
@ObjectType({ description: 'One reason why a resource or a requested change needs a person.' })
export class AttentionItem implements Omit<AttentionItemRecord, 'kind' | 'digest' | 'row' | 'entry'> {
  @IdField('The id of the item, the same as long as the resource or change has the reason.')
  readonly id!: string;

  @Field(() => AttentionReasonEnum, { description: 'The reason.' })
  readonly reason!: AttentionReason;

  @Field(
    () => DateTime,
    nullable(
      'The time since which the reason holds; null when AWS does not tell it, as for the last run of a job.',
    ),
  )
  readonly since: Date | undefined;

  @Field(
    () => DateTime,
    nullable(
      'The time by which somebody must act: the end of a pause, or of the time of the first response to a case; null for other reasons.',
    ),
  )
  readonly dueAt: Date | undefined;

  @Field(() => Boolean, {
    description:
      'True when dueAt is near or over, or Macie has sent its health event about the end of a pause.',
  })
  readonly isUrgent!: boolean;

  @Field(() => String, {
    description: 'One English sentence for the person on duty, with the name of the resource.',
  })
  readonly summary!: string;
}

@Needs('NOTHING')
@ObjectType({ description: 'A reason that the gateway could not check, so that items may be missing.' })
export class UnavailableReason implements UnavailableReasonRecord {
  @Field(() => AttentionReasonEnum, { description: 'The reason.' })
  readonly reason!: AttentionReason;

  @Field(() => UnavailableReasonCodeEnum, { description: 'Why the gateway could not check it.' })
  readonly code!: UnavailableReasonCode;

  readonly target: string | undefined;

  @Field(() => String, { description: 'A human-readable description.' })
  readonly message!: string;
}

@Needs('SCOPE_OF_KIND')
@ObjectType({ description: 'A page of AttentionItem nodes.' })
export class AttentionItemConnection extends foundPageOf(AttentionItem) {
  @Field(() => [UnavailableReason], {
    description:
      'The reasons that the gateway could not check. Those that the caller or the configuration does not offer leave completeness.complete as it is; a failure makes it false.',
  })
  readonly unavailableReasons!: readonly UnavailableReason[];
}

@InputType({ description: 'Conditions that select the items that match all of them.' })
export class AttentionFilter implements AttentionConditions {
  @Field(
    () => [AttentionReasonEnum],
    nullable('The reason is one of these values. The gateway reads only the lists that these reasons need.'),
  )
  readonly reasons?: readonly AttentionReason[] | null;

  @Field(() => [String], nullable('The target has one of these names.'))
  readonly targets?: readonly string[] | null;

  @Field(() => [ResourceKindEnum], nullable('The kind of the resource is one of these values.'))
  readonly kinds?: readonly ResourceKind[] | null;

  @Field(() => DateTime, nullable('The item has a dueAt before this time.'))
  readonly dueBefore?: Date | null;
}

@ArgsType()
export class AttentionArgs extends PageArgs {
  @Field(() => AttentionFilter, nullable('Selects the items to return; defaults to all items.'))
  readonly filter?: AttentionFilter | null;
}
