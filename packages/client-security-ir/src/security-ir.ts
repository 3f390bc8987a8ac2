/** The aggregated client: every command and paginator as a method. */
import { createAggregatedClient, type Command } from '@smithy/core/client';
import type { HttpHandlerOptions, PaginationConfiguration, Paginator } from '@smithy/types';

import { SecurityIRClient } from './client';
import type { SecurityIRClientResolvedConfig } from './config/client-config';
import {
  GetCaseAttachmentDownloadUrlCommand,
  GetCaseAttachmentUploadUrlCommand,
} from './commands/attachments';
import {
  CloseCaseCommand,
  CreateCaseCommand,
  GetCaseCommand,
  ListCaseEditsCommand,
  ListCasesCommand,
  UpdateCaseCommand,
  UpdateCaseStatusCommand,
  UpdateResolverTypeCommand,
} from './commands/cases';
import { CreateCaseCommentCommand, ListCommentsCommand, UpdateCaseCommentCommand } from './commands/comments';
import { ListInvestigationsCommand, SendFeedbackCommand } from './commands/investigations';
import {
  BatchGetMemberAccountDetailsCommand,
  CancelMembershipCommand,
  CreateMembershipCommand,
  GetMembershipCommand,
  ListMembershipsCommand,
  UpdateMembershipCommand,
} from './commands/memberships';
import { ListTagsForResourceCommand, TagResourceCommand, UntagResourceCommand } from './commands/tags';
import type { ServiceInputTypes, ServiceOutputTypes } from './models/operations';
import {
  paginateListCaseEdits,
  paginateListCases,
  paginateListComments,
  paginateListInvestigations,
  paginateListMemberships,
} from './pagination';

const commands = {
  BatchGetMemberAccountDetailsCommand,
  CancelMembershipCommand,
  CloseCaseCommand,
  CreateCaseCommand,
  CreateCaseCommentCommand,
  CreateMembershipCommand,
  GetCaseAttachmentDownloadUrlCommand,
  GetCaseAttachmentUploadUrlCommand,
  GetCaseCommand,
  GetMembershipCommand,
  ListCaseEditsCommand,
  ListCasesCommand,
  ListCommentsCommand,
  ListInvestigationsCommand,
  ListMembershipsCommand,
  ListTagsForResourceCommand,
  SendFeedbackCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateCaseCommand,
  UpdateCaseCommentCommand,
  UpdateCaseStatusCommand,
  UpdateMembershipCommand,
  UpdateResolverTypeCommand,
};

const paginators = {
  paginateListCaseEdits,
  paginateListCases,
  paginateListComments,
  paginateListInvestigations,
  paginateListMemberships,
};

type Commands = typeof commands;
type Paginators = typeof paginators;

/** The arguments of a method: input and options. An input without required members is optional. */
type Arguments<Input, Options> = object extends Input
  ? [input?: Input, options?: Options]
  : [input: Input, options?: Options];

type Callback<Output> = (error: unknown, output?: Output) => void;

interface Method<Input, Output> {
  (...args: Arguments<Input, HttpHandlerOptions>): Promise<Output>;
  (input: Input, callback: Callback<Output>): void;
  (input: Input, options: HttpHandlerOptions, callback: Callback<Output>): void;
}

type MethodOf<C> =
  C extends Command<
    infer Input,
    infer Output,
    SecurityIRClientResolvedConfig,
    ServiceInputTypes,
    ServiceOutputTypes
  >
    ? Method<Input, Output>
    : never;

type PaginatorMethodOf<P> = P extends (config: never, input: infer Input) => Paginator<infer Output>
  ? (...args: Arguments<Input, Omit<PaginationConfiguration, 'client'>>) => Paginator<Output>
  : never;

type Methods = {
  [
    Name in keyof Commands as Name extends `${infer Operation}Command` ? Uncapitalize<Operation> : never
  ]: MethodOf<InstanceType<Commands[Name]>>;
} & { [Name in keyof Paginators]: PaginatorMethodOf<Paginators[Name]> };

/** SecurityIRClient with a method for every command and paginator, such as `listCases(input)`. */
export type SecurityIR = SecurityIRClient & Methods;
export const SecurityIR = class SecurityIR extends SecurityIRClient {} as new (
  ...args: ConstructorParameters<typeof SecurityIRClient>
) => SecurityIR;
createAggregatedClient(commands, SecurityIR, { paginators });
