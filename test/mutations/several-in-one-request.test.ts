// Several mutations in one document run one after another, and each payload shows what there is after its own change.
import { ACCOUNT_ID, CASE, MEMBER, putCase, putJob, putMember } from '../support/resources';
import { useHarness } from '../support/harness';

const harness = useHarness();

async function send(document: string, variables: object): Promise<Record<string, unknown>> {
  const { data, errors } = await harness.gateway.send(document, variables);
  expect(errors).toBeUndefined();
  return data ?? {};
}

test('the second comment’s payload shows both', async () => {
  await putCase(harness, 'Submitted');
  const payload = '{ securityCase { comments(first: 5) { nodes { body } } } }';
  const answer = await send(
    `mutation ($id: ID!) {
      first: createSecurityCaseComment(input: { id: $id, body: "one" }) ${payload}
      second: createSecurityCaseComment(input: { id: $id, body: "two" }) ${payload}
    }`,
    { id: CASE },
  );
  expect(answer.first).toEqual({ securityCase: { comments: { nodes: [{ body: 'one' }] } } });
  expect(answer.second).toEqual({
    securityCase: { comments: { nodes: [{ body: 'two' }, { body: 'one' }] } },
  });
});

test('tags given and taken away again', async () => {
  await putCase(harness, 'Submitted');
  const payload = '{ resource { ... on SecurityCase { tags { key } } } }';
  const answer = await send(
    `mutation ($id: ID!) {
      given: tagResource(input: { id: $id, tags: [{ key: "a", value: "" }, { key: "b", value: "" }] }) ${payload}
      taken: untagResource(input: { id: $id, tagKeys: ["a"] }) ${payload}
    }`,
    { id: CASE },
  );
  expect(answer.given).toEqual({ resource: { tags: [{ key: 'a' }, { key: 'b' }] } });
  expect(answer.taken).toEqual({ resource: { tags: [{ key: 'b' }] } });
});

test('a member’s jobs before and after it is suspended, which cancels them', async () => {
  await putMember(harness, 'Enabled');
  await putJob(harness, 'RUNNING', { buckets: [ACCOUNT_ID] });
  const payload = '{ macieMember { relationshipStatus classificationJobs { nodes { status } } } }';
  const answer = await send(
    `mutation ($id: ID!) {
      dry: suspendMacieMember(input: { id: $id, dryRun: true, acknowledge: [CANCELS_ALL_JOBS_OF_ACCOUNT] }) ${payload}
      done: suspendMacieMember(input: { id: $id, acknowledge: [CANCELS_ALL_JOBS_OF_ACCOUNT] }) ${payload}
    }`,
    { id: MEMBER },
  );
  expect(answer.dry).toEqual({
    macieMember: { relationshipStatus: 'ENABLED', classificationJobs: { nodes: [{ status: 'RUNNING' }] } },
  });
  expect(answer.done).toEqual({
    macieMember: { relationshipStatus: 'PAUSED', classificationJobs: { nodes: [{ status: 'CANCELLED' }] } },
  });
});
