/** Readiness: whether a load balancer may send requests to this gateway. Checks run at most once a second, with bounded waits. */
import type { Logger } from 'pino';

export type HealthProblem = 'DRAINING' | 'AUDIT_UNAVAILABLE' | 'VALKEY_UNAVAILABLE' | 'AWS_UNAVAILABLE';

export interface Check {
  readonly problem: HealthProblem;
  /** True when the problem makes the gateway not ready, false when it is only degraded. */
  readonly isRequired: boolean;
  /** Rejects while the problem exists. */
  readonly run: () => Promise<unknown>;
}

export interface ReadinessReport {
  readonly status: 'ready' | 'not ready';
  /** The problems that make the gateway not ready. */
  readonly reasons: readonly HealthProblem[];
  /** The problems that only degrade the gateway. */
  readonly degraded: readonly HealthProblem[];
}

/** Below 1 s, the default timeout of a Kubernetes probe. */
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

  /** Makes every later report not ready, because the gateway shuts down. */
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

  /** Returns every possible problem and whether it exists. */
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

  /** Logs a change of the problems once, not at every probe. */
  private logChange({ status, reasons, degraded }: ReadinessReport): void {
    const lastLogged = [...reasons, ...degraded].join();
    if (lastLogged === this.lastLogged) return;
    this.lastLogged = lastLogged;
    this.logger[lastLogged === '' ? 'info' : 'warn']({ reasons, degraded }, `The gateway is ${status}`);
  }
}

/** The runner of one check. It does not start the check again while an earlier run hangs. */
class Probe {
  private running: Promise<boolean> | undefined;

  constructor(readonly check: Check) {}

  async isHealthy(): Promise<boolean> {
    this.running ??= this.run();
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, CHECK_TIMEOUT_MS, false);
    });
    const isHealthy = await Promise.race([this.running, timeout]);
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
