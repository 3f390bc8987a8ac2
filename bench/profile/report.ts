/** The table of stages, in milliseconds per request. */
import { table } from '../table';
import type { StageProfile } from './record';

export function profileReport(profiles: readonly StageProfile[]): string {
  const longest = profiles.at(-1)?.times ?? new Map();
  const stages = [...new Set(profiles.flatMap(({ times }) => [...times.keys()]))].sort(
    (one, other) => (longest.get(other) ?? 0) - (longest.get(one) ?? 0),
  );
  const heads = profiles.map(({ server, rows }) => `${server}, ${rows} rows`);
  const rows = stages.map((stage) => [
    stage,
    ...profiles.map(({ times }) => (times.get(stage) ?? 0).toFixed(3)),
  ]);
  const totals = profiles.map(({ times }) =>
    [...times.values()].reduce((sum, value) => sum + value, 0).toFixed(3),
  );
  return `CPU milliseconds per request by stage.\n\n${table(['stage', ...heads], [...rows, ['all', ...totals]], 1)}\n`;
}
