/** The target of a new resource: the only one that has the service, or a choice. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ViewerData } from '../viewer/viewer';
import { ChoiceField } from './fields';

export type Target = ViewerData['targets'][number];
export type Service = Target['services'][number];

/** Returns the targets of the caller that have the service; none before the gateway has said who the caller is. */
export function targetsOf(viewer: ViewerData | undefined, service: Service | undefined): readonly Target[] {
  if (service === undefined) return [];
  return (viewer?.targets ?? []).filter(({ services }) => services.includes(service));
}

/** The name of the chosen target; undefined when the user has to choose, or the gateway will. */
export function chosenTarget(targets: readonly Target[], chosen: unknown): string | undefined {
  if (targets.length === 1) return targets[0]?.name;
  return targets.find(({ name }) => name === chosen)?.name;
}

export function TargetField({ targets }: { readonly targets: readonly Target[] }): ReactNode {
  const [first] = targets;
  if (first === undefined) return null;
  if (targets.length === 1)
    return (
      <Text size="sm">
        Target: <b>{first.name}</b> · {placeOf(first)}
      </Text>
    );
  return (
    <ChoiceField
      path="target"
      isRequired
      hint="The account and region to create it in."
      options={Object.fromEntries(
        targets.map((target) => [target.name, `${target.name} · ${placeOf(target)}`]),
      )}
    />
  );
}

const placeOf = ({ region, accountId }: Target) => (accountId == null ? region : `${region} · ${accountId}`);
