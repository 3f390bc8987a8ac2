/** The registers of changes, shared by all requests: a change engine per kind of resource for its status, and submissions for everything else. */
import type { Adapters } from '../aws/adapters/all';
import type { ResourceKind } from '../domain/ids';
import { ChangeEngine } from './change-engine';
import { classificationJobChangePort } from './classification-job';
import { ClassificationJobSubmissions } from './classification-job-commands';
import type { ChangeRoom } from './dependencies';
import { macieMemberChangePort } from './macie-member';
import { MacieMemberSubmissions } from './macie-member-commands';
import { mailboxExportJobChangePort } from './mailbox-export-job';
import { MailboxExportJobSubmissions } from './mailbox-export-job-commands';
import { securityCaseChangePort } from './security-case';
import { securityCaseResolverChangePort } from './security-case-resolver';
import { SecurityCaseSubmissions } from './security-case-commands';
import { Submitter } from './command-runner';
import { TagSubmissions } from './tag-commands';

export type Changes = ReturnType<typeof createChanges>;

export function createChanges(adapters: Adapters, room: ChangeRoom) {
  const engines = {
    ClassificationJob: new ChangeEngine(classificationJobChangePort(adapters.ClassificationJob), room),
    MacieMember: new ChangeEngine(macieMemberChangePort(adapters.MacieMember), room),
    MailboxExportJob: new ChangeEngine(mailboxExportJobChangePort(adapters.MailboxExportJob), room),
    SecurityCase: new ChangeEngine(securityCaseChangePort(adapters.SecurityCase), room),
  } satisfies Record<ResourceKind, unknown>;
  const resolverPort = securityCaseResolverChangePort(adapters.SecurityCase);
  return {
    ...engines,
    securityCaseResolver: new ChangeEngine(resolverPort, room),
    procedure: room.procedure,
  };
}

export type Submissions = ReturnType<typeof createSubmissions>;

export function createSubmissions(adapters: Adapters, room: ChangeRoom) {
  const submitter = new Submitter(room);
  return {
    ClassificationJob: new ClassificationJobSubmissions(adapters.ClassificationJob, submitter),
    MacieMember: new MacieMemberSubmissions(adapters.MacieMember, submitter),
    MailboxExportJob: new MailboxExportJobSubmissions(adapters.MailboxExportJob, submitter),
    SecurityCase: new SecurityCaseSubmissions(adapters.SecurityCase, adapters.securityCaseParts, submitter),
    tags: new TagSubmissions(adapters, submitter),
  };
}
