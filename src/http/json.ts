/** JSON that can be read in one way only: no name twice, no broken text, no number that would change, nothing that poisons prototypes. */
import { RejectedRequestError } from '../graphql/rejection';

const MAX_DEPTH = 100;

const STRINGS = /"[^"\\]*(?:\\.[^"\\]*)*"/g;
const NUMBERS = /-?\d[\d.eE+-]*/g;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Throws RefusedRequestError, whose message begins with `what` and repeats nothing of the text. */
export function parseStrictJson(text: string, what: string): unknown {
  const value = parseJson(text, what);
  const names = countNames(value, what);
  const outsideStrings = text.replace(STRINGS, '');
  // The parser keeps the last of several members of one name, and says nothing.
  if (outsideStrings.split(':').length - 1 !== names) refuse(what, 'has a name twice in one object');
  for (const [number] of outsideStrings.matchAll(NUMBERS)) {
    if (!isExact(Number(number))) refuse(what, 'has a number that is too large: send it as a string');
  }
  return value;
}

function refuse(what: string, problem: string): never {
  throw new RejectedRequestError(400, `${what} ${problem}.`);
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(what, 'is not valid JSON');
  }
}

/** Level by level: recursion would run out of stack. */
function countNames(root: unknown, what: string): number {
  let count = 0;
  let level: readonly unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) refuse(what, `is nested more than ${MAX_DEPTH} levels deep`);
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') checkText(value, what);
      if (typeof value !== 'object' || value === null) continue;
      for (const [name, member] of Object.entries(value)) {
        below.push(member);
        if (Array.isArray(value)) continue;
        count += 1;
        checkText(name, what);
        checkName(name, member, what);
      }
    }
    level = below;
  }
  return count;
}

/** A lone surrogate cannot be sent on in UTF-8, so that AWS would get another text. */
function checkText(text: string, what: string): void {
  if (LONE_SURROGATE.test(text)) refuse(what, 'has a text that is not Unicode');
}

function checkName(name: string, member: unknown, what: string): void {
  const poisons =
    name === '__proto__' ||
    (name === 'constructor' &&
      typeof member === 'object' &&
      member !== null &&
      Object.hasOwn(member, 'prototype'));
  if (poisons) refuse(what, 'has a name that is not allowed');
}

/** Whole numbers beyond 2^53 are read as others than were sent. */
function isExact(number: number): boolean {
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
}
