// The configuration from the environment and the targets file, and the one-line message for each mistake.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/config';
import { ConfigError } from '../../src/domain/errors';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const ROLE = 'arn:aws:iam::444455556666:role/security/secops-graph';

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function targetsFile(text: string, name = 'targets.yaml'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function mistake(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'none';
}

test('without variables the gateway runs on the emulator', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    http: {
      corsOrigins: [],
      corsHeaders: [],
      allowedHosts: [],
      trustedProxies: [],
      compression: true,
      maxConcurrentRequests: 200,
    },
    awsMode: 'emulator',
    cursorSecret: undefined,
    previousCursorSecret: undefined,
    readDeadlineSeconds: 30,
    maxAwsCalls: 500,
    readCacheSeconds: new Map(),
    valkeyUrl: undefined,
    databaseUrl: undefined,
    databaseFile: ':memory:',
    history: { mode: 'on', intervalSeconds: 60, days: 90, maxEvents: 1_000_000 },
    attention: {
      urgentMs: 7 * DAY_MS,
      jobErrorsMs: 30 * DAY_MS,
      invitationMs: 14 * DAY_MS,
      stalledExportMs: 60 * MINUTE_MS,
      acknowledgementMs: 15 * MINUTE_MS,
      quietCaseMs: 7 * DAY_MS,
      unfinishedChangeMs: 5 * MINUTE_MS,
      changesMs: 7 * DAY_MS,
    },
    streams: { total: 1_000, perCaller: 50 },
    logLevel: 'info',
    explorer: true,
    console: true,
    consoleSettings: { signIn: undefined, connectOrigins: [] },
    queryLimits: {
      maxComplexity: 50_000,
      pointsPerMinute: undefined,
      introspection: true,
      trustedDocuments: undefined,
    },
    executor: 'compiled',
    targets: [
      { name: 'default', region: 'us-east-1', services: ['macie2', 'workmail', 'security-ir'] },
      {
        name: 'partner',
        region: 'eu-west-1',
        roleArn: 'arn:aws:iam::222233334444:role/secops-graph',
        services: ['macie2', 'workmail', 'security-ir'],
      },
    ],
    identity: 'ANONYMOUS',
    operations: { host: '127.0.0.1', port: undefined, publicProbes: true, tracedAs: undefined },
    readinessNeeds: [],
    drainDelaySeconds: 0,
  });
});

test('reads the time for which load balancers notice the shutdown', () => {
  expect(readConfig({ DRAIN_DELAY_SECONDS: '5' }).drainDelaySeconds).toBe(5);
  expect(mistake({ DRAIN_DELAY_SECONDS: '301' })).toBe(
    'DRAIN_DELAY_SECONDS must be a whole number from 0 to 300, such as 5, not "301".',
  );
});

test('reads the stores without which the gateway is not ready', () => {
  const VALKEY_URL = 'redis://127.0.0.1:6379';
  expect(readConfig({ READINESS_NEEDS: 'audit' }).readinessNeeds).toEqual(['audit']);
  expect(readConfig({ READINESS_NEEDS: 'valkey, audit', VALKEY_URL }).readinessNeeds).toEqual([
    'valkey',
    'audit',
  ]);
  expect(mistake({ READINESS_NEEDS: 'audit,valkey' })).toBe(
    'READINESS_NEEDS lists valkey and VALKEY_URL is not set: set VALKEY_URL, or remove valkey from READINESS_NEEDS.',
  );
});

test('reads the address of health and metrics, and the service name of traces', () => {
  const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };
  expect(readConfig({ HOST: '::1', OPERATIONS_PORT: '9464', ...traced }).operations).toEqual({
    host: '::1',
    port: 9464,
    publicProbes: false,
    tracedAs: 'secops-graph',
  });
  const named = { OPERATIONS_HOST: '127.0.0.2', OTEL_SERVICE_NAME: 'gateway', ...traced };
  expect(readConfig(named).operations).toEqual({
    host: '127.0.0.2',
    port: undefined,
    publicProbes: true,
    tracedAs: 'gateway',
  });
  // Without a collector the gateway sends no traces.
  expect(readConfig({ OTEL_SERVICE_NAME: 'gateway' }).operations.tracedAs).toBeUndefined();
});

