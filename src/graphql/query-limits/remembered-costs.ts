/** Remembers the cost of operations: Apollo Server parses a repeated document once, so its operations are the same nodes. */
import type { OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { likenessOf } from './likeness';

/** The limits keep the memory below 15 MB, also when clients choose documents and variables to fill it. */
const MAX_OPERATIONS = 1_000;
const MAX_COSTS_PER_OPERATION = 20;
const MAX_LIKENESS_LENGTH = 500;

export class RememberedCosts {
  private readonly numbers = new WeakMap<OperationDefinitionNode, number>();
  private nextNumber = 0;
  /** Has no reference to a document: only Apollo Server decides how many documents stay in memory. */
  private readonly operations = new LRUCache<number, LRUCache<string, number>>({ max: MAX_OPERATIONS });

  /** The number of remembered costs. */
  get size(): number {
    return Array.from(this.operations.values()).reduce((sum, costs) => sum + costs.size, 0);
  }

  /**
   * Returns the remembered cost of the operation with variables like these, or computes it.
   * @param variables the coerced values.
   */
  get(
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    compute: () => number,
  ): number {
    const likeness = likenessOf(variables);
    if (likeness.length > MAX_LIKENESS_LENGTH) return compute();
    const costs = this.costsOf(operation);
    const known = costs.get(likeness);
    if (known !== undefined) return known;
    const cost = compute();
    costs.set(likeness, cost);
    return cost;
  }

  private costsOf(operation: OperationDefinitionNode): LRUCache<string, number> {
    let number = this.numbers.get(operation);
    if (number === undefined) {
      number = this.nextNumber;
      this.nextNumber += 1;
      this.numbers.set(operation, number);
    }
    const known = this.operations.get(number);
    if (known !== undefined) return known;
    const costs = new LRUCache<string, number>({ max: MAX_COSTS_PER_OPERATION });
    this.operations.set(number, costs);
    return costs;
  }
}
