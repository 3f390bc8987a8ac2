/** The tuning of an SDK client: each of its calls takes less CPU time, and sends the same request. */
import { getSchemaSerdePlugin } from '@smithy/core/schema';
import type {
  $ClientProtocol,
  AuthScheme,
  Client,
  HttpRequest,
  HttpResponse,
  MetadataBearer,
  RequestSigner,
  SerdeFunctions,
} from '@smithy/types';
import { composedStack } from './client-stack';
import { commandAttempts } from './command-attempts';

type SerdeConfig = Parameters<typeof getSchemaSerdePlugin>[0];

interface TunedConfig extends SerdeFunctions {
  readonly protocol: $ClientProtocol<HttpRequest, HttpResponse>;
  signer: (authScheme?: AuthScheme) => Promise<RequestSigner>;
}

/** Tunes a client. A middleware that is added after the first call of a command has no effect on this command. */
export function tuneClient<Input extends object, Output extends MetadataBearer, Config extends TunedConfig>(
  client: Client<Input, Output, Config>,
): void {
  const { config, middlewareStack } = client;
  // It filters the inputs and outputs of every call, even without a logger.
  middlewareStack.remove('loggerMiddleware');
  // It adds headers for tracing on AWS Lambda only.
  if (process.env.AWS_LAMBDA_FUNCTION_NAME === undefined) {
    middlewareStack.remove('recursionDetectionMiddleware');
  }
  middlewareStack.addRelativeTo(commandAttempts, {
    name: 'commandAttempts',
    relation: 'after',
    toMiddleware: 'retryMiddleware',
  });
  // The serializer and deserializer copy their configuration for every call; the protocols read only these members of the copy.
  const { protocol, streamCollector } = config;
  middlewareStack.use(getSchemaSerdePlugin({ protocol, streamCollector } as SerdeConfig));
  protocol.setSerdeContext(config);
  config.signer = rememberSigner(config.signer);
  client.middlewareStack = composedStack(middlewareStack);
}

/** The SDK creates a signer for every call, although those without an authentication scheme of the endpoint are the same. */
function rememberSigner(create: TunedConfig['signer']): TunedConfig['signer'] {
  let known: Promise<RequestSigner> | undefined;
  const createOnce = async () => {
    try {
      return await create();
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return (authScheme) => (authScheme === undefined ? (known ??= createOnce()) : create(authScheme));
}
