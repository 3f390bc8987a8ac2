/** Comments on a case. */

/** One comment. */
export interface ListCommentsItem {
  /** Id of the comment, 6 digits. */
  commentId: string | undefined;
  /** Time of creation. */
  createdDate?: Date | undefined;
  /** Time of the last change. */
  lastUpdatedDate?: Date | undefined;
  /** The author: an account id, an ARN or `AWS Responder`. */
  creator?: string | undefined;
  /** The author of the last change, in the same forms as `creator`. */
  lastUpdatedBy?: string | undefined;
  /** Text, 1 to 12000 characters. Sensitive. */
  body?: string | undefined;
}

/** Input of CreateCaseComment. */
export interface CreateCaseCommentRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Text, 1 to 12000 characters. Sensitive. */
  body: string | undefined;
  /** Idempotency token, 1 to 255 characters. Default: a new UUID per `send`. */
  clientToken?: string | undefined;
}

/** Output of CreateCaseComment. */
export interface CreateCaseCommentResponse {
  /** Id of the comment, 6 digits. */
  commentId: string | undefined;
}

/** Input of UpdateCaseComment. */
export interface UpdateCaseCommentRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Id of the comment, 6 digits. */
  commentId: string | undefined;
  /** Text, 1 to 12000 characters. Sensitive. */
  body: string | undefined;
}

/** Output of UpdateCaseComment. */
export interface UpdateCaseCommentResponse {
  /** Id of the comment, 6 digits. */
  commentId: string | undefined;
  /** Text, 1 to 12000 characters. Sensitive. */
  body?: string | undefined;
}

/** Input of ListComments. */
export interface ListCommentsRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** The token of the previous page. Omit it for the first page. */
  nextToken?: string | undefined;
  /** Page size, 1 to 25. */
  maxResults?: number | undefined;
}

/** Output of ListComments. */
export interface ListCommentsResponse {
  /** The token for the next page. Absent on the last page. */
  nextToken?: string | undefined;
  /** The rows of this page. */
  items?: ListCommentsItem[] | undefined;
  /** Number of results. AWS does not document whether it counts this page or all pages. */
  total?: number | undefined;
}
