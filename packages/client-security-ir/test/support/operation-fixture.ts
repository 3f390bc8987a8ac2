// One operation, written out by hand: what is asked, what travels, what comes back.
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
  /** The JSON body; absent when none is sent. */
  body?: unknown;
  answer: { status: number; body?: unknown };
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
