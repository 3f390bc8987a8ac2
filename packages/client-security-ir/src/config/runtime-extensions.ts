/** Extensions: code of the caller that changes region, HTTP handler, retries and signing of a client. */
import {
  getAwsRegionExtensionConfiguration,
  resolveAwsRegionExtensionConfiguration,
  type RegionExtensionRuntimeConfigType,
} from '@aws-sdk/core/client';
import type { AwsRegionExtensionConfiguration } from '@aws-sdk/types';
import {
  getDefaultExtensionConfiguration,
  resolveDefaultRuntimeConfig,
  type DefaultExtensionRuntimeConfigType,
} from '@smithy/core/client';
import {
  getHttpHandlerExtensionConfiguration,
  resolveHttpHandlerRuntimeConfig,
  type HttpHandlerExtensionConfiguration,
  type HttpHandlerExtensionConfigType,
} from '@smithy/core/protocols';
import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  DefaultExtensionConfiguration,
  HttpAuthScheme,
} from '@smithy/types';

import type { SecurityIRHttpAuthSchemeProvider } from './auth';

interface HttpAuthRuntimeConfig {
  httpAuthSchemes: HttpAuthScheme[];
  httpAuthSchemeProvider: SecurityIRHttpAuthSchemeProvider;
  credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider | undefined;
}

export interface HttpAuthExtensionConfiguration {
  setHttpAuthScheme(httpAuthScheme: HttpAuthScheme): void;
  httpAuthSchemes(): HttpAuthScheme[];
  setHttpAuthSchemeProvider(httpAuthSchemeProvider: SecurityIRHttpAuthSchemeProvider): void;
  httpAuthSchemeProvider(): SecurityIRHttpAuthSchemeProvider;
  setCredentials(credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider): void;
  credentials(): AwsCredentialIdentity | AwsCredentialIdentityProvider | undefined;
}

/** The configuration that an extension can read and change. */
export interface SecurityIRExtensionConfiguration
  extends
    HttpHandlerExtensionConfiguration,
    DefaultExtensionConfiguration,
    AwsRegionExtensionConfiguration,
    HttpAuthExtensionConfiguration {}

/** Code that receives the configuration of a client during its construction. */
export interface RuntimeExtension {
  configure(extensionConfiguration: SecurityIRExtensionConfiguration): void;
}

export interface RuntimeExtensionsConfig {
  extensions: RuntimeExtension[];
}

const getHttpAuthExtensionConfiguration = ({
  httpAuthSchemes,
  httpAuthSchemeProvider,
  credentials,
}: HttpAuthRuntimeConfig): HttpAuthExtensionConfiguration => ({
  setHttpAuthScheme(scheme) {
    const index = httpAuthSchemes.findIndex(({ schemeId }) => schemeId === scheme.schemeId);
    if (index === -1) httpAuthSchemes.push(scheme);
    else httpAuthSchemes[index] = scheme;
  },
  httpAuthSchemes: () => httpAuthSchemes,
  setHttpAuthSchemeProvider(provider) {
    httpAuthSchemeProvider = provider;
  },
  httpAuthSchemeProvider: () => httpAuthSchemeProvider,
  setCredentials(newCredentials) {
    credentials = newCredentials;
  },
  credentials: () => credentials,
});

/** Applies each extension to the configuration. Returns the same object. */
export const resolveRuntimeExtensions = <
  T extends RegionExtensionRuntimeConfigType &
    DefaultExtensionRuntimeConfigType &
    HttpHandlerExtensionConfigType &
    HttpAuthRuntimeConfig,
>(
  runtimeConfig: T,
  extensions: RuntimeExtension[],
): T => {
  const configuration = Object.assign(
    getAwsRegionExtensionConfiguration(runtimeConfig),
    getDefaultExtensionConfiguration(runtimeConfig),
    getHttpHandlerExtensionConfiguration(runtimeConfig),
    getHttpAuthExtensionConfiguration(runtimeConfig),
  );
  for (const extension of extensions) extension.configure(configuration);
  const changes = {
    ...resolveAwsRegionExtensionConfiguration(configuration),
    ...resolveDefaultRuntimeConfig(configuration),
    ...resolveHttpHandlerRuntimeConfig(configuration),
    httpAuthSchemes: configuration.httpAuthSchemes(),
    httpAuthSchemeProvider: configuration.httpAuthSchemeProvider(),
    credentials: configuration.credentials(),
  };
  return Object.assign(runtimeConfig, changes);
};
