/** The enum of the kinds of resources. */
import { registerEnumType } from 'type-graphql';
import { RESOURCE_KINDS, type ResourceKind } from '../../src/domain/resources';

const graphqlNameOf = (kind: ResourceKind) => kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

export const ResourceKindEnum = Object.fromEntries(RESOURCE_KINDS.map((kind) => [graphqlNameOf(kind), kind]));

registerEnumType(ResourceKindEnum, {
  name: 'ResourceKind',
  description: 'A kind of resource.',
  valuesConfig: Object.fromEntries(
    RESOURCE_KINDS.map((kind) => [graphqlNameOf(kind), { description: `A resource of the type ${kind}.` }]),
  ),
});
