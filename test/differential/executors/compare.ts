// Compares executions of one operation that may differ only in cursors and in times of reading.
import type { Context } from '../../../src/graphql/context';
import type { ExecutionRequest, Executor } from '../../../src/graphql/execution/executor';

export interface Run {
  readonly data: unknown;
  /** What clients and plugins read of each error, without an order: promises settle in any. */
  readonly errors: readonly string[];
  readonly calls: readonly string[];
  /** The fields of Completeness that the response completes. */
  readonly completeness: readonly string[];
}

export async function run(
  execute: Executor,
  request: Omit<ExecutionRequest, 'context'>,
  context: Context,
): Promise<Run> {
  const { data, errors = [] } = await execute({ ...request, context });
  const { operations } = context.call.usage.report();
  return {
    data: JSON.parse(JSON.stringify({ data })) as unknown,
    errors: errors
      .map((error) =>
        JSON.stringify([
          error.path,
          error.message,
          // Each call to AWS has another request id.
          { ...error.extensions, requestId: undefined },
          error.locations,
          error.nodes?.map(({ loc }) => loc?.start),
          error.originalError?.constructor.name,
        ]),
      )
      .sort(),
    calls: operations.map((line) => `${line.target} ${line.operation} ${line.calls}`).sort(),
    completeness: context.completenessFields.map(({ path }) => path.join('.')).sort(),
  };
}

const CURSOR = /^[\w-]{40,}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** The parts of a signed URL that differ between two requests. */
const SIGNATURE = /X-Amz-(?:Date|Signature)=\w+/g;
const MAX_SECONDS_APART = 120;

/** The number of objects that a running job still has to read falls between two executions. */
const MIN_PROGRESS = 100_000;

/** The path of the first difference; undefined when there is none. */
export function difference(some: unknown, other: unknown, path = ''): string | undefined {
  if (some === other) return undefined;
  if (typeof some === 'string' && typeof other === 'string') {
    if (CURSOR.test(some) && CURSOR.test(other)) return undefined;
    if (some.replaceAll(SIGNATURE, '') === other.replaceAll(SIGNATURE, '')) return undefined;
    const apart = Math.abs(Date.parse(some) - Date.parse(other)) / 1_000;
    if (TIME.test(some) && TIME.test(other) && apart < MAX_SECONDS_APART) return undefined;
  }
  if (typeof some === 'number' && typeof other === 'number' && some > MIN_PROGRESS) {
    if (Math.abs(some - other) < some / 100) return undefined;
  }
  if (typeof some !== 'object' || typeof other !== 'object' || some === null || other === null) {
    return `${path}: ${JSON.stringify(some)} and ${JSON.stringify(other)}`;
  }
  const keys = Object.keys(some);
  // The order of fields is a promise, too.
  if (keys.join() !== Object.keys(other).join()) {
    return `${path}: ${keys.join()} and ${Object.keys(other).join()}`;
  }
  for (const key of keys) {
    const found = difference(Reflect.get(some, key), Reflect.get(other, key), `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
