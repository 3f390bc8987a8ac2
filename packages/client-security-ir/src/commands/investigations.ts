/** Commands on the investigation results of a case. */
import type { MetadataBearer } from '@smithy/types';

import type {
  ListInvestigationsRequest,
  ListInvestigationsResponse,
  SendFeedbackRequest,
  SendFeedbackResponse,
} from '../models/investigations';
import { ListInvestigations$, SendFeedback$ } from '../schemas/investigations';
import { defineCommand } from './define-command';

export type ListInvestigationsCommandInput = ListInvestigationsRequest;
export type ListInvestigationsCommandOutput = ListInvestigationsResponse & MetadataBearer;

/**
 * Lists the current results of the investigation of a case, page by page.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class ListInvestigationsCommand extends defineCommand<
  ListInvestigationsCommandInput,
  ListInvestigationsCommandOutput
>(ListInvestigations$) {}

export type SendFeedbackCommandInput = SendFeedbackRequest;
export type SendFeedbackCommandOutput = SendFeedbackResponse & MetadataBearer;

/**
 * Rates an investigation result.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class SendFeedbackCommand extends defineCommand<SendFeedbackCommandInput, SendFeedbackCommandOutput>(
  SendFeedback$,
) {}
