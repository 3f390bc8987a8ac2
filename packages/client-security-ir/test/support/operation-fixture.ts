// A fixture of one operation, written by hand: input, request, response and output.
import type {
  SecurityIRClient,
  SecurityIRClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/client-security-ir';
import type { Command } from '@smithy/types';

interface Wire {
  method: string;
  path: string;
  query?: [string, string][];
  /** The JSON body; absent for a request without a body. */
  body?: unknown;
  response: { status: number; body?: unknown };
  /** The output without its metadata. */
  output: unknown;
}

export interface OperationFixture extends Wire {
  operation: string;
  input: ServiceInputTypes;
  send: (client: SecurityIRClient) => Promise<ServiceOutputTypes>;
}

export const fixture = <Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
  command: Command<ServiceInputTypes, Input, ServiceOutputTypes, Output, SecurityIRClientResolvedConfig>,
  wire: Wire,
): OperationFixture => ({
  operation: command.constructor.name.replace(/Command$/, ''),
  input: command.input,
  send: (client) => client.send(command),
  ...wire,
});
