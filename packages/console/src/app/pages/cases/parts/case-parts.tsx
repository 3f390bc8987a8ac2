/** The parts of a security case: its comments, attachments, investigations and edits. Each has its own query. */
import type { ReactNode } from 'react';
import { CaseAttachments } from './case-attachments';
import { CaseComments } from './case-comments';
import { CaseEdits } from './case-edits';
import { CaseInvestigations } from './case-investigations';

interface Props {
  /** The global id of the case. */
  readonly id: string;
  /** True when the case is closed: AWS accepts neither comments nor attachments. */
  readonly isClosed: boolean;
}

export function CaseParts(props: Props): ReactNode {
  return (
    <>
      <CaseComments {...props} />
      <CaseAttachments {...props} />
      <CaseInvestigations id={props.id} />
      <CaseEdits id={props.id} />
    </>
  );
}
