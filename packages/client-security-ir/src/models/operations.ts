/** The inputs of the 24 operations, and the base type of their outputs. */
import type { MetadataBearer } from '@smithy/types';

import type {
  CloseCaseRequest,
  CreateCaseRequest,
  GetCaseRequest,
  ListCaseEditsRequest,
  ListCasesRequest,
  UpdateCaseRequest,
  UpdateCaseStatusRequest,
  UpdateResolverTypeRequest,
} from './cases';
import type { CreateCaseCommentRequest, ListCommentsRequest, UpdateCaseCommentRequest } from './comments';
import type { GetCaseAttachmentDownloadUrlRequest, GetCaseAttachmentUploadUrlRequest } from './attachments';
import type { ListInvestigationsRequest, SendFeedbackRequest } from './investigations';
import type {
  BatchGetMemberAccountDetailsRequest,
  CancelMembershipRequest,
  CreateMembershipRequest,
  GetMembershipRequest,
  ListMembershipsRequest,
  UpdateMembershipRequest,
} from './memberships';
import type { ListTagsForResourceInput, TagResourceInput, UntagResourceInput } from './tags';

export type ServiceInputTypes =
  | BatchGetMemberAccountDetailsRequest
  | CancelMembershipRequest
  | CloseCaseRequest
  | CreateCaseCommentRequest
  | CreateCaseRequest
  | CreateMembershipRequest
  | GetCaseAttachmentDownloadUrlRequest
  | GetCaseAttachmentUploadUrlRequest
  | GetCaseRequest
  | GetMembershipRequest
  | ListCaseEditsRequest
  | ListCasesRequest
  | ListCommentsRequest
  | ListInvestigationsRequest
  | ListMembershipsRequest
  | ListTagsForResourceInput
  | SendFeedbackRequest
  | TagResourceInput
  | UntagResourceInput
  | UpdateCaseCommentRequest
  | UpdateCaseRequest
  | UpdateCaseStatusRequest
  | UpdateMembershipRequest
  | UpdateResolverTypeRequest;

/** Every output has metadata. An empty output has nothing else. */
export type ServiceOutputTypes = MetadataBearer;
