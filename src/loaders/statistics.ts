/** The loaders of statistics: each kind of resource is counted in one pass over its whole lists. */
import type { CallContext } from '../aws/client/call-context';
import type {
  ClassificationJobFigures,
  MacieMemberFigures,
  MailboxExportJobFigures,
  SecurityCaseFigures,
  TotalsRecord,
} from '../domain/records/statistics';
import { evaluate } from '../domain/records/unreadable';
import { serviceOf, type ResourceKind } from '../domain/resources';
import type { ServiceName } from '../domain/services';
import { CLASSIFICATION_JOBS } from '../domain/statistics/classification-jobs';
import type { Counting } from '../domain/statistics/counting';
import { MACIE_MEMBERS } from '../domain/statistics/macie-members';
import { MAILBOX_EXPORT_JOBS } from '../domain/statistics/mailbox-export-jobs';
import { SECURITY_CASES } from '../domain/statistics/security-cases';
import { reportOnWholeLists, type ListResult } from '../paging/completeness';
import { ScanBudgets } from '../paging/reader';
import type { AwsList, Source } from '../paging/source';
import { WholeLists, type WholeList } from '../paging/whole-list';
import type { ClassificationJobLoaders } from './classification-job';
import type { LoaderAccess } from './loader-access';
import type { MacieMemberLoaders } from './macie-member';
import type { MailboxExportJobLoaders } from './mailbox-export-job';
import type { SecurityCaseLoaders } from './security-case';
import { TimeInStatus } from './time-in-status';

/** The loaders whose lists are counted. */
export interface ListLoaders {
  readonly ClassificationJob: Pick<ClassificationJobLoaders, 'list'>;
  readonly MacieMember: Pick<MacieMemberLoaders, 'list'>;
  readonly MailboxExportJob: Pick<MailboxExportJobLoaders, 'list'>;
  readonly SecurityCase: Pick<SecurityCaseLoaders, 'list'>;
}

/** The names of the targets to count; undefined for all. */
type TargetNames = readonly string[] | undefined;

export type SecurityCaseTotalsRecord = TotalsRecord &
  SecurityCaseFigures & {
    /** Read when a request selects it, for all requests that share the pass. */
    readonly timeInStatus: TimeInStatus;
  };

/** How the lists of a kind are read and counted. */
interface Plan<Row, Facts, Figures> {
  readonly kind: ResourceKind;
  readonly counting: Counting<Row, Facts, Figures>;
  readonly open: (loaders: ListLoaders, target: string) => Source<Row>;
}

/** One list, counted. */
interface CountedList<Facts> {
  readonly target: string;
  readonly facts: readonly Facts[];
  readonly result: ListResult;
}

const JOBS = {
  kind: 'ClassificationJob',
  counting: CLASSIFICATION_JOBS,
  open: (loaders: ListLoaders, target: string) => loaders.ClassificationJob.list(target),
} as const;

const MEMBERS = {
  kind: 'MacieMember',
  counting: MACIE_MEMBERS,
  open: (loaders: ListLoaders, target: string) => loaders.MacieMember.list(target, { onlyAssociated: false }),
} as const;

const EXPORT_JOBS = {
  kind: 'MailboxExportJob',
  counting: MAILBOX_EXPORT_JOBS,
  open: (loaders: ListLoaders, target: string) => loaders.MailboxExportJob.list(target),
} as const;

const CASES = {
  kind: 'SecurityCase',
  counting: SECURITY_CASES,
  open: (loaders: ListLoaders, target: string) => loaders.SecurityCase.list(target),
} as const;

/** Every method throws BadUserInputError when no named target has the service, and other GatewayErrors of reads. */
export class StatisticsLoaders {
  /** @param openLoaders creates the loaders of a pass, whose reads have another context than those of the request. */
  constructor(
    private readonly access: LoaderAccess,
    private readonly openLoaders: (call: CallContext) => ListLoaders,
  ) {}

