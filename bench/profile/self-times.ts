/** Self times of a CPU profile by stage. */
import type { Profile } from '../preload';
import { stageOf, type Frame, type Stage } from './stages';

/** Milliseconds by stage. */
export type StageTimes = ReadonlyMap<Stage, number>;

const IDLE = '(idle)';

/**
 * Divides a CPU time among the stages, by their shares of the profile without idle time. A profile counts the time in
 * which other processes use the core, so its own times are too long on a busy machine.
 */
export function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profile, cpuMs: number): StageTimes {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const callersOf = (id: number): Frame[] => {
    const parent = byId.get(parents.get(id) ?? -1);
    return parent === undefined ? [] : [parent.callFrame, ...callersOf(parent.id)];
  };
  const stages = new Map(
    nodes.map(({ id, callFrame }) => [
      id,
      callFrame.functionName === IDLE ? undefined : stageOf(callFrame, callersOf(id)),
    ]),
  );
  const sampled = new Map<Stage, number>();
  let total = 0;
  for (const [index, id] of samples.entries()) {
    const stage = stages.get(id);
    if (stage === undefined) continue;
    // A delta is the time before its sample, so the time of a sample is the next delta.
    const time = timeDeltas[index + 1] ?? 0;
    sampled.set(stage, (sampled.get(stage) ?? 0) + time);
    total += time;
  }
  return new Map(Array.from(sampled, ([stage, time]) => [stage, (cpuMs * time) / total]));
}
