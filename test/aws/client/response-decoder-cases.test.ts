// Single bodies of AWS responses: what the decoder reads, what it loses, and what it leaves to the SDK.
import { CLASSIFICATION_JOB_OPERATIONS } from '../../../src/aws/adapters/classification-job-operations';
import { MAILBOX_EXPORT_JOB_OPERATIONS } from '../../../src/aws/adapters/mailbox-export-job-operations';
import { InvalidResponseError } from '../../../src/aws/client/response-decoder';
import { isWholeResponse, UNREADABLE_ROWS } from '../../../src/aws/client/response-reader';
import { UNREADABLE } from '../../../src/domain/records/unreadable';
import { decodersOf } from './decoders';

const { ListClassificationJobs, DescribeClassificationJob, UpdateClassificationJob } =
  CLASSIFICATION_JOB_OPERATIONS;
const list = decodersOf(ListClassificationJobs);
const exports = decodersOf(MAILBOX_EXPORT_JOB_OPERATIONS.ListMailboxExportJobs);
const change = decodersOf(UpdateClassificationJob);

const $metadata = {
  httpStatusCode: 200,
  requestId: 'request-1',
  extendedRequestId: undefined,
  cfId: undefined,
};
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test.each([
  ['is empty', ''],
  ['is a list', '[]'],
  ['is null', 'null'],
  ['is text', '"{}"'],
  ['is no JSON', '<html></html>'],
  ['is cut off', '{"items":[{"jobId":"a"'],
  ['has text behind it', '{"items":[]} {}'],
  ['begins with a byte order mark', '\uFEFF{"items":[]}'],
  ['has a page token that is no text', '{"items":[],"nextToken":5}'],
  ['has rows that are no list', '{"items":{"0":{"jobId":"a"}}}'],
  ['is a list of 100,000 levels', deep(100_000)],
])('a response that %s cannot be read', async (_title, body) => {
  const error: unknown = await list.gateway(body).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error).toMatchObject({ $metadata });
});

test.each([
  ['space around it', ' \n{"items":[{"jobId":"a"}]}\r\n', [{ jobId: 'a' }]],
  ['the same member twice', '{"items":[],"items":[{"jobId":"a","jobId":"b"}]}', [{ jobId: 'b' }]],
  ['escapes', '{"\\u0069tems":[{"jobId":"\\u00e9\\ud800"}]}', [{ jobId: 'é\ud800' }]],
  ['null', '{"items":[{"jobId":"a","name":null,"createdAt":null}],"nextToken":null}', [{ jobId: 'a' }]],
  ['no rows', '{}', undefined],
  ['unknown members', '{"x":1,"items":[{"jobId":"a","y":{"z":[]}}]}', [{ jobId: 'a' }]],
  ['the type of a row', '{"items":[{"__type":"t","jobId":"a","y":1}]}', [{ __type: 't', jobId: 'a', y: 1 }]],
])('a response with %s is decoded as by the SDK', async (_title, body, items) => {
  const output = await list.gateway(body);
  expect(output).toEqual({ items, $metadata });
  expect(output).toEqual(await list.sdk(body));
  expect(isWholeResponse(output)).toBe(true);
});

test('invalid UTF-8 is decoded as by the SDK', async () => {
  const body = Buffer.concat([
    Buffer.from('{"items":[{"jobId":"'),
    Buffer.from([0xc3, 0x28]),
    Buffer.from('"}]}'),
  ]);
  expect(await list.gateway(body)).toEqual({ items: [{ jobId: '\ufffd(' }], $metadata });
  expect(await list.gateway(body)).toEqual(await list.sdk(body));
});

test('names of prototypes change no prototype', async () => {
  const names = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1';
  const body = `{${names},"items":[{"jobId":"a",${names}},{"__type":"t","jobId":"b",${names}}]}`;
  const { items } = (await list.gateway(body)) as { items: object[] };
  expect(items).toEqual([{ jobId: 'a' }, { jobId: 'b', __type: 't' }]);
  expect(items.map((item) => Object.getPrototypeOf(item) as unknown)).toEqual([
    Object.prototype,
    Object.prototype,
  ]);
  expect('polluted' in {}).toBe(false);
});

test.each([
  ['null', 'null'],
  ['text', '"a"'],
  ['a list', '[{"jobId":"a"}]'],
  ['a list of 100,000 levels', deep(100_000)],
  ['an empty object', '{}'],
  ['a row with a number as its key', '{"jobId":5}'],
  ['a row with an empty key', '{"jobId":""}'],
])('%s instead of a row is removed and counted', async (_title, row) => {
  const output = await list.gateway(`{"items":[{"jobId":"a"},${row},{"jobId":"b"}]}`);
  expect(output).toMatchObject({ items: [{ jobId: 'a' }, { jobId: 'b' }], [UNREADABLE_ROWS]: 1 });
  expect(isWholeResponse(output)).toBe(false);
});

