/** The operations on the tags of jobs and members. */
import type { z } from 'zod';
import { operation, type Call, type HttpBinding, type Output } from '../kernel/operation';
import { notFound, quotaExceeded } from './errors';
import type { ClassificationJob, MacieState, Member } from './state';
import { MAX_TAGS, RESOURCE_INPUT, TAG_INPUT, UNTAG_INPUT } from './validation';

type MacieCall = Call<MacieState>;

function tagResource({ resourceArn, tags }: z.infer<typeof TAG_INPUT>, call: MacieCall): Output {
  const resource = resourceOf(call, resourceArn);
  const merged = { ...resource.tags, ...tags };
  checkTagCount(merged);
  resource.tags = merged;
  return {};
}

function untagResource({ resourceArn, tagKeys }: z.infer<typeof UNTAG_INPUT>, call: MacieCall): Output {
  const resource = resourceOf(call, resourceArn);
  resource.tags = Object.fromEntries(Object.entries(resource.tags).filter(([key]) => !tagKeys.includes(key)));
  return {};
}

export function checkTagCount(tags: Readonly<Record<string, string>> = {}): void {
  if (Object.keys(tags).length > MAX_TAGS) throw quotaExceeded(`A resource may have ${MAX_TAGS} tags.`);
}

/** Throws ResourceNotFoundException for an ARN of another account or region, too. */
function resourceOf({ state }: MacieCall, resourceArn: string): ClassificationJob | Member {
  const id = resourceArn.slice(resourceArn.lastIndexOf('/') + 1);
  const [job, member] = [state.jobs.get(id), state.members.get(id)];
  if (job?.jobArn === resourceArn) return job;
  if (member?.arn === resourceArn) return member;
  throw notFound();
}

const PATH = '/tags/{resourceArn}';

const UNTAG: HttpBinding = { method: 'DELETE', path: PATH, status: 204, query: { tagKeys: 'strings' } };

export const TAG_OPERATIONS = [
  operation('TagResource', { method: 'POST', path: PATH, status: 204 }, TAG_INPUT, tagResource),
  operation('UntagResource', UNTAG, UNTAG_INPUT, untagResource),
  operation(
    'ListTagsForResource',
    { method: 'GET', path: PATH, status: 200 },
    RESOURCE_INPUT,
    ({ resourceArn }, call: MacieCall) => ({ tags: resourceOf(call, resourceArn).tags }),
  ),
];
