// Random bad requests, to which the gateway must not respond with data, each with the kind of its defect.
import type { OutgoingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { decodeId } from '../../src/domain/ids';
import { mutated } from '../support/cursor-mutations';
import { invalidDocuments } from './documents';

export interface BadRequest {
  /** The part of the request that is bad. */
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  /** The headers to add to those of an authenticated client. */
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer | undefined;
}

/** Valid values that the requests damage. */
export interface Samples {
  readonly token: string;
  readonly id: string;
  readonly cursor: string;
}

const JSON_TYPE = { 'content-type': 'application/json' } as const;

const READ = 'query Read($id: ID!) { node(id: $id) { id } }';
const PAGE = 'query Page($after: String!) { classificationJobs(first: 2, after: $after) { nodes { id } } }';
const PAUSE =
  'mutation Pause($input: PauseClassificationJobInput!) { pauseClassificationJob(input: $input) { outcome userErrors { code } } }';

const post = (kind: string, body: unknown, headers: OutgoingHttpHeaders = {}): BadRequest => ({
  kind,
  method: 'POST',
  path: '/graphql',
  headers: { ...JSON_TYPE, ...headers },
  body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
});

/** Any JSON value that is not a string. */
const nonString = fc.jsonValue({ maxDepth: 4 }).filter((value) => typeof value !== 'string');

/** A damaged copy of a text that can be sent as a string. */
const damaged = (text: string) =>
  fc.tuple(fc.nat(1_000), fc.infiniteStream(fc.nat())).map(([index, numbers]) => {
    const forgeries = mutated(text, numbers);
    return forgeries[index % forgeries.length] ?? '';
  });

/** A damaged id that is not valid: damage may turn an id into that of another resource. */
const damagedId = (id: string) =>
  damaged(id).filter((forged) => {
    try {
      decodeId(forged);
      return false;
    } catch {
      return true;
    }
  });

/** A damaged body that is not valid JSON. */
const brokenBody = (body: string) =>
  fc
    .tuple(fc.nat(body.length - 1), fc.nat(7), fc.constantFrom('flip', 'cut', 'insert', 'double'))
    .map(([at, bit, how]) => {
      const bytes = Buffer.from(body);
      switch (how) {
        case 'flip':
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          return bytes;
        case 'cut':
          return bytes.subarray(0, at);
        case 'insert':
          return Buffer.concat([bytes.subarray(0, at), Buffer.of(bit * 32 + 1, 0xff), bytes.subarray(at)]);
        default:
          return Buffer.concat([bytes, bytes.subarray(at)]);
      }
    })
    .filter((bytes) => !isJson(bytes));

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Header values that the HTTP client of Node accepts. */
const headerText = fc.stringMatching(/^[!-~][ -~]{0,120}$/);

export function badRequests(schema: GraphQLSchema, { token, id, cursor }: Samples): fc.Arbitrary<BadRequest> {
  const good = JSON.stringify({ query: READ, variables: { id } });
  return fc.oneof(
    { weight: 6, arbitrary: invalidDocuments(schema).map((query) => post('document', { query })) },
    {
      weight: 2,
      arbitrary: fc
        .string({ unit: 'binary', maxLength: 300 })
        .map((query) => post('syntax', { query: `{${query}` })),
    },
    { weight: 3, arbitrary: brokenBody(good).map((body) => post('body', body)) },
    {
      weight: 2,
      arbitrary: damagedId(id).map((forged) => post('id', { query: READ, variables: { id: forged } })),
    },
    {
      weight: 2,
      arbitrary: damaged(cursor).map((after) => post('cursor', { query: PAGE, variables: { after } })),
    },
    {
      weight: 2,
      arbitrary: damagedId(id).map((forged) =>
        post('id of a change', { query: PAUSE, variables: { input: { id: forged } } }),
      ),
    },
    {
      weight: 2,
      arbitrary: nonString.map((value) => post('variable', { query: PAGE, variables: { after: value } })),
    },
    {
      weight: 1,
      arbitrary: fc
        .jsonValue({ maxDepth: 4 })
        .map((value) => post('input', { query: PAUSE, variables: { input: { id, unknown: value } } })),
    },
    {
      weight: 2,
      arbitrary: fc
        .oneof(
          headerText,
          headerText.map((text) => `Bearer ${text}`),
          damaged(token)
            .filter((forged) => /^[!-~]*$/.test(forged))
            .map((forged) => `Bearer ${forged}`),
        )
        .filter((text) => text.replace(/^bearer +/i, '').trim() !== token)
        .map((authorization) => post('token', good, { authorization })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('PUT', 'DELETE', 'PATCH', 'GET', 'HEAD'), headerText)
        .map(([method, type]): BadRequest => ({
          kind: 'method',
          method,
          path: '/graphql',
          headers: { 'content-type': type },
          body: method === 'GET' || method === 'HEAD' ? undefined : good,
        })),
    },
    {
      weight: 1,
      arbitrary: fc.string({ maxLength: 200 }).map((text): BadRequest => ({
        kind: 'query string',
        method: 'GET',
        path: `/graphql?query=${encodeURIComponent(`{ ${text}`)}&variables=${encodeURIComponent(text)}`,
        headers: {},
        body: undefined,
      })),
    },
  );
}
