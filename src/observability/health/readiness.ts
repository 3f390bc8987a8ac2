/** Whether requests should be sent to this gateway. Looking is cheap: stores are asked once a second at most, and not waited for long. */
import type { Logger } from 'pino';

export type Problem = 'DRAINING' | 'AUDIT_UNAVAILABLE' | 'VALKEY_UNAVAILABLE' | 'AWS_UNAVAILABLE';

export interface Check {
  readonly problem: Problem;
  /** Whether the gateway is of no use meanwhile; else it is only degraded. */
  readonly isVital: boolean;
  /** Rejects when there is the problem. */
  readonly run: () => Promise<unknown>;
}

export interface ReadinessReport {
  readonly status: 'ready' | 'not ready';
  /** Why it is not ready. */
  readonly reasons: readonly Problem[];
  /** What it does without. */
  readonly degraded: readonly Problem[];
}

/** Milliseconds. Kubernetes gives a probe one second. */
const PATIENCE = 750;
const KEPT = 1_000;

const DRAINING: ReadinessReport = { status: 'not ready', reasons: ['DRAINING'], degraded: [] };

export class Readiness {
  private readonly probes: readonly Probe[];
  private last: { readonly report: Promise<ReadinessReport>; until: number } | undefined;
  private told = '';
  private isDraining = false;

  constructor(
    checks: readonly Check[],
    private readonly logger: Logger,
  ) {
    this.probes = checks.map((check) => new Probe(check));
  }

  /** From now on nothing new should be sent here. */
  drain(): void {
    this.isDraining = true;
  }

  report(): Promise<ReadinessReport> {
    if (this.isDraining) return Promise.resolve(DRAINING);
    if (this.last === undefined || this.last.until < performance.now()) {
      const last = { report: this.look(), until: Infinity };
      this.last = last;
      void last.report.then(() => {
        last.until = performance.now() + KEPT;
      });
    }
    return this.last.report;
  }

  /** Every problem there may be, and whether there is. */
  async problems(): Promise<ReadonlyMap<Problem, boolean>> {
    const { reasons, degraded } = await this.report();
    const known: Problem[] = ['DRAINING', ...this.probes.map(({ check }) => check.problem)];
    return new Map(
      known.map((problem) => [problem, reasons.includes(problem) || degraded.includes(problem)]),
    );
  }

  private async look(): Promise<ReadinessReport> {
    const found = await Promise.all(
      this.probes.map(async (probe) => ((await probe.isWell()) ? [] : [probe.check])),
    );
    const checks = found.flat();
    const reasons = checks.filter(({ isVital }) => isVital).map(({ problem }) => problem);
    const degraded = checks.filter(({ isVital }) => !isVital).map(({ problem }) => problem);
    const report = { status: reasons.length === 0 ? 'ready' : 'not ready', reasons, degraded } as const;
    this.tell(report);
    return report;
  }

  /** The log hears of it once, not at every probe. */
  private tell({ status, reasons, degraded }: ReadinessReport): void {
    const told = [...reasons, ...degraded].join();
    if (told === this.told) return;
    this.told = told;
    this.logger[told === '' ? 'info' : 'warn']({ reasons, degraded }, status);
  }
}

/** One check, which is not begun again while it hangs. */
class Probe {
  private running: Promise<boolean> | undefined;

  constructor(readonly check: Check) {}

  async isWell(): Promise<boolean> {
    this.running ??= this.run();
    let timer: NodeJS.Timeout | undefined;
    const impatience = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, false);
    });
    const isWell = await Promise.race([this.running, impatience]);
    clearTimeout(timer);
    return isWell;
  }

  private async run(): Promise<boolean> {
    try {
      await this.check.run();
      return true;
    } catch {
      return false;
    } finally {
      this.running = undefined;
    }
  }
}
