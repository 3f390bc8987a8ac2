/** Uploads a file from the browser to a presigned URL of AWS; the gateway never has its bytes. */

export interface Upload {
  readonly uploadUrl: string;
  readonly uploadHeaders: readonly { readonly name: string; readonly value: string }[];
}

interface UploadObserver {
  /** @param percent 0 to 100 */
  readonly onProgress: (percent: number) => void;
  /** @param status the HTTP status of AWS; undefined when the browser could not send the file, or got no answer */
  readonly onEnd: (status: number | undefined) => void;
}

/** Returns a function that cancels the upload; `onEnd` is then not called. */
export function uploadFile(
  { uploadUrl, uploadHeaders }: Upload,
  file: Blob,
  { onProgress, onEnd }: UploadObserver,
): () => void {
  // `fetch` reports no progress.
  const request = new XMLHttpRequest();
  request.open('PUT', uploadUrl);
  for (const { name, value } of uploadHeaders) {
    // Browsers set it from the file, and report an attempt to set it.
    if (name.toLowerCase() !== 'content-length') request.setRequestHeader(name, value);
  }
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    onProgress(Math.floor((loaded / total) * 100));
  });
  request.addEventListener('load', () => {
    onEnd(request.status);
  });
  request.addEventListener('error', () => {
    onEnd(undefined);
  });
  request.send(file);
  return () => {
    request.abort();
  };
}
