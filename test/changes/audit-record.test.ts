// Nothing is sent that is not on record, and a record that cannot be completed is told.
import { ChangeEngine } from '../../src/changes/change-engine';
import { provenByStatus, type ChangePort } from '../../src/changes/change';
import { SYSTEM_CLOCK } from '../../src/changes/clock';
import { MemoryIdempotencyStore } from '../../src/changes/idempotency';
import { MutationPipeline } from '../../src/changes/mutation-pipeline';
import { AuditUnavailableError, LeaseUnavailableError } from '../../src/domain/errors';
import type { RefOf } from '../../src/domain/resources';
import {
  MAILBOX_EXPORT_JOB_ACTIONS,
  type MailboxExportJobState,
} from '../../src/domain/transitions/mailbox-export-job';
import { callContext } from '../support/call-context';
import { changeDependencies, MemoryAudit } from '../support/change-dependencies';
import { EXPORT_JOB_ID, ORGANIZATION_ID } from '../support/resources';

type Ref = RefOf<'MailboxExportJob'>;
type Job = Ref & { readonly state: MailboxExportJobState };

const ref: Ref = {
  kind: 'MailboxExportJob',
  target: 'default',
  organizationId: ORGANIZATION_ID,
  jobId: EXPORT_JOB_ID,
};

class StrangeKeys extends MemoryIdempotencyStore {
  override claim(): Promise<never> {
    return Promise.reject(new LeaseUnavailableError(undefined));
  }
}

class AuditWithout extends MemoryAudit {
  constructor(private readonly missing: 'begin' | 'end') {
    super();
  }

  override begin(...args: Parameters<MemoryAudit['begin']>): Promise<void> {
    return this.missing === 'begin'
      ? Promise.reject(new AuditUnavailableError('written'))
      : super.begin(...args);
  }

  override end(...args: Parameters<MemoryAudit['end']>): Promise<void> {
    return this.missing === 'end' ? Promise.reject(new AuditUnavailableError('written')) : super.end(...args);
  }
}

function workplace(audit: MemoryAudit, keys = new MemoryIdempotencyStore(SYSTEM_CLOCK)) {
  let state: MailboxExportJobState = 'RUNNING';
  let sent = 0;
  const port: ChangePort<Ref, Job, MailboxExportJobState, 'CANCELLED'> = {
    read: () => Promise.resolve({ ...ref, state }),
    status: (job) => job.state,
    transitions: () => [{ action: 'CANCEL', ...MAILBOX_EXPORT_JOB_ACTIONS.CANCEL, consequences: [] }],
    send: () => {
      sent += 1;
      state = 'CANCELLED';
      return Promise.resolve();
    },
    proves: provenByStatus((job: Job) => job.state),
    acceptanceProves: false,
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

test('where the intent cannot be written, nothing is sent', async () => {
  const { cancel, sent } = workplace(new AuditWithout('begin'));
  await expect(cancel()).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  expect(sent()).toBe(0);
});

test('where the outcome cannot be written, the answer stands and says so, also when it is asked for again', async () => {
  const audit = new AuditWithout('end');
  const { cancel, sent } = workplace(audit);
  const answer = { change: { outcome: 'APPLIED' }, problems: [{ kind: 'AUDIT_INCOMPLETE' }] };
  expect(await cancel()).toMatchObject(answer);
  expect(await cancel()).toMatchObject(answer);
  expect(sent()).toBe(1);
  expect(audit.intents).toHaveLength(1);
});

test('a request whose key cannot be claimed is refused, and on record', async () => {
  const audit = new MemoryAudit();
  const { cancel, sent } = workplace(audit, new StrangeKeys(SYSTEM_CLOCK));
  await expect(cancel()).rejects.toMatchObject({ code: 'LEASE_UNAVAILABLE' });
  expect(sent()).toBe(0);
  expect(audit.outcomes).toMatchObject([{ outcome: 'REFUSED', errorCodes: ['LEASE_UNAVAILABLE'] }]);
});
