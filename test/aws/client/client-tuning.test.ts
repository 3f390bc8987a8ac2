// The tuning of SDK clients: every operation sends the same request as an untuned client of the SDK.
import * as macie2 from '@aws-sdk/client-macie2';
import * as securityIr from '@aws-sdk/client-security-ir';
import * as workmail from '@aws-sdk/client-workmail';
import { HttpResponse, type HttpRequest } from '@smithy/core/protocols';
import { StandardRetryStrategy } from '@smithy/core/retry';
import { NormalizedSchema } from '@smithy/core/schema';
import type {
  AwsCredentialIdentity,
  Client,
  Command,
  MetadataBearer,
  StaticOperationSchema,
} from '@smithy/types';
import { OPERATIONS } from '../../../src/aws/adapters/operations';
import { tuneClient } from '../../../src/aws/client/client-tuning';
import type { ServiceName } from '../../../src/domain/services';

type AnyClient = Client<object, MetadataBearer, Parameters<typeof tuneClient>[0]['config']>;
type AnyCommand = Command<object, object, MetadataBearer, MetadataBearer, AnyClient['config']>;
type Create<Made> = new (options: object) => Made;

const SDKS: Readonly<Record<ServiceName, { readonly client: Create<AnyClient>; readonly commands: object }>> =
  {
    macie2: { client: macie2.Macie2Client as unknown as Create<AnyClient>, commands: macie2 },
    workmail: { client: workmail.WorkMailClient as unknown as Create<AnyClient>, commands: workmail },
    'security-ir': {
      client: securityIr.SecurityIRClient as unknown as Create<AnyClient>,
      commands: securityIr,
    },
  };

beforeAll(() => {
  jest.useFakeTimers({
    now: Date.parse('2026-11-26T18:57:42Z'),
    doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'],
  });
  // The id of an invocation is part of its signature.
  jest.spyOn(globalThis.crypto, 'randomUUID').mockReturnValue('00000000-0000-4000-8000-000000000000');
});

