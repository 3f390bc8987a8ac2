/** Relay connections with forward pagination. */
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { DEFAULT_FIRST, MAX_FIRST } from '../../src/domain/records/page';
import type { RowCountRecord } from '../../src/domain/records/page';
import { Needs } from './access';
import { Completeness } from './completeness';
import { Costs } from './cost';

@Needs('NOTHING')
@ObjectType({ description: 'The position of a page in its connection.' })
export class PageInfo {
  @Field(() => Boolean, {
    description:
      'True when AWS has another page or the gateway stopped early; the next page may be empty. Failed sources do not count: completeness names them, and its retryCursor retries them.',
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
      'The cursor that continues after this page, even an empty one, and leaves out the sources that failed; completeness.retryCursor retries them.',
  })
  readonly endCursor: string | undefined;
}

@Needs('NOTHING')
@ObjectType({ description: 'The number of nodes of a connection.' })
export class TotalCount implements RowCountRecord {
  @Field(() => Int, {
    description: 'The number of nodes that the gateway counted; a lower bound when exact is false.',
  })
  readonly value!: number;

  @Field(() => Boolean, {
    description:
      'False when nodes may be missing from the count: a source failed, AWS sent rows that the gateway cannot read, or the count reached the scan limit.',
  })
  readonly exact!: boolean;
}

/** The class of an object type or of an interface. */
type NodeClass<NodeType extends object> = abstract new (...args: never[]) => NodeType;

/** The fields of an edge to a node type. */
function edgeOf<NodeType extends object>(node: NodeClass<NodeType>) {
  @ObjectType()
  abstract class Edge {
    @Field(() => node, { description: `The ${node.name}.` })
    readonly node!: NodeType;

    @Field(() => String, {
      description: 'The cursor that continues after this edge when passed to the same query as after.',
    })
    readonly cursor!: string;
  }
  return Edge;
}

/** The fields of a connection with these edges and this type of completeness. */
function pageOf<NodeType extends object, Edge extends object, Report extends object>(
  node: NodeClass<NodeType>,
  edge: ClassType<Edge>,
  completeness: ClassType<Report>,
) {
  @ObjectType()
  abstract class Page {
    @Field(() => [edge], { description: 'The nodes of this page with their cursors.' })
    readonly edges!: readonly Edge[];

    @Field(() => [node], { description: 'The nodes of this page.' })
    readonly nodes!: readonly NodeType[];

    @Field(() => PageInfo, { description: 'The position of this page in the connection.' })
    readonly pageInfo!: PageInfo;

    @Field(() => completeness, {
      description: 'The completeness of this page: whether rows are missing, and from which sources.',
    })
    readonly completeness!: Report;
  }
  return Page;
}

const edgeDescription = (name: string) => `${/^[AEIOU]/.test(name) ? 'An' : 'A'} ${name} and its cursor.`;
const pageDescription = (name: string) => `A page of ${name} nodes.`;

/** The connection and edge types of a node type, named after its class. */
export function connectionTypesOf<NodeType extends object>(node: ClassType<NodeType>) {
  const { name } = node;

  @ObjectType(`${name}Edge`, { description: edgeDescription(name) })
  class Edge extends edgeOf(node) {}

  @ObjectType(`${name}Connection`, { description: pageDescription(name) })
  class Connection extends pageOf(node, Edge, Completeness) {}

  return { Connection, Edge };
}

/** The connection type of a node type whose rows need different scopes, with its own type of completeness. */
export function storedConnectionOf<NodeType extends object, Report extends object>(
  node: NodeClass<NodeType>,
  completeness: ClassType<Report>,
) {
  const { name } = node;

  @Needs('SCOPE_OF_KIND')
  @ObjectType(`${name}Edge`, { description: edgeDescription(name) })
  class Edge extends edgeOf(node) {}

  @Needs('SCOPE_OF_KIND')
  @ObjectType(`${name}Connection`, { description: pageDescription(name) })
  class Connection extends pageOf(node, Edge, completeness) {}

  return Connection;
}

/** The connection type of a node type whose edges no other field returns. */
export function connectionOf<NodeType extends object>(node: ClassType<NodeType>) {
  return connectionTypesOf(node).Connection;
}

/** The fields of an edge to a node type whose rows come from several sources. */
function sourcesEdgeOf<NodeType extends object>(node: NodeClass<NodeType>) {
  @ObjectType()
  abstract class SourcesEdge extends edgeOf(node) {
    @Field(() => Boolean, {
      description:
        'True when the node sorts before a node that this walk has already returned, such as a node of a source that failed on an earlier page and came back; false otherwise.',
    })
    readonly isOutOfOrder!: boolean;
  }
  return SourcesEdge;
}

/** The fields of the connection of a node type whose rows need different scopes and which the gateway finds in whole lists. */
export function foundPageOf<NodeType extends object>(node: NodeClass<NodeType>) {
  const { name } = node;

  @Needs('SCOPE_OF_KIND')
  @ObjectType(`${name}Edge`, { description: edgeDescription(name) })
  class Edge extends sourcesEdgeOf(node) {}

  @ObjectType()
  abstract class FoundPage extends pageOf(node, Edge, Completeness) {
    @Costs('field')
    @Field(() => TotalCount, {
      nullable: true,
      description:
        'The number of nodes on all pages. It needs no further AWS call, because the gateway reads every list to its end, up to the scan limit, for any page.',
    })
    readonly totalCount?: Promise<TotalCount>;
  }
  return FoundPage;
}

/** The connection type of a node type whose rows need different scopes and which the gateway finds in whole lists. */
export function foundConnectionOf<NodeType extends object>(node: NodeClass<NodeType>) {
  const { name } = node;

  @Needs('SCOPE_OF_KIND')
  @ObjectType(`${name}Connection`, { description: pageDescription(name) })
  class Connection extends foundPageOf(node) {}
  return Connection;
}

/** The connection and edge types of a resource, whose rows come from several targets. */
export function resourceConnectionOf<NodeType extends object>(node: ClassType<NodeType>) {
  const { name } = node;

  @ObjectType(`${name}Edge`, { description: edgeDescription(name) })
  class Edge extends sourcesEdgeOf(node) {}

  @ObjectType(`${name}Connection`, { description: pageDescription(name) })
  class Connection extends pageOf(node, Edge, Completeness) {
    @Costs('search')
    @Field(() => TotalCount, {
      nullable: true,
      description:
        'The number of nodes that match the filter in all selected targets. Only if the request selects it, the gateway reads every list to its end, up to the scan limit; later pages within a minute count without AWS calls.',
    })
    readonly totalCount?: Promise<TotalCount>;
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
