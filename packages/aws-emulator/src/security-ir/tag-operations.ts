/** The operations on tags, of cases. Memberships have ARNs of the same form, but there are none here. */
import type { z } from 'zod';
import { operation, type HttpBinding, type Output } from '../kernel/operation';
import type { SecurityIrCall } from './call';
import { notFound, quotaExceeded } from './errors';
import { caseArn } from './new-case';
import type { SecurityCase } from './state';
import { MAX_TAGS, RESOURCE_INPUT, TAG_INPUT, UNTAG_INPUT } from './validation';

function tagResource({ resourceArn, tags }: z.infer<typeof TAG_INPUT>, call: SecurityIrCall): Output {
  const securityCase = caseOfArn(call, resourceArn);
  const merged = { ...securityCase.tags, ...tags };
  if (Object.keys(merged).length > MAX_TAGS) {
    throw quotaExceeded(securityCase, `A case may have ${MAX_TAGS} tags.`, 'tags-per-case');
  }
  securityCase.tags = merged;
  return {};
}

function untagResource({ resourceArn, tagKeys }: z.infer<typeof UNTAG_INPUT>, call: SecurityIrCall): Output {
  const securityCase = caseOfArn(call, resourceArn);
  securityCase.tags = Object.fromEntries(
    Object.entries(securityCase.tags).filter(([key]) => !tagKeys.includes(key)),
  );
  return {};
}

/** An ARN of another account or region names nothing here. */
function caseOfArn(call: SecurityIrCall, resourceArn: string): SecurityCase {
  const caseId = resourceArn.slice(resourceArn.lastIndexOf('/') + 1);
  const securityCase = call.state.cases.get(caseId);
  if (securityCase === undefined || caseArn(caseId, call.scope) !== resourceArn) {
    throw notFound(`The resource ${resourceArn}`);
  }
  return securityCase;
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
    ({ resourceArn }, call: SecurityIrCall) => ({ tags: caseOfArn(call, resourceArn).tags }),
  ),
];
