/** The selected ids as one parameter of the address. The ids of a list have long beginnings in common, which are written once. */

/** The ids that an address holds: a longer one may be cut by chats and proxies. */
export const MAX_IDS_IN_ADDRESS = 100;

/** The longest global id has fewer characters. */
const ID = /^[\w-]{1,512}$/;

/** The length of the beginning in common with the id before, in base 36, and the rest. */
const SHORTENED = /^([\da-z]{1,3})\*([\w-]*)$/;

/** Returns the ids that an address can hold, in their order in it. */
export function idsForAddress(ids: Iterable<string>): readonly string[] {
  return [...ids].slice(0, MAX_IDS_IN_ADDRESS).sort();
}

/** @param ids as `idsForAddress` returns them */
export function writeIds(ids: readonly string[]): string {
  return ids
    .map((id, index) => {
      const shared = sharedLength(ids[index - 1] ?? '', id);
      return shared === 0 ? id : `${shared.toString(36)}*${id.slice(shared)}`;
    })
    .join('.');
}

/** Returns the ids of a parameter, up to the first malformed one. */
export function readIds(text: string): readonly string[] {
  const ids = new Set<string>();
  let before = '';
  for (const part of text.split('.', MAX_IDS_IN_ADDRESS)) {
    const [, length, rest = ''] = SHORTENED.exec(part) ?? [];
    const id = length === undefined ? part : before.slice(0, parseInt(length, 36)) + rest;
    // Each id builds on the one before.
    if (!ID.test(id)) break;
    ids.add(id);
    before = id;
  }
  return idsForAddress(ids);
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
