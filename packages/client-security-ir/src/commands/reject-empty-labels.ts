/** Middleware that rejects an empty id in a path. */
import type { Pluggable, StaticOperationSchema } from '@smithy/types';

import type { ServiceInputTypes, ServiceOutputTypes } from '../models/operations';

const labelsOf = ([, , , traits]: StaticOperationSchema): string[] => {
  const path = typeof traits === 'object' ? (traits.http?.[1] ?? '') : '';
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, label = '']) => label);
};

/**
 * Rejects a command with an empty path segment, such as `PUT /v1/membership/`, before the client sends a request.
 * The runtime rejects only undefined labels.
 */
export const rejectEmptyLabels = (
  operation: StaticOperationSchema,
): Pluggable<ServiceInputTypes, ServiceOutputTypes> => ({
  applyToStack(stack) {
    stack.add(
      (next) => (args) => {
        const values = new Map<string, unknown>(Object.entries(args.input));
        const empty = labelsOf(operation).find((label) => values.get(label) === '');
        if (empty !== undefined) throw new Error(`Empty value provided for input HTTP label: ${empty}.`);
        return next(args);
      },
      { step: 'initialize', name: 'rejectEmptyLabels', override: true },
    );
  },
});
