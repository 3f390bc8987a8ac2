/** The subscriptions of the live benchmark: documents of different size, of which each selects the facts that it measures. */

const FIELDS = [
  'type',
  'cause',
  'kind',
  'resourceId',
  'target { name }',
  'changes { field }',
  'changes { field before after }',
  'auditEntry { mutation }',
] as const;

/** Documents that all differ, as clients with different screens send them. */
export function subscriptions(count: number): readonly string[] {
  return Array.from({ length: count }, (_each, index) => {
    const fields = FIELDS.slice(0, 1 + (index % FIELDS.length)).join(' ');
    return `subscription Screen${index} { resourceEvents(filter: { fields: ["status"] }) {
      ... on ResourceEvent { position observedAt ${fields} }
      ... on Gap { from to reason }
      ... on Heartbeat { heartbeat: position }
    } }`;
  });
}
