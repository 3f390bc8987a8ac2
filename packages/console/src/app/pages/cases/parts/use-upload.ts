/** The upload of one file: the gateway gives a presigned URL, and the browser sends the file to it. */
import { useEffect, useRef, useState } from 'react';
import { graphql } from 'react-relay';
import type { OutcomeWords, Verdict } from '../../../actions/outcome';
import { useCommand } from '../../../actions/use-command';
import type { useUploadMutation } from './__generated__/useUploadMutation.graphql';
import { uploadFile } from './transfer';
import { storedName } from './upload-rules';
import { isAccepted, uploadVerdict, type UploadEnd } from './upload-verdict';

const WORDS: OutcomeWords = {
  applied: 'AWS takes the file',
  reconciled: 'AWS gave no clear answer at first.',
  refused: 'AWS does not take the file',
  unknown: 'It is not known whether AWS takes the file',
  afterUnknown: { text: 'Nothing was uploaded. Retry is safe.', next: ['SEND_AGAIN'] },
};

interface UploadControl {
  /** The progress in percent, until the end of an attempt; 0 while the gateway asks for the URL. */
  readonly percent: number | undefined;
  /** The outcome of the last attempt. */
  readonly verdict: Verdict | undefined;
  /** False while the answer to a canceled attempt is on its way. */
  readonly canStart: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
}

/**
 * @param id the global id of the case
 * @param onUploaded called when AWS has the file
 */
export function useUpload(id: string, file: File, onUploaded: () => void): UploadControl {
  const fileName = storedName(file.name);
  const [percent, setPercent] = useState<number>();
  const [end, setEnd] = useState<UploadEnd>();
  /** What the gateway said beside the link. */
  const [notes, setNotes] = useState<readonly string[]>([]);
  const isCanceled = useRef(false);
  const abort = useRef<() => void>(undefined);
  useEffect(() => {
    isCanceled.current = false;
    return () => {
      // Nobody would see the outcome after the user has left the page.
      isCanceled.current = true;
      abort.current?.();
    };
  }, []);
  const finish = (outcome: UploadEnd) => {
    abort.current = undefined;
    setPercent(undefined);
    setEnd(outcome);
  };
  const { isSending, verdict, send, forget } = useCommand<useUploadMutation>({
    mutation: graphql`
      mutation useUploadMutation($input: CreateSecurityCaseAttachmentUploadUrlInput!) {
        payload: createSecurityCaseAttachmentUploadUrl(input: $input) {
          ...actionMutation_payload
          uploadUrl
          uploadHeaders {
            name
            value
          }
        }
      }
    `,
    words: WORDS,
    takesClientToken: true,
    onDone: ({ uploadUrl, uploadHeaders }, said) => {
      if (isCanceled.current) return;
      setNotes(said);
      forget();
      if (uploadUrl == null || uploadHeaders == null) {
        finish({ kind: 'NO_LINK' });
        return;
      }
      setPercent(0);
      abort.current = uploadFile({ uploadUrl, uploadHeaders }, file, {
        onProgress: setPercent,
        onEnd: (status) => {
          finish(status === undefined ? { kind: 'NOT_SENT' } : { kind: 'ANSWERED', status });
          if (status !== undefined && isAccepted(status)) onUploaded();
        },
      });
    },
  });
  const start = () => {
    isCanceled.current = false;
    setEnd(undefined);
    setNotes([]);
    send({ id, fileName, contentLength: file.size });
  };
  const cancel = () => {
    isCanceled.current = true;
    abort.current?.();
    finish({ kind: 'CANCELED', percent: percent ?? 0 });
  };
  const control = { canStart: !isSending, start, cancel };
  if (end !== undefined) {
    const ended = uploadVerdict(end, fileName);
    return { ...control, percent: undefined, verdict: { ...ended, texts: [...ended.texts, ...notes] } };
  }
  return isSending ? { ...control, percent: 0, verdict: undefined } : { ...control, percent, verdict };
}
