/** Variables of the web console: its sign-in, and the origins of its content security policy. */
import { z } from 'zod';
import { isSecureUrl } from '../domain/loopback';
import { isAudience, issuerUrl } from './issuer-parsers';
import { list, text } from './parsers';
import { variable } from './variables';

const SCOPE = 'must be scopes separated by spaces, with openid among them, such as openid offline_access';

export const CONSOLE_VARIABLES = {
  CONSOLE_OIDC_CLIENT_ID: variable(
    text(/^[\x21-\x7e]{1,255}$/, 'must have 1 to 255 characters without spaces').optional(),
    {
      meaning:
        'the id of the public client with which users [sign in to the console](console.md#sign-in); without it, they need an API token',
    },
  ),
  CONSOLE_OIDC_ISSUER: variable(issuerUrl.optional(), {
    meaning: 'the configured issuer of that client',
    unset: '`OIDC_ISSUER`, or the only issuer of `ACCESS_FILE`',
  }),
  CONSOLE_OIDC_SCOPE: variable(
    text(/^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/, SCOPE)
      .refine((scope) => scope.split(' ').includes('openid'), SCOPE)
      .optional(),
    {
      meaning:
        'the scopes that the console requests, separated by spaces; most issuers need `offline_access` to renew a session',
      unset: '`openid`',
    },
  ),
  CONSOLE_OIDC_AUDIENCE: variable(
    z.string().refine(isAudience, 'must be an audience without spaces and quotes').optional(),
    {
      meaning: 'the parameter `audience` of the sign-in, which Auth0 needs',
      unset: 'none',
    },
  ),
  CONSOLE_CONNECT_ORIGINS: variable(
    list(
      isConnectOrigin,
      'must be a list of https origins such as https://oauth2.example.com or https://*.s3.us-east-1.amazonaws.com, without a path',
    ).default([]),
    {
      meaning:
        'further origins to which [the console may send requests](console.md#content-security-policy), separated by commas: those of attachments, and of the token endpoint if it is not at the issuer',
      unset: 'none',
    },
  ),
};

export type ConsoleVariables = z.infer<z.ZodObject<typeof CONSOLE_VARIABLES>>;

/** Any other text could add directives to the policy. */
function isConnectOrigin(entry: string): boolean {
  if (/^https:\/\/\*(\.[a-z0-9-]+){2,}(:\d{1,5})?$/.test(entry)) return true;
  return isSecureUrl(entry) && !/[*'";,\s]/.test(entry) && new URL(entry).origin === entry;
}
