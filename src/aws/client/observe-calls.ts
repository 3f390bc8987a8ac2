/** Reports every call of an SDK client when it is over, whoever made it and whether or not anyone still waits for it. */
import { isThrottlingError } from '@smithy/core/retry';
import type {
  FinalizeRequestMiddleware,
  InitializeMiddleware,
  MetadataBearer,
  MiddlewareStack,
} from '@smithy/types';
import type { CallSite } from '../../domain/errors';
import { toAwsError } from './error-mapping';

export interface ObservedCall {
  /** OK, or the code of the error. */
  readonly outcome: string;
  readonly seconds: number;
  /** Times that it was sent. */
  readonly attempts: number;
  /** Times that AWS throttled it. */
  readonly throttles: number;
}

export interface CallWatch {
  begun(): void;
  ended(call: ObservedCall): void;
}

export interface CallObserver {
  /** Watches the calls of one operation. */
  watch(site: CallSite): CallWatch;
}

interface Tally {
  attempts: number;
  throttles: number;
}

/** By the context that the SDK makes for a call. */
const tallies = new WeakMap<object, Tally>();

export function observeCalls<Input extends object, Output extends MetadataBearer>(
  stack: MiddlewareStack<Input, Output>,
  { service, target }: Omit<CallSite, 'operation'>,
  observer: CallObserver,
): void {
  const watches = new Map<string, { readonly site: CallSite; readonly watch: CallWatch }>();
  const watchOf = (command: string) => {
    const operation = command.replace(/Command$/, '');
    const site = { service, target, operation };
    const made = { site, watch: observer.watch(site) };
    watches.set(command, made);
    return made;
  };
  const watchCall: InitializeMiddleware<Input, Output> = (next, context) => async (args) => {
    const command = context.commandName ?? '';
    const { site, watch } = watches.get(command) ?? watchOf(command);
    const tally = { attempts: 0, throttles: 0 };
    tallies.set(context, tally);
    const start = performance.now();
    const end = (outcome: string) => {
      watch.ended({ outcome, seconds: (performance.now() - start) / 1000, ...tally });
    };
    watch.begun();
    try {
      const result = await next(args);
      end('OK');
      return result;
    } catch (error) {
      end(toAwsError(error, site).code);
      throw error;
    }
  };
  const watchAttempt: FinalizeRequestMiddleware<Input, Output> = (next, context) => async (args) => {
    const tally = tallies.get(context) ?? { attempts: 0, throttles: 0 };
    tally.attempts += 1;
    try {
      return await next(args);
    } catch (error) {
      if (isThrottlingError(error as Parameters<typeof isThrottlingError>[0])) tally.throttles += 1;
      throw error;
    }
  };
  stack.add(watchCall, { step: 'initialize', name: 'observeCall', priority: 'high' });
  stack.addRelativeTo(watchAttempt, {
    name: 'observeAttempt',
    relation: 'after',
    toMiddleware: 'retryMiddleware',
  });
}
