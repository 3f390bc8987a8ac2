/** The program on AWS Lambda, behind API Gateway or a function URL: dist/src/lambda.handler. */
import { readConfig } from './config/config';
import { openGateway } from './app/gateway';
import { createHandler, type EventHandler } from './app/lambda/handler';
import { refuseUnfit } from './app/lambda/requirements';
import { createLogger } from './observability/logs/logger';

// The SDK is pinned on purpose: its notice about later versions is not for those who run the gateway.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

async function open(): Promise<EventHandler> {
  const config = readConfig(process.env);
  refuseUnfit(config);
  return createHandler(await openGateway(config, { mode: 'live' }, createLogger(config.logLevel)));
}

/** While the instance is made, which is not paid for. */
const opening = open();
// Every invocation says it: an instance that ends by itself is only made again.
opening.catch(() => undefined);

export const handler: EventHandler = async (event, invocation) => (await opening)(event, invocation);