test('treats an empty variable as unset', () => {
  expect(readConfig({ PORT: '', TARGETS_FILE: '', CURSOR_SECRET: '' }).port).toBe(4000);
});

test('reads a targets file in YAML', () => {
  const file = targetsFile(`
targets:
  - name: prod-us
    region: us-east-1
    roleArn: ${ROLE}
    externalId: '7f3c'
    services: [macie2, security-ir]
  - name: prod-eu
    region: eu-west-1
`);
  expect(readConfig({ TARGETS_FILE: file }).targets).toEqual([
    {
      name: 'prod-us',
      region: 'us-east-1',
      roleArn: ROLE,
      externalId: '7f3c',
      services: ['macie2', 'security-ir'],
    },
    { name: 'prod-eu', region: 'eu-west-1', services: ['macie2', 'workmail', 'security-ir'] },
  ]);
});

test('reads a targets file in JSON', () => {
  const file = targetsFile('{"targets":[{"name":"a","region":"us-gov-west-1"}]}', 'targets.json');
  expect(readConfig({ TARGETS_FILE: file }).targets.map(({ region }) => region)).toEqual(['us-gov-west-1']);
});

test.each([
  [{ PORT: '70000' }, 'PORT must be a port number from 0 to 65535, such as 4000, not "70000".'],
  [{ PORT: 'http' }, 'PORT must be a port number from 0 to 65535, such as 4000, not "http".'],
  [{ AWS_MODE: 'prod' }, 'AWS_MODE must be emulator or live, not "prod".'],
  [{ AWS_REGION: 'Virginia' }, 'AWS_REGION must be an AWS region such as us-east-1, not "Virginia".'],
  [{ ALLOW_CUSTOM_ENDPOINT: 'yes' }, 'ALLOW_CUSTOM_ENDPOINT must be true or false, not "yes".'],
  [
    { READ_DEADLINE_SECONDS: '0' },
    'READ_DEADLINE_SECONDS must be a whole number from 1 to 999, such as 30, not "0".',
  ],
  [
    { CORS_ORIGINS: '*' },
    'CORS_ORIGINS must be a list of origins such as https://console.example.com, without * and without a path (entry 1 is invalid), not "*".',
  ],
  [
    { TRUST_PROXY: '1' },
    'TRUST_PROXY must be a list of IP addresses and networks such as 10.0.3.7 or 10.0.3.0/28 (entry 1 is invalid), not "1".',
  ],
  [{ COMPRESSION: 'gzip' }, 'COMPRESSION must be on or off, not "gzip".'],
  [
    { MAX_CONCURRENT_REQUESTS: '0' },
    'MAX_CONCURRENT_REQUESTS must be a whole number from 1 to 99999, such as 200, not "0".',
  ],
  [
    { LOG_LEVEL: 'loud' },
    'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, not "loud".',
  ],
  [
    { MAX_COMPLEXITY: '99' },
    'MAX_COMPLEXITY must be a whole number from 100 to 999999999, such as 50000, not "99".',
  ],
  [
    { RATE_LIMIT_PER_MINUTE: 'many' },
    'RATE_LIMIT_PER_MINUTE must be a whole number from 0 to 999999999, such as 1000000, not "many".',
  ],
  [
    { RATE_LIMIT_PER_MINUTE: '400' },
    'RATE_LIMIT_PER_MINUTE is 400, less than MAX_COMPLEXITY, which is 50000: set RATE_LIMIT_PER_MINUTE to at least MAX_COMPLEXITY.',
  ],
  [{ INTROSPECTION: 'no' }, 'INTROSPECTION must be true or false, not "no".'],
  [
    { NODE_ENV: 'production' },
    'NODE_ENV is production and AWS_MODE is not set: set AWS_MODE=live to read AWS, or AWS_MODE=emulator to run on made-up data.',
  ],
  [
    { AWS_MODE: 'live' },
    'No target is configured: set AWS_REGION, or set TARGETS_FILE to a file that lists targets.',
  ],
])('rejects %j with one line', (env, message) => {
  expect(mistake(env)).toBe(message);
});

