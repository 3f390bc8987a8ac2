/** The entry point on AWS Lambda, behind API Gateway or a function URL: dist/src/lambda.handler. */
import { readConfig } from './config/config';
import { openGateway } from './app/gateway';
import { createHandler, type EventHandler } from './app/lambda/handler';
import { checkLambdaConfig } from './app/lambda/requirements';
import { openLog } from './observability/logs/logger';
import { logWarnings } from './observability/logs/process-events';

async function open(): Promise<EventHandler> {
  const config = readConfig(process.env);
  checkLambdaConfig(config);
  // Lambda freezes an instance after each response.
  const { logger } = openLog(config.logLevel, { sync: true });
  logWarnings(logger);
  return createHandler(await openGateway(config, { mode: 'live' }, logger));
}

/** Starts during the initialization of the instance, so that the first invocation waits less. */
const opening = open();
// Every invocation rejects with the error; if the instance exited instead, Lambda would only start another one.
opening.catch(() => undefined);

export const handler: EventHandler = async (event, invocation) => (await opening)(event, invocation);
