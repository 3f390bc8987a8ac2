/** The AWS mode: the emulator at an endpoint, or AWS with the configuration of the SDK. */
import type { CallLimits } from './call-limits';

export type AwsMode = (
  { readonly mode: 'emulator'; readonly endpoint: string } | { readonly mode: 'live' }
) & {
  /** Overrides of CALL_LIMITS. */
  readonly limits?: Partial<CallLimits> | undefined;
};