afterAll(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** An input with a value for every member of the schema. */
function sampleOf(schema: NormalizedSchema, depth = 0): unknown {
  if (schema.isStructSchema()) {
    const members = depth > 3 ? [] : Array.from(schema.structIterator());
    return Object.fromEntries(members.map(([name, member]) => [name, sampleOf(member, depth + 1)]));
  }
  if (schema.isListSchema()) return [sampleOf(schema.getValueSchema(), depth + 1)];
  if (schema.isMapSchema()) return { 'a key': sampleOf(schema.getValueSchema(), depth + 1) };
  if (schema.isTimestampSchema()) return new Date('2026-11-01T03:14:15Z');
  if (schema.isNumericSchema()) return 7;
  if (schema.isBooleanSchema()) return true;
  return 'ä text/with: ?&';
}

/** Sends each command twice, and returns the requests that reach the HTTP handler, attempts included. */
async function requestsOf(service: ServiceName, names: readonly string[], options: object, isTuned: boolean) {
  const requests: object[] = [];
  const requestHandler = {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: ({ method, protocol, hostname, port, path, query, headers, body }: HttpRequest) => {
      requests.push({
        method,
        protocol,
        hostname,
        port,
        path,
        query,
        headers: Object.entries(headers),
        body:
          typeof body === 'string'
            ? body
            : Buffer.concat([(body ?? Buffer.alloc(0)) as Uint8Array]).toString(),
      });
      // The first attempt of every second call fails.
      const statusCode = requests.length % 3 === 2 ? 503 : 200;
      const response = new HttpResponse({ statusCode, headers: {}, body: Buffer.from('{}') });
      return Promise.resolve({ response });
    },
  };
  const { client: SdkClient, commands } = SDKS[service];
  const retryStrategy = new StandardRetryStrategy({
    maxAttempts: 3,
    baseDelay: 1,
    backoff: { computeNextBackoffDelay: () => 1, setDelayBase: () => undefined },
  });
  const client = new SdkClient({ region: 'eu-west-1', requestHandler, retryStrategy, ...options });
  if (isTuned) tuneClient(client);
  for (const name of names) {
    const SdkCommand = (commands as Record<string, Create<AnyCommand>>)[`${name}Command`];
    if (SdkCommand === undefined) throw new Error(`The SDK has no command for ${name}.`);
    for (let call = 0; call < 2; call += 1) {
      const { schema } = new SdkCommand({}) as unknown as { schema: StaticOperationSchema };
      await client.send(new SdkCommand(sampleOf(NormalizedSchema.of(schema[4])) as object), {
        abortSignal: new AbortController().signal,
      });
    }
  }
  return requests;
}

const KEYS: AwsCredentialIdentity = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const LATER = new Date('2026-11-26T20:00:00Z');

const OPTIONS: readonly (readonly [string, object])[] = [
  ['an endpoint of AWS and a session', { credentials: { ...KEYS, sessionToken: 'session' } }],
  ['a configured endpoint', { credentials: KEYS, endpoint: 'http://127.0.0.1:4566/base' }],
  [
    'credentials of an assumed role',
    {
      credentials: () =>
        Promise.resolve({ ...KEYS, expiration: LATER, $source: { CREDENTIALS_STS_ASSUME_ROLE: 'i' } }),
    },
  ],
];

describe.each(OPTIONS)('with %s', (_title, options) => {
  test.each(Object.keys(SDKS) as ServiceName[])(
    'every operation of %s sends the same requests',
    async (service) => {
      const names = OPERATIONS.filter((operation) => operation.service === service).map(({ name }) => name);
      expect(names.length).toBeGreaterThan(3);
      const expected = await requestsOf(service, names, options, false);
      expect(expected).toHaveLength(names.length * 3);
      expect(await requestsOf(service, names, options, true)).toEqual(expected);
    },
  );
});

test('the requests carry the headers of retries, the User-Agent and the signature', async () => {
  const [first, , retry] = await requestsOf(
    'macie2',
    ['ListClassificationJobs'],
    OPTIONS[0]?.[1] ?? {},
    true,
  );
  const headersOf = (request: object | undefined) =>
    Object.fromEntries((request as { headers: [string, string][] }).headers);
  expect(headersOf(first)).toMatchObject({
    host: 'macie2.eu-west-1.amazonaws.com',
    'amz-sdk-invocation-id': '00000000-0000-4000-8000-000000000000',
    'amz-sdk-request': 'attempt=1; max=3',
    'x-amz-date': '20261126T185742Z',
    'x-amz-security-token': 'session',
    'user-agent': expect.stringMatching(/^aws-sdk-js\/\S+ .*api\/macie2#\S+ m\/E,e$/) as string,
    authorization: expect.stringContaining('AKIDEXAMPLE/20261126/eu-west-1/macie2/aws4_request') as string,
  });
  expect(headersOf(retry)).toMatchObject({ 'amz-sdk-request': 'attempt=2; max=3' });
});

test('on AWS Lambda the requests carry the header of X-Ray', async () => {
  process.env.AWS_LAMBDA_FUNCTION_NAME = 'gateway';
  process.env._X_AMZN_TRACE_ID = 'Root=1-5759e988-bd862e3fe1be46a994272793';
  try {
    const names = ['ListCases'];
    const expected = await requestsOf('security-ir', names, { credentials: KEYS }, false);
    expect(JSON.stringify(expected)).toContain('Root=1-5759e988');
    expect(await requestsOf('security-ir', names, { credentials: KEYS }, true)).toEqual(expected);
  } finally {
    delete process.env.AWS_LAMBDA_FUNCTION_NAME;
    delete process.env._X_AMZN_TRACE_ID;
  }
});

test('new credentials change the User-Agent', async () => {
  const identities = ['i', 'n'].map((source) => ({
    ...KEYS,
    expiration: new Date('2026-11-26T18:58:00Z'),
    $source: { SOURCE: source },
  }));
  const agents = async (isTuned: boolean) => {
    let call = 0;
    const credentials = () => Promise.resolve(identities[call++ < 3 ? 0 : 1]);
    const endpoint = 'http://127.0.0.1:4566';
    return requestsOf('macie2', ['GetMember'], { credentials, endpoint }, isTuned);
  };
  const expected = await agents(false);
  expect(JSON.stringify(expected)).toContain('m/N,E,i');
  expect(JSON.stringify(expected)).toContain('m/N,E,n');
  expect(await agents(true)).toEqual(expected);
});

test('a signer that could not be created is created again, and then remembered', async () => {
  const signer = { sign: (request: HttpRequest) => Promise.resolve(request) };
  const create = jest.fn().mockRejectedValueOnce(new Error('no region')).mockResolvedValue(signer);
  const client = new SDKS.macie2.client({ region: 'eu-west-1', credentials: KEYS, signer: create });
  tuneClient(client);
  await expect(client.config.signer()).rejects.toThrow('no region');
  expect(await client.config.signer()).toBe(signer);
  expect(await client.config.signer()).toBe(signer);
  expect(create).toHaveBeenCalledTimes(2);
});
