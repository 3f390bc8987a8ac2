/** The client. It resolves its configuration once and sends commands through one middleware stack. */
import {
  getHostHeaderPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getUserAgentPlugin,
  resolveHostHeaderConfig,
  resolveUserAgentConfig,
} from '@aws-sdk/core/client';
import {
  DefaultIdentityProviderConfig,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
} from '@smithy/core';
import { Client } from '@smithy/core/client';
import { resolveRegionConfig } from '@smithy/core/config';
import { resolveEndpointConfig } from '@smithy/core/endpoints';
import { getContentLengthPlugin } from '@smithy/core/protocols';
import { getRetryPlugin, resolveRetryConfig } from '@smithy/core/retry';
import { getSchemaSerdePlugin } from '@smithy/core/schema';
import type { CheckOptionalClientConfig, HttpHandlerOptions } from '@smithy/types';

import { httpAuthSchemeParametersProvider, resolveHttpAuthSchemeConfig } from './config/auth';
import type { SecurityIRClientConfig, SecurityIRClientResolvedConfig } from './config/client-config';
import { resolveClientEndpointParameters } from './config/endpoint';
import type { ServiceInputTypes, ServiceOutputTypes } from './models/operations';
import { getRuntimeConfig } from './runtime-config';
import { resolveRuntimeExtensions } from './config/runtime-extensions';

/**
 * Client of AWS Security Incident Response: `send(new XCommand(input), { abortSignal })`. Rejects with
 * SecurityIRServiceException for error responses of the service, and with an error of the runtime otherwise.
 */
export class SecurityIRClient extends Client<
  HttpHandlerOptions,
  ServiceInputTypes,
  ServiceOutputTypes,
  SecurityIRClientResolvedConfig
> {
  override readonly config: SecurityIRClientResolvedConfig;

  constructor(...[configuration]: CheckOptionalClientConfig<SecurityIRClientConfig>) {
    // Each of the following steps adds members to this object and returns it.
    const initial = getRuntimeConfig(configuration ?? {});
    // Client keeps this object and replaces its protocol class with an instance.
    super(initial as unknown as SecurityIRClientResolvedConfig);
    this.initConfig = initial;
    const withRegion = resolveRegionConfig(
      resolveRetryConfig(resolveUserAgentConfig(resolveClientEndpointParameters(initial))),
    );
    const withEndpoint = resolveEndpointConfig(resolveHostHeaderConfig(withRegion));
    const withAuth = resolveHttpAuthSchemeConfig(withEndpoint);
    this.config = resolveRuntimeExtensions(withAuth, initial.extensions) as SecurityIRClientResolvedConfig;

    const plugins = [
      getSchemaSerdePlugin(this.config),
      getUserAgentPlugin(this.config),
      getRetryPlugin(this.config),
      getContentLengthPlugin(this.config),
      getHostHeaderPlugin(this.config),
      getLoggerPlugin(this.config),
      getRecursionDetectionPlugin(this.config),
      getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
        httpAuthSchemeParametersProvider,
        identityProviderConfigProvider: (config: SecurityIRClientResolvedConfig) =>
          Promise.resolve(new DefaultIdentityProviderConfig({ 'aws.auth#sigv4': config.credentials })),
      }),
    ];
    for (const plugin of plugins) plugin.applyToStack(this.middlewareStack);
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }

  /** Closes the sockets of the HTTP handler. */
  override destroy(): void {
    super.destroy();
  }
}
