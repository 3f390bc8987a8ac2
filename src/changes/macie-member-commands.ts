/** Making accounts members of Macie. */
import type { MacieMemberAdapter, MacieMemberRef } from '../aws/adapters/macie-member';
import type { CallContext } from '../aws/client/call-context';
import { macieMemberCreationLimits } from '../input-rules/macie-member';
import type { NewMacieMember } from '../domain/records/macie-member';
import type { CreationInput, SubmissionResult, Submitter } from './command-runner';

export class MacieMemberSubmissions {
  constructor(
    private readonly adapter: MacieMemberAdapter,
    private readonly submitter: Submitter,
  ) {}

  /** CreateMember. */
  create(
    input: CreationInput & NewMacieMember,
    call: CallContext,
  ): Promise<SubmissionResult<MacieMemberRef>> {
    return this.submitter.create(
      {
        mutation: 'createMacieMember',
        kind: 'MacieMember',
        operation: 'CreateMember',
        input,
        limits: macieMemberCreationLimits,
        send: (target, _clientToken, sending) => this.adapter.create(target, input, sending),
      },
      call,
    );
  }
}
