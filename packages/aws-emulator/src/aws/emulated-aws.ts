/** The emulated AWS: services, clock, faults, rate limits and call log between two resets. */
import { Behaviors } from '../kernel/behavior';
import { CallLog } from '../kernel/call-log';
import { Clock } from '../kernel/clock';
import { Faults } from '../kernel/faults';
import type { Kernel } from '../kernel/operation';
import { PresignedUrls } from '../kernel/presigned-urls';
import { RateLimits } from '../kernel/rate-limits';
import type { Service } from '../kernel/service';
import { Sessions } from '../kernel/sessions';
import { Tokens } from '../kernel/tokens';
import type { EmulatorSettings } from '../kernel/settings';
import { SERVICES } from './services';

/** The settings that determine the seeded data. */
export type SeedSettings = Pick<EmulatorSettings, 'seed' | 'sizes'>;

export interface EmulatedAws {
  readonly kernel: Kernel;
  /** By signing name. */
  readonly services: ReadonlyMap<string, Service>;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  readonly calls: CallLog;
}

/** Holds the current emulated AWS; a reset replaces it. */
export interface EmulatedAwsHost {
  readonly startSettings: SeedSettings;
  /** The hosts besides loopback for which the control endpoints accept requests. */
  readonly controlHosts: readonly string[];
  aws: EmulatedAws;
}

/**
 * @param sessions issued credentials, which stay valid after a reset
 * @param clock its start is the time to which seeded times are relative
 */
export function createEmulatedAws(
  settings: SeedSettings,
  sessions = new Sessions(),
  clock = new Clock(),
): EmulatedAws {
  const kernel: Kernel = {
    clock,
    behaviors: new Behaviors(),
    tokens: new Tokens(),
    presignedUrls: new PresignedUrls(),
    sessions,
    ...settings,
  };
  const services = Object.values(SERVICES).map((create) => create(kernel));
  return {
    kernel,
    services: new Map(services.map((service) => [service.name, service])),
    faults: new Faults(),
    rateLimits: new RateLimits(),
    calls: new CallLog(),
  };
}
