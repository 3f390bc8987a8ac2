/** The outcomes of changes on this page: parts that show what happened to a resource read it again after each of them. */
import { useSyncExternalStore } from 'react';

const outcomes = new Map<string, number>();
const listeners = new Set<() => void>();

/** @param id the global id of the resource; dry runs change nothing, and are no outcomes */
export function recordOutcome(id: string): void {
  outcomes.set(id, outcomesOf(id) + 1);
  for (const listener of listeners) listener();
}

/** Returns the number of outcomes so far. */
export function useOutcomes(id: string): number {
  return useSyncExternalStore(subscribe, () => outcomesOf(id));
}

function outcomesOf(id: string): number {
  return outcomes.get(id) ?? 0;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
