// The response decoder of the gateway and that of the SDK, for the same operation and body.
import * as macie2 from '@aws-sdk/client-macie2';
import * as securityIr from '@aws-sdk/client-security-ir';
import * as workmail from '@aws-sdk/client-workmail';
import { HttpResponse } from '@smithy/core/transport';
import type { $ClientProtocol, $OperationSchema, HttpRequest, StaticOperationSchema } from '@smithy/types';
import type { Operation } from '../../../src/aws/client/operation';
import { decodeResponses, setOperation } from '../../../src/aws/client/response-decoder';

const CONFIG = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

const SERVICES = {
  macie2: { commands: macie2, createClient: () => new macie2.Macie2Client(CONFIG) },
  workmail: { commands: workmail, createClient: () => new workmail.WorkMailClient(CONFIG) },
  'security-ir': { commands: securityIr, createClient: () => new securityIr.SecurityIRClient(CONFIG) },
};

type Decode = (
  body: Uint8Array | string,
  status?: number,
  headers?: Record<string, string>,
) => Promise<object>;

type Command = new (input: object) => { readonly schema: StaticOperationSchema };

export interface Decoders {
  readonly gateway: Decode;
  readonly sdk: Decode;
}

/** @param output the schema of the output, if it is not that of the operation. */
export function decodersOf(operation: Operation, output?: $OperationSchema['output']): Decoders {
  const { commands, createClient } = SERVICES[operation.service];
  const Command = (commands as unknown as Record<string, Command>)[`${operation.name}Command`];
  if (Command === undefined) throw new Error(`There is no command of ${operation.name}.`);
  const [, namespace, name, traits, input, schema] = new Command({}).schema;
  const decoder = (isOfGateway: boolean): Decode => {
    const { config } = createClient();
    const protocol: $ClientProtocol<HttpRequest, HttpResponse> = config.protocol;
    const context = { ...config, __smithy_context: {} };
    if (isOfGateway) {
      decodeResponses(protocol);
      setOperation(context, operation);
    }
    return (body, statusCode = 200, headers = { 'x-amzn-requestid': 'request-1' }) =>
      protocol.deserializeResponse(
        { namespace, name, traits, input, output: output ?? schema },
        context,
        // The SDK changes the body and the headers.
        new HttpResponse({ statusCode, headers: { ...headers }, body: Buffer.from(body as string) }),
      );
  };
  return { gateway: decoder(true), sdk: decoder(false) };
}
