/** Investigation results of a case and the feedback on them. */
import type { ActionType, ExecutionStatus, UsefulnessRating } from './enums';

/** One action of an investigation, with its result. */
export interface InvestigationAction {
  /** Id of the result, `inv-` and 10 to 32 characters. */
  investigationId: string | undefined;
  /** The type of the action. */
  actionType: ActionType | undefined;
  /** Title, 1 to 200 characters. */
  title: string | undefined;
  /** Result, 1 to 5000 characters. */
  content: string | undefined;
  /** The execution status of the action. */
  status: ExecutionStatus | undefined;
  /** Time of the last change. */
  lastUpdated: Date | undefined;
  /** The latest feedback. */
  feedback?: InvestigationFeedback | undefined;
}

/** Feedback of a customer on an investigation result. */
export interface InvestigationFeedback {
  /** The rating of the result. */
  usefulness?: UsefulnessRating | undefined;
  /** Reason, 1 to 1000 characters. */
  comment?: string | undefined;
  /** Time of the feedback. */
  submittedAt?: Date | undefined;
}

/** Input of ListInvestigations. */
export interface ListInvestigationsRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** The token of the previous page. Omit it for the first page. */
  nextToken?: string | undefined;
  /** Page size, 1 to 25. */
  maxResults?: number | undefined;
}

/** Output of ListInvestigations. */
export interface ListInvestigationsResponse {
  /** The results of this page. */
  investigationActions: InvestigationAction[] | undefined;
  /** The token for the next page. Absent on the last page. */
  nextToken?: string | undefined;
}

/** Input of SendFeedback. */
export interface SendFeedbackRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Id of the result (`investigationId`), `inv-` and 10 to 32 characters. */
  resultId: string | undefined;
  /** The rating of the result. */
  usefulness: UsefulnessRating | undefined;
  /** Reason, 1 to 1000 characters. */
  comment?: string | undefined;
}

/** Output of SendFeedback: nothing. */
export type SendFeedbackResponse = object;
