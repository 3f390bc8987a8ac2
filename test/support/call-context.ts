// On whose behalf AWS is called in tests that go past the server.
import type { CallContext } from '../../src/aws/call-context';
import { Bill } from '../../src/bill';

export function callContext(overrides: Partial<CallContext> = {}): CallContext {
  return {
    signal: new AbortController().signal,
    since: performance.now(),
    caller: 'anonymous',
    bill: new Bill(),
    budget: undefined,
    maxAgeSeconds: Infinity,
    sourceAddress: undefined,
    ...overrides,
  };
}
