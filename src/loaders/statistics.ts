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
import { canonicalJson } from '../domain/canonical-json';
import type { AwsList } from '../domain/aws-list';
import { serviceOf, type ResourceKind } from '../domain/resources';
import type { ServiceName } from '../domain/services';
import { CLASSIFICATION_JOBS } from '../domain/statistics/classification-jobs';
import type { Counting } from '../domain/statistics/counting';
import { MACIE_MEMBERS } from '../domain/statistics/macie-members';
import { MAILBOX_EXPORT_JOBS } from '../domain/statistics/mailbox-export-jobs';
import { SECURITY_CASES } from '../domain/statistics/security-cases';
import { reportOnWholeLists, type ListResult } from '../paging/completeness';
import { ScanBudgets } from '../paging/reader';
import type { Source } from '../paging/source';
import { WholeLists, type WholeList } from '../paging/whole-list';
import type { LoaderAccess } from './loader-access';
import type { ResourceLoaders } from './present-resource';
import { TimeInStatus } from './time-in-status';

/** The names of the targets to count; undefined for all. */
type TargetNames = readonly string[] | undefined;

export type SecurityCaseTotalsRecord = TotalsRecord &
  SecurityCaseFigures & {
    /** Read when a request selects it, for all requests that share the pass. */
    readonly timeInStatus: TimeInStatus;
  };

/** The lists of a kind and their counting. */
interface KindCounting<Row, Facts, Figures> {
  readonly kind: ResourceKind;
  readonly counting: Counting<Row, Facts, Figures>;
  readonly open: (loaders: ResourceLoaders, target: string) => Source<Row>;
}

/** One list, counted. */
interface CountedList<Facts> {
  readonly target: string;
  readonly facts: readonly Facts[];
  readonly result: ListResult;
}

/** By the name of the GraphQL type. */
const COUNTED = {
  ClassificationJob: {
    kind: 'ClassificationJob',
    counting: CLASSIFICATION_JOBS,
    open: (loaders: ResourceLoaders, target: string) => loaders.ClassificationJob.list(target),
  },
  MacieMember: {
    kind: 'MacieMember',
    counting: MACIE_MEMBERS,
    open: (loaders: ResourceLoaders, target: string) =>
      loaders.MacieMember.list(target, { onlyAssociated: false }),
  },
  MailboxExportJob: {
    kind: 'MailboxExportJob',
    counting: MAILBOX_EXPORT_JOBS,
    open: (loaders: ResourceLoaders, target: string) => loaders.MailboxExportJob.list(target),
  },
  SecurityCase: {
    kind: 'SecurityCase',
    counting: SECURITY_CASES,
    open: (loaders: ResourceLoaders, target: string) => loaders.SecurityCase.list(target),
  },
} as const satisfies Readonly<Record<ResourceKind, object>>;

/** Every method throws BadUserInputError when no named target has the service, and other GatewayErrors of reads. */
export class StatisticsLoaders {
  /** The passes of this request, by kind and targets: a request without a cache shares no others. */
  private readonly own = new Map<string, Promise<unknown>>();

  /** @param openLoaders creates the loaders of a pass, whose reads have another context than those of the request. */
  constructor(
    private readonly access: LoaderAccess,
    private readonly openLoaders: (call: CallContext) => ResourceLoaders,
  ) {}

  /** ListClassificationJobs of each target. */
  classificationJobs(targets: TargetNames): Promise<TotalsRecord & ClassificationJobFigures> {
    return this.share(COUNTED.ClassificationJob, targets, (totals) => totals);
  }

  /** ListMembers of each target, with the accounts that are not members. */
  macieMembers(targets: TargetNames): Promise<TotalsRecord & MacieMemberFigures> {
    return this.share(COUNTED.MacieMember, targets, (totals) => totals);
  }

  /** ListMailboxExportJobs of each organization of each target. */
  mailboxExportJobs(targets: TargetNames): Promise<TotalsRecord & MailboxExportJobFigures> {
    return this.share(COUNTED.MailboxExportJob, targets, (totals) => totals);
  }

  /** ListCases of each target. */
  securityCases(targets: TargetNames): Promise<SecurityCaseTotalsRecord> {
    const { history, call } = this.access;
    return this.share(COUNTED.SecurityCase, targets, (totals, names) => ({
      ...totals,
      timeInStatus: new TimeInStatus(history, { cases: totals.cases, targets: names }, call.log),
    }));
  }

  /** @param complete adds to the totals what all requests share that share the pass. */
  private async share<Row extends object, Facts, Figures, Totals extends TotalsRecord>(
    counted: KindCounting<Row, Facts, Figures>,
    wanted: TargetNames,
    complete: (totals: TotalsRecord & Figures, targets: readonly string[]) => Totals,
  ): Promise<Totals> {
    const { passes, call } = this.access;
    const targets = this.targetsWith(serviceOf(counted.kind), wanted);
    const query = { statistics: counted.kind, targets };
    const key = canonicalJson(query);
    const known = this.own.get(key) as Promise<Totals> | undefined;
    if (known !== undefined) return known;
    const pass = passes.share(query, call, async (passCall) =>
      complete(await this.count(counted, targets, passCall), targets),
    );
    this.own.set(key, pass);
    return pass;
  }

  private targetsWith(service: ServiceName, wanted: TargetNames): readonly string[] {
    const { targets } = this.access;
    const served = wanted?.filter((name) => targets.describe(name).services.includes(service));
    // Without a target that has the service, `select` rejects the names.
    return targets.select(served?.length === 0 ? wanted : served, service).map(({ name }) => name);
  }

  private async count<Row extends object, Facts, Figures>(
    { kind, counting, open }: KindCounting<Row, Facts, Figures>,
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
