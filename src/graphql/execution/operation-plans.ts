/** The plans of repeated queries, for as long as they are used. */
import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { expandedSize } from '../query-limits/expanded-size';
import { fragmentsOf } from '../selected-fields';
import type { OperationInfo } from './field-plan';
import { OperationPlan, type Conditions } from './operation-plan';
import type { PlanSettings } from './settings';

/** The plans of one operation: each combination of values of the variables in @skip and @include has one. */
const MAX_VARIANTS = 4;

type Variables = GraphQLResolveInfo['variableValues'];

export class OperationPlans {
  /** Operations executed at least once. Apollo Server parses a document once, as long as it remembers it. */
  private readonly seen = new WeakSet<OperationDefinitionNode>();
  private readonly variants: LRUCache<OperationDefinitionNode, OperationVariants>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly settings: PlanSettings,
  ) {
    this.variants = new LRUCache({ maxSize: settings.maxSelections });
  }

  /** The variants of a query from its second use on. */
  find(document: DocumentNode, operation: OperationDefinitionNode): OperationVariants | undefined {
    const known = this.variants.get(operation);
    if (known !== undefined) return known;
    if (!this.seen.has(operation)) {
      this.seen.add(operation);
      return undefined;
    }
    const info = { schema: this.schema, operation, fragments: fragmentsOf(document) };
    const variants = new OperationVariants(info, this.settings.objectsBeforeCode);
    const { selections = 1 } = expandedSize(document);
    this.variants.set(operation, variants, { size: Math.max(1, selections) * variants.maxPlans });
    return variants;
  }
}

/** The plans of one operation, by the values of the variables in @skip and @include. */
export class OperationVariants {
  private readonly conditionNames: readonly string[];
  private readonly plans = new Map<string, OperationPlan>();

  constructor(
    private readonly operation: OperationInfo,
    private readonly objectsBeforeCode: number,
  ) {
    this.conditionNames = conditionNamesOf(operation);
  }

  get maxPlans(): number {
    return this.conditionNames.length === 0 ? 1 : MAX_VARIANTS;
  }

  /** Undefined when a condition has no value, and for more combinations of values than the gateway keeps. */
  planFor(variables: Variables): OperationPlan | undefined {
    const conditions: Record<string, boolean> = {};
    for (const name of this.conditionNames) {
      const value = variables[name];
      if (typeof value !== 'boolean') return undefined;
      conditions[name] = value;
    }
    return this.planOf(conditions);
  }

  private planOf(conditions: Conditions): OperationPlan | undefined {
    const key = Object.values(conditions).join();
    const known = this.plans.get(key);
    if (known !== undefined || this.plans.size >= MAX_VARIANTS) return known;
    const plan = new OperationPlan(this.operation, conditions, this.objectsBeforeCode);
    this.plans.set(key, plan);
    return plan;
  }
}

function conditionNamesOf({ operation, fragments }: OperationInfo): string[] {
  const names = new Set<string>();
  for (const definition of [operation, ...Object.values(fragments)]) {
    visit(definition, {
      Directive: ({ name, arguments: values = [] }) => {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of values) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  return [...names];
}
