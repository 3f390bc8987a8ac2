/** Investigation results of a case and the feedback on them. */
import type { ActionType, ExecutionStatus, UsefulnessRating } from '../enums';

/** One step of an investigation, with its result. */
export interface InvestigationAction {
  /** Id of the result, `inv-` and 10 to 32 characters. */
  investigationId: string | undefined;
  /** What kind of step it was. */
  actionType: ActionType | undefined;
  /** Title, 1 to 200 characters. */
  title: string | undefined;
  /** Result, 1 to 5000 characters. */
  content: string | undefined;
  /** How far it is. */
  status: ExecutionStatus | undefined;
  /** When it last changed. */
  lastUpdated: Date | undefined;
  /** Feedback given so far. */
  feedback?: InvestigationFeedback | undefined;
}

/** What a reader thought of an investigation result. */
export interface InvestigationFeedback {
  /** The verdict. */
  usefulness?: UsefulnessRating | undefined;
  /** Reason, 1 to 1000 characters. */
  comment?: string | undefined;
  /** When it was given. */
  submittedAt?: Date | undefined;
}

/** Input of ListInvestigations. */
export interface ListInvestigationsRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Where to go on; absent on the first request and after the last page. */
  nextToken?: string | undefined;
  /** Page size, 1 to 25. */
  maxResults?: number | undefined;
}

/** Output of ListInvestigations. */
export interface ListInvestigationsResponse {
  /** The results of this page. */
  investigationActions: InvestigationAction[] | undefined;
  /** Where to go on; absent on the first request and after the last page. */
  nextToken?: string | undefined;
}

/** Input of SendFeedback. */
export interface SendFeedbackRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Id of the result (`investigationId`), `inv-` and 10 to 32 characters. */
  resultId: string | undefined;
  /** The verdict. */
  usefulness: UsefulnessRating | undefined;
  /** Reason, 1 to 1000 characters. */
  comment?: string | undefined;
}

/** Output of SendFeedback: nothing. */
export type SendFeedbackResponse = object;
