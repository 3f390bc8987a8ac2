/** Strict JSON: no duplicate names, no invalid Unicode, no inexact numbers, no prototype pollution. */
import { RejectedRequestError } from '../graphql/rejection';

const MAX_DEPTH = 100;

/** Linear only for text that JSON.parse accepts, in which every string ends. */
const STRINGS = /"[^"\\]*(?:\\.[^"\\]*)*"/g;
const NUMBERS = /-?\d[\d.eE+-]*/g;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Throws RejectedRequestError; the message begins with `subject` and repeats no part of the text. */
export function parseStrictJson(text: string, subject: string): unknown {
  const value = parseJson(text, subject);
  const names = countNames(value, subject);
  const outsideStrings = text.replace(STRINGS, '');
  // JSON.parse silently keeps the last of several members with the same name.
  if (outsideStrings.split(':').length - 1 !== names)
    reject(subject, 'repeats a name in an object: remove the duplicate');
  for (const [number] of outsideStrings.matchAll(NUMBERS)) {
    if (!isExact(Number(number))) reject(subject, 'contains a number that is too large: send it as a string');
  }
  return value;
}

function reject(subject: string, problem: string): never {
  throw new RejectedRequestError(400, `${subject} ${problem}.`);
}

function parseJson(text: string, subject: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return reject(subject, 'is not valid JSON');
  }
}

/** Counts the member names of all objects; iterates level by level, because recursion could overflow the stack. */
function countNames(root: unknown, subject: string): number {
  let count = 0;
  let level: readonly unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) reject(subject, `is nested more than ${MAX_DEPTH} levels deep`);
    const nextLevel: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') checkText(value, subject);
      if (typeof value !== 'object' || value === null) continue;
      for (const [name, member] of Object.entries(value)) {
        nextLevel.push(member);
        if (Array.isArray(value)) continue;
        count += 1;
        checkText(name, subject);
        checkName(name, member, subject);
      }
    }
    level = nextLevel;
  }
  return count;
}

/** UTF-8 cannot encode a lone surrogate, so AWS would receive a different string. */
function checkText(text: string, subject: string): void {
  if (LONE_SURROGATE.test(text)) reject(subject, 'contains a string that is not valid Unicode');
}

function checkName(name: string, member: unknown, subject: string): void {
  const pollutesPrototype =
    name === '__proto__' ||
    (name === 'constructor' &&
      typeof member === 'object' &&
      member !== null &&
      Object.hasOwn(member, 'prototype'));
  if (pollutesPrototype) reject(subject, 'contains a name that is not allowed');
}

/** JSON.parse rounds integers beyond 2^53. */
function isExact(number: number): boolean {
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
}
