/** Commands on memberships. */
import type { MetadataBearer } from '@smithy/types';

import type {
  BatchGetMemberAccountDetailsRequest,
  BatchGetMemberAccountDetailsResponse,
  CancelMembershipRequest,
  CancelMembershipResponse,
  CreateMembershipRequest,
  CreateMembershipResponse,
  GetMembershipRequest,
  GetMembershipResponse,
  ListMembershipsRequest,
  ListMembershipsResponse,
  UpdateMembershipRequest,
  UpdateMembershipResponse,
} from '../models/memberships';
import {
  BatchGetMemberAccountDetails$,
  CancelMembership$,
  CreateMembership$,
  GetMembership$,
  ListMemberships$,
  UpdateMembership$,
} from '../schemas/memberships';
import { defineCommand } from './define-command';

export type CreateMembershipCommandInput = CreateMembershipRequest;
export type CreateMembershipCommandOutput = CreateMembershipResponse & MetadataBearer;

/**
 * Creates a membership for the calling account, with its response team.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class CreateMembershipCommand extends defineCommand<
  CreateMembershipCommandInput,
  CreateMembershipCommandOutput
>(CreateMembership$) {}

export type GetMembershipCommandInput = GetMembershipRequest;
export type GetMembershipCommandOutput = GetMembershipResponse & MetadataBearer;

/**
 * Reads one membership.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class GetMembershipCommand extends defineCommand<
  GetMembershipCommandInput,
  GetMembershipCommandOutput
>(GetMembership$) {}

export type ListMembershipsCommandInput = ListMembershipsRequest;
export type ListMembershipsCommandOutput = ListMembershipsResponse & MetadataBearer;

/**
 * Lists the memberships of the caller, page by page.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class ListMembershipsCommand extends defineCommand<
  ListMembershipsCommandInput,
  ListMembershipsCommandOutput
>(ListMemberships$) {}

export type UpdateMembershipCommandInput = UpdateMembershipRequest;
export type UpdateMembershipCommandOutput = UpdateMembershipResponse & MetadataBearer;

/**
 * Edits a membership, or reverts its cancellation.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class UpdateMembershipCommand extends defineCommand<
  UpdateMembershipCommandInput,
  UpdateMembershipCommandOutput
>(UpdateMembership$) {}

export type CancelMembershipCommandInput = CancelMembershipRequest;
export type CancelMembershipCommandOutput = CancelMembershipResponse & MetadataBearer;

/**
 * Cancels a membership. UpdateMembershipCommand can revert it while the status is `Cancelled`.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class CancelMembershipCommand extends defineCommand<
  CancelMembershipCommandInput,
  CancelMembershipCommandOutput
>(CancelMembership$) {}

export type BatchGetMemberAccountDetailsCommandInput = BatchGetMemberAccountDetailsRequest;
export type BatchGetMemberAccountDetailsCommandOutput = BatchGetMemberAccountDetailsResponse & MetadataBearer;

/**
 * Returns the relationships of up to 100 accounts to a membership. If accounts fail, the call succeeds with `errors`.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class BatchGetMemberAccountDetailsCommand extends defineCommand<
  BatchGetMemberAccountDetailsCommandInput,
  BatchGetMemberAccountDetailsCommandOutput
>(BatchGetMemberAccountDetails$) {}
