/** Relay connections with forward pagination. */
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { DEFAULT_FIRST, MAX_FIRST } from '../../src/domain/records/page';
import { Needs } from './access';
import { Completeness } from './completeness';

@Needs('NOTHING')
@ObjectType({ description: 'The position of a page in its connection.' })
export class PageInfo {
  @Field(() => Boolean, {
    description:
      'True when AWS has another page or the gateway stopped early; the next page may be empty. Failed sources do not count: completeness names them, and endCursor retries them.',
  })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True when the request used the argument after.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first edge; null on an empty page.',
  })
  readonly startCursor: string | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'The cursor that continues after this page, even an empty one, and retries the sources that failed on this page.',
  })
  readonly endCursor: string | undefined;
}

/** The connection and edge types of a node type, named after its class. */
export function connectionOf<NodeType extends object>(node: ClassType<NodeType>) {
  const { name } = node;

  @ObjectType(`${name}Edge`, {
    description: `${/^[AEIOU]/.test(name) ? 'An' : 'A'} ${name} and its cursor.`,
  })
  class Edge {
    @Field(() => node, { description: `The ${name}.` })
    readonly node!: NodeType;

    @Field(() => String, {
      description: 'The cursor that continues after this edge when passed to the same query as after.',
    })
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} nodes.` })
  class Connection {
    @Field(() => [Edge], { description: 'The nodes of this page with their cursors.' })
    readonly edges!: readonly Edge[];

    @Field(() => [node], { description: 'The nodes of this page.' })
    readonly nodes!: readonly NodeType[];

    @Field(() => PageInfo, { description: 'The position of this page in the connection.' })
    readonly pageInfo!: PageInfo;

    @Field(() => Completeness, {
      description: 'The completeness of this page: whether rows are missing, and which sources failed.',
    })
    readonly completeness!: Completeness;
  }
  return Connection;
}

/** The arguments of connections within one resource. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_FIRST,
    description: `The number of nodes to return, 1 to ${MAX_FIRST}.`,
  })
  readonly first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'A cursor from an earlier page of the same query, with the same filter, order and targets.',
  })
  readonly after?: string | null;
}

/** The arguments of connections across targets. */
@ArgsType()
export class ConnectionArgs extends PageArgs {
  @Field(() => [String], {
    nullable: true,
    description: 'The names of the targets to read; defaults to all targets.',
  })
  readonly targets?: readonly string[] | null;
}
