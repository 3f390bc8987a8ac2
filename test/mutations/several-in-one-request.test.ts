// Several mutations in one document: they run in order, and each payload contains the state right after its mutation.
import { ACCOUNT_ID, CASE, MEMBER, putCase, putJob, putMember } from '../support/resources';
import { useHarness } from '../support/harness';

const harness = useHarness();

async function send(document: string, variables: object): Promise<Record<string, unknown>> {
  const { data, errors } = await harness.gateway.send(document, variables);
  expect(errors).toBeUndefined();
  return data ?? {};
}

test('the payload of a second comment contains both comments', async () => {
  await putCase(harness, 'Submitted');
  const payload = '{ securityCase { comments(first: 5) { nodes { body } } } }';
  const data = await send(
    `mutation ($id: ID!) {
      first: createSecurityCaseComment(input: { id: $id, body: "one" }) ${payload}
      second: createSecurityCaseComment(input: { id: $id, body: "two" }) ${payload}
    }`,
    { id: CASE },
  );
  expect(data.first).toEqual({ securityCase: { comments: { nodes: [{ body: 'one' }] } } });
  expect(data.second).toEqual({
    securityCase: { comments: { nodes: [{ body: 'two' }, { body: 'one' }] } },
  });
});

test('the payloads of tagResource and untagResource contain the tags after each mutation', async () => {
  await putCase(harness, 'Submitted');
  const payload = '{ resource { ... on SecurityCase { tags { key } } } }';
  const data = await send(
    `mutation ($id: ID!) {
      tagged: tagResource(input: { id: $id, tags: [{ key: "a", value: "" }, { key: "b", value: "" }] }) ${payload}
      untagged: untagResource(input: { id: $id, tagKeys: ["a"] }) ${payload}
    }`,
    { id: CASE },
  );
  expect(data.tagged).toEqual({ resource: { tags: [{ key: 'a' }, { key: 'b' }] } });
  expect(data.untagged).toEqual({ resource: { tags: [{ key: 'b' }] } });
});

test('the payloads of a dry run and of the suspension contain the jobs of the member before and after AWS cancels them', async () => {
  await putMember(harness, 'Enabled');
  await putJob(harness, 'RUNNING', { buckets: [ACCOUNT_ID] });
  const payload = '{ macieMember { status classificationJobs { nodes { status } } } }';
  const data = await send(
    `mutation ($id: ID!) {
      dry: suspendMacieMember(input: { id: $id, dryRun: true, acknowledge: [CANCELS_ALL_JOBS_OF_ACCOUNT] }) ${payload}
      done: suspendMacieMember(input: { id: $id, acknowledge: [CANCELS_ALL_JOBS_OF_ACCOUNT] }) ${payload}
    }`,
    { id: MEMBER },
  );
  expect(data.dry).toEqual({
    macieMember: { status: 'ENABLED', classificationJobs: { nodes: [{ status: 'RUNNING' }] } },
  });
  expect(data.done).toEqual({
    macieMember: { status: 'PAUSED', classificationJobs: { nodes: [{ status: 'CANCELLED' }] } },
  });
});
