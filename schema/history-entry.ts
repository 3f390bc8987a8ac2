/** The time line of one resource: its events and the mutations that callers requested for it. */
import { InterfaceType } from 'type-graphql';
import type { NodeKind } from '../src/domain/resources';

@InterfaceType({
  description: 'An entry of the time line of a resource: an event, or a mutation that a caller requested.',
  resolveType: ({ kind }: { kind: NodeKind }) => (kind === 'AuditEntry' ? 'AuditEntry' : 'ResourceEvent'),
})
export abstract class HistoryEntry {}
