/** The options of a client, before and after their resolution. */
import type {
  HostHeaderInputConfig,
  HostHeaderResolvedConfig,
  UserAgentInputConfig,
  UserAgentResolvedConfig,
} from '@aws-sdk/core/client';
import type { DefaultsMode, SmithyConfiguration, SmithyResolvedConfiguration } from '@smithy/core/client';
import type { RegionInputConfig, RegionResolvedConfig } from '@smithy/core/config';
import type { EndpointInputConfig, EndpointResolvedConfig } from '@smithy/core/endpoints';
import type { HttpHandlerUserInput } from '@smithy/core/protocols';
import type { RetryInputConfig, RetryResolvedConfig } from '@smithy/core/retry';
import type {
  AwsCredentialIdentityProvider,
  BodyLengthCalculator,
  ChecksumConstructor,
  Decoder,
  Encoder,
  HttpHandlerOptions,
  Logger,
  Provider,
  StreamCollector,
  UrlParser,
  UserAgent,
} from '@smithy/types';

import type { HttpAuthSchemeInputConfig, HttpAuthSchemeResolvedConfig } from './auth';
import type {
  ClientInputEndpointParameters,
  ClientResolvedEndpointParameters,
  EndpointParameters,
} from './endpoint';
import type { RuntimeExtension, RuntimeExtensionsConfig } from './runtime-extensions';

/** Options with a default that every AWS client has. */
export interface ClientDefaults extends Partial<SmithyConfiguration<HttpHandlerOptions>> {
  /** The HTTP handler, or the options of the default one. */
  requestHandler?: HttpHandlerUserInput;
  sha256?: ChecksumConstructor;
  urlParser?: UrlParser;
  bodyLengthChecker?: BodyLengthCalculator;
  streamCollector?: StreamCollector;
  base64Decoder?: Decoder;
  base64Encoder?: Encoder;
  utf8Decoder?: Decoder;
  utf8Encoder?: Encoder;
  runtime?: string;
  disableHostPrefix?: boolean;
  serviceId?: string;
  /** Has no effect: the host is always dual-stack. */
  useDualstackEndpoint?: boolean | Provider<boolean>;
  /** Uses the FIPS host. Cannot be combined with `endpoint`. */
  useFipsEndpoint?: boolean | Provider<boolean>;
  /** The region. Default: from the environment or the shared config file. */
  region?: string | Provider<string>;
  /** The profile of the shared config file to read. */
  profile?: string;
  defaultUserAgentProvider?: Provider<UserAgent>;
  credentialDefaultProvider?: (input: object) => AwsCredentialIdentityProvider;
  /** The maximum number of attempts per request. Default: 3. 1 disables retries. */
  maxAttempts?: number | Provider<number>;
  /** `standard` or `adaptive`. */
  retryMode?: string | Provider<string>;
  /** Receives an entry for each request, with placeholders for sensitive members. */
  logger?: Logger;
  /** Extensions that change the runtime configuration of the client. */
  extensions?: RuntimeExtension[];
  /** The set of defaults for timeouts and retries. */
  defaultsMode?: DefaultsMode | Provider<DefaultsMode>;
}

export type SecurityIRClientConfigType = Partial<SmithyConfiguration<HttpHandlerOptions>> &
  ClientDefaults &
  UserAgentInputConfig &
  RetryInputConfig &
  RegionInputConfig &
  HostHeaderInputConfig &
  EndpointInputConfig<EndpointParameters> &
  HttpAuthSchemeInputConfig &
  ClientInputEndpointParameters;

/** The options of `new SecurityIRClient(...)`: region, endpoint, credentials and the options of every AWS client. */
export type SecurityIRClientConfig = SecurityIRClientConfigType;

export type SecurityIRClientResolvedConfigType = SmithyResolvedConfiguration<HttpHandlerOptions> &
  Required<ClientDefaults> &
  RuntimeExtensionsConfig &
  UserAgentResolvedConfig &
  RetryResolvedConfig &
  RegionResolvedConfig &
  HostHeaderResolvedConfig &
  EndpointResolvedConfig<EndpointParameters> &
  HttpAuthSchemeResolvedConfig &
  ClientResolvedEndpointParameters;

/** The options of a client after its defaults and providers have been applied. */
export type SecurityIRClientResolvedConfig = SecurityIRClientResolvedConfigType;
