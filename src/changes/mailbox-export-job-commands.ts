/** Commands on mailbox export jobs: start. */
import type { MailboxExportJobAdapter, MailboxExportJobRef } from '../aws/adapters/mailbox-export-job';
import { MAILBOX_EXPORT_JOB_OPERATIONS } from '../aws/adapters/mailbox-export-job-operations';
import type { CallContext } from '../aws/client/call-context';
import { mailboxExportJobStartRules } from '../input-rules/mailbox-export-job';
import type { NewMailboxExportJob } from '../domain/records/mailbox-export-job';
import type { CreationInput, CommandResult, CommandRunner } from './command-runner';

/** The input fields of a new job by the error with which WorkMail reports that their resource is missing. */
const FIELDS_BY_ERROR: ReadonlyMap<string | undefined, string> = new Map([
  ['OrganizationNotFoundException', 'organizationId'],
  ['EntityNotFoundException', 'entityId'],
]);

export class MailboxExportJobCommands {
  constructor(
    private readonly adapter: MailboxExportJobAdapter,
    private readonly runner: CommandRunner,
  ) {}

  /** StartMailboxExportJob. */
  start(
    input: CreationInput & NewMailboxExportJob,
    call: CallContext,
  ): Promise<CommandResult<MailboxExportJobRef>> {
    return this.runner.create(
      {
        mutation: 'startMailboxExportJob',
        kind: 'MailboxExportJob',
        operation: MAILBOX_EXPORT_JOB_OPERATIONS.StartMailboxExportJob,
        input,
        rules: mailboxExportJobStartRules,
        missingField: (awsCode) => FIELDS_BY_ERROR.get(awsCode),
        send: (target, clientToken, sendCall) => this.adapter.start(target, input, clientToken, sendCall),
      },
      call,
    );
  }
}
