/** Access marks: the scopes that types and fields require. src/graphql/field-rules.ts derives the rule of every field from them. */
import { Extensions } from 'type-graphql';
import type { Scope } from '../../src/domain/principal';

/**
 * A required scope. NOTHING adds no requirement to those of the fields that lead to the type. SCOPE_OF_KIND defers the
 * check to the AWS calls, which require the scope of the service of each resource, and to the reads of the history, which
 * select only the kinds within the scopes of the caller.
 */
export type Need = Scope | 'NOTHING' | 'SCOPE_OF_KIND';

/** The name of the mark in the extensions of the GraphQL schema. */
export const NEEDS = 'needs';

/** On a type, the mark applies to every field that leads to the type, directly or through other types. */
export const Needs = (need: Need) => Extensions({ [NEEDS]: need });
