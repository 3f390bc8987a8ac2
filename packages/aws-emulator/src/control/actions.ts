/** The actions of the control endpoints. */
import type { z } from 'zod';
import { Clock, SECOND } from '../kernel/clock';
import { ControlError, defined } from '../kernel/control-input';
import { DEFAULT_SCOPE } from '../kernel/scope';
import { createEmulatedAws, type EmulatedAws, type EmulatedAwsHost } from '../aws/emulated-aws';
import type { CLOCK, FAULT, PUT, RESET, SETTINGS } from './requests';

/** Replaces the emulated AWS. Settings that the request omits have their values from the start of the emulator. */
export function reset(host: EmulatedAwsHost, { seed, now, sizes = {} }: z.infer<typeof RESET>): unknown {
  const { startSettings } = host;
  host.aws.faults.release();
  const settings = {
    seed: seed ?? startSettings.seed,
    sizes: { ...startSettings.sizes, ...defined(sizes) },
  };
  const clock = new Clock(now === undefined ? undefined : Date.parse(now));
  host.aws = createEmulatedAws(settings, host.aws.kernel.sessions, clock);
  return settings;
}

export function showClock({ kernel }: EmulatedAws): unknown {
  return { now: new Date(kernel.clock.now()).toISOString(), frozen: kernel.clock.frozen };
}

/** Changes the clock in this order: freeze or unfreeze, set, advance. */
export function changeClock(
  aws: EmulatedAws,
  { set, advanceSeconds, frozen }: z.infer<typeof CLOCK>,
): unknown {
  const { clock } = aws.kernel;
  if (frozen === true) clock.freeze();
  if (frozen === false) clock.unfreeze();
  if (set !== undefined) clock.set(Date.parse(set));
  if (advanceSeconds !== undefined) clock.set(clock.now() + advanceSeconds * SECOND);
  return showClock(aws);
}

export function addFault(
  { services, faults }: EmulatedAws,
  { count, ...fault }: z.infer<typeof FAULT>,
): unknown {
  const operations = services.get(fault.service)?.operations.map(({ name }) => name) ?? [];
  if (fault.operation !== '*' && !operations.includes(fault.operation)) {
    throw new ControlError(
      400,
      `operation: ${fault.service} has no operation ${fault.operation}. Use * or one of ${operations.join(', ')}.`,
    );
  }
  return faults.add(fault, count);
}

export function showSettings({ kernel: { behaviors }, rateLimits }: EmulatedAws): unknown {
  return {
    ...behaviors.current,
    enablement: behaviors.rules,
    rateLimits: rateLimits.all,
    roles: behaviors.roles,
  };
}

export function changeSettings(aws: EmulatedAws, body: z.infer<typeof SETTINGS>): unknown {
  const { account, region, macieEnabled, securityIncidentResponseActive, ...others } = body;
  const { rateLimits = {}, roles = [], ...behavior } = others;
  for (const operation of Object.keys(rateLimits)) checkOperationExists(aws, operation);
  const { behaviors } = aws.kernel;
  behaviors.current = { ...behaviors.current, ...defined(behavior) };
  const enablement = defined({ macieEnabled, securityIncidentResponseActive });
  if (Object.keys(enablement).length > 0) {
    behaviors.addRule({ area: defined({ account, region }), set: enablement });
  }
  for (const [operation, perSecond] of Object.entries(rateLimits)) aws.rateLimits.set(operation, perSecond);
  for (const rule of roles) behaviors.setRole(rule);
  return showSettings(aws);
}

function checkOperationExists({ services }: EmulatedAws, operation: string): void {
  const exists = Array.from(services.values()).some(({ operations }) =>
    operations.some(({ name }) => name === operation),
  );
  if (!exists) throw new ControlError(400, `rateLimits: no service has an operation ${operation}.`);
}

export function put({ services }: EmulatedAws, body: z.infer<typeof PUT>): unknown {
  const { account = DEFAULT_SCOPE.account, region = DEFAULT_SCOPE.region, service, resource, id } = body;
  const request = { resource, id, organizationId: body.organizationId, set: body.set };
  services.get(service)?.put(request, { account, region });
  return { service, resource, id };
}

export function showState({ kernel, services }: EmulatedAws, query: URLSearchParams): unknown {
  const scope = {
    account: query.get('account') ?? DEFAULT_SCOPE.account,
    region: query.get('region') ?? DEFAULT_SCOPE.region,
  };
  const dumps = Array.from(services.values(), (service) => [service.name, service.dump(scope)] as const);
  return {
    time: new Date(kernel.clock.now()).toISOString(),
    ...scope,
    ...Object.fromEntries(dumps),
  };
}
