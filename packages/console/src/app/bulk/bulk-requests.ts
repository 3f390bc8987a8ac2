/** The requests of a bulk change. Each has its own idempotency key, and is repeated only with the same items and the same key. */
import type { ActionResult } from '../actions/action-mutation';
import { requiredBy, type Consequence } from '../actions/consequences';
import { newIdempotencyKey } from '../actions/idempotency-key';
import type { GatewayError } from '../relay/gateway-error';
import type { BulkInput, BulkItem } from './bulk-mutation';
import type { BulkResource } from './bulk-resource';
import type { Offer } from './offers';

/**
 * The API takes 100 items. Fewer show results earlier, can be stopped earlier, and are answered before the request times out
 * when AWS is slow.
 */
const ITEMS_PER_REQUEST = 25;

export type Answer = { readonly results: readonly ActionResult[] } | { readonly error: GatewayError };

export interface BulkRequest {
  readonly resources: readonly BulkResource[];
  readonly input: BulkInput;
  /** Undefined until the gateway has answered, or the request has failed. */
  readonly answer: Answer | undefined;
}

export function dryRunsOf({ resources, ...offer }: Offer): readonly BulkRequest[] {
  return requestsOf(
    resources.map((resource) => [resource, itemOf(resource, offer, [])]),
    true,
  );
}

/** @param checks what the dry runs returned, for the resources to change. All required consequences were accepted. */
export function changesOf(offer: Offer, checks: readonly Check[]): readonly BulkRequest[] {
  return requestsOf(
    checks.map(({ resource, result }) => {
      const acknowledge = requiredBy(result.userErrors).map(({ code }) => code);
      return [resource, itemOf(resource, offer, acknowledge)];
    }),
    false,
  );
}

function itemOf(
  { id, status, resolverType }: BulkResource,
  { action, to }: Pick<Offer, 'action' | 'to'>,
  acknowledge: readonly string[],
): BulkItem {
  return {
    id,
    action,
    status: action === 'UPDATE_STATUS' ? to : undefined,
    // The API compares the value that the action changes. AWS may state no resolver.
    expectedStatus: action === 'UPDATE_RESOLVER_TYPE' ? (resolverType ?? undefined) : status,
    acknowledge,
  };
}

function requestsOf(
  items: readonly (readonly [BulkResource, BulkItem])[],
  dryRun: boolean,
): readonly BulkRequest[] {
  const count = Math.ceil(items.length / ITEMS_PER_REQUEST);
  return Array.from({ length: count }, (_, index) => {
    const part = items.slice(index * ITEMS_PER_REQUEST, (index + 1) * ITEMS_PER_REQUEST);
    return {
      resources: part.map(([resource]) => resource),
      input: { items: part.map(([, item]) => item), idempotencyKey: newIdempotencyKey(), dryRun },
      answer: undefined,
    };
  });
}

/** What a dry run says about one resource. */
export interface Check {
  readonly resource: BulkResource;
  readonly result: ActionResult;
}

export interface Checks {
  /** The resources whose change would be sent, once the required consequences are acknowledged. */
  readonly passed: readonly Check[];
  readonly refused: readonly Check[];
}

/** @param requests dry runs that the gateway has answered */
export function checksOf(requests: readonly BulkRequest[]): Checks {
  const checks = requests.flatMap(({ resources, answer }) => {
    const results = answer !== undefined && 'results' in answer ? answer.results : [];
    return results.flatMap((result, index) => {
      const resource = resources[index];
      return resource === undefined ? [] : [{ resource, result }];
    });
  });
  const passes = ({ result: { userErrors } }: Check) =>
    userErrors.every(({ code }) => code === 'ACKNOWLEDGEMENT_REQUIRED');
  return { passed: checks.filter(passes), refused: checks.filter((check) => !passes(check)) };
}

export interface CountedConsequence extends Consequence {
  /** The number of resources that it concerns. */
  readonly count: number;
  readonly isRequired: boolean;
}

/** The consequences of all changes, each once. */
export function countConsequences(checks: readonly Check[]): readonly CountedConsequence[] {
  const counted = new Map<string, CountedConsequence>();
  for (const { result } of checks) {
    const required = requiredBy(result.userErrors);
    const all = new Map(
      [...required, ...(result.change?.consequences ?? [])].map((each) => [each.code, each]),
    );
    for (const { code, text } of all.values()) {
      const known = counted.get(code);
      counted.set(code, {
        code,
        text,
        count: (known?.count ?? 0) + 1,
        isRequired: known?.isRequired === true || required.some((each) => each.code === code),
      });
    }
  }
  return [...counted.values()];
}
