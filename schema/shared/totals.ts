/** The fields that the totals of every kind share: the counts of resources over whole lists. */
import { Field, Int, ObjectType } from 'type-graphql';
import type { StatusCountRecord, TargetCountRecord, TotalsRecord } from '../../src/domain/records/statistics';
import { Needs } from './access';
import { Completeness } from './completeness';
import { DateTime } from './date-time';
import { nullable } from './nullable';

/** The end of the description of a word of AWS. */
export const OMITTED = 'null when AWS left it out.';

const COUNT = 'The number of resources; a lower bound when exact of the totals is false.';

@Needs('NOTHING')
@ObjectType({ description: 'The number of resources in one target.' })
export class TargetCount implements TargetCountRecord {
  readonly target!: string;

  @Field(() => Int, { description: 'The number of resources; a lower bound when exact is false.' })
  readonly count!: number;

  @Field(() => Boolean, { description: 'False when resources of the target may be missing from the count.' })
  readonly exact!: boolean;
}

/** The number of resources with one value. */
@ObjectType()
export abstract class ValueCount {
  @Field(() => Int, { description: COUNT })
  readonly count!: number;
}

/** The enum of a status, as `enumType` returns it. */
type StatusEnum<Status extends string> = Readonly<Record<Status, Status>>;

/** The fields of the number of resources in one status. */
export function statusCountOf<Status extends string>(statusEnum: StatusEnum<Status>) {
  @ObjectType()
  abstract class StatusCount extends ValueCount implements StatusCountRecord<Status> {
    @Field(() => statusEnum, { description: 'The status.' })
    readonly status!: Status;

    @Field(() => String, nullable(`The status as AWS spells it; ${OMITTED}`))
    readonly awsStatus: string | undefined;

    @Field(() => String, {
      description: 'The human-readable label of the status, in sentence case, such as Paused by a user.',
    })
    readonly statusLabel!: string;
  }
  return StatusCount;
}

@ObjectType()
export abstract class Totals implements TotalsRecord {
  @Field(() => Int, {
    description:
      'The number of resources that the gateway counted, in all figures; a lower bound when exact is false.',
  })
  readonly total!: number;

  @Field(() => [TargetCount], {
    description: 'The number of resources in each counted target, in the order of the configuration.',
  })
  readonly byTarget!: readonly TargetCount[];

  @Field(() => Boolean, {
    description:
      'False when resources may be missing from all figures: a list failed or reached the scan limit, or AWS sent a resource that the gateway cannot read, or a value that a figure needs.',
  })
  readonly exact!: boolean;

  @Field(
    () => DateTime,
    nullable(
      'The time when the gateway read the oldest AWS response used; null without a response. The figures contain no older data.',
    ),
  )
  readonly asOf: Date | undefined;

  @Field(() => Completeness, {
    description: 'The completeness of the figures: whether resources are missing, and from which targets.',
  })
  readonly completeness!: Completeness;
}
