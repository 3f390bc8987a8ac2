/** The endpoint: `security-ir.<region>.api.aws`, its FIPS variant, or an endpoint of the caller. */
import { partition } from '@aws-sdk/core/client';
import { EndpointError } from '@smithy/core/endpoints';
import type { EndpointParameters as SmithyEndpointParameters, EndpointV2, Provider } from '@smithy/types';

import { SIGNING_NAME } from './auth';

/**
 * The endpoint options of a client. All hosts of the service are dual-stack, regardless of `useDualstackEndpoint`.
 */
export interface ClientInputEndpointParameters {
  region?: string | undefined | Provider<string | undefined>;
  useDualstackEndpoint?: boolean | undefined | Provider<boolean | undefined>;
  useFipsEndpoint?: boolean | undefined | Provider<boolean | undefined>;
  endpoint?: string | EndpointV2 | Provider<EndpointV2>;
}

export type ClientResolvedEndpointParameters = Omit<ClientInputEndpointParameters, 'endpoint'> & {
  defaultSigningName: string;
};

export interface EndpointParameters extends SmithyEndpointParameters {
  Region?: string | undefined;
  UseFIPS?: boolean | undefined;
  Endpoint?: string | undefined;
}

/** The client option for each endpoint parameter. */
export const endpointParameterInstructions = {
  UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
  Endpoint: { type: 'builtInParams', name: 'endpoint' },
  Region: { type: 'builtInParams', name: 'region' },
} as const;

export const resolveClientEndpointParameters = <T>(
  options: T & ClientInputEndpointParameters,
): T & ClientResolvedEndpointParameters =>
  Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: SIGNING_NAME,
  });

/** The endpoint rules of the service. Throws EndpointError for a combination without an endpoint. */
export const defaultEndpointResolver = ({ Endpoint, Region, UseFIPS }: EndpointParameters): EndpointV2 => {
  if (Endpoint !== undefined) {
    if (UseFIPS === true) {
      throw new EndpointError('Invalid Configuration: FIPS and custom endpoint are not supported');
    }
    return { url: new URL(Endpoint) };
  }
  if (Region === undefined) throw new EndpointError('Invalid Configuration: Missing Region');
  const { dualStackDnsSuffix } = partition(Region);
  const host = UseFIPS === true ? 'security-ir-fips' : 'security-ir';
  return { url: new URL(`https://${host}.${Region}.${dualStackDnsSuffix}`) };
};
