/** AWS operations and their facts. The type of every call requires an operation, so that no operation lacks its facts. */
import type { AccessKind } from '../../domain/principal';
import type { ServiceName } from '../../domain/services';

/** The name of an AWS error; with a message, only the errors of this name whose text matches. */
export type ErrorRule = string | { readonly name: string; readonly message: RegExp };

interface CommonFacts {
  readonly access: AccessKind;
  /** The ARNs that IAM policies name for the action; `*` where the action has no resource types. */
  readonly arns: readonly string[];
  /** By structure of the response, the member without which the structure is unreadable. */
  readonly essentialMembers: Readonly<Record<string, string>>;
  /** The AWS errors for a resource that does not exist. */
  readonly notFoundErrors: readonly ErrorRule[];
  /**
   * True when the response is a secret that expires, which the gateway neither caches nor stores. A write with a secret
   * response takes a client token: for a repeated request the gateway asks AWS again.
   */
  readonly isSecret: boolean;
}

export interface ReadFacts extends CommonFacts {
  readonly access: 'read';
  /** The AWS errors that reject a page token; empty for operations without pages. */
  readonly rejectedTokenErrors: readonly ErrorRule[];
  /** The member of the response with the rows of the list; undefined for operations without rows. */
  readonly rowsMember: string | undefined;
}

export interface WriteFacts extends CommonFacts {
  readonly access: 'write';
  /** True when AWS accepts a client token and executes a repeated request only once. */
  readonly takesClientToken: boolean;
  /** Members of the input of the mutation, at any depth, with free text or personal data, which must not enter the audit trail. */
  readonly redactedInputs: readonly string[];
}

interface Named<Service extends ServiceName> {
  readonly service: Service;
  /** The name of the operation in the AWS model. */
  readonly name: string;
}

export type ReadOperation<Service extends ServiceName = ServiceName> = ReadFacts & Named<Service>;
export type WriteOperation<Service extends ServiceName = ServiceName> = WriteFacts & Named<Service>;
export type Operation<Service extends ServiceName = ServiceName> =
  ReadOperation<Service> | WriteOperation<Service>;

export type OperationTable = Readonly<Record<string, Operation>>;

/** The table of operations of a service: the given facts, with the service and the name of each operation. */
export function operationsOf<
  Service extends ServiceName,
  Facts extends Readonly<Record<string, ReadFacts | WriteFacts>>,
>(service: Service, facts: Facts): { readonly [Name in keyof Facts]: Facts[Name] & Named<Service> } {
  const entries = Object.entries(facts).map(([name, operation]) => [name, { ...operation, service, name }]);
  return Object.fromEntries(entries) as { readonly [Name in keyof Facts]: Facts[Name] & Named<Service> };
}
