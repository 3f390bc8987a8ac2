/** The operations that read memberships. */
import type { z } from 'zod';
import { operation, type Output } from '../kernel/operation';
import { descending } from '../kernel/paginate';
import { pageOf, post, type SecurityIrCall } from './call';
import { notFound } from './errors';
import { membershipDetail, membershipSummary } from './shapes';
import type { Membership } from './state';
import { LIST_MEMBERSHIPS_INPUT, MEMBERSHIP_INPUT } from './validation';

function listMemberships(input: z.infer<typeof LIST_MEMBERSHIPS_INPUT>, call: SecurityIrCall): Output {
  const orderKey = ({ membershipActivationTimestamp, membershipId }: Membership): (string | number)[] => [
    membershipActivationTimestamp,
    membershipId,
  ];
  const latestFirst = [...call.state.memberships.values()].sort((a, b) =>
    descending(orderKey(a), orderKey(b)),
  );
  const page = pageOf(call, input, latestFirst, orderKey);
  return { items: page.rows.map(membershipSummary), nextToken: page.nextToken };
}

function getMembership({ membershipId }: z.infer<typeof MEMBERSHIP_INPUT>, call: SecurityIrCall): Output {
  const membership = call.state.memberships.get(membershipId);
  if (membership === undefined) throw notFound(`The membership ${membershipId}`);
  return membershipDetail(membership);
}

export const MEMBERSHIP_OPERATIONS = [
  operation('ListMemberships', post('/v1/memberships', 200), LIST_MEMBERSHIPS_INPUT, listMemberships),
  operation(
    'GetMembership',
    { method: 'GET', path: '/v1/membership/{membershipId}', status: 200 },
    MEMBERSHIP_INPUT,
    getMembership,
  ),
];
