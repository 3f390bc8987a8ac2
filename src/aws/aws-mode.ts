/** Where AWS is: the emulator at an endpoint, or AWS itself by the SDK's own configuration. */
export type AwsMode = { readonly mode: 'emulator'; readonly endpoint: string } | { readonly mode: 'live' };
