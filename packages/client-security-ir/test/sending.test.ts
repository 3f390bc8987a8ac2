// A single request: path labels, empty values, abort signals and timeouts.
import {
  CancelMembershipCommand,
  GetCaseAttachmentDownloadUrlCommand,
  GetCaseCommand,
  ListCasesCommand,
  ListTagsForResourceCommand,
  UpdateCaseCommand,
  type SecurityIRClient,
} from '@aws-sdk/client-security-ir';

import { rejection, withServer } from './support/client';

test.each([
  ['1234567890', '/v1/cases/1234567890/get-case'],
  ['../../v1/list-cases', '/v1/cases/..%2F..%2Fv1%2Flist-cases/get-case'],
  ['a b?c#d%2F&é', '/v1/cases/a%20b%3Fc%23d%252F%26%C3%A9/get-case'],
  ["(!*')", '/v1/cases/%28%21%2A%27%29/get-case'],
])('the case id %s is one segment of the path', async (caseId, path) => {
  await withServer({ body: {} }, async ({ client, requests }) => {
    await client.send(new GetCaseCommand({ caseId }));
    expect(requests[0]?.path).toBe(path);
  });
});

test.each<[string, (client: SecurityIRClient) => Promise<unknown>]>([
  ['caseId', (client) => client.send(new GetCaseCommand({ caseId: '' }))],
  ['caseId', (client) => client.send(new GetCaseCommand({ caseId: undefined }))],
  [
    'attachmentId',
    (client) =>
      client.send(new GetCaseAttachmentDownloadUrlCommand({ caseId: '1234567890', attachmentId: '' })),
  ],
  ['membershipId', (client) => client.send(new CancelMembershipCommand({ membershipId: '' }))],
  ['resourceArn', (client) => client.send(new ListTagsForResourceCommand({ resourceArn: '' }))],
])('an empty %s is rejected before a request is sent', async (label, send) => {
  await withServer({ body: {} }, async ({ client, requests }) => {
    expect(await rejection(send(client))).toMatchObject({
      message: expect.stringMatching(`value provided for input HTTP label: ${label}`) as string,
    });
    expect(requests).toHaveLength(0);
  });
});

test('an empty value in the body is sent', async () => {
  await withServer({ body: {} }, async ({ client, requests }) => {
    await client.send(new UpdateCaseCommand({ caseId: '1234567890', title: '' }));
    expect(requests[0]?.body).toEqual({ title: '' });
  });
});

test('a command can be sent again', async () => {
  await withServer({ body: {} }, async ({ client, requests }) => {
    const command = new GetCaseCommand({ caseId: '1234567890' });
    await client.send(command);
    await client.send(command);
    expect(requests).toHaveLength(2);
  });
});

test('an abort signal ends a request in flight without a retry', async () => {
  const controller = new AbortController();
  const abortAndHang = () => {
    controller.abort();
    return 'hang' as const;
  };
  await withServer(abortAndHang, async ({ client, requests }) => {
    const error = await rejection(client.send(new ListCasesCommand({}), { abortSignal: controller.signal }));
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(requests).toHaveLength(1);
  });
});

test('an aborted signal prevents the request', async () => {
  await withServer({ body: {} }, async ({ client, requests }) => {
    const error = await rejection(
      client.send(new ListCasesCommand({}), { abortSignal: AbortSignal.abort() }),
    );
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(requests).toHaveLength(0);
  });
});

test('requestHandler accepts the options of the HTTP handler', async () => {
  await withServer(
    () => 'hang',
    async ({ client, requests }) => {
      const error = await rejection(client.send(new ListCasesCommand({})));
      expect(error).toMatchObject({ name: 'TimeoutError' });
      expect(requests).toHaveLength(1);
    },
    { maxAttempts: 1, requestHandler: { requestTimeout: 50, throwOnRequestTimeout: true } },
  );
});
