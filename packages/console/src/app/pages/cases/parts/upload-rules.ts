/** The rules of AWS for attachments (GetCaseAttachmentUploadUrl). */

/** 100 MiB. */
const MAX_BYTES = 104_857_600;
const MAX_NAME_LENGTH = 255;

const UNITS = ['KiB', 'MiB', 'GiB', 'TiB'] as const;

/** The name under which AWS stores the file: AWS accepts letters, digits, dots, hyphens and underscores. */
export function storedName(name: string): string {
  return name.replace(/[^\w.-]/g, '_').slice(-MAX_NAME_LENGTH);
}

/** Says why AWS would refuse a file of this size; undefined when it accepts it. */
export function sizeProblem(bytes: number): string | undefined {
  if (bytes === 0) return 'The file is empty. AWS takes only files with content.';
  if (bytes > MAX_BYTES)
    return `The file has ${fileSize(bytes)}. AWS takes files of at most ${fileSize(MAX_BYTES)}.`;
  return undefined;
}

/** Such as "4.2 KiB". */
export function fileSize(bytes: number): string {
  let size = bytes;
  let unit: string = bytes === 1 ? 'byte' : 'bytes';
  for (const next of UNITS) {
    if (size < 1_024) break;
    size /= 1_024;
    unit = next;
  }
  return `${size.toLocaleString('en', { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}
