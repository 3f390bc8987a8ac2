// The options of a client: HTTP handler, credentials, logger, user agent, extensions; and destroy().
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';

import { ListCasesCommand, SecurityIRClient, UpdateCaseCommand } from '@aws-sdk/client-security-ir';
import { Macie2Client } from '@aws-sdk/client-macie2';
import { NodeHttpHandler } from '@smithy/node-http-handler';

import { credentials, rejection, withServer } from './support/client';
import { useCleanEnvironment } from './support/environment';

useCleanEnvironment();

const listWith = (config: ConstructorParameters<typeof SecurityIRClient>[0]) =>
  withServer({ body: {} }, async ({ url, requests }) => {
    const client = new SecurityIRClient({ region: 'us-east-1', endpoint: url, ...config });
    try {
      await client.send(new ListCasesCommand({}));
    } finally {
      client.destroy();
    }
    return requests[0]?.headers ?? {};
  });

test('requestHandler accepts an instance, and destroy closes its sockets', async () => {
  const agent = new Agent({ keepAlive: true });
  const requestHandler = new NodeHttpHandler({ httpAgent: agent });
  await withServer(
    { body: {} },
    async ({ client }) => {
      expect(client.config.requestHandler).toBe(requestHandler);
      await client.send(new ListCasesCommand({}));
      const sockets = Object.values(agent.freeSockets).flat();
      expect(sockets).toHaveLength(1);
      client.destroy();
      expect(sockets[0]?.destroyed).toBe(true);
    },
    { requestHandler },
  );
});

describe('credentials', () => {
  test('come from a provider', async () => {
    const provider = () => Promise.resolve({ accessKeyId: 'AKIDPROVIDED', secretAccessKey: 's' });
    const { authorization } = await listWith({ credentials: provider });
    expect(authorization).toContain('Credential=AKIDPROVIDED/');
  });

  test('come from the default chain, session token included', async () => {
    process.env.AWS_ACCESS_KEY_ID = 'AKIDENVIRONMENT';
    process.env.AWS_SECRET_ACCESS_KEY = 's';
    process.env.AWS_SESSION_TOKEN = 'session';
    const headers = await listWith({});
    expect(headers.authorization).toContain('Credential=AKIDENVIRONMENT/');
    expect(headers['x-amz-security-token']).toBe('session');
  });

  test('are required: without them, send rejects', async () => {
    expect(await rejection(listWith({}))).toMatchObject({ name: 'CredentialsProviderError' });
  });
});

test('the user agent contains the service, the version in package.json and the application', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
    version: string;
  };
  const headers = await listWith({ credentials, userAgentAppId: 'secops' });
  expect(headers['user-agent']).toContain(` api/security-ir#${version} `);
  expect(headers['user-agent']).toContain(' app/secops');
});

test('the logger receives an entry for a request, without sensitive values', async () => {
  const lines: unknown[] = [];
  const ignore = () => undefined;
  const logger = {
    trace: ignore,
    debug: ignore,
    warn: ignore,
    error: ignore,
    info: (line: unknown) => lines.push(line),
  };
  await withServer(
    { body: {} },
    async ({ client }) => {
      await client.send(
        new UpdateCaseCommand({
          caseId: '1234567890',
          title: 'secret title',
          engagementType: 'Investigation',
          watchersToAdd: [{ email: 'secret@example.com' }],
          threatActorIpAddressesToAdd: [{ ipAddress: '203.0.113.7', userAgent: 'curl' }],
        }),
      );
      const placeholder = '***SensitiveInformation***';
      expect(lines).toMatchObject([
        {
          clientName: 'SecurityIRClient',
          commandName: 'UpdateCaseCommand',
          input: {
            caseId: '1234567890',
            title: placeholder,
            engagementType: 'Investigation',
            watchersToAdd: [{ email: placeholder }],
            threatActorIpAddressesToAdd: [{ ipAddress: placeholder, userAgent: 'curl' }],
          },
        },
      ]);
    },
    { logger },
  );
});

test('an extension changes region, credentials and HTTP handler', async () => {
  const requestHandler = new NodeHttpHandler();
  const client = new SecurityIRClient({
    region: 'us-east-1',
    extensions: [
      {
        configure(configuration) {
          configuration.setRegion(() => Promise.resolve('eu-west-1'));
          configuration.setCredentials(credentials);
          configuration.setHttpHandler(requestHandler);
        },
      },
    ],
  });
  expect(await client.config.region()).toBe('eu-west-1');
  expect(client.config.requestHandler).toBe(requestHandler);
  expect(await client.config.credentials()).toMatchObject({ accessKeyId: 'AKIDEXAMPLE' });
  client.destroy();
});

test('the client has the middleware and options of a published client of the same release', () => {
  const client = new SecurityIRClient({ region: 'us-east-1', credentials });
  const published = new Macie2Client({ region: 'us-east-1', credentials });
  expect(client.middlewareStack.identify()).toEqual(published.middlewareStack.identify());
  expect(Object.keys(client.config).sort()).toEqual(Object.keys(published.config).sort());
  client.destroy();
  published.destroy();
});
