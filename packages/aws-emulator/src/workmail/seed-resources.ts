/** The seeded resource mailboxes of an organization. */
import type { Random } from '../kernel/random';
import type { Resource } from './state';

const NAMES = ['board-room', 'video-van', 'press-room'] as const;

/** By ResourceId. */
export function seedResources(random: Random, domain: string): Map<string, Resource> {
  const resources = NAMES.map((name) => ({
    resourceId: `r-${random.hex(32)}`,
    name,
    email: `${name}@${domain}`,
  }));
  return new Map(resources.map((resource) => [resource.resourceId, resource]));
}
