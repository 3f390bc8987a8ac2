/** Relay connections, forward only. */
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { DEFAULT_FIRST, MAX_FIRST } from '../../src/domain/records/page';
import { Needs } from './access';
import { Completeness } from './completeness';

@Needs('NOTHING')
@ObjectType({ description: 'Where a page stands in its connection.' })
export class PageInfo {
  @Field(() => Boolean, {
    description:
      'True when AWS offers a further page or the gateway stopped early; that page may still turn out empty. A source that failed does not count: completeness names it, and endCursor tries it again.',
  })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True when this page was asked for with `after`.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first edge; null on an empty page.',
  })
  readonly startCursor: string | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'Goes on behind this page, even an empty one, and tries again the sources that failed on this page.',
  })
  readonly endCursor: string | undefined;
}

/** The connection type of a node type; the node's class name gives the names. */
export function connectionOf<NodeType extends object>(node: ClassType<NodeType>) {
  const { name } = node;

  @ObjectType(`${name}Edge`, {
    description: `${/^[AEIOU]/.test(name) ? 'An' : 'A'} ${name} and its place in a connection.`,
  })
  class Edge {
    @Field(() => node, { description: `The ${name}.` })
    readonly node!: NodeType;

    @Field(() => String, { description: 'Goes on behind this edge when given as `after` to the same query.' })
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} nodes.` })
  class Connection {
    @Field(() => [Edge], { description: 'The nodes of this page with their cursors.' })
    readonly edges!: readonly Edge[];

    @Field(() => [node], { description: 'The nodes of this page.' })
    readonly nodes!: readonly NodeType[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    readonly pageInfo!: PageInfo;

    @Field(() => Completeness, { description: 'Whether anything is missing from this page.' })
    readonly completeness!: Completeness;
  }
  return Connection;
}

/** Of connections that belong to one resource. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: DEFAULT_FIRST,
    description: `How many nodes to return, 1 to ${MAX_FIRST}.`,
  })
  readonly first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'A cursor of an earlier page of the same query: same filter, order and targets.',
  })
  readonly after?: string | null;
}

/** Of connections over targets. */
@ArgsType()
export class ConnectionArgs extends PageArgs {
  @Field(() => [String], {
    nullable: true,
    description: 'The names of the targets to read; all of them when left out.',
  })
  readonly targets?: readonly string[] | null;
}
