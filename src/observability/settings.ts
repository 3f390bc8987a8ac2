/** The settings of health, metrics and traces. */

export interface OperationsSettings {
  /** The address to listen on with `port`. */
  readonly host: string;
  /** A separate port for health and metrics; undefined when the port of the gateway serves them. */
  readonly port: number | undefined;
  /** True when the port of the gateway serves the liveness and readiness probes, also beside a separate port. */
  readonly publicProbes: boolean;
  /** The service name in traces; undefined without tracing. */
  readonly tracedAs: string | undefined;
}
