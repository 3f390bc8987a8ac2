/** Conversion of transitions and consequences from the transition tables to the schema. */
import type { Consequence, Transition } from '../schema/shared/transition';
import { CONSEQUENCE_TEXTS } from '../src/domain/transitions/consequences';
import type { AllowedTransition } from '../src/changes/change';
import type { ConsequenceCode } from '../src/domain/transitions/table';

export function toTransitions(transitions: readonly AllowedTransition[]): Transition[] {
  return transitions.map(({ action, to, mutation, consequences }) => ({
    action,
    to,
    mutation,
    consequences: toConsequences(consequences),
  }));
}

export function toConsequences(codes: readonly ConsequenceCode[]): Consequence[] {
  return codes.map((code) => ({ code, text: CONSEQUENCE_TEXTS[code] }));
}
