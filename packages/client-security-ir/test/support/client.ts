// A client with a recording server.
import { SecurityIRClient, type SecurityIRClientConfig } from '@aws-sdk/client-security-ir';

import {
  startRecordingServer,
  type CannedResponse,
  type RecordedRequest,
  type Responder,
} from './recording-server';

export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

export interface Harness {
  client: SecurityIRClient;
  url: string;
  requests: RecordedRequest[];
}

/** Runs `body` with a recording server and its client, and then closes both. */
export const withServer = async <T>(
  response: Responder | CannedResponse,
  body: (harness: Harness) => Promise<T>,
  config: SecurityIRClientConfig = {},
): Promise<T> => {
  const server = await startRecordingServer(typeof response === 'function' ? response : () => response);
  const client = new SecurityIRClient({ region: 'us-east-1', endpoint: server.url, credentials, ...config });
  try {
    return await body({ client, url: server.url, requests: server.requests });
  } finally {
    client.destroy();
    await server.close();
  }
};

/** Returns the reason with which the promise rejects. Throws if it resolves. */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => {
      throw new Error(`The promise did not reject. Its value is ${JSON.stringify(value)}.`);
    },
    (reason: unknown) => reason,
  );
