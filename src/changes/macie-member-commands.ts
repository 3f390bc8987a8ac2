/** Commands on Macie members: create. */
import type { MacieMemberAdapter, MacieMemberRef } from '../aws/adapters/macie-member';
import { MACIE_MEMBER_OPERATIONS } from '../aws/adapters/macie-member-operations';
import type { CallContext } from '../aws/client/call-context';
import { macieMemberCreationRules } from '../input-rules/macie-member';
import type { NewMacieMember } from '../domain/records/macie-member';
import type { CreationInput, CommandResult, CommandRunner } from './command-runner';

export class MacieMemberCommands {
  constructor(
    private readonly adapter: MacieMemberAdapter,
    private readonly runner: CommandRunner,
  ) {}

  /** CreateMember. */
  create(input: CreationInput & NewMacieMember, call: CallContext): Promise<CommandResult<MacieMemberRef>> {
    return this.runner.create(
      {
        mutation: 'createMacieMember',
        kind: 'MacieMember',
        operation: MACIE_MEMBER_OPERATIONS.CreateMember,
        input,
        rules: macieMemberCreationRules,
        missingField: () => 'accountId',
        send: (target, _clientToken, sendCall) => this.adapter.create(target, input, sendCall),
      },
      call,
    );
  }
}