const PROXY = 'http://user:hunter2@proxy.example.com:3128';

test.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
  'a live gateway does not start with %s, which it would ignore',
  (name) => {
    const live = { AWS_MODE: 'live', AWS_REGION: 'us-east-1', AUTH: 'none', [name]: PROXY };
    expect(mistake(live)).toBe(
      `${name} is set, but the gateway does not use proxies for its connections to AWS, the issuer and the collector: unset it, or set NO_PROXY=* to let the gateway connect directly, such as through VPC endpoints.`,
    );
    expect(mistake({ ...live, NO_PROXY: 'localhost,.amazonaws.com' })).toContain(`${name} is set`);
    for (const noProxy of ['NO_PROXY', 'no_proxy']) {
      expect(readConfig({ ...live, [noProxy]: 'localhost, *' }).awsMode).toBe('live');
    }
    expect(readConfig({ ...live, [name]: '' }).awsMode).toBe('live');
    expect(readConfig({ [name]: PROXY }).awsMode).toBe('emulator');
  },
);

test('reads the allowed hosts in one spelling', () => {
  const ALLOWED_HOSTS = 'SecOps.example.com., 192.0.2.7,2001:DB8:0::7, gateway_1';
  expect(readConfig({ ALLOWED_HOSTS }).http.allowedHosts).toEqual([
    'secops.example.com',
    '192.0.2.7',
    '2001:db8::7',
    'gateway_1',
  ]);
});

test('reads header names in lower case, and rejects them without origins', () => {
  const CORS_HEADERS = 'X-Datadog-Trace-Id, x-team';
  const CORS_ORIGINS = 'https://console.example.com';
  expect(readConfig({ CORS_HEADERS, CORS_ORIGINS }).http.corsHeaders).toEqual([
    'x-datadog-trace-id',
    'x-team',
  ]);
  expect(mistake({ CORS_HEADERS })).toBe(
    'CORS_HEADERS is set and CORS_ORIGINS is not: list the origins whose pages may send these headers, or unset CORS_HEADERS.',
  );
});

test('reads origins and proxies as lists with commas', () => {
  const origins = ['https://console.example.com', 'http://localhost:3000'];
  const proxies = ['10.0.0.0/8', '192.168.1.7', 'fd00::/8'];
  const { http } = readConfig({ CORS_ORIGINS: origins.join(', '), TRUST_PROXY: proxies.join(',') });
  expect(http).toMatchObject({ corsOrigins: origins, trustedProxies: proxies });
  for (const origin of [
    'https://*.example.com',
    'https://a.example/',
    'null',
    'a.example',
    'file:///',
    ',',
  ]) {
    expect(mistake({ CORS_ORIGINS: origin })).toContain('CORS_ORIGINS must be a list of origins');
  }
  for (const proxy of [
    'true',
    'loopback',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    '10.0.0',
    '0.0.0.0/0',
    '::/0',
    // Networks of IPv6 that contain all IPv4-mapped addresses.
    '::/80',
    '::ffff:0:0/96',
    'fe80::1%eth0',
  ]) {
    expect(mistake({ TRUST_PROXY: proxy })).toContain('TRUST_PROXY must be a list of IP addresses');
  }
});

test('a live gateway has its database in a default file, or in the configured file or on a server', () => {
  const live = { AWS_MODE: 'live', AWS_REGION: 'us-east-1', AUTH: 'none' };
  const url = 'postgresql://audit:hunter2@127.0.0.1/audit';
  expect(readConfig(live).databaseFile).toBe('secops-graph.sqlite');
  expect(readConfig({ ...live, DATABASE_FILE: '/var/audit.sqlite' }).databaseFile).toBe('/var/audit.sqlite');
  expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  expect(mistake({ DATABASE_URL: url, DATABASE_FILE: 'a.sqlite' })).toBe(
    'DATABASE_FILE and DATABASE_URL are both set: unset one of them.',
  );
  expect(mistake({ DATABASE_URL: 'mysql://audit:hunter2@127.0.0.1/audit' })).toBe(
    'DATABASE_URL must be a URL such as postgres://user:password@host:5432/database.',
  );
});

