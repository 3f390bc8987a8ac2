// Security Incident Response: tags of cases.
import {
  CreateCaseCommand,
  ListCaseEditsCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-security-ir';
import { authorization, raw, rejection } from './support/clients';
import { NO_RESOURCES, useEmulator } from './support/emulator';

const { emulator, clients } = useEmulator({ sizes: { ...NO_RESOURCES, cases: 5 } });

const ID = '1234567890';
const ARN = `arn:aws:security-ir:us-east-1:111122223333:case/${ID}`;

beforeEach(async () => {
  await emulator.control('POST', '/put', {
    service: 'security-ir',
    resource: 'case',
    id: ID,
    set: { title: 'A case', caseStatus: 'Closed', resolverType: 'Self', tags: { Team: 'audit', Tier: '1' } },
  });
});

async function tagsOf(resourceArn = ARN): Promise<unknown> {
  const { tags, $metadata } = await clients.securityIr.send(new ListTagsForResourceCommand({ resourceArn }));
  expect($metadata.httpStatusCode).toBe(200);
  return tags;
}

function tag(tags: Record<string, string>, resourceArn = ARN) {
  return clients.securityIr.send(new TagResourceCommand({ resourceArn, tags }));
}

function untag(...tagKeys: string[]) {
  return clients.securityIr.send(new UntagResourceCommand({ resourceArn: ARN, tagKeys }));
}

function call(method: string, arn: string, query: string, body?: object) {
  const headers = { authorization: authorization('security-ir') };
  const path = `/v1/tags/${encodeURIComponent(arn)}${query}`;
  return raw(emulator.url, method, path, headers, body && JSON.stringify(body));
}

test('TagResource adds and replaces tags', async () => {
  const { $metadata, ...output } = await tag({ Team: 'privacy', 'a b/c': '' });
  expect([$metadata.httpStatusCode, output]).toEqual([204, {}]);
  expect(await tagsOf()).toEqual({ Team: 'privacy', Tier: '1', 'a b/c': '' });
});

test('UntagResource removes tags by key, and ignores unknown keys', async () => {
  await tag({ 'a b/c': 'x', 'd,e': 'y' });
  const { $metadata, ...output } = await untag('a b/c', 'd,e', 'Team', 'Nothing');
  expect([$metadata.httpStatusCode, output]).toEqual([200, {}]);
  expect(await tagsOf()).toEqual({ Tier: '1' });
  await untag('Tier');
  expect(await tagsOf()).toEqual({});
});

test('CreateCase adds tags to the new case', async () => {
  const { caseId } = await clients.securityIr.send(
    new CreateCaseCommand({
      resolverType: 'Self',
      title: 'A case',
      description: 'A description',
      engagementType: 'Investigation',
      reportedIncidentStartDate: new Date(),
      impactedAccounts: [],
      watchers: [],
      tags: { Team: 'privacy' },
    }),
  );
  expect(await tagsOf(ARN.replace(ID, String(caseId)))).toEqual({ Team: 'privacy' });
});

test('TagResource adds no edit to the case', async () => {
  await tag({ Team: 'privacy' });
  const { items } = await clients.securityIr.send(new ListCaseEditsCommand({ caseId: ID }));
  expect(items).toEqual([]);
});

test('a case has at most 200 tags', async () => {
  const many = Object.fromEntries(Array.from({ length: 198 }, (_, index) => [`key-${index}`, 'x']));
  await tag(many);
  expect(await rejection(tag({ another: 'x' }))).toMatchObject({
    name: 'ServiceQuotaExceededException',
    resourceId: ID,
    $metadata: { httpStatusCode: 402 },
  });
  await tag({ Team: 'replaced' });
  expect(await tagsOf()).toEqual({ ...many, Team: 'replaced', Tier: '1' });
});

test.each([
  'arn:aws:security-ir:us-east-1:111122223333:case/9999999999',
  `arn:aws:security-ir:us-east-1:444455556666:case/${ID}`,
  `arn:aws:security-ir:eu-west-1:111122223333:case/${ID}`,
  'arn:aws:security-ir:us-east-1:111122223333:membership/m-0123456789abcdef',
])('the tag operations return ResourceNotFoundException for %s', async (resourceArn) => {
  for (const attempt of [
    () => tagsOf(resourceArn),
    () => tag({ a: 'b' }, resourceArn),
    () => clients.securityIr.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a'] })),
  ]) {
    expect(await rejection(attempt())).toMatchObject({ name: 'ResourceNotFoundException' });
  }
});

test.each<[method: string, arn: string, query: string, body: object | undefined, field: string]>([
  ['GET', 'arn:aws:security-ir:us-east-1:1:case/1', '', undefined, 'resourceArn'],
  ['POST', 'arn:aws:macie2:us-east-1:111122223333:case/1234567890', '', { tags: {} }, 'resourceArn'],
  ['POST', ARN, '', {}, 'tags'],
  ['POST', ARN, '', { tags: { '': 'x' } }, 'tags.'],
  ['POST', ARN, '', { tags: { ['x'.repeat(129)]: 'x' } }, `tags.${'x'.repeat(129)}`],
  ['POST', ARN, '', { tags: { Team: 'x'.repeat(257) } }, 'tags.Team'],
  ['DELETE', ARN, '', undefined, 'tagKeys'],
  ['DELETE', ARN, '?tagKeys=', undefined, 'tagKeys.0'],
  ['DELETE', ARN, `?tagKeys=a&tagKeys=${'x'.repeat(129)}`, undefined, 'tagKeys.1'],
])('%s %s%s rejects input that violates a limit', async (method, arn, query, body, field) => {
  const reply = await call(method, arn, query, body);
  expect(reply.status).toBe(400);
  const { reason, fieldList } = reply.body as { reason: string; fieldList: { name: string }[] };
  expect([reason, ...fieldList.map(({ name }) => name)]).toEqual(['FIELD_VALIDATION_FAILED', field]);
});
