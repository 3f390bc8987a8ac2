/** The settings of health, metrics and traces, derived from their variables and from sign-in. */
import { ConfigError } from '../domain/errors';
import type { IdentitySettings } from '../identity/settings';
import type { OperationsSettings } from '../observability/settings';
import { DEFAULT_OPERATIONS_PORT, type OperationsVariables } from './operations-variables';

interface OperationsDependencies {
  /** The address and the port of the gateway. */
  readonly host: string;
  readonly port: number;
  readonly identity: IdentitySettings | 'ANONYMOUS';
}

/**
 * Metrics name targets, which callers may not see. A gateway that requires sign-in therefore never serves them on its own
 * port. Throws ConfigError when both ports are the same.
 */
export function readOperations(
  variables: OperationsVariables,
  { host: gatewayHost, port: gatewayPort, identity }: OperationsDependencies,
): OperationsSettings {
  const { OPERATIONS_HOST, OPERATIONS_PORT, OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME } = variables;
  const host = OPERATIONS_HOST ?? gatewayHost;
  const port = OPERATIONS_PORT ?? (identity === 'ANONYMOUS' ? undefined : DEFAULT_OPERATIONS_PORT);
  if (port !== undefined && port !== 0 && port === gatewayPort && host === gatewayHost) {
    throw new ConfigError(`PORT and OPERATIONS_PORT are both ${port}: set OPERATIONS_PORT to another port.`);
  }
  return {
    host,
    port,
    publicProbes: OPERATIONS_PORT === undefined,
    tracedAs: OTEL_EXPORTER_OTLP_ENDPOINT && OTEL_SERVICE_NAME,
  };
}
