// Audit records of changes: an intent is written before the change is sent, and the response reports an incomplete record.
import { ChangeEngine } from '../../src/changes/change-engine';
import { provenByStatus, type ChangePort } from '../../src/changes/change';
import { SYSTEM_CLOCK } from '../../src/changes/clock';
import { MemoryIdempotencyStore } from '../../src/changes/idempotency';
import { MutationPipeline } from '../../src/changes/mutation-pipeline';
import { AuditUnavailableError, LeaseUnavailableError } from '../../src/domain/errors';
import type { RefOf } from '../../src/domain/resources';
import {
  MAILBOX_EXPORT_JOB_ACTIONS,
  type MailboxExportJobStatus,
} from '../../src/domain/transitions/mailbox-export-job';
import { callContext } from '../support/call-context';
import { changeDependencies, MemoryAudit } from '../support/change-dependencies';
import { EXPORT_JOB_ID, ORGANIZATION_ID } from '../support/resources';

type Ref = RefOf<'MailboxExportJob'>;
type Job = Ref & { readonly status: MailboxExportJobStatus };

const ref: Ref = {
  kind: 'MailboxExportJob',
  target: 'default',
  organizationId: ORGANIZATION_ID,
  jobId: EXPORT_JOB_ID,
};

class UnavailableKeys extends MemoryIdempotencyStore {
  override claim(): Promise<never> {
    return Promise.reject(new LeaseUnavailableError(undefined));
  }
}

class FailingAudit extends MemoryAudit {
  constructor(private readonly failing: 'begin' | 'end') {
    super();
  }

  override begin(...args: Parameters<MemoryAudit['begin']>): Promise<void> {
    return this.failing === 'begin'
      ? Promise.reject(new AuditUnavailableError('written'))
      : super.begin(...args);
  }

  override end(...args: Parameters<MemoryAudit['end']>): Promise<void> {
    return this.failing === 'end' ? Promise.reject(new AuditUnavailableError('written')) : super.end(...args);
  }

  override async record(...[intent, outcome]: Parameters<MemoryAudit['record']>): Promise<void> {
    await super.begin(intent);
    await super.end(outcome);
  }
}

function createEngine(audit: MemoryAudit, keys = new MemoryIdempotencyStore(SYSTEM_CLOCK)) {
  let status: MailboxExportJobStatus = 'RUNNING';
  let sent = 0;
  const port: ChangePort<Ref, Job, MailboxExportJobStatus, 'CANCELLED'> = {
    read: () => Promise.resolve({ ...ref, status }),
    status: (job) => job.status,
    transitions: () => [{ action: 'CANCEL', ...MAILBOX_EXPORT_JOB_ACTIONS.CANCEL, consequences: [] }],
    send: () => {
      sent += 1;
      status = 'CANCELLED';
      return Promise.resolve(undefined);
    },
    proves: provenByStatus((job: Job) => job.status),
    acceptanceMeansApplied: false,
  };
  const pipeline = new MutationPipeline(audit, keys, SYSTEM_CLOCK);
  const engine = new ChangeEngine(port, changeDependencies({ pipeline }));
  const request = {
    ref,
    mutation: 'cancelMailboxExportJob',
    action: 'CANCEL',
    to: 'CANCELLED',
    dryRun: false,
    idempotencyKey: 'key',
  } as const;
  return { cancel: () => engine.apply(request, callContext()), sent: () => sent };
}

test('sends nothing when the intent cannot be written', async () => {
  const { cancel, sent } = createEngine(new FailingAudit('begin'));
  await expect(cancel()).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  expect(sent()).toBe(0);
});

test('reports AUDIT_INCOMPLETE beside the outcome when the outcome cannot be written, also to a repeated request', async () => {
  const audit = new FailingAudit('end');
  const { cancel, sent } = createEngine(audit);
  const response = { change: { outcome: 'APPLIED' }, problems: [{ kind: 'AUDIT_INCOMPLETE' }] };
  expect(await cancel()).toMatchObject(response);
  expect(await cancel()).toMatchObject(response);
  expect(sent()).toBe(1);
  // Only the replay has an outcome.
  expect(audit.intents).toHaveLength(2);
  const [original, replay] = audit.intents;
  expect(replay?.replayOf).toBe(original?.changeId);
  expect(audit.outcomes).toMatchObject([{ outcome: 'APPLIED', errorCodes: ['AUDIT_INCOMPLETE'] }]);
});

test('rejects and records a request whose idempotency key cannot be claimed', async () => {
  const audit = new MemoryAudit();
  const { cancel, sent } = createEngine(audit, new UnavailableKeys(SYSTEM_CLOCK));
  await expect(cancel()).rejects.toMatchObject({ code: 'LEASE_UNAVAILABLE' });
  expect(sent()).toBe(0);
  expect(audit.outcomes).toMatchObject([{ outcome: 'REFUSED', errorCodes: ['LEASE_UNAVAILABLE'] }]);
});
