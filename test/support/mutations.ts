// Mutations that are not status changes: sends them, and checks their rejections.
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
  readonly [selected: string]: unknown;
}

/** Returns a function that sends this mutation; `selection` is added to outcome and userErrors of the payload. */
export function mutation(harness: Harness, name: string, selection: string) {
  const document = `mutation ($input: ${inputTypeOf(name)}!) {
    ${name}(input: $input) {
      outcome
      userErrors { code message path ... on AwsRejectedError { awsCode operation } }
      ${selection}
    }
  }`;
  return async (input: object): Promise<Payload> => {
    const { data, errors } = await harness.gateway.send(document, { input });
    expect(errors).toBeUndefined();
    return data?.[name] as Payload;
  };
}

/** The distinct paths of the errors, such as input.tags.0.key. */
export function pathsOf({ userErrors }: Payload): (string | undefined)[] {
  return [...new Set(userErrors.map(({ path }) => path?.join('.')))];
}

/** Expects a rejection of exactly these input fields, and no AWS call. */
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