test('keeps a history by default only on the emulator of a single gateway', () => {
  const live = { AWS_MODE: 'live', AWS_REGION: 'us-east-1', AUTH: 'none' };
  const VALKEY_URL = 'redis://127.0.0.1:6379';
  expect(readConfig(live).history.mode).toBe('off');
  expect(readConfig({ ...live, HISTORY: 'on' }).history.mode).toBe('on');
  expect(readConfig({ VALKEY_URL }).history.mode).toBe('off');
});

test('several gateways need PostgreSQL for a history', () => {
  const VALKEY_URL = 'redis://127.0.0.1:6379';
  const refusal =
    'HISTORY needs DATABASE_URL beside VALKEY_URL: several gateways share one history in PostgreSQL.';
  expect(mistake({ VALKEY_URL, HISTORY: 'on' })).toBe(refusal);
  expect(mistake({ VALKEY_URL, HISTORY: 'listening' })).toBe(refusal);
  expect(mistake({ VALKEY_URL, HISTORY: 'off' })).toBe('none');
  expect(mistake({ VALKEY_URL, HISTORY: 'on', DATABASE_URL: 'postgres://a@b/c' })).toBe('none');
});

test('rejects the former names of variables, whose values it would otherwise ignore', () => {
  const url = 'postgres://audit:hunter2@127.0.0.1/audit';
  expect(mistake({ AUDIT_FILE: 'a.sqlite' })).toBe('AUDIT_FILE is now DATABASE_FILE: rename it.');
  expect(mistake({ AUDIT_DATABASE_URL: url })).toBe('AUDIT_DATABASE_URL is now DATABASE_URL: rename it.');
});

describe('in a folder with the file of an earlier version', () => {
  const live = { AWS_MODE: 'live', AWS_REGION: 'us-east-1', AUTH: 'none' };
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  const before = process.cwd();

  beforeAll(() => {
    process.chdir(folder);
    writeFileSync('secops-graph-audit.sqlite', '');
  });

  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  test('a live gateway does not begin a new file, unless a variable names the database', () => {
    expect(mistake(live)).toBe(
      'secops-graph-audit.sqlite has the name of earlier versions: rename it to secops-graph.sqlite together with the files whose names begin with it, or set DATABASE_FILE to it.',
    );
    const DATABASE_FILE = 'secops-graph-audit.sqlite';
    expect(readConfig({ ...live, DATABASE_FILE }).databaseFile).toBe(DATABASE_FILE);
    expect(readConfig({ ...live, DATABASE_URL: 'postgres://a@b/c' }).databaseUrl).toBe('postgres://a@b/c');
    writeFileSync('secops-graph.sqlite', '');
    expect(readConfig(live).databaseFile).toBe('secops-graph.sqlite');
  });
});

test('a live gateway limits the query rate, and production disables introspection', () => {
  const live = { AWS_MODE: 'live', AWS_REGION: 'us-east-1', AUTH: 'none' };
  const manifest = targetsFile('{"sha256:00":"{ targets { name } }"}', 'manifest.json');
  expect(readConfig(live).queryLimits).toMatchObject({ pointsPerMinute: 1_000_000, introspection: true });
  expect(readConfig({ ...live, NODE_ENV: 'production' }).queryLimits.introspection).toBe(false);
  expect(
    readConfig({ ...live, NODE_ENV: 'production', INTROSPECTION: 'true' }).queryLimits.introspection,
  ).toBe(true);
  expect(readConfig({ ...live, RATE_LIMIT_PER_MINUTE: '0' }).queryLimits.pointsPerMinute).toBeUndefined();
  expect(
    readConfig({ MAX_COMPLEXITY: '500', RATE_LIMIT_PER_MINUTE: '600', TRUSTED_DOCUMENTS: manifest })
      .queryLimits,
  ).toEqual({
    maxComplexity: 500,
    pointsPerMinute: 600,
    introspection: true,
    trustedDocuments: { path: manifest, documents: new Map([['sha256:00', '{ targets { name } }']]) },
  });
});

