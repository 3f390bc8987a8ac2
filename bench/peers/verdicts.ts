/** Comparison of the results with the goals. */
import { BARE, GATEWAY, MERCURIUS } from './environment';
import { median, RATE, ratios, type RunResults } from './results';

export interface PeerGoal {
  readonly rows: number;
  readonly peer: string;
  /** The minimum ratio of the requests per second of the gateway to those of the peer, as the median of all runs. */
  readonly minRatio: number;
}

export const PEER_GOALS: readonly PeerGoal[] = [
  { rows: 1, peer: MERCURIUS, minRatio: 0.7 },
  { rows: 25, peer: MERCURIUS, minRatio: 0.9 },
  { rows: 200, peer: MERCURIUS, minRatio: 1.1 },
  { rows: 200, peer: BARE, minRatio: 1 },
];

export interface PeerVerdict extends PeerGoal {
  /** The ratio of each run. */
  readonly measured: readonly number[];
  readonly isMet: boolean;
}

export function peerVerdicts(runs: readonly RunResults[]): readonly PeerVerdict[] {
  return PEER_GOALS.map((goal) => {
    const measured = ratios(runs, goal.rows, GATEWAY, RATE, goal.peer);
    return { ...goal, measured, isMet: median(measured) >= goal.minRatio };
  });
}
