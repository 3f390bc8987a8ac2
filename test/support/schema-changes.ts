// Breaking changes of the schema, compared with those that the changelog names.
import { ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLSchema,
} from 'graphql';

/** Paths of breaking changes, such as MacieMember.email. */
export interface Verdict {
  /** Breaking changes that the changelog does not name. */
  readonly unannounced: readonly string[];
  /** Paths that the changelog names without a breaking change. */
  readonly unfounded: readonly string[];
}

/**
 * `changelog` is CHANGELOG.md, whose section on unreleased changes names each breaking change by its path. Changes that the
 * inspector calls dangerous need no entry: most of them are new enum values and optional arguments, by which this schema grows.
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

/** The type and the path of a change that the inspector reports. */
interface Located {
  readonly type: string;
  readonly path?: string;
}

const DEFAULT_CHANGES: readonly string[] = [
  ChangeType.FieldArgumentDefaultChanged,
  ChangeType.InputFieldDefaultValueChanged,
];

/** Without its default a non-null argument or input field is required. The inspector calls this change only dangerous. */
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

/** The paths at the start of the bullets under "Breaking schema changes" of the unreleased section. */
function announcedIn(changelog: string): string[] {
  const [, unreleased = ''] = changelog.split(/^## \[?Unreleased\]?.*$/m);
  const [section = ''] = unreleased.split(/^## /m);
  const [, breaking = ''] = section.split(/^### Breaking schema changes$/m);
  const [bullets = ''] = breaking.split(/^###? /m);
  return Array.from(bullets.matchAll(/^- `([^`]+)`/gm), ([, path = '']) => path);
}
