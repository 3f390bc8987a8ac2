// Clients for the emulator's own tests: SDK clients, and raw requests with a SigV4 header for input that no SDK sends.
import { Macie2Client } from '@aws-sdk/client-macie2';
import { SecurityIRClient } from '@aws-sdk/client-security-ir';
import { WorkMailClient } from '@aws-sdk/client-workmail';

export const ACCOUNT = '111122223333';
export const REGION = 'us-east-1';

export interface Clients {
  readonly macie: Macie2Client;
  readonly workMail: WorkMailClient;
  readonly securityIr: SecurityIRClient;
  destroy(): void;
}

/** SDK clients that send every request once. */
export function sdkClients(url: string, account = ACCOUNT, region = REGION): Clients {
  const settings = {
    endpoint: url,
    region,
    credentials: { accessKeyId: account, secretAccessKey: 'any' },
    maxAttempts: 1,
  };
  const macie = new Macie2Client(settings);
  const workMail = new WorkMailClient(settings);
  const securityIr = new SecurityIRClient(settings);
  return {
    macie,
    workMail,
    securityIr,
    destroy: () => {
      macie.destroy();
      workMail.destroy();
      securityIr.destroy();
    },
  };
}

export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface TextReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A SigV4 header as clients send it; the emulator does not verify the signature. */
export function authorization(service: string, accessKeyId = ACCOUNT, region = REGION): string {
  const credential = `${accessKeyId}/20261121/${region}/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`;
}

export async function raw(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<RawReply> {
  const { text, ...reply } = await rawText(url, method, path, headers, body);
  return { ...reply, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

async function rawText(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<TextReply> {
  const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends a form as clients of STS do. `headers` replace the authorization of a long-term key. */
export function sts(
  url: string,
  form: Record<string, string>,
  headers: Record<string, string> = { authorization: authorization('sts') },
): Promise<TextReply> {
  const body = new URLSearchParams({ Version: '2011-06-15', ...form }).toString();
  return rawText(url, 'POST', '/', { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body);
}

/** Returns the reason with which the promise rejects. Throws if it resolves. */
export async function rejection(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Record<string, unknown>;
  }
  throw new Error('The promise resolved, but it was expected to reject.');
}
