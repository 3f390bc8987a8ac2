/** Readiness: whether a load balancer may send requests to this gateway. Checks run at most once a second, with bounded waits. */
import type { Logger } from 'pino';
import type { StoreFailure } from '../../domain/store-failure';
import type { ProblemState } from '../metrics/gateway-metrics';
import {
  PROBLEMS,
  READINESS_NEEDS,
  type CheckedProblem,
  type HealthProblem,
  type ReadinessNeed,
} from './problems';

export interface Finding {
  readonly problem: CheckedProblem;
  /** The reason why a store cannot be used. */
  readonly cause?: StoreFailure | undefined;
}

interface ProbeResult {
  readonly findings: readonly Finding[];
  /** The findings for the log. A check that is late once is none of them: on a busy machine that happens now and then. */
  readonly logged: readonly Finding[];
}

export interface Check {
  /** All problems that the check can find. The first one is reported when the check takes too long. */
  readonly problems: readonly [CheckedProblem, ...CheckedProblem[]];
  /** Returns the problems that exist now. */
  readonly run: () => Promise<readonly Finding[]>;
}

type Causes = Readonly<Partial<Record<HealthProblem, StoreFailure>>>;

export interface ReadinessReport {
  readonly status: 'ready' | 'not ready';
  /** The problems that make the gateway not ready. */
  readonly reasons: readonly HealthProblem[];
  /** The problems with which the gateway takes requests. */
  readonly degraded: readonly HealthProblem[];
  /** The causes of problems; omitted when no problem has one. */
  readonly causes?: Causes;
}

/** Below 1 s, the default timeout of a Kubernetes probe. */
const CHECK_TIMEOUT_MS = 750;
const REPORT_TTL_MS = 1_000;
/** The interval of the checks without a request for health or metrics. */
const WATCH_INTERVAL_MS = 5_000;

export class Readiness {
  private readonly probes: readonly Probe[];
  private readonly needed: readonly CheckedProblem[];
  private last: { readonly findings: Promise<readonly Finding[]>; until: number } | undefined;
  private found: readonly Finding[] = [];
  private isDraining = false;
  private isClosed = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    checks: readonly Check[],
    private readonly logger: Logger,
    needs: readonly ReadinessNeed[] = [],
  ) {
    this.probes = checks.map((check) => new Probe(check));
    this.needed = needs.flatMap((need) => READINESS_NEEDS[need]);
  }

  /** Checks now and in intervals until `close`, so that the log has every problem. */
  watch(): void {
    void this.report();
    this.timer = setInterval(() => void this.report(), WATCH_INTERVAL_MS).unref();
  }

  /** Makes every later report not ready, because the gateway shuts down. The checks go on. */
  drain(): void {
    this.isDraining = true;
  }

  /** Ends the checks, because the stores close. Later reports repeat the last findings. */
  close(): void {
    this.isClosed = true;
    clearInterval(this.timer);
    this.last = { findings: Promise.resolve(this.found), until: Infinity };
  }

  async report(): Promise<ReadinessReport> {
    if (this.last === undefined || this.last.until < performance.now()) {
      const last = { findings: this.check(), until: Infinity };
      this.last = last;
      void last.findings.then(() => {
        last.until = performance.now() + REPORT_TTL_MS;
      });
    }
    return this.reportOf(await this.last.findings);
  }

  /** Returns every possible problem, whether it exists, and its cause. */
  async problems(): Promise<readonly ProblemState[]> {
    const { reasons, degraded, causes = {} } = await this.report();
    const known: HealthProblem[] = ['DRAINING', ...this.probes.flatMap(({ check }) => check.problems)];
    return known.map((problem) => ({
      problem,
      exists: reasons.includes(problem) || degraded.includes(problem),
      cause: causes[problem],
    }));
  }

  private async check(): Promise<readonly Finding[]> {
    const results = await Promise.all(this.probes.map((probe) => probe.result()));
    this.logChanges(results.flatMap(({ logged }) => logged));
    return results.flatMap(({ findings }) => findings);
  }

  private reportOf(found: readonly Finding[]): ReadinessReport {
    const isNeeded = ({ problem }: Finding) => this.needed.includes(problem);
    const draining: readonly HealthProblem[] = this.isDraining ? ['DRAINING'] : [];
    const reasons = [...draining, ...found.filter(isNeeded).map(({ problem }) => problem)];
    const degraded = found.filter((finding) => !isNeeded(finding)).map(({ problem }) => problem);
    const report = { status: reasons.length === 0 ? 'ready' : 'not ready', reasons, degraded } as const;
    const causes = found.flatMap(({ problem, cause }) => (cause === undefined ? [] : [[problem, cause]]));
    return causes.length === 0 ? report : { ...report, causes: Object.fromEntries(causes) as Causes };
  }

  /** Logs a problem when it begins, when its cause changes and when it ends, not with every check. */
  private logChanges(found: readonly Finding[]): void {
    // A closed store is no problem.
    if (this.isClosed) return;
    const before = this.found;
    this.found = found;
    for (const { problem, cause } of found) {
      if (before.some((finding) => finding.problem === problem && finding.cause === cause)) continue;
      this.logger.warn({ problem, cause }, PROBLEMS[problem].began);
    }
    for (const { problem } of before) {
      if (found.some((finding) => finding.problem === problem)) continue;
      this.logger.info({ problem }, PROBLEMS[problem].ended);
    }
  }
}

/** The runner of one check. It does not start the check again while an earlier run hangs. */
class Probe {
  private running: Promise<readonly Finding[]> | undefined;
  /** The last findings, which stay while the store is slow to fail. */
  private last: readonly Finding[] = [];
  private isOverdue = false;

  constructor(readonly check: Check) {}

  async result(): Promise<ProbeResult> {
    this.running ??= this.run();
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, CHECK_TIMEOUT_MS, undefined);
    });
    const findings = await Promise.race([this.running, timeout]);
    clearTimeout(timer);
    if (findings === undefined) return this.overdue();
    this.isOverdue = false;
    return { findings, logged: findings };
  }

  private overdue(): ProbeResult {
    const [problem] = this.check.problems;
    const isKnown = this.last.some((finding) => finding.problem === problem);
    const findings = isKnown ? this.last : [{ problem, cause: 'TIMED_OUT' } as const, ...this.last];
    const logged = this.isOverdue ? findings : this.last;
    this.isOverdue = true;
    return { findings, logged };
  }

  private async run(): Promise<readonly Finding[]> {
    try {
      this.last = await this.check.run();
    } catch {
      this.last = [{ problem: this.check.problems[0], cause: 'OTHER' }];
    } finally {
      this.running = undefined;
    }
    return this.last;
  }
}
