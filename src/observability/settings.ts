/** How a gateway shows itself to its operators. */

export interface OperationsSettings {
  /** The address of the port below. */
  readonly host: string;
  /** A port for health and metrics alone; undefined where they are served on the gateway's own. */
  readonly port: number | undefined;
  /** The gateway's name in traces; undefined where nothing is traced. */
  readonly tracedAs: string | undefined;
}
