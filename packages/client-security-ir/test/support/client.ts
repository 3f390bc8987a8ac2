// Clients for the tests, and a recording server with one of them.
import { SecurityIRClient, type SecurityIRClientConfig } from '@aws-sdk/client-security-ir';

import { startRecordingServer, type Answer, type Answerer, type RecordedRequest } from './recording-server';

export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

export interface Harness {
  client: SecurityIRClient;
  url: string;
  requests: RecordedRequest[];
}

/** Runs `body` with a client of a recording server, and closes both whatever happens. */
export const withServer = async <T>(
  answer: Answerer | Answer,
  body: (harness: Harness) => Promise<T>,
  config: SecurityIRClientConfig = {},
): Promise<T> => {
  const server = await startRecordingServer(typeof answer === 'function' ? answer : () => answer);
  const client = new SecurityIRClient({ region: 'us-east-1', endpoint: server.url, credentials, ...config });
  try {
    return await body({ client, url: server.url, requests: server.requests });
  } finally {
    client.destroy();
    await server.close();
  }
};

/** What the promise rejects with. */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => {
      throw new Error(`expected a rejection, got ${JSON.stringify(value)}`);
    },
    (reason: unknown) => reason,
  );