test.each([
  ['1e400', 'EstimatedProgress'],
  ['123456789012345678901234567890', 'EstimatedProgress'],
  ['-2147483648', 'EstimatedProgress'],
  ['1e400', 'StartTime'],
  ['123456789012345678901234567890', 'StartTime'],
])('the number %s costs %s', async (number, member) => {
  const output = await exports.gateway(`{"Jobs":[{"JobId":"a","State":"RUNNING","${member}":${number}}]}`);
  expect(output).toMatchObject({
    Jobs: [{ JobId: 'a', State: 'RUNNING', [UNREADABLE]: new Set([member]) }],
  });
  expect(isWholeResponse(output)).toBe(false);
});

test('a list in place of a structure costs its member', async () => {
  const job = decodersOf(DescribeClassificationJob);
  const output = await job.gateway('{"jobStatus":"RUNNING","statistics":[]}');
  expect(output).toMatchObject({ jobStatus: 'RUNNING', [UNREADABLE]: new Set(['statistics']) });
});

test.each([
  ['lower case', { 'x-amzn-requestid': 'a', 'x-amz-id-2': 'b', 'x-amz-cf-id': 'c' }],
  ['mixed case', { 'X-Amzn-RequestId': 'a', 'X-Amz-Id-2': 'b' }],
  ['none', {}],
])('the metadata is that of the SDK: headers in %s', async (_title, headers) => {
  for (const { gateway, sdk } of [list, exports, change]) {
    const given = headers as Record<string, string>;
    expect(await gateway('{}', 202, given)).toEqual(await sdk('{}', 202, given));
  }
});

test('the SDK decodes error responses, and responses without members', async () => {
  const body = '{"message":"no","__type":"ResourceNotFoundException"}';
  const headers = { 'x-amzn-errortype': 'ResourceNotFoundException' };
  for (const { gateway, sdk } of [list, exports]) {
    const error: unknown = await gateway(body, 404, headers).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } });
    expect(error).toEqual(await sdk(body, 404, headers).catch((thrown: unknown) => thrown));
  }
  for (const text of ['', '{}', '<html></html>']) expect(await change.gateway(text)).toEqual({ $metadata });
});

describe('a response with values that only the SDK decodes', () => {
  const STRUCTURE = 3;
  const UNION = 4;
  const [STRING, TIMESTAMP, DOCUMENT, BLOB] = [0, 4, 15, 21];
  const choice = [UNION, 'test', 'Choice', 0, ['text', 'number'], [STRING, 1]] as const;
  const names = ['jobStatus', 'name', 'createdAt', 'document', 'blob', 'choice', 'length', 'renamed'];
  const schemas = [STRING, STRING, TIMESTAMP, DOCUMENT, BLOB, choice, [STRING, { httpHeader: 'x-length' }]];
  const output = [
    STRUCTURE,
    'test',
    'DescribeClassificationJobResponse',
    0,
    names,
    [...schemas, [STRING, { jsonName: 'wire' }]],
  ] as never;
  const { gateway, sdk } = decodersOf({ ...DescribeClassificationJob }, output);
  const members = { jobStatus: 'RUNNING', createdAt: 5, document: { a: [1] }, blob: 'YQ==', wire: 'w' };

  test('is decoded as by the SDK', async () => {
    const body = JSON.stringify({ ...members, choice: { later: 1 } });
    const decoded = await gateway(body, 200, { 'x-length': '7' });
    expect(decoded).toEqual(await sdk(body, 200, { 'x-length': '7' }));
    expect(decoded).toMatchObject({
      createdAt: new Date(5_000),
      document: { a: [1] },
      blob: new Uint8Array([97]),
      choice: { $unknown: ['later', 1] },
      length: '7',
      renamed: 'w',
    });
  });

  test('loses the same members as any other', async () => {
    const body = JSON.stringify({ ...members, name: 5, choice: { number: 'one' } });
    expect(await gateway(body)).toMatchObject({
      jobStatus: 'RUNNING',
      createdAt: new Date(5_000),
      choice: { [UNREADABLE]: new Set(['number']) },
      [UNREADABLE]: new Set(['name']),
    });
    await expect(gateway('{"name":"a"}')).rejects.toThrow(InvalidResponseError);
  });
});
