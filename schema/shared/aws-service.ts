/** The enum of the AWS services. */
import { registerEnumType } from 'type-graphql';
import { SERVICE_NAMES, SERVICES } from '../../src/domain/services';

export const AwsServiceEnum = Object.fromEntries(
  SERVICE_NAMES.map((service) => [SERVICES[service].graphqlName, service]),
);

registerEnumType(AwsServiceEnum, {
  name: 'AwsService',
  description: 'An AWS service that the gateway calls.',
  valuesConfig: Object.fromEntries(
    SERVICE_NAMES.map((service) => {
      const { graphqlName, description } = SERVICES[service];
      return [graphqlName, { description }];
    }),
  ),
});
