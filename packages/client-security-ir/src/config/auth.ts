/** Request signing. The service supports only SigV4. */
import {
  resolveAwsSdkSigV4Config,
  type AwsSdkSigV4AuthInputConfig,
  type AwsSdkSigV4AuthResolvedConfig,
  type AwsSdkSigV4PreviouslyResolved,
} from '@aws-sdk/core/httpAuthSchemes';
import { getSmithyContext, normalizeProvider } from '@smithy/core/client';
import type {
  HandlerExecutionContext,
  HttpAuthScheme,
  HttpAuthSchemeParameters,
  HttpAuthSchemeProvider,
  Provider,
} from '@smithy/types';

export const SIGNING_NAME = 'security-ir';

export interface SecurityIRHttpAuthSchemeParameters extends HttpAuthSchemeParameters {
  region?: string;
}

export type SecurityIRHttpAuthSchemeProvider = HttpAuthSchemeProvider<SecurityIRHttpAuthSchemeParameters>;

/** Credentials and signing options of a client. */
export interface HttpAuthSchemeInputConfig extends AwsSdkSigV4AuthInputConfig {
  /** Names of auth schemes in order of preference. This service has only `sigv4`. */
  authSchemePreference?: string[] | Provider<string[]>;
  httpAuthSchemes?: HttpAuthScheme[];
  httpAuthSchemeProvider?: SecurityIRHttpAuthSchemeProvider;
}

export interface HttpAuthSchemeResolvedConfig extends AwsSdkSigV4AuthResolvedConfig {
  readonly authSchemePreference: Provider<string[]>;
  readonly httpAuthSchemes: HttpAuthScheme[];
  readonly httpAuthSchemeProvider: SecurityIRHttpAuthSchemeProvider;
}

export const httpAuthSchemeParametersProvider = async (
  config: { region: Provider<string> },
  context: HandlerExecutionContext,
): Promise<SecurityIRHttpAuthSchemeParameters> => ({
  operation: getSmithyContext(context).operation as string,
  region: await config.region(),
});

export const defaultHttpAuthSchemeProvider: SecurityIRHttpAuthSchemeProvider = ({ region }) => [
  {
    schemeId: 'aws.auth#sigv4',
    signingProperties: { name: SIGNING_NAME, region },
    propertiesExtractor: (config: object, context: HandlerExecutionContext) => ({
      signingProperties: { config, context },
    }),
  },
];

export const resolveHttpAuthSchemeConfig = <T>(
  config: T & HttpAuthSchemeInputConfig & AwsSdkSigV4PreviouslyResolved,
): T & HttpAuthSchemeResolvedConfig =>
  Object.assign(resolveAwsSdkSigV4Config(config), {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? []),
  }) as T & HttpAuthSchemeResolvedConfig;
