// Mutations that are not status changes, asked for with an input and answered with a payload.
import type { Harness } from './harness';
import { inputTypeOf } from './input-type';

export interface Payload {
  readonly outcome: string;
  readonly idempotencyKey?: string | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: readonly string[] | null;
    readonly awsCode?: string | null;
    readonly operation?: string;
  }[];
  readonly [brought: string]: unknown;
}

/** Sends the mutation of this name; `selection` is what to ask of its payload besides outcome and userErrors. */
export function mutation(harness: Harness, name: string, selection: string) {
  const document = `mutation ($input: ${inputTypeOf(name)}!) {
    ${name}(input: $input) {
      outcome
      userErrors { code message path ... on AwsRejectedError { awsCode operation } }
      ${selection}
    }
  }`;
  return async (given: object): Promise<Payload> => {
    const { data, errors } = await harness.gateway.send(document, { input: given });
    expect(errors).toBeUndefined();
    return data?.[name] as Payload;
  };
}

/** As input.tags.0.key, each once. */
export function pathsOf({ userErrors }: Payload): (string | undefined)[] {
  return [...new Set(userErrors.map(({ path }) => path?.join('.')))];
}

/** The input was refused for these fields and no others, and AWS was not called. */
export async function expectViolations(
  harness: Harness,
  payload: Payload,
  ...paths: string[]
): Promise<void> {
  expect(payload.outcome).toBe('REFUSED');
  expect(payload.userErrors.every(({ code }) => code === 'INVALID_INPUT')).toBe(true);
  expect(pathsOf(payload).sort()).toEqual([...paths].sort());
  expect(await harness.operations()).toEqual([]);
}