test.each([
  ['[]', 'the file must be an object of documents by hash.'],
  ['{}', 'the file must contain at least one document.'],
  ['{"a":1}', 'a must be the text of a document.'],
  ['{"a":', 'is neither valid YAML nor valid JSON.'],
])('rejects the manifest %s with one line', (text, problem) => {
  const file = targetsFile(text, 'manifest.json');
  const message = mistake({ TRUSTED_DOCUMENTS: file });
  expect(message.startsWith(`TRUSTED_DOCUMENTS ${file}`)).toBe(true);
  expect(message.endsWith(problem)).toBe(true);
});

test('rejects a secret that is too short without repeating it', () => {
  expect(mistake({ CURSOR_SECRET: 'hunter2' })).toBe('CURSOR_SECRET must have at least 16 characters.');
});

test('a live gateway calls only AWS and this machine', () => {
  const live = { AWS_MODE: 'live', AWS_REGION: 'us-east-1', AUTH: 'none' };
  expect(mistake({ ...live, AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' })).toBe('none');
  expect(mistake({ ...live, AWS_ENDPOINT_URL_MACIE2: 'http://localhost:4566' })).toBe('none');
  expect(mistake({ ...live, AWS_ENDPOINT_URL_SECURITY_IR: 'https://proxy.example.com' })).toBe(
    'AWS_ENDPOINT_URL_SECURITY_IR redirects AWS calls to "https://proxy.example.com": unset it, or set ALLOW_CUSTOM_ENDPOINT=true to allow this.',
  );
  expect(mistake({ ...live, AWS_ENDPOINT_URL: 'http://127.0.0.1.example.com' })).toContain(
    'redirects AWS calls',
  );
  expect(
    mistake({ ...live, AWS_ENDPOINT_URL: 'https://proxy.example.com', ALLOW_CUSTOM_ENDPOINT: 'true' }),
  ).toBe('none');
});

test.each([
  ['targets: []', 'targets must contain at least one target.'],
  ['- name: a', 'the file must be an object with the keys targets.'],
  ['targets: [', 'is neither valid YAML nor valid JSON.'],
  ['targets: [{ name: a, region: moon }]', 'targets[0].region must be an AWS region such as us-east-1.'],
  [
    'targets: [{ name: A b, region: us-east-1 }]',
    'targets[0].name must contain only lowercase letters, digits and hyphens.',
  ],
  [
    'targets: [{ name: a, region: us-east-1, roleArn: admin }]',
    'targets[0].roleArn must be the ARN of an IAM role.',
  ],
  [
    'targets: [{ name: a, region: us-east-1, services: [s3] }]',
    'targets[0].services[0] must be one of macie2, workmail, security-ir.',
  ],
  ['targets: [{ name: a, region: us-east-1, rolearn: x }]', 'targets[0] has the unknown key rolearn.'],
  [
    'targets: [{ name: a, region: us-east-1, accountId: 123456789012 }]',
    'targets[0].accountId must be an account id of twelve digits, in quotes.',
  ],
  [
    'targets: [{ name: a, region: us-east-1, accountId: "1234" }]',
    'targets[0].accountId must be an account id of twelve digits, in quotes.',
  ],
  [
    'targets: [{ name: a, region: us-east-1, accountId: "111122223333", roleArn: "arn:aws:iam::222233334444:role/x" }]',
    'targets[0].accountId must be the account of roleArn.',
  ],
  [
    'targets: [{ name: a, region: us-east-1, accountId: "111122223333" }, { name: b, region: us-west-2, accountId: "222233334444" }]',
    'targets must have the same accountId wherever roleArn is not set: these targets use the own credentials of the gateway.',
  ],
  [
    'targets: [{ name: a, region: us-east-1, accountId: "111122223333" }, { name: b, region: us-east-1, roleArn: "arn:aws:iam::111122223333:role/x" }]',
    'targets must have unique combinations of account and region: the gateway serializes changes only within a target.',
  ],
  [
    'targets: [{ name: a, region: us-east-1 }, { name: a, region: us-west-2 }]',
    'targets must have unique names.',
  ],
  [
    'targets: [{ name: a, region: us-east-1 }, { name: b, region: us-east-1 }]',
    'targets must have unique combinations of account and region: the gateway serializes changes only within a target.',
  ],
])('rejects the targets file %j with one line', (text, problem) => {
  const file = targetsFile(text);
  const message = mistake({ TARGETS_FILE: file });
  expect(message.startsWith(`TARGETS_FILE ${file}`)).toBe(true);
  expect(message.endsWith(problem)).toBe(true);
  expect(message).not.toContain('\n');
});

test('reads the account of a target without a role', () => {
  const file = targetsFile('targets: [{ name: a, region: us-east-1, accountId: "012345678901" }]');
  expect(readConfig({ TARGETS_FILE: file }).targets).toMatchObject([
    { name: 'a', accountId: '012345678901' },
  ]);
});

test('rejects a targets file that does not exist', () => {
  expect(mistake({ TARGETS_FILE: '/nowhere/targets.yaml' })).toBe(
    'TARGETS_FILE /nowhere/targets.yaml cannot be read, because it does not exist: name an existing file that the gateway may read.',
  );
});

test('reads the read cache, the call budget and the Valkey URL', () => {
  const config = readConfig({
    READ_CACHE_SECONDS: 'ListMembers=60, GetCase=5',
    MAX_AWS_CALLS: '20',
    VALKEY_URL: 'valkey://127.0.0.1:6379/2',
    CURSOR_SECRET_PREVIOUS: 'x'.repeat(16),
  });
  expect(config).toMatchObject({
    maxAwsCalls: 20,
    valkeyUrl: 'valkey://127.0.0.1:6379/2',
    previousCursorSecret: 'x'.repeat(16),
  });
  expect([...config.readCacheSeconds]).toEqual([
    ['ListMembers', 60],
    ['GetCase', 5],
  ]);
});

test('reads a target’s rate limits and source identity', () => {
  const file = targetsFile(
    'targets: [{ name: a, region: us-east-1, sourceIdentity: true, rateLimits: { GetCase: 10 } }]',
  );
  expect(readConfig({ TARGETS_FILE: file }).targets).toMatchObject([
    { sourceIdentity: true, rateLimits: { GetCase: 10 } },
  ]);
});

test.each([
  [
    { READ_CACHE_SECONDS: 'ListMember=60' },
    /^READ_CACHE_SECONDS must be a list of operations with .*; the cacheable operations are /,
  ],
  [
    { READ_CACHE_SECONDS: 'GetCaseAttachmentDownloadUrl=60' },
    /^READ_CACHE_SECONDS must be a list of operations /,
  ],
  [{ READ_CACHE_SECONDS: 'ListMembers' }, /with a number of seconds from 1 to 99999/],
  [{ READ_CACHE_SECONDS: 'ListMembers=0' }, /with a number of seconds from 1 to 99999/],
  [
    { OPERATIONS_PORT: 'none' },
    /^OPERATIONS_PORT must be a port number from 0 to 65535, such as 9464, not "none"\.$/,
  ],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    /^OTEL_EXPORTER_OTLP_ENDPOINT must be the URL of a collector, such as http:\/\/127\.0\.0\.1:4318, not /,
  ],
  [{ MAX_AWS_CALLS: '0' }, /^MAX_AWS_CALLS must be a whole number from 1 to 999999, such as 500, not "0"\.$/],
  [{ VALKEY_URL: 'http://secret@store' }, /^VALKEY_URL must be a URL such as redis:\/\/127\.0\.0\.1:6379\.$/],
  [{ CURSOR_SECRET_PREVIOUS: 'short-secret' }, /^CURSOR_SECRET_PREVIOUS must have at least 16 characters\.$/],
])('rejects %j', (env, message) => {
  expect(mistake(env)).toMatch(message);
});

test.each([
  ['rateLimits: { GetCases: 10 }', 'rateLimits'],
  ['rateLimits: { GetCase: 0 }', 'must be at least 1 call per second'],
  ['rateLimits: { GetCase: 1.5 }', 'must be a whole number of calls per second'],
  ['rateLimits: 5', 'must be an object of calls per second by operation'],
  ['sourceIdentity: yes please', 'must be true or false'],
])('rejects a target with %s', (line, message) => {
  const file = targetsFile(`targets: [{ name: a, region: us-east-1, ${line} }]`);
  expect(mistake({ TARGETS_FILE: file })).toContain(message);
});
