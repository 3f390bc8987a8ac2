/** Comments on a case. */

/** One comment. */
export interface ListCommentsItem {
  /** Id of the comment, 6 digits. */
  commentId: string | undefined;
  /** When it was created. */
  createdDate?: Date | undefined;
  /** When it last changed. */
  lastUpdatedDate?: Date | undefined;
  /** Who wrote it: an account id, an ARN or `AWS Responder`. */
  creator?: string | undefined;
  /** Who changed it last, in the same forms as `creator`. */
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
  /** Idempotency token, 1 to 255 characters. A fresh UUID per `send` when absent. */
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
  /** Where to go on; absent on the first request and after the last page. */
  nextToken?: string | undefined;
  /** Page size, 1 to 25. */
  maxResults?: number | undefined;
}

/** Output of ListComments. */
export interface ListCommentsResponse {
  /** Where to go on; absent on the first request and after the last page. */
  nextToken?: string | undefined;
  /** The rows of this page. */
  items?: ListCommentsItem[] | undefined;
  /** Number of results. AWS does not say whether it counts this page or all pages. */
  total?: number | undefined;
}
