/** What it takes to see a type or to ask for a field: marks, from which src/field-rules.ts makes the rule of every field. */
import { Extensions } from 'type-graphql';
import type { Scope } from '../../src/domain/principal';

/**
 * NOTHING leaves it to the fields that lead to it. SCOPE_OF_KIND leaves it to the calls that are made of AWS: reading or
 * changing the service of each resource.
 */
export type Need = Scope | 'NOTHING' | 'SCOPE_OF_KIND';

/** The name of the mark in the extensions of the GraphQL schema. */
export const NEEDS = 'needs';

/** On a type it holds for every field that leads to it, by way of other types too. */
export const Needs = (need: Need) => Extensions({ [NEEDS]: need });
