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
 * Opens a case. With `resolverType` AWS the responders of AWS are called in.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class CreateCaseCommand extends defineCommand<CreateCaseCommandInput, CreateCaseCommandOutput>(
  CreateCase$,
) {}

export type GetCaseCommandInput = GetCaseRequest;
export type GetCaseCommandOutput = GetCaseResponse & MetadataBearer;

/**
 * Reads one case with everything that ListCases leaves out.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class GetCaseCommand extends defineCommand<GetCaseCommandInput, GetCaseCommandOutput>(GetCase$) {}

export type ListCasesCommandInput = ListCasesRequest;
export type ListCasesCommandOutput = ListCasesResponse & MetadataBearer;

/**
 * Lists the cases of the caller page by page; nothing can be filtered or sorted.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class ListCasesCommand extends defineCommand<ListCasesCommandInput, ListCasesCommandOutput>(
  ListCases$,
) {}

export type UpdateCaseCommandInput = UpdateCaseRequest;
export type UpdateCaseCommandOutput = UpdateCaseResponse & MetadataBearer;

/**
 * Edits the description of a case. Lists change by what to add and what to delete.
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
 * Closes a case, self-managed or not. It cannot be opened again.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class CloseCaseCommand extends defineCommand<CloseCaseCommandInput, CloseCaseCommandOutput>(
  CloseCase$,
) {}

export type UpdateResolverTypeCommandInput = UpdateResolverTypeRequest;
export type UpdateResolverTypeCommandOutput = UpdateResolverTypeResponse & MetadataBearer;

/**
 * Changes who works on a case. Handing it over to AWS cannot be undone, and the status may change with it.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class UpdateResolverTypeCommand extends defineCommand<
  UpdateResolverTypeCommandInput,
  UpdateResolverTypeCommandOutput
>(UpdateResolverType$) {}

export type ListCaseEditsCommandInput = ListCaseEditsRequest;
export type ListCaseEditsCommandOutput = ListCaseEditsResponse & MetadataBearer;

/**
 * Lists what was changed in a case, page by page.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class ListCaseEditsCommand extends defineCommand<
  ListCaseEditsCommandInput,
  ListCaseEditsCommandOutput
>(ListCaseEdits$) {}
