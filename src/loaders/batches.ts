/** Batches for operations that return many resources of one target at once. */

/**
 * Fetches the refs of each target in batches of at most `size`, all batches concurrently. Returns one result or error for
 * each ref, in their order: a failed batch returns errors only for its own refs.
 */
export async function fetchInBatches<Ref extends { readonly target: string }, Result>(
  refs: readonly Ref[],
  size: number,
  fetch: (refs: readonly Ref[]) => Promise<readonly (Result | Error)[]>,
): Promise<(Result | Error)[]> {
  const results = new Map<Ref, Result | Error>();
  await Promise.all(
    batchesOf(refs, size).map(async (batch) => {
      const found = await fetch(batch).catch((error: unknown) => batch.map(() => error as Error));
      batch.forEach((ref, index) => results.set(ref, found[index] as Result | Error));
    }),
  );
  return refs.map((ref) => results.get(ref) as Result | Error);
}

function batchesOf<Ref extends { readonly target: string }>(refs: readonly Ref[], size: number): Ref[][] {
  const batches: Ref[][] = [];
  const open = new Map<string, Ref[]>();
  for (const ref of refs) {
    let batch = open.get(ref.target);
    if (batch === undefined || batch.length === size) {
      batch = [];
      open.set(ref.target, batch);
      batches.push(batch);
    }
    batch.push(ref);
  }
  return batches;
}
