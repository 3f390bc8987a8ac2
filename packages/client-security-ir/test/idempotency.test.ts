// Idempotency tokens: generated if absent, one per send, the same for all retries of a send.
import {
  CreateCaseCommand,
  CreateCaseCommentCommand,
  CreateMembershipCommand,
  GetCaseAttachmentUploadUrlCommand,
  type SecurityIRClient,
} from '@aws-sdk/client-security-ir';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';

import { withServer } from './support/client';
import type { RecordedRequest } from './support/recording-server';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const tokensOf = (requests: RecordedRequest[]): unknown[] =>
  requests.map(({ body }) => (body as { clientToken?: string }).clientToken);

const caseId = '1234567890';
const tokenOperations: [string, (client: SecurityIRClient) => Promise<unknown>][] = [
  [
    'CreateCase',
    (client) =>
      client.send(
        new CreateCaseCommand({
          resolverType: 'Self',
          title: 't',
          description: 'd',
          engagementType: 'Investigation',
          reportedIncidentStartDate: new Date(0),
          impactedAccounts: [],
          watchers: [],
        }),
      ),
  ],
  ['CreateCaseComment', (client) => client.send(new CreateCaseCommentCommand({ caseId, body: 'b' }))],
  [
    'CreateMembership',
    (client) => client.send(new CreateMembershipCommand({ membershipName: 'abc', incidentResponseTeam: [] })),
  ],
  [
    'GetCaseAttachmentUploadUrl',
    (client) =>
      client.send(new GetCaseAttachmentUploadUrlCommand({ caseId, fileName: 'f', contentLength: 1 })),
  ],
];

test.each(tokenOperations)('%s has a new token per send', async (_, send) => {
  await withServer({ status: 201, body: {} }, async ({ client, requests }) => {
    await send(client);
    await send(client);

    const tokens = tokensOf(requests);
    expect(tokens).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid)]);
    expect(tokens[0]).not.toBe(tokens[1]);
  });
});

test.each(tokenOperations)('%s keeps its token when the SDK retries', async (_, send) => {
  await withServer(
    (index) => (index === 0 ? { status: 500, body: {} } : { status: 201, body: {} }),
    async ({ client, requests }) => {
      await send(client);

      const tokens = tokensOf(requests);
      expect(tokens).toEqual([expect.stringMatching(uuid), tokens[0]]);
    },
    { retryStrategy: new ConfiguredRetryStrategy(3, 1) },
  );
});

test('the client does not change a token of the caller', async () => {
  await withServer({ status: 201, body: {} }, async ({ client, requests }) => {
    await client.send(new CreateCaseCommentCommand({ caseId, body: 'b', clientToken: 'mine' }));
    expect(tokensOf(requests)).toEqual(['mine']);
  });
});
