/** AWS operations and what the gateway must know of each. Every call takes one, so that no operation lacks its facts. */
import type { AccessKind } from '../../domain/principal';
import type { ServiceName } from '../../domain/services';

interface CommonFacts {
  readonly access: AccessKind;
  /** The ARNs that IAM policies name for the action; `*` where the action has no resource types. */
  readonly arns: readonly string[];
  /** By structure of the response, the member without which the structure means nothing. */
  readonly essentialMembers: Readonly<Record<string, string>>;
  /** The names of AWS's errors that mean that the resource does not exist. */
  readonly notFoundErrors: readonly string[];
}

export interface ReadFacts extends CommonFacts {
  readonly access: 'read';
  /** The names of AWS's errors that reject a page token; empty for operations without pages. */
  readonly rejectedTokenErrors: readonly string[];
  /** True when the response is a secret that expires, which the gateway never caches. */
  readonly isSecret: boolean;
}

export interface WriteFacts extends CommonFacts {
  readonly access: 'write';
  /** True when AWS takes a client token and executes a repeated request only once. */
  readonly takesClientToken: boolean;
  /** Members of the mutation's input, at any depth, with text of people, which must not enter the audit trail. */
  readonly freeTextInputs: readonly string[];
}

interface Named<Service extends ServiceName> {
  readonly service: Service;
  /** The operation's name in AWS's model. */
  readonly name: string;
}

export type ReadOperation<Service extends ServiceName = ServiceName> = ReadFacts & Named<Service>;
export type WriteOperation<Service extends ServiceName = ServiceName> = WriteFacts & Named<Service>;
export type Operation<Service extends ServiceName = ServiceName> =
  ReadOperation<Service> | WriteOperation<Service>;

export type OperationTable = Readonly<Record<string, Operation>>;

/** Adds to the facts of each operation its service and its name, which is its key. */
export function operationsOf<
  Service extends ServiceName,
  Facts extends Readonly<Record<string, ReadFacts | WriteFacts>>,
>(service: Service, facts: Facts): { readonly [Name in keyof Facts]: Facts[Name] & Named<Service> } {
  const entries = Object.entries(facts).map(([name, each]) => [name, { ...each, service, name }]);
  return Object.fromEntries(entries) as { readonly [Name in keyof Facts]: Facts[Name] & Named<Service> };
}
