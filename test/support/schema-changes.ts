// Changes of the schema that break clients, and what the changelog says of them.
import { ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLSchema,
} from 'graphql';

/** Paths of breaking changes, as MacieMember.email. */
export interface Verdict {
  /** Breaking changes that the changelog does not name. */
  readonly unannounced: readonly string[];
  /** Paths that the changelog names though nothing breaks there. */
  readonly unfounded: readonly string[];
}

/**
 * `changelog` is CHANGELOG.md, whose section on unreleased changes names each breaking change by its path. What the inspector
 * calls dangerous needs no name: nearly all of it is new enum values and optional arguments, which is how this schema grows.
 */
export async function classifySchemaChanges(
  released: GraphQLSchema,
  current: GraphQLSchema,
  changelog: string,
): Promise<Verdict> {
  const changes = await diff(released, current);
  const breaking = changes
    .filter(
      (change) => change.criticality.level === CriticalityLevel.Breaking || losesDefault(change, current),
    )
    .map(({ path, message }) => path ?? message);
  const announced = announcedIn(changelog);
  return {
    unannounced: [...new Set(breaking)].filter((path) => !announced.includes(path)).sort(),
    unfounded: announced.filter((path) => !breaking.includes(path)).sort(),
  };
}

/** The part of a change of the inspector's that tells what it is and where. */
interface Located {
  readonly type: string;
  readonly path?: string;
}

const DEFAULT_CHANGES: readonly string[] = [
  ChangeType.FieldArgumentDefaultChanged,
  ChangeType.InputFieldDefaultValueChanged,
];

/** Without its default a non-null argument or input field must be given; to the inspector that is only dangerous. */
function losesDefault({ type, path = '' }: Located, current: GraphQLSchema): boolean {
  if (!DEFAULT_CHANGES.includes(type)) return false;
  const [typeName = '', fieldName = '', argName] = path.split('.');
  const parent = current.getType(typeName);
  if (isInputObjectType(parent)) {
    const field = parent.getFields()[fieldName];
    return field !== undefined && isRequiredInputField(field);
  }
  if (!isObjectType(parent) && !isInterfaceType(parent)) return false;
  const arg = parent.getFields()[fieldName]?.args.find(({ name }) => name === argName);
  return arg !== undefined && isRequiredArgument(arg);
}

/** The paths that open the bullets under "Breaking schema changes" of the unreleased section. */
function announcedIn(changelog: string): string[] {
  const [, unreleased = ''] = changelog.split(/^## \[?Unreleased\]?.*$/m);
  const [section = ''] = unreleased.split(/^## /m);
  const [, breaking = ''] = section.split(/^### Breaking schema changes$/m);
  const [bullets = ''] = breaking.split(/^###? /m);
  return Array.from(bullets.matchAll(/^- `([^`]+)`/gm), ([, path = '']) => path);
}
