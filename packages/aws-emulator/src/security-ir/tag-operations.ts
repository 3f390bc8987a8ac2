/** The operations on the tags of cases and memberships. */
import type { z } from 'zod';
import { operation, type HttpBinding, type Output } from '../kernel/operation';
import type { SecurityIrCall } from './call';
import { notFound, quotaExceeded } from './errors';
import { caseArn } from './new-case';
import { membershipArn } from './new-membership';
import { MAX_TAGS, RESOURCE_INPUT, TAG_INPUT, UNTAG_INPUT } from './validation';

/** What has tags, and how a quota error names it. */
interface Tagged {
  readonly resource: { tags: Readonly<Record<string, string>> };
  readonly id: string;
  readonly type: 'case' | 'membership';
}

function tagResource({ resourceArn, tags }: z.infer<typeof TAG_INPUT>, call: SecurityIrCall): Output {
  const { resource, id, type } = taggedBy(call, resourceArn);
  const merged = { ...resource.tags, ...tags };
  if (Object.keys(merged).length > MAX_TAGS) {
    throw quotaExceeded(id, `A ${type} may have ${MAX_TAGS} tags.`, `tags-per-${type}`, type);
  }
  resource.tags = merged;
  return {};
}

function untagResource({ resourceArn, tagKeys }: z.infer<typeof UNTAG_INPUT>, call: SecurityIrCall): Output {
  const { resource } = taggedBy(call, resourceArn);
  resource.tags = Object.fromEntries(Object.entries(resource.tags).filter(([key]) => !tagKeys.includes(key)));
  return {};
}

/** An ARN of another account or region identifies no resource. */
function taggedBy({ state, scope }: SecurityIrCall, resourceArn: string): Tagged {
  const id = resourceArn.slice(resourceArn.lastIndexOf('/') + 1);
  const securityCase = state.cases.get(id);
  if (securityCase !== undefined && resourceArn === caseArn(id, scope)) {
    return { resource: securityCase, id, type: 'case' };
  }
  const membership = state.memberships.get(id);
  if (membership !== undefined && resourceArn === membershipArn(id, scope)) {
    return { resource: membership, id, type: 'membership' };
  }
  throw notFound(`The resource ${resourceArn}`);
}

const PATH = '/v1/tags/{resourceArn}';

const UNTAG: HttpBinding = { method: 'DELETE', path: PATH, status: 200, query: { tagKeys: 'strings' } };

export const TAG_OPERATIONS = [
  operation('TagResource', { method: 'POST', path: PATH, status: 204 }, TAG_INPUT, tagResource),
  operation('UntagResource', UNTAG, UNTAG_INPUT, untagResource),
  operation(
    'ListTagsForResource',
    { method: 'GET', path: PATH, status: 200 },
    RESOURCE_INPUT,
    ({ resourceArn }, call: SecurityIrCall) => ({ tags: taggedBy(call, resourceArn).resource.tags }),
  ),
];
