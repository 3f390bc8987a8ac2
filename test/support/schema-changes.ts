// Changes of the schema that break clients, and what the changelog says of them.
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';

/** Paths of breaking changes, as MacieMember.email. */
export interface Verdict {
  /** Breaking changes that the changelog does not name. */
  readonly unannounced: readonly string[];
  /** Paths that the changelog names though nothing breaks there. */
  readonly unfounded: readonly string[];
}

/** `changelog` is CHANGELOG.md, whose section on unreleased changes names each breaking change by its path. */
export async function judgeSchemaChanges(
  released: GraphQLSchema,
  current: GraphQLSchema,
  changelog: string,
): Promise<Verdict> {
  const changes = await diff(released, current);
  const breaking = changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path, message }) => path ?? message);
  const announced = announcedIn(changelog);
  return {
    unannounced: [...new Set(breaking)].filter((path) => !announced.includes(path)).sort(),
    unfounded: announced.filter((path) => !breaking.includes(path)).sort(),
  };
}

/** The paths that open the bullets under "Breaking schema changes" of the unreleased section. */
function announcedIn(changelog: string): string[] {
  const [, unreleased = ''] = changelog.split(/^## \[?Unreleased\]?.*$/m);
  const [section = ''] = unreleased.split(/^## /m);
  const [, breaking = ''] = section.split(/^### Breaking schema changes$/m);
  const [bullets = ''] = breaking.split(/^###? /m);
  return Array.from(bullets.matchAll(/^- `([^`]+)`/gm), ([, path = '']) => path);
}
