/** Where AWS is: the emulator at an endpoint, or AWS itself by the SDK's own configuration; and how much patience it is given. */
import type { CallLimits } from './call-limits';

export type AwsMode = (
  { readonly mode: 'emulator'; readonly endpoint: string } | { readonly mode: 'live' }
) & {
  /** Other than usual. */
  readonly limits?: Partial<CallLimits> | undefined;
};
