/** The public entry point. It exports the same names as the client that AWS publishes. */
export { SecurityIRClient } from './client';
export type {
  ClientDefaults,
  SecurityIRClientConfig,
  SecurityIRClientConfigType,
  SecurityIRClientResolvedConfig,
  SecurityIRClientResolvedConfigType,
} from './config/client-config';
export * from './commands/attachments';
export * from './commands/cases';
export * from './commands/comments';
export * from './commands/investigations';
export * from './commands/memberships';
export * from './commands/tags';
export type { ClientInputEndpointParameters } from './config/endpoint';
export * from './models/enums';
export * from './models/errors';
export type * from './models/attachments';
export type * from './models/case-details';
export type * from './models/cases';
export type * from './models/comments';
export type * from './models/investigations';
export type * from './models/memberships';
export type * from './models/tags';
export type { ServiceInputTypes, ServiceOutputTypes } from './models/operations';
export * from './pagination';
export type { RuntimeExtension, SecurityIRExtensionConfiguration } from './config/runtime-extensions';
export { SecurityIR } from './security-ir';
export { SecurityIRServiceException } from './models/service-exception';
