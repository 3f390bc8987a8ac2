/** Whether requests should be sent to this gateway. Looking is cheap: stores are asked once a second at most, and not waited for long. */
import type { Logger } from 'pino';

export type HealthProblem = 'DRAINING' | 'AUDIT_UNAVAILABLE' | 'VALKEY_UNAVAILABLE' | 'AWS_UNAVAILABLE';

export interface Check {
  readonly problem: HealthProblem;
  /** Whether the gateway is of no use meanwhile; else it is only degraded. */
  readonly isRequired: boolean;
  /** Rejects when there is the problem. */
  readonly run: () => Promise<unknown>;
}

export interface ReadinessReport {
  readonly status: 'ready' | 'not ready';
  /** Why it is not ready. */
  readonly reasons: readonly HealthProblem[];
  /** What it does without. */
  readonly degraded: readonly HealthProblem[];
}

/** Milliseconds. Kubernetes gives a probe one second. */
const CHECK_TIMEOUT_MS = 750;
const REPORT_TTL_MS = 1_000;

const DRAINING: ReadinessReport = { status: 'not ready', reasons: ['DRAINING'], degraded: [] };

export class Readiness {
  private readonly probes: readonly Probe[];
  private last: { readonly report: Promise<ReadinessReport>; until: number } | undefined;
  private lastLogged = '';
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
      const last = { report: this.check(), until: Infinity };
      this.last = last;
      void last.report.then(() => {
        last.until = performance.now() + REPORT_TTL_MS;
      });
    }
    return this.last.report;
  }

  /** Every problem there may be, and whether there is. */
  async problems(): Promise<ReadonlyMap<HealthProblem, boolean>> {
    const { reasons, degraded } = await this.report();
    const known: HealthProblem[] = ['DRAINING', ...this.probes.map(({ check }) => check.problem)];
    return new Map(
      known.map((problem) => [problem, reasons.includes(problem) || degraded.includes(problem)]),
    );
  }

  private async check(): Promise<ReadinessReport> {
    const found = await Promise.all(
      this.probes.map(async (probe) => ((await probe.isHealthy()) ? [] : [probe.check])),
    );
    const checks = found.flat();
    const reasons = checks.filter(({ isRequired }) => isRequired).map(({ problem }) => problem);
    const degraded = checks.filter(({ isRequired }) => !isRequired).map(({ problem }) => problem);
    const report = { status: reasons.length === 0 ? 'ready' : 'not ready', reasons, degraded } as const;
    this.logChange(report);
    return report;
  }

  /** The log hears of it once, not at every probe. */
  private logChange({ status, reasons, degraded }: ReadinessReport): void {
    const lastLogged = [...reasons, ...degraded].join();
    if (lastLogged === this.lastLogged) return;
    this.lastLogged = lastLogged;
    this.logger[lastLogged === '' ? 'info' : 'warn']({ reasons, degraded }, status);
  }
}

/** One check, which is not begun again while it hangs. */
class Probe {
  private running: Promise<boolean> | undefined;

  constructor(readonly check: Check) {}

  async isHealthy(): Promise<boolean> {
    this.running ??= this.run();
    let timer: NodeJS.Timeout | undefined;
    const impatience = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, CHECK_TIMEOUT_MS, false);
    });
    const isHealthy = await Promise.race([this.running, impatience]);
    clearTimeout(timer);
    return isHealthy;
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
