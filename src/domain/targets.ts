/** Targets: the AWS accounts and regions that the gateway serves, in the order of the configuration. */
import { EmptyListError } from './empty-list-error';
import { BadUserInputError, UnknownTargetError } from './errors';
import { SERVICES, type ServiceName } from './services';
import { seesTarget, type Principal } from './principal';

export interface Target {
  readonly name: string;
  readonly region: string;
  /** The id of the AWS account, for a target without a role, whose ARN states the account. */
  readonly accountId?: string | undefined;
  /** The role to assume in the target's account; undefined for the gateway's own credentials. */
  readonly roleArn?: string | undefined;
  readonly externalId?: string | undefined;
  /** True to set the caller as the source identity of the role's session; the role must allow sts:SetSourceIdentity. */
  readonly sourceIdentity?: boolean | undefined;
  /**
   * The changes whose consequences callers must acknowledge: all irreversible ones when true, none when false, and by
   * default those that cancel all jobs of an account.
   */
  readonly requireAcknowledgement?: boolean | undefined;
  /** The rate limits of AWS reads, in calls per second by operation. */
  readonly rateLimits?: Readonly<Partial<Record<string, number>>> | undefined;
  /** The services that the gateway serves in this target. */
  readonly services: readonly ServiceName[];
}

/** Identifies a service in an account and region. Targets with the same role and region share it. */
export function scopeOfTarget({ region, roleArn = '' }: Target, service: ServiceName): string {
  return `${service} ${region} ${roleArn}`;
}

/** The account of the gateway's own credentials on the emulator, for a target without `accountId`. */
export const EMULATED_ACCOUNT = '111122223333';

/** The id of the account of the target's role; undefined without a role. */
export function accountOfRole({ roleArn }: Pick<Target, 'roleArn'>): string | undefined {
  return roleArn?.split(':')[4];
}

/** The id of the target's account; undefined when the configuration does not state it. Makes no AWS call. */
export function accountOf(target: Target, emulated: boolean): string | undefined {
  return accountOfRole(target) ?? target.accountId ?? (emulated ? EMULATED_ACCOUNT : undefined);
}

export class Targets {
  private readonly byName: ReadonlyMap<string, Target>;

  constructor(readonly all: readonly Target[]) {
    this.byName = new Map(all.map((target) => [target.name, target]));
  }

  /** The targets that a principal may access. */
  visibleTo(principal: Principal): Targets {
    return principal.targets === 'ALL'
      ? this
      : new Targets(this.all.filter(({ name }) => seesTarget(principal, name)));
  }

  /** Throws BadUserInputError when the target does not exist or the service is not configured for it. */
  get(name: string, service: ServiceName): Target {
    const target = this.describe(name);
    if (!target.services.includes(service)) {
      throw new BadUserInputError(`${SERVICES[service].title} is not configured for target "${name}".`);
    }
    return target;
  }

  /** The target with this name, whatever its services; undefined when it does not exist. */
  find(name: string): Target | undefined {
    return this.byName.get(name);
  }

  /** The target with this name, whatever its services. Throws BadUserInputError when it does not exist. */
  describe(name: string): Target {
    const target = this.find(name);
    if (target === undefined) throw new UnknownTargetError(name);
    return target;
  }

  /** The named target; without a name, the only target that has the service. Throws BadUserInputError when there is no such target. */
  pick(name: string | null | undefined, service: ServiceName): Target {
    if (name != null) return this.get(name, service);
    const [only, ...others] = this.select(undefined, service);
    if (only === undefined || others.length > 0) {
      throw new BadUserInputError(
        others.length === 0
          ? `No target has ${SERVICES[service].title}.`
          : `Several targets have ${SERVICES[service].title}: set target to one of them.`,
      );
    }
    return only;
  }

  /**
   * The named target; without a name, the target `defaultName` if it has the service, otherwise the only target that has
   * it. Throws BadUserInputError when there is no such target.
   */
  pickWithDefault(name: string | null | undefined, defaultName: string, service: ServiceName): Target {
    const preferred = this.byName.get(defaultName);
    if (name == null && preferred?.services.includes(service) === true) return preferred;
    return this.pick(name, service);
  }

  /**
   * The named targets in the order of the configuration; without names, all targets that have the service. Throws
   * EmptyListError for an empty list, and like `get`.
   */
  select(names: readonly string[] | null | undefined, service: ServiceName): Target[] {
    if (names == null) return this.all.filter((target) => target.services.includes(service));
    if (names.length === 0) throw new EmptyListError('targets');
    const wanted = new Set(names.map((name) => this.get(name, service)));
    return this.all.filter((target) => wanted.has(target));
  }
}
