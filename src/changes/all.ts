/** The tables of changes, shared by all requests: a change engine per kind of resource for status changes, and the commands. */
import type { Adapters } from '../aws/adapters/all';
import type { ResourceKind } from '../domain/resources';
import { ChangeEngine } from './change-engine';
import { classificationJobChangePort } from './classification-job';
import { ClassificationJobCommands } from './classification-job-commands';
import type { ChangeDependencies } from './dependencies';
import { macieMemberChangePort } from './macie-member';
import { MacieMemberCommands } from './macie-member-commands';
import { mailboxExportJobChangePort } from './mailbox-export-job';
import { MailboxExportJobCommands } from './mailbox-export-job-commands';
import { securityCaseChangePort } from './security-case';
import { securityCaseResolverTypeChangePort } from './security-case-resolver-type';
import { SecurityCaseCommands } from './security-case-commands';
import { CommandRunner } from './command-runner';
import { TagCommands } from './tag-commands';

export type Changes = ReturnType<typeof createChanges>;

export function createChanges(adapters: Adapters, dependencies: ChangeDependencies) {
  const engines = {
    ClassificationJob: new ChangeEngine(
      classificationJobChangePort(adapters.ClassificationJob),
      dependencies,
    ),
    MacieMember: new ChangeEngine(macieMemberChangePort(adapters.MacieMember), dependencies),
    MailboxExportJob: new ChangeEngine(mailboxExportJobChangePort(adapters.MailboxExportJob), dependencies),
    SecurityCase: new ChangeEngine(securityCaseChangePort(adapters.SecurityCase), dependencies),
  } satisfies Record<ResourceKind, unknown>;
  const resolverPort = securityCaseResolverTypeChangePort(adapters.SecurityCase);
  return {
    ...engines,
    securityCaseResolverType: new ChangeEngine(resolverPort, dependencies),
    pipeline: dependencies.pipeline,
    targets: dependencies.targets,
  };
}

export type Commands = ReturnType<typeof createCommands>;

export function createCommands(adapters: Adapters, dependencies: ChangeDependencies) {
  const runner = new CommandRunner(dependencies);
  return {
    ClassificationJob: new ClassificationJobCommands(adapters.ClassificationJob, runner),
    MacieMember: new MacieMemberCommands(adapters.MacieMember, runner),
    MailboxExportJob: new MailboxExportJobCommands(adapters.MailboxExportJob, runner),
    SecurityCase: new SecurityCaseCommands(adapters.SecurityCase, adapters.securityCaseParts, runner),
    tags: new TagCommands(adapters, runner),
  };
}
