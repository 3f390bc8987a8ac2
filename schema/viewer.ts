/** The type of the viewer: the caller of a request. */
import { Field, ObjectType } from 'type-graphql';
import type { Scope } from '../src/domain/principal';
import { Needs } from './shared/access';
import { Target } from './shared/target';

@Needs('NOTHING')
@ObjectType({ description: 'The caller of the request.' })
export class Viewer {
  @Field(() => String, {
    description:
      'The unique name of the caller, as the audit trail shows it: anonymous when sign-in is off, otherwise the name of an API token or of a user.',
  })
  readonly name!: string;

  @Field(() => [String], {
    description:
      'The scopes of the caller, such as macie:read, sorted; a write scope includes the read scope of its service.',
  })
  readonly scopes!: readonly Scope[];

  @Field(() => [Target], { description: 'The targets that the caller may access.' })
  readonly targets!: readonly Target[];
}
