/** A compiled query: the selected fields of every object type, collected when an object of the type first appears. */
import {
  getNullableType,
  isLeafType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { isPromise } from '../../domain/is-promise';
import { collectFields } from './collect-fields';
import type { SelectionScope } from '../selected-fields';
import { completerOf } from './completion';
import { ErrorCollector, type Execution } from './execution';
import type { Complete, FieldFacts, FieldPlan, OperationInfo } from './field-plan';
import { generateRunner } from './object-code';
import { runFields, type ObjectPlan, type Results } from './object-fields';

type Data = Record<string, unknown>;

/** The values of the variables that @skip and @include use. */
export type Conditions = Readonly<Record<string, boolean>>;

export class OperationPlan {
  private root: ObjectPlan | undefined;
  private readonly scope: SelectionScope;

  constructor(
    private readonly operation: OperationInfo,
    conditions: Conditions,
    private readonly objectsBeforeCode: number,
  ) {
    const { schema, fragments } = operation;
    this.scope = { schema, fragments, readVariable: (name) => conditions[name] };
  }

  /** Executes the query. Never rejects. */
  async execute(context: unknown, variables: Execution['variables']): Promise<ExecutionResult<Data>> {
    const errors = new ErrorCollector();
    const execution = { context, variables, errors };
    try {
      this.root ??= this.planObject(this.rootType(), [this.operation.operation.selectionSet]);
      const result = runFields(this.root, execution, undefined, undefined);
      return responseOf((isPromise(result) ? await result : result) as Data, errors);
    } catch (error) {
      errors.add(error as GraphQLError, undefined);
      return responseOf(null, errors);
    }
  }

  private rootType(): GraphQLObjectType {
    const { schema, operation } = this.operation;
    const type = schema.getRootType(operation.operation);
    if (type == null) throw new TypeError(`The schema has no type for a ${operation.operation}.`);
    return type;
  }

  private planObject(parent: GraphQLObjectType, sets: readonly SelectionSetNode[]): ObjectPlan {
    const selected = collectFields(this.scope, parent, sets);
    const template: Results = {};
    const fields: FieldPlan[] = [];
    for (const [responseName, nodes] of selected) {
      const definition = this.definitionOf(parent, nodes);
      const value = definition === TypeNameMetaFieldDef ? parent.name : null;
      // Defines the property also for the alias __proto__.
      Object.defineProperty(template, responseName, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
      if (definition === TypeNameMetaFieldDef) continue;
      fields.push(this.planField({ responseName, definition, nodes, parent, operation: this.operation }));
    }
    return { fields, template };
  }

  private planField(facts: FieldFacts): FieldPlan {
    const { definition, nodes } = facts;
    const type = getNullableType(definition.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return {
      ...facts,
      plainLeaf: definition.resolve === undefined && isLeafType(type) ? type : undefined,
      complete: completerOf(definition.type, facts, (object) => this.runnerOf(object, sets)),
    };
  }

  private runnerOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Complete {
    let plan: ObjectPlan | undefined;
    let generated: Complete | undefined;
    let objects = 0;
    return (execution, source, path) => {
      if (generated !== undefined) return generated(execution, source, path);
      plan ??= this.planObject(type, sets);
      objects += 1;
      if (objects > this.objectsBeforeCode) generated = generateRunner(plan);
      return runFields(plan, execution, source, path);
    };
  }

  private definitionOf(
    parent: GraphQLObjectType,
    [{ name }]: FieldFacts['nodes'],
  ): GraphQLField<unknown, unknown> {
    if (name.value === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    const isQuery = parent === this.operation.schema.getQueryType();
    if (isQuery && name.value === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (isQuery && name.value === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    const field = parent.getFields()[name.value];
    if (field === undefined) throw new TypeError(`${parent.name} has no field ${name.value}.`);
    return field;
  }
}

function responseOf(data: Data | null, { errors }: ErrorCollector): ExecutionResult<Data> {
  return errors.length === 0 ? { data } : { errors, data };
}
