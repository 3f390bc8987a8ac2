// An emulator of AWS for one test suite: on a free port, with its control endpoints at hand.
import { startEmulator, type EmulatorSettings } from '../../packages/aws-emulator/src/emulator';
import { DEFAULT_SETTINGS } from '../../packages/aws-emulator/src/settings';
import { endWithFile } from './cleanup';

/** One call that reached an AWS operation; `status` is null when no answer was sent. */
export interface RecordedCall {
  readonly time: string;
  readonly service: string;
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  /** null for calls with long-term credentials. */
  readonly session: {
    readonly roleArn: string;
    readonly sessionName: string;
    readonly sourceIdentity: string | null;
  } | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly status: number | null;
  readonly requestId: string;
}

export interface TestEmulator {
  /** The endpoint of all services, e.g. http://127.0.0.1:49152. */
  readonly url: string;
  /** Calls a control endpoint, e.g. control('POST', '/clock', { advanceSeconds: 60 }); throws unless it answers 2xx. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** The calls of Macie, WorkMail and Security Incident Response since the start, the last reset, or DELETE /calls, oldest first. */
  calls(): Promise<RecordedCall[]>;
  /** Those of STS too. */
  allCalls(): Promise<RecordedCall[]>;
  close(): Promise<void>;
}

/** Starts an emulator with the default settings, changed by `overrides`. Close it in afterAll. */
export async function startTestEmulator(overrides: Partial<EmulatorSettings> = {}): Promise<TestEmulator> {
  const emulator = await startEmulator({ ...DEFAULT_SETTINGS, ...overrides });
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${emulator.url}/_emulator${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_emulator${path} answered ${response.status}: ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  const recorded = async () => (await control('GET', '/calls')) as RecordedCall[];
  return {
    url: emulator.url,
    control,
    calls: async () => (await recorded()).filter(({ service }) => service !== 'sts'),
    allCalls: recorded,
    close: endWithFile(() => emulator.close()),
  };
}
