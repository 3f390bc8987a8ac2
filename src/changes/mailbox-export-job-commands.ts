/** Starting mailbox export jobs. */
import type { MailboxExportJobAdapter, MailboxExportJobRef } from '../aws/adapters/mailbox-export-job';
import type { CallContext } from '../aws/client/call-context';
import { mailboxExportJobStartLimits } from '../input-rules/mailbox-export-job';
import type { NewMailboxExportJob } from '../domain/records/mailbox-export-job';
import type { CreationInput, SubmissionResult, Submitter } from './command-runner';

export class MailboxExportJobSubmissions {
  constructor(
    private readonly adapter: MailboxExportJobAdapter,
    private readonly submitter: Submitter,
  ) {}

  /** StartMailboxExportJob. */
  start(
    input: CreationInput & NewMailboxExportJob,
    call: CallContext,
  ): Promise<SubmissionResult<MailboxExportJobRef>> {
    return this.submitter.create(
      {
        mutation: 'startMailboxExportJob',
        kind: 'MailboxExportJob',
        operation: 'StartMailboxExportJob',
        input,
        limits: mailboxExportJobStartLimits,
        send: (target, clientToken, sending) => this.adapter.start(target, input, clientToken, sending),
      },
      call,
    );
  }
}
