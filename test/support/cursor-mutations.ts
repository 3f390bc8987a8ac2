// Damaged copies of a cursor. The gateway sealed none of them.

/** Damaged copies of a cursor, all different from it; the numbers choose where the cursor is damaged. */
export function mutated(cursor: string, numbers: Iterator<number>): string[] {
  const number = (below: number) => Number(numbers.next().value ?? 0) % Math.max(1, below);
  const bytes = Buffer.from(cursor, 'base64url');
  const flipped = Buffer.from(bytes);
  const at = number(bytes.length);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << number(8));
  const swapped = Buffer.concat([bytes.subarray(0, 1), bytes.subarray(13), bytes.subarray(1, 13)]);
  const version = Buffer.concat([Buffer.of(2 + number(253)), bytes.subarray(1)]);
  const noTag = Buffer.concat([bytes.subarray(0, 13), bytes.subarray(29)]);
  const index = number(cursor.length);
  const copies = [
    flipped.toString('base64url'),
    swapped.toString('base64url'),
    version.toString('base64url'),
    Buffer.concat([Buffer.of(0), bytes.subarray(1)]).toString('base64url'),
    noTag.toString('base64url'),
    bytes.subarray(0, number(bytes.length)).toString('base64url'),
    bytes.subarray(1 + number(bytes.length - 1)).toString('base64url'),
    Buffer.concat([bytes, Buffer.of(number(256))]).toString('base64url'),
    cursor.slice(0, index),
    `${cursor.slice(0, index)}${'-_ \n+/=.\u0000é'.charAt(number(10))}${cursor.slice(index)}`,
    `${cursor}${'='.repeat(1 + number(3))}`,
    `${cursor}A`,
    ` ${cursor}`,
    `${cursor}\n`,
    Array.from(cursor).reverse().join(''),
    bytes.toString('hex'),
    cursor.length % 4 === 0 ? `${cursor}====` : bytes.toString('base64'),
  ];
  return copies.filter((copy) => copy !== cursor);
}
