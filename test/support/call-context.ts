// The context of AWS calls in tests that have no server.
import pino from 'pino';
import type { CallContext } from '../../src/aws/client/call-context';
import { AwsUsage } from '../../src/aws/client/usage';
import { ANONYMOUS, type Principal } from '../../src/domain/principal';

export function callContext(overrides: Partial<CallContext> = {}): CallContext {
  return {
    signal: new AbortController().signal,
    arrivedAt: performance.now(),
    principal: ANONYMOUS,
    usage: new AwsUsage(),
    log: pino({ level: 'silent' }),
    budget: undefined,
    maxAgeSeconds: Infinity,
    sourceAddress: undefined,
    ...overrides,
  };
}

/** A principal with all scopes and all targets. */
export function principal(name: string): Principal {
  return { ...ANONYMOUS, name };
}
