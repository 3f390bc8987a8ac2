// An issuer of tokens on a loopback address, signed with Node.js's crypto, and the gateway's settings for it.
import {
  constants,
  generateKeyPairSync,
  sign,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Scope } from '../../src/domain/principal';
import { BUILT_IN_ROLES, type Role } from '../../src/identity/roles';
import type { IdentitySettings, IssuerSettings } from '../../src/identity/settings';
import { endWithFile } from './cleanup';
import type { GraphqlAnswer } from './gateway';

interface Algorithm {
  /** The digest of the signature; null when the algorithm has its own. */
  readonly digest: string | null;
  readonly generate: () => KeyPairKeyObjectResult;
  /** The padding of RSA, and the length of its salt. */
  readonly padding?: { readonly padding: number; readonly saltLength?: number };
}

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const pss = (saltLength: number) => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

const ALGORITHMS = {
  RS256: { digest: 'sha256', generate: rsa },
  RS512: { digest: 'sha512', generate: rsa },
  PS256: { digest: 'sha256', generate: rsa, padding: pss(32) },
  PS512: { digest: 'sha512', generate: rsa, padding: pss(64) },
  ES256: { digest: 'sha256', generate: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }) },
  ES384: { digest: 'sha384', generate: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }) },
  ES512: { digest: 'sha512', generate: () => generateKeyPairSync('ec', { namedCurve: 'P-521' }) },
  EdDSA: { digest: null, generate: () => generateKeyPairSync('ed25519') },
} as const satisfies Record<string, Algorithm>;

export type SigningAlgorithm = keyof typeof ALGORITHMS;

/** A role with these scopes in these targets, or in all targets. */
export function role(scopes: readonly Scope[], targets?: readonly string[]): Role {
  return { scopes: new Set(scopes), targets: targets === undefined ? 'ALL' : new Set(targets) };
}

/** The settings of an issuer with the defaults of the variables. */
export function issuerSettings(overrides: Partial<IssuerSettings> = {}): IssuerSettings {
  return {
    name: undefined,
    issuer: 'https://id.example',
    audiences: ['secops-graph'],
    audienceClaim: 'aud',
    jwksUrl: undefined,
    rolesClaim: 'roles',
    scopesClaim: undefined,
    scopePrefix: '',
    grants: [],
    ...overrides,
  };
}

export class SigningKey {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;

  constructor(
    readonly kid: string,
    readonly alg: SigningAlgorithm = 'ES256',
  ) {
    const { publicKey, privateKey } = ALGORITHMS[alg].generate();
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  /** The key as the issuer publishes it, without `alg`: the gateway must derive the algorithm. */
  get jwk(): object {
    return { ...this.publicKey.export({ format: 'jwk' }), kid: this.kid, use: 'sig' };
  }

  /** A token with exactly these claims; `header` overrides members of the default header. */
  sign(claims: object, header: object = {}): string {
    const { digest, padding }: Algorithm = ALGORITHMS[this.alg];
    const key = { key: this.privateKey, dsaEncoding: 'ieee-p1363' as const, ...padding };
    return compact({ alg: this.alg, typ: 'JWT', kid: this.kid, ...header }, claims, (input) =>
      sign(digest, input, key),
    );
  }
}

/** A token with this header and these claims, signed with `signature`. */
export function compact(header: object, claims: unknown, signature: (input: Buffer) => Buffer): string {
  const input = [header, claims].map((part) => base64url(JSON.stringify(part))).join('.');
  return `${input}.${base64url(signature(Buffer.from(input)))}`;
}

function base64url(bytes: string | Buffer): string {
  return Buffer.from(bytes).toString('base64url');
}

export class Issuer {
  readonly audience = 'https://secops-graph.example';
  readonly key = new SigningKey('first');
  /** The published keys. */
  keys: readonly SigningKey[] = [this.key];
  /** The behavior of all endpoints. */
  behavior: 'healthy' | 'failing' | 'hanging' = 'healthy';
  /** Members that override those of the discovery document. */
  discovery: object = {};
  /** Further endpoints by path, such as those of authorization-endpoints.ts. */
  readonly endpoints = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  /** The paths of the requests so far. */
  readonly requests: string[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const { url = '' } = request;
      this.requests.push(url);
      const endpoint = this.endpoints.get(url.replace(/\?.*/, ''));
      if (endpoint !== undefined && this.behavior === 'healthy') endpoint(request, response);
      else this.respond(url, response);
    });
  }

  static async start(): Promise<Issuer> {
    const issuer = new Issuer();
    issuer.server.listen(0, '127.0.0.1');
    await once(issuer.server, 'listening');
    return issuer;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The identity settings of a gateway that accepts this issuer's tokens. */
  settings(overrides: Partial<IdentitySettings> = {}): IdentitySettings {
    return { issuers: [this.entry()], roles: BUILT_IN_ROLES, tokens: [], ...overrides };
  }

  /** The settings of this issuer: by default, the issuer of the variables. */
  entry(overrides: Partial<IssuerSettings> = {}): IssuerSettings {
    return issuerSettings({ issuer: this.issuer, audiences: [this.audience], ...overrides });
  }

  /** Claims that are valid for five minutes; `undefined` removes a claim. */
  claims(more: object = {}): object {
    const now = Math.floor(Date.now() / 1000);
    const { issuer: iss, audience: aud } = this;
    return { iss, aud, sub: 'ann', iat: now, exp: now + 300, ...more };
  }

  /** A valid token with these claims, such as `{ sub: 'ann', scope: 'macie:read' }` or `{ sub: 'bob', roles: ['admin'] }`. */
  sign(more: object = {}): string {
    return this.key.sign(this.claims(more));
  }

  readonly close = endWithFile(async () => {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  });

  private respond(url: string, response: ServerResponse): void {
    if (this.behavior === 'hanging') return;
    if (url === '/moved') return void response.writeHead(302, { location: '/keys' }).end();
    const pages: Readonly<Record<string, object>> = {
      '/.well-known/openid-configuration': {
        issuer: this.issuer,
        jwks_uri: `${this.issuer}/keys`,
        ...this.discovery,
      },
      '/keys': { keys: this.keys.map(({ jwk }) => jwk) },
    };
    const page = this.behavior === 'healthy' ? pages[url] : undefined;
    response.writeHead(page === undefined ? 500 : 200, {
      'content-type': 'application/json',
      // Issuers let web pages read these documents.
      'access-control-allow-origin': '*',
    });
    response.end(JSON.stringify(page ?? {}));
  }
}

/** An issuer for a test suite: give `issuer.settings()` to the gateway as `identity`. Close it in afterAll. */
export function startIssuer(): Promise<Issuer> {
  return Issuer.start();
}

/** Sends a query to a gateway with a token. */
export async function askAs(
  token: string,
  url: string,
  query: string,
  variables?: unknown,
): Promise<GraphqlAnswer<Record<string, unknown>>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphqlAnswer<Record<string, unknown>>;
}
