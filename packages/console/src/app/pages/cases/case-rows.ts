/** The rows of the forms of security cases, and the entries of the inputs. */
import { optionalText } from '../../forms/form-values';

export interface WatcherRow {
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  /** True for a watcher that the case has: it can only be removed. */
  readonly isKept?: boolean;
}

export interface AddressRow {
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly isKept?: boolean;
}

export const toWatcher = ({ email, name, jobTitle }: WatcherRow) => ({
  email: email.trim(),
  name: optionalText(name),
  jobTitle: optionalText(jobTitle),
});

export const toAddress = ({ ipAddress, userAgent }: AddressRow) => ({
  ipAddress: ipAddress.trim(),
  userAgent: optionalText(userAgent),
});

/** An entry of a list in the input. */
export type Entry = string | ReturnType<typeof toWatcher> | ReturnType<typeof toAddress>;

/** Such as "ann@example.com, Ann, Lead". */
export function entryText(entry: Entry): string {
  if (typeof entry === 'string') return entry;
  const members =
    'email' in entry ? [entry.email, entry.name, entry.jobTitle] : [entry.ipAddress, entry.userAgent];
  return members.filter((member) => member !== undefined).join(', ');
}
