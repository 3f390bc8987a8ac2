/** A target is one AWS account and region that the gateway reads; the registry holds them in the order of configuration. */
import { BadUserInputError, UnknownTargetError } from './errors';
import { SERVICES, type ServiceName } from './services';
import { seesTarget, type Principal } from './principal';

export interface Target {
  readonly name: string;
  readonly region: string;
  /** The role to assume in the target's account; the gateway's own credentials are used without one. */
  readonly roleArn?: string | undefined;
  readonly externalId?: string | undefined;
  /** Whether the role's session carries the caller as its source identity, which the role must allow. */
  readonly sourceIdentity?: boolean | undefined;
  /**
   * Which changes need their consequences acknowledged: all that cannot be undone when true, none when false, and by
   * default those that cancel jobs.
   */
  readonly requireAcknowledgement?: boolean | undefined;
  /** AWS reads per second, by operation. */
  readonly rateLimits?: Readonly<Partial<Record<string, number>>> | undefined;
  /** The services that are read in this target. */
  readonly services: readonly ServiceName[];
}

export class Targets {
  private readonly byName: ReadonlyMap<string, Target>;

  constructor(readonly all: readonly Target[]) {
    this.byName = new Map(all.map((target) => [target.name, target]));
  }

  /** Those that there are for a principal. */
  visibleTo(principal: Principal): Targets {
    return principal.targets === 'ALL'
      ? this
      : new Targets(this.all.filter(({ name }) => seesTarget(principal, name)));
  }

  /** Throws BadUserInputError when there is no such target or the service is switched off in it. */
  get(name: string, service: ServiceName): Target {
    const target = this.describe(name);
    if (!target.services.includes(service)) {
      throw new BadUserInputError(`${SERVICES[service].title} is switched off in target "${name}".`);
    }
    return target;
  }

  /** The target of a resource. Throws BadUserInputError when there is none of that name. */
  describe(name: string): Target {
    const target = this.byName.get(name);
    if (target === undefined) throw new UnknownTargetError(name);
    return target;
  }

  /** The named target, or the only one that has the service when none is named. */
  pick(name: string | null | undefined, service: ServiceName): Target {
    if (name != null) return this.get(name, service);
    const [only, ...others] = this.select(undefined, service);
    if (only === undefined || others.length > 0) {
      throw new BadUserInputError(
        `Name a target: ${others.length === 0 ? 'none has' : 'several have'} ${SERVICES[service].title}.`,
      );
    }
    return only;
  }

  /** The named target; without a name the one that is near, if it has the service, or else the only one that has it. */
  pickNear(name: string | null | undefined, near: string, service: ServiceName): Target {
    const own = this.byName.get(near);
    if (name == null && own?.services.includes(service) === true) return own;
    return this.pick(name, service);
  }

  /** The named targets in the order of configuration, or all that have the service when none are named. */
  select(names: readonly string[] | null | undefined, service: ServiceName): Target[] {
    if (names == null) return this.all.filter((target) => target.services.includes(service));
    if (names.length === 0) {
      throw new BadUserInputError('targets is empty: leave it out to read all targets.');
    }
    const wanted = new Set(names.map((name) => this.get(name, service)));
    return this.all.filter((target) => wanted.has(target));
  }
}
