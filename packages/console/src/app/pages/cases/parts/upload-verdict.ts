/** The words for the end of an upload to AWS, and what the user can do next. */
import type { Verdict } from '../../../actions/outcome';

export type UploadEnd =
  | { readonly kind: 'CANCELED'; readonly percent: number }
  /** The browser could not send the file, or got no answer. */
  | { readonly kind: 'NOT_SENT' }
  | { readonly kind: 'NO_LINK' }
  | { readonly kind: 'ANSWERED'; readonly status: number };

/** @param status the HTTP status of AWS */
export const isAccepted = (status: number): boolean => status >= 200 && status < 300;

export function uploadVerdict(end: UploadEnd, name: string): Verdict {
  switch (end.kind) {
    case 'CANCELED':
      return {
        tone: 'warning',
        title: 'The upload was canceled',
        texts: end.percent < 100 ? [] : ['AWS may have the file already: refresh the list to see it.'],
        next: ['SEND_AGAIN'],
      };
    case 'NOT_SENT':
      return failed([
        'The browser could not send the file to AWS: there is no connection, the network or AWS does not allow the upload, or the file was changed or removed.',
        'Retry asks AWS for a new link, and sends the whole file again.',
      ]);
    case 'NO_LINK':
      return failed(['AWS gave no link for the upload.']);
    case 'ANSWERED':
      return answered(end.status, name);
  }
}

function answered(status: number, name: string): Verdict {
  if (isAccepted(status))
    return {
      tone: 'success',
      title: `${name} was uploaded`,
      texts: ['AWS checks it now. Refresh the list to see the result.'],
      next: [],
    };
  if (status === 403)
    return failed([
      'AWS refused the file: the link of the upload has expired, or the file has another size than when you chose it.',
      'Retry asks AWS for a new link.',
    ]);
  if (status === 412)
    return {
      tone: 'warning',
      title: 'The case has a file of this name already',
      texts: ['An earlier attempt may have succeeded. Read the attachments again, or rename the file.'],
      next: ['READ_AGAIN'],
    };
  return failed([`AWS answered with the status ${status}.`, 'Retry asks AWS for a new link.']);
}

function failed(texts: readonly string[]): Verdict {
  return { tone: 'problem', title: 'The upload failed', texts, next: ['SEND_AGAIN'] };
}
