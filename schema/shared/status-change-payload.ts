/** What the payload of every status mutation holds beside its resource. */
import { Field, ObjectType } from 'type-graphql';
import { StatusChange } from './transition';
import { UserError } from './user-error';

@ObjectType()
export abstract class StatusChangePayload {
  @Field(() => StatusChange, {
    nullable: true,
    description: 'The change and what came of it; null when the status of the resource never became known.',
  })
  readonly change: StatusChange | undefined;

  @Field(() => [UserError], { description: 'Why the mutation did not do what was asked; empty when it did.' })
  readonly userErrors!: readonly UserError[];
}