  /** ListClassificationJobs of each target. */
  classificationJobs(targets: TargetNames): Promise<TotalsRecord & ClassificationJobFigures> {
    return this.share(JOBS, targets, (totals) => totals);
  }

  /** ListMembers of each target, with the accounts that are not members. */
  macieMembers(targets: TargetNames): Promise<TotalsRecord & MacieMemberFigures> {
    return this.share(MEMBERS, targets, (totals) => totals);
  }

  /** ListMailboxExportJobs of each organization of each target. */
  mailboxExportJobs(targets: TargetNames): Promise<TotalsRecord & MailboxExportJobFigures> {
    return this.share(EXPORT_JOBS, targets, (totals) => totals);
  }

  /** ListCases of each target. */
  securityCases(targets: TargetNames): Promise<SecurityCaseTotalsRecord> {
    const { history, call } = this.access;
    return this.share(CASES, targets, (totals, names) => ({
      ...totals,
      timeInStatus: new TimeInStatus(history, { cases: totals.cases, targets: names }, call.log),
    }));
  }

  /** @param complete adds to the totals what all requests share that share the pass. */
  private async share<Row extends object, Facts, Figures, Totals extends TotalsRecord>(
    plan: Plan<Row, Facts, Figures>,
    wanted: TargetNames,
    complete: (totals: TotalsRecord & Figures, targets: readonly string[]) => Totals,
  ): Promise<Totals> {
    const { passes, call } = this.access;
    const targets = this.targetsWith(serviceOf(plan.kind), wanted);
    return passes.share({ statistics: plan.kind, targets }, call, async (passCall) =>
      complete(await this.count(plan, targets, passCall), targets),
    );
  }

  private targetsWith(service: ServiceName, wanted: TargetNames): readonly string[] {
    const { targets } = this.access;
    const served = wanted?.filter((name) => targets.describe(name).services.includes(service));
    // Without a target that has the service, `select` rejects the names.
    return targets.select(served?.length === 0 ? wanted : served, service).map(({ name }) => name);
  }

  private async count<Row extends object, Facts, Figures>(
    { kind, counting, open }: Plan<Row, Facts, Figures>,
    targets: readonly string[],
    call: CallContext,
  ): Promise<TotalsRecord & Figures> {
    const loaders = this.openLoaders(call);
    const sources = targets.map((target) => open(loaders, target));
    const wholeLists = new WholeLists<Row>({
      budgets: new ScanBudgets(sources),
      query: () => '',
      kept: undefined,
      keepsPartialLists: false,
      mayUseKept: false,
    });
    const lists = await Promise.all(
      sources.map(async (source) => {
        const list = await wholeLists.read(source, { positions: {}, failed: [] });
        return countList({ target: source.name, kind }, list, counting);
      }),
    );
    const facts = lists.flatMap((list) => list.facts);
    const completeness = reportOnWholeLists(lists.map(({ result }) => result));
    return {
      ...counting.figuresOf(facts, new Date()),
      total: facts.length,
      byTarget: lists.map((list) => ({
        target: list.target,
        count: list.facts.length,
        exact: isExact(list.result),
      })),
      exact: lists.every(({ result }) => isExact(result)),
      asOf: completeness.asOf,
      completeness,
    };
  }
}

function countList<Row extends object, Facts>(
  reads: AwsList,
  { lists, problem, failures, asOf, unreadableRows }: WholeList<Row>,
  { factsOf }: Pick<Counting<Row, Facts, unknown>, 'factsOf'>,
): CountedList<Facts> {
  const rows = lists.flatMap((list) => [...list.rows.values()]);
  const facts = rows.map((row) => evaluate(row, factsOf)).filter((each) => each !== undefined);
  const missing = unreadableRows + rows.length - facts.length;
  return {
    target: reads.target,
    facts,
    result: { reads, problem, failures, asOf, unreadableRows: missing },
  };
}

function isExact({ problem, unreadableRows }: ListResult): boolean {
  return problem === undefined && unreadableRows === 0;
}
