/** The entry point on AWS Lambda, behind API Gateway or a function URL: dist/src/lambda.handler. */
import { readConfig } from './config/config';
import { openGateway } from './app/gateway';
import { createHandler, type EventHandler } from './app/lambda/handler';
import { checkLambdaConfig } from './app/lambda/requirements';
import { createLogger } from './observability/logs/logger';

// The SDK version is pinned, so its notice that later versions drop this Node.js version does not apply.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

async function open(): Promise<EventHandler> {
  const config = readConfig(process.env);
  checkLambdaConfig(config);
  return createHandler(await openGateway(config, { mode: 'live' }, createLogger(config.logLevel)));
}

/** Starts during the initialization of the instance, so that the first invocation waits less. */
const opening = open();
// Every invocation rejects with the error; if the instance exited instead, Lambda would only start another one.
opening.catch(() => undefined);

export const handler: EventHandler = async (event, invocation) => (await opening)(event, invocation);
