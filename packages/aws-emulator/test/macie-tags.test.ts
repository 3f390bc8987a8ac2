// Tags of Macie jobs and members, identified by ARN.
import {
  GetMemberCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-macie2';
import { ACCOUNT, rejection } from './support/clients';
import { NO_RESOURCES, useEmulator } from './support/emulator';
import { readState } from './support/state';

const { emulator, clients } = useEmulator({ sizes: { ...NO_RESOURCES, jobs: 3, members: 3 } });

const tagsOf = async (resourceArn: string) =>
  (await clients.macie.send(new ListTagsForResourceCommand({ resourceArn }))).tags;

async function arns(): Promise<{ job: string; member: string; accountId: string }> {
  const { jobs, members } = (await readState(emulator)).macie2;
  return {
    job: String(jobs[0]?.jobArn),
    member: String(members[0]?.arn),
    accountId: String(members[0]?.accountId),
  };
}

test('a job and a member accept tags, replace their values and remove them', async () => {
  const { job, member } = await arns();
  for (const resourceArn of [job, member]) {
    const before = await tagsOf(resourceArn);
    expect(Object.keys(before ?? {}).sort()).toEqual(['Environment', 'Team']);
    const tagged = await clients.macie.send(
      new TagResourceCommand({ resourceArn, tags: { Team: 'new', More: '' } }),
    );
    expect(tagged.$metadata.httpStatusCode).toBe(204);
    expect(await tagsOf(resourceArn)).toEqual({ ...before, Team: 'new', More: '' });
    const tagKeys = ['Team', 'Environment', 'Nothing'];
    const untagged = await clients.macie.send(new UntagResourceCommand({ resourceArn, tagKeys }));
    expect(untagged.$metadata.httpStatusCode).toBe(204);
    expect(await tagsOf(resourceArn)).toEqual({ More: '' });
  }
});

test('GetMember returns the tags of the member', async () => {
  const { member, accountId } = await arns();
  await clients.macie.send(new TagResourceCommand({ resourceArn: member, tags: { Owner: 'secops' } }));
  const { tags } = await clients.macie.send(new GetMemberCommand({ id: accountId }));
  expect(tags).toMatchObject({ Owner: 'secops' });
});

test.each([
  [`arn:aws:macie2:us-east-1:${ACCOUNT}:classification-job/none`],
  [`arn:aws:macie2:eu-west-1:${ACCOUNT}:member/111122223333`],
  ['nonsense'],
])('the tag operations reject the ARN %s, which identifies no resource', async (resourceArn) => {
  expect(await rejection(tagsOf(resourceArn))).toMatchObject({ name: 'ResourceNotFoundException' });
});

test('a resource has at most 50 tags, with keys of 128 characters and values of 256', async () => {
  const { job: resourceArn } = await arns();
  const tag = (tags: Record<string, string>) =>
    clients.macie.send(new TagResourceCommand({ resourceArn, tags }));
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, '']));
  expect(await rejection(tag({ ['x'.repeat(129)]: '' }))).toMatchObject({ name: 'ValidationException' });
  expect(await rejection(tag({ x: 'y'.repeat(257) }))).toMatchObject({ name: 'ValidationException' });
  expect(await rejection(tag(many(49)))).toMatchObject({ name: 'ServiceQuotaExceededException' });
  await tag(many(48));
  expect(Object.keys((await tagsOf(resourceArn)) ?? {})).toHaveLength(50);
});
