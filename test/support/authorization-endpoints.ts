// The endpoints of an issuer at which users sign in to a web page: the authorization code flow with PKCE, and the sign-out.
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Issuer } from './identity';

const CLIENT_ID = 'console';

/** The claims of the tokens of a user. */
export type User = { readonly sub: string } & Readonly<Record<string, unknown>>;

interface Code {
  readonly user: User;
  readonly challenge: string | null;
  readonly redirectUri: string;
}

export class AuthorizationEndpoints {
  readonly clientId = CLIENT_ID;
  /** The user who signs in when the issuer asks. */
  user: User = { sub: 'ann' };
  /** The user whose session the issuer keeps in its cookies. */
  session: User | undefined;
  /** The lifetimes of the next access tokens, in seconds; those of all others are 300. */
  lifetimes: number[] = [];
  /** The number of renewals until the issuer refuses them. */
  renewals = Infinity;
  /** The error that the next sign-ins end with. */
  refusal: string | undefined;
  /** The query strings of authorizations, and of ended sessions. */
  readonly authorizations: URLSearchParams[] = [];
  readonly endedSessions: URLSearchParams[] = [];
  /** The access tokens so far. */
  readonly tokens: string[] = [];
  readonly #codes = new Map<string, Code>();
  readonly #refreshTokens = new Map<string, User>();

  constructor(private readonly issuer: Issuer) {
    const { issuer: url, endpoints } = issuer;
    issuer.discovery = {
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      end_session_endpoint: `${url}/end-session`,
    };
    endpoints.set('/authorize', (request, response) => {
      response.writeHead(302, { location: this.#authorize(queryOf(request)) }).end();
    });
    endpoints.set('/token', (request, response) => void this.#sendTokens(request, response));
    endpoints.set('/end-session', (request, response) => {
      const query = queryOf(request);
      this.endedSessions.push(query);
      this.session = undefined;
      response.writeHead(302, { location: query.get('post_logout_redirect_uri') ?? '' }).end();
    });
  }

  #authorize(query: URLSearchParams): string {
    this.authorizations.push(query);
    const redirectUri = query.get('redirect_uri') ?? '';
    const isSilent = query.get('prompt') === 'none';
    const error = this.refusal ?? (isSilent && this.session === undefined ? 'login_required' : undefined);
    const state = query.get('state') ?? '';
    if (error !== undefined) return `${redirectUri}?${new URLSearchParams({ error, state }).toString()}`;
    const user = isSilent ? (this.session ?? this.user) : this.user;
    this.session = user;
    const code = randomUUID();
    const isPkce = query.get('code_challenge_method') === 'S256';
    this.#codes.set(code, { user, challenge: isPkce ? query.get('code_challenge') : null, redirectUri });
    return `${redirectUri}?${new URLSearchParams({ code, state }).toString()}`;
  }

  async #sendTokens(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const user = form.get('client_id') === CLIENT_ID ? this.#userOf(form) : undefined;
    const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
    if (user === undefined) {
      response.writeHead(400, headers).end(JSON.stringify({ error: 'invalid_grant' }));
      return;
    }
    const lifetime = this.lifetimes.shift() ?? 300;
    const exp = Math.floor(Date.now() / 1_000) + lifetime;
    const accessToken = this.issuer.sign({ ...user, exp, jti: randomUUID() });
    const refreshToken = randomUUID();
    this.tokens.push(accessToken);
    this.#refreshTokens.set(refreshToken, user);
    response.writeHead(200, headers).end(
      JSON.stringify({
        access_token: accessToken,
        id_token: this.issuer.sign({ sub: user.sub, aud: CLIENT_ID }),
        refresh_token: refreshToken,
        token_type: 'Bearer',
        expires_in: lifetime,
      }),
    );
  }

  /** The user of the grant; undefined when the grant is not valid. Codes and refresh tokens are valid once. */
  #userOf(form: URLSearchParams): User | undefined {
    if (form.get('grant_type') === 'refresh_token') {
      const token = form.get('refresh_token') ?? '';
      const user = this.#refreshTokens.get(token);
      this.#refreshTokens.delete(token);
      this.renewals -= 1;
      return this.renewals < 0 ? undefined : user;
    }
    const code = this.#codes.get(form.get('code') ?? '');
    this.#codes.delete(form.get('code') ?? '');
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    return code?.challenge === challenge && code.redirectUri === form.get('redirect_uri')
      ? code.user
      : undefined;
  }
}

function queryOf({ url = '' }: IncomingMessage): URLSearchParams {
  return new URL(url, 'http://issuer').searchParams;
}
