/** Commands on cases. */
import type { MetadataBearer } from '@smithy/types';

import type {
  CloseCaseRequest,
  CloseCaseResponse,
  CreateCaseRequest,
  CreateCaseResponse,
  GetCaseRequest,
  GetCaseResponse,
  ListCaseEditsRequest,
  ListCaseEditsResponse,
  ListCasesRequest,
  ListCasesResponse,
  UpdateCaseRequest,
  UpdateCaseResponse,
  UpdateCaseStatusRequest,
  UpdateCaseStatusResponse,
  UpdateResolverTypeRequest,
  UpdateResolverTypeResponse,
} from '../models/cases';
import {
  CloseCase$,
  CreateCase$,
  GetCase$,
  ListCaseEdits$,
  ListCases$,
  UpdateCase$,
  UpdateCaseStatus$,
  UpdateResolverType$,
} from '../schemas/cases';
import { defineCommand } from './define-command';

export type CreateCaseCommandInput = CreateCaseRequest;
export type CreateCaseCommandOutput = CreateCaseResponse & MetadataBearer;

/**
 * Opens a case. With the `resolverType` AWS, AWS responders work on it.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class CreateCaseCommand extends defineCommand<CreateCaseCommandInput, CreateCaseCommandOutput>(
  CreateCase$,
) {}

export type GetCaseCommandInput = GetCaseRequest;
export type GetCaseCommandOutput = GetCaseResponse & MetadataBearer;

/**
 * Reads one case with all members, including the members that ListCases omits.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class GetCaseCommand extends defineCommand<GetCaseCommandInput, GetCaseCommandOutput>(GetCase$) {}

export type ListCasesCommandInput = ListCasesRequest;
export type ListCasesCommandOutput = ListCasesResponse & MetadataBearer;

/**
 * Lists the cases of the caller, page by page. The operation has no filter and no sort order.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class ListCasesCommand extends defineCommand<ListCasesCommandInput, ListCasesCommandOutput>(
  ListCases$,
) {}

export type UpdateCaseCommandInput = UpdateCaseRequest;
export type UpdateCaseCommandOutput = UpdateCaseResponse & MetadataBearer;

/**
 * Edits a case. For lists, the input contains the entries to add and to delete.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class UpdateCaseCommand extends defineCommand<UpdateCaseCommandInput, UpdateCaseCommandOutput>(
  UpdateCase$,
) {}

export type UpdateCaseStatusCommandInput = UpdateCaseStatusRequest;
export type UpdateCaseStatusCommandOutput = UpdateCaseStatusResponse & MetadataBearer;

/**
 * Moves a self-managed case to another of its four statuses. To close it, use CloseCaseCommand.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class UpdateCaseStatusCommand extends defineCommand<
  UpdateCaseStatusCommandInput,
  UpdateCaseStatusCommandOutput
>(UpdateCaseStatus$) {}

export type CloseCaseCommandInput = CloseCaseRequest;
export type CloseCaseCommandOutput = CloseCaseResponse & MetadataBearer;

/**
 * Closes a case with any resolver type. A closed case cannot be reopened.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class CloseCaseCommand extends defineCommand<CloseCaseCommandInput, CloseCaseCommandOutput>(
  CloseCase$,
) {}

export type UpdateResolverTypeCommandInput = UpdateResolverTypeRequest;
export type UpdateResolverTypeCommandOutput = UpdateResolverTypeResponse & MetadataBearer;

/**
 * Changes the resolver of a case. A handover to AWS is irreversible and can change the status.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class UpdateResolverTypeCommand extends defineCommand<
  UpdateResolverTypeCommandInput,
  UpdateResolverTypeCommandOutput
>(UpdateResolverType$) {}

export type ListCaseEditsCommandInput = ListCaseEditsRequest;
export type ListCaseEditsCommandOutput = ListCaseEditsResponse & MetadataBearer;

/**
 * Lists the changes of a case, page by page.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class ListCaseEditsCommand extends defineCommand<
  ListCaseEditsCommandInput,
  ListCaseEditsCommandOutput
>(ListCaseEdits$) {}
