/** The defaults of a client on Node.js: protocol, signer, HTTP handler, environment variables and config files. */
import {
  createDefaultUserAgentProvider,
  emitWarningIfUnsupportedVersion,
  NODE_APP_ID_CONFIG_OPTIONS,
} from '@aws-sdk/core/client';
import { AwsSdkSigV4Signer, NODE_AUTH_SCHEME_PREFERENCE_OPTIONS } from '@aws-sdk/core/httpAuthSchemes';
import { AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { loadConfigsForDefaultMode, NoOpLogger } from '@smithy/core/client';
import {
  loadConfig,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  nodeDualstackConfigSelectors,
  nodeFipsConfigSelectors,
  resolveDefaultsModeConfig,
  type LoadedConfigSelectors,
} from '@smithy/core/config';
import { parseUrl } from '@smithy/core/protocols';
import {
  DEFAULT_RETRY_MODE,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
} from '@smithy/core/retry';
import { calculateBodyLength, fromBase64, fromUtf8, Hash, toBase64, toUtf8 } from '@smithy/core/serde';
import { NodeHttpHandler, streamCollector } from '@smithy/node-http-handler';
import type { IdentityProviderConfig } from '@smithy/types';

import { defaultHttpAuthSchemeProvider } from './config/auth';
import type { SecurityIRClientConfig } from './config/client-config';
import { defaultEndpointResolver } from './config/endpoint';
import { errorTypeRegistries } from './schemas/errors';
import { NAMESPACE } from './schemas/shapes';

const API_VERSION = '2018-05-10';
// AWS_ENDPOINT_URL_SECURITY_IR and the user agent are derived from this id. It contains a space.
const SERVICE_ID = 'Security IR';
/** The version in package.json. It is part of the user agent. */
const CLIENT_VERSION = '3.1048.0';

const defaultsFor = (config: SecurityIRClientConfig) => {
  emitWarningIfUnsupportedVersion(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const modeDefaults = () => defaultsMode().then(loadConfigsForDefaultMode);
  const serviceId = config.serviceId ?? SERVICE_ID;
  const logger = config.logger ?? new NoOpLogger();
  const source = config.profile === undefined ? { logger } : { logger, profile: config.profile };
  const loadFlag = (selectors: LoadedConfigSelectors<boolean | undefined>) => {
    const load = loadConfig(selectors, source);
    return async () => (await load()) ?? false;
  };
  return {
    apiVersion: API_VERSION,
    authSchemePreference:
      config.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, source),
    base64Decoder: config.base64Decoder ?? fromBase64,
    base64Encoder: config.base64Encoder ?? toBase64,
    bodyLengthChecker: config.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config.credentialDefaultProvider ?? defaultProvider,
    defaultsMode,
    defaultUserAgentProvider:
      config.defaultUserAgentProvider ??
      createDefaultUserAgentProvider({ serviceId, clientVersion: CLIENT_VERSION }),
    disableHostPrefix: config.disableHostPrefix ?? false,
    endpointProvider: config.endpointProvider ?? defaultEndpointResolver,
    extensions: config.extensions ?? [],
    httpAuthSchemeProvider: config.httpAuthSchemeProvider ?? defaultHttpAuthSchemeProvider,
    httpAuthSchemes: config.httpAuthSchemes ?? [
      {
        schemeId: 'aws.auth#sigv4',
        identityProvider: (identities: IdentityProviderConfig) =>
          identities.getIdentityProvider('aws.auth#sigv4'),
        signer: new AwsSdkSigV4Signer(),
      },
    ],
    logger,
    maxAttempts: config.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    protocol: config.protocol ?? AwsRestJsonProtocol,
    protocolSettings: config.protocolSettings ?? {
      defaultNamespace: NAMESPACE,
      errorTypeRegistries,
      version: API_VERSION,
      serviceTarget: 'SecurityIncidentResponse',
    },
    region:
      config.region ??
      loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...source }),
    requestHandler: NodeHttpHandler.create(config.requestHandler ?? modeDefaults),
    retryMode:
      config.retryMode ??
      loadConfig(
        {
          ...NODE_RETRY_MODE_CONFIG_OPTIONS,
          default: async () => (await modeDefaults()).retryMode ?? DEFAULT_RETRY_MODE,
        },
        config,
      ),
    runtime: 'node',
    serviceId,
    sha256: config.sha256 ?? Hash.bind(null, 'sha256'),
    streamCollector: config.streamCollector ?? streamCollector,
    urlParser: config.urlParser ?? parseUrl,
    useDualstackEndpoint: config.useDualstackEndpoint ?? loadFlag(nodeDualstackConfigSelectors),
    useFipsEndpoint: config.useFipsEndpoint ?? loadFlag(nodeFipsConfigSelectors),
    userAgentAppId: config.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, source),
    utf8Decoder: config.utf8Decoder ?? fromUtf8,
    utf8Encoder: config.utf8Encoder ?? toUtf8,
  };
};

/** Adds the defaults of omitted options. It does not call providers. */
export const getRuntimeConfig = (
  config: SecurityIRClientConfig,
): SecurityIRClientConfig & ReturnType<typeof defaultsFor> => ({ ...config, ...defaultsFor(config) });
