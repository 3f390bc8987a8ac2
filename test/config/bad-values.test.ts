// Every variable with a URL, a list, a number or a file: the one line with which a bad value stops the start.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, VARIABLE_GROUPS } from '../../src/config/config';
import { ConfigError } from '../../src/domain/errors';
import { IDENTITY_VARIABLES } from '../../src/config/identity-variables';
import { BAD_URLS, SECRETS, type BadValues } from './bad-urls';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const DIRECTORY = join(folder, 'directory');
/** A link to itself, which nobody can read, not even the superuser. */
const UNREADABLE = join(folder, 'unreadable');
const MISSING = join(folder, 'missing');

mkdirSync(DIRECTORY);
symlinkSync(UNREADABLE, UNREADABLE);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function line(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'none';
}

const OIDC = { OIDC_ISSUER: 'https://id.corp.example', OIDC_AUDIENCE: 'secops-graph' };

const ORIGINS = 'must be a list of origins such as https://console.example.com, without * and without a path';
const HEADER_NAMES = 'must be a list of header names such as x-datadog-trace-id, without *';
const HOSTS =
  'must be a list of host names or IP addresses without a port such as secops.example.com, without *';
const NEEDS = 'must be a list of audit, valkey';
const PROXIES = 'must be a list of IP addresses and networks such as 10.0.3.7 or 10.0.3.0/28';
const AUDIENCES =
  'must be a list of audiences without spaces and quotes, such as secops-graph,api://secops-graph';
const HEADERS = 'must be a list of percent-encoded headers such as x-api-key=abc,x-tenant=security';
const LIFETIMES =
  'must be a list of operations with a number of seconds from 1 to 99999, such as ListMembers=60,GetMember=60; the cacheable operations are DescribeClassificationJob, GetMember, ListClassificationJobs, ListMembers, ListTagsForResource, DescribeEntity, DescribeMailboxExportJob, DescribeOrganization, DescribeUser, ListMailboxExportJobs, ListOrganizations, GetCase, ListCaseEdits, ListCases, ListComments, ListInvestigations';

const CONNECT =
  'must be a list of https origins such as https://oauth2.example.com or https://*.s3.us-east-1.amazonaws.com, without a path';

const SCOPE = 'must be scopes separated by spaces, with openid among them, such as openid offline_access';

const LISTS: BadValues = {
  CONSOLE_CONNECT_ORIGINS: [
    ['*', `${CONNECT} (entry 1 is invalid), not "*".`],
    ['https://*.com', `${CONNECT} (entry 1 is invalid), not "https://*.com".`],
    ['https://a.example/path', `${CONNECT} (entry 1 is invalid), not "https://a.example/path".`],
    ['http://a.example', `${CONNECT} (entry 1 is invalid), not "http://a.example".`],
    [
      "https://a.example; script-src 'self'",
      `${CONNECT} (entry 1 is invalid), not "https://a.example; script-src 'self'".`,
    ],
    ["https://a'b.example", `${CONNECT} (entry 1 is invalid), not "https://a'b.example".`],
    ['https://a.example,', `${CONNECT} (entry 2 is empty), not "https://a.example,".`],
    ['https://ann:hunter2@a.example', `${CONNECT} (entry 1 is invalid).`],
  ],
  CORS_ORIGINS: [
    ['https://a.example,', `${ORIGINS} (entry 2 is empty), not "https://a.example,".`],
    [
      'https://a.example,,https://b.example',
      `${ORIGINS} (entry 2 is empty), not "https://a.example,,https://b.example".`,
    ],
    [
      'https://a.example https://b.example',
      `${ORIGINS} (entry 1 is invalid), not "https://a.example https://b.example".`,
    ],
    [
      'https://a.example,https://a.example',
      `${ORIGINS} (entry 2 repeats entry 1), not "https://a.example,https://a.example".`,
    ],
    ['https://ann:hunter2@a.example', `${ORIGINS} (entry 1 is invalid).`],
    [' ', `${ORIGINS} (entry 1 is empty), not " ".`],
  ],
  CORS_HEADERS: [
    ['*', `${HEADER_NAMES} (entry 1 is invalid), not "*".`],
    ['x-team,', `${HEADER_NAMES} (entry 2 is empty), not "x-team,".`],
    ['x-team,X-Team', `${HEADER_NAMES} (entry 2 repeats entry 1), not "x-team,X-Team".`],
    ['x-team: blue', `${HEADER_NAMES} (entry 1 is invalid), not "x-team: blue".`],
    ['x team', `${HEADER_NAMES} (entry 1 is invalid), not "x team".`],
  ],
  ALLOWED_HOSTS: [
    ['*', `${HOSTS} (entry 1 is invalid), not "*".`],
    ['*.example.com', `${HOSTS} (entry 1 is invalid), not "*.example.com".`],
    ['a.example:4000', `${HOSTS} (entry 1 is invalid), not "a.example:4000".`],
    ['https://a.example', `${HOSTS} (entry 1 is invalid), not "https://a.example".`],
    ['a..example', `${HOSTS} (entry 1 is invalid), not "a..example".`],
    ['fe80::1%eth0', `${HOSTS} (entry 1 is invalid), not "fe80::1%eth0".`],
    ['a.example,', `${HOSTS} (entry 2 is empty), not "a.example,".`],
    ['a.example, A.example.', `${HOSTS} (entry 2 repeats entry 1), not "a.example, A.example.".`],
    ['ann:hunter2@a.example', `${HOSTS} (entry 1 is invalid).`],
  ],
  TRUST_PROXY: [
    ['10.0.0.0/8,', `${PROXIES} (entry 2 is empty), not "10.0.0.0/8,".`],
    ['10.0.0.0/8,10.0.0.1:443', `${PROXIES} (entry 2 is invalid), not "10.0.0.0/8,10.0.0.1:443".`],
    [
      '10.0.0.1, 10.0.0.2, 10.0.0.1',
      `${PROXIES} (entry 3 repeats entry 1), not "10.0.0.1, 10.0.0.2, 10.0.0.1".`,
    ],
  ],
  READINESS_NEEDS: [
    ['postgres', `${NEEDS} (entry 1 is invalid), not "postgres".`],
    ['AUDIT', `${NEEDS} (entry 1 is invalid), not "AUDIT".`],
    ['toString', `${NEEDS} (entry 1 is invalid), not "toString".`],
    ['audit,', `${NEEDS} (entry 2 is empty), not "audit,".`],
    ['audit,audit', `${NEEDS} (entry 2 repeats entry 1), not "audit,audit".`],
  ],
  OIDC_AUDIENCE: [
    ['a,,b', `${AUDIENCES} (entry 2 is empty), not "a,,b".`],
    ['a,b,', `${AUDIENCES} (entry 3 is empty), not "a,b,".`],
    ['a, b ,a', `${AUDIENCES} (entry 3 repeats entry 1), not "a, b ,a".`],
    ['a b', `${AUDIENCES} (entry 1 is invalid), not "a b".`],
    ['["a","b"]', `${AUDIENCES} (entry 1 is invalid).`],
    ['"a"', `${AUDIENCES} (entry 1 is invalid), not "\\"a\\"".`],
    ['x'.repeat(256), `${AUDIENCES} (entry 1 is invalid), not "${'x'.repeat(256)}".`],
  ],
  READ_CACHE_SECONDS: [
    ['ListMembers=60s', `${LIFETIMES} (entry 1 is invalid), not "ListMembers=60s".`],
    ['ListMembers=60,', `${LIFETIMES} (entry 2 is empty), not "ListMembers=60,".`],
    ['ListMembers=60=5', `${LIFETIMES} (entry 1 is invalid), not "ListMembers=60=5".`],
    [
      'ListMembers=60,ListMembers=5',
      `${LIFETIMES} (entry 2 repeats entry 1), not "ListMembers=60,ListMembers=5".`,
    ],
    ['60', `${LIFETIMES} (entry 1 is invalid), not "60".`],
  ],
  OTEL_EXPORTER_OTLP_HEADERS: [
    ['hunter2', `${HEADERS} (entry 1 is invalid).`],
    ['x-api-key=hunter2,', `${HEADERS} (entry 2 is empty).`],
    ['x-api-key=hunter2%', `${HEADERS} (entry 1 is invalid).`],
    ['=hunter2', `${HEADERS} (entry 1 is invalid).`],
    ['x-api-key: hunter2', `${HEADERS} (entry 1 is invalid).`],
    ['X-Api-Key=hunter2,x-api-key=dragon', `${HEADERS} (entry 2 repeats entry 1).`],
  ],
};

const NUMBERS: BadValues = {
  PORT: [
    ['4000/tcp', 'must be a port number from 0 to 65535, such as 4000, not "4000/tcp".'],
    ['-1', 'must be a port number from 0 to 65535, such as 4000, not "-1".'],
  ],
  OPERATIONS_PORT: [['65536', 'must be a port number from 0 to 65535, such as 9464, not "65536".']],
  DRAIN_DELAY_SECONDS: [['5s', 'must be a whole number from 0 to 300, such as 5, not "5s".']],
  MAX_CONNECTIONS: [['0', 'must be a whole number from 1 to 999999, such as 2000, not "0".']],
  MAX_CONNECTIONS_PER_ADDRESS: [['2k', 'must be a whole number from 1 to 999999, such as 500, not "2k".']],
  MAX_STREAMS: [['0', 'must be a whole number from 1 to 99999, such as 1000, not "0".']],
  MAX_STREAMS_PER_CALLER: [['many', 'must be a whole number from 1 to 99999, such as 50, not "many".']],
  MAX_CONCURRENT_REQUESTS: [['1e3', 'must be a whole number from 1 to 99999, such as 200, not "1e3".']],
  MAX_COMPLEXITY: [['50k', 'must be a whole number from 100 to 999999999, such as 50000, not "50k".']],
  RATE_LIMIT_PER_MINUTE: [
    ['600/min', 'must be a whole number from 0 to 999999999, such as 1000000, not "600/min".'],
  ],
  READ_DEADLINE_SECONDS: [
    ['30s', 'must be a whole number from 1 to 999, such as 30, not "30s".'],
    ['1.5', 'must be a whole number from 1 to 999, such as 30, not "1.5".'],
    [' 30', 'must be a whole number from 1 to 999, such as 30, not " 30".'],
  ],
  HISTORY_INTERVAL_SECONDS: [
    ['1m', 'must be a whole number from 2 to 3600, such as 60, not "1m".'],
    ['1', 'must be a whole number from 2 to 3600, such as 60, not "1".'],
  ],
  HISTORY_DAYS: [['0', 'must be a whole number from 1 to 3650, such as 90, not "0".']],
  HISTORY_MAX_EVENTS: [['1e6', 'must be a whole number from 1000 to 999999999, such as 1000000, not "1e6".']],
  ATTENTION_URGENT_DAYS: [['0', 'must be a whole number from 1 to 3650, such as 7, not "0".']],
  ATTENTION_JOB_ERRORS_DAYS: [['1m', 'must be a whole number from 1 to 3650, such as 30, not "1m".']],
  ATTENTION_INVITATION_DAYS: [['-1', 'must be a whole number from 1 to 3650, such as 14, not "-1".']],
  ATTENTION_STALLED_EXPORT_MINUTES: [
    ['1h', 'must be a whole number from 1 to 100000, such as 60, not "1h".'],
  ],
  ATTENTION_ACKNOWLEDGEMENT_MINUTES: [['0', 'must be a whole number from 1 to 100000, such as 15, not "0".']],
  ATTENTION_QUIET_CASE_DAYS: [['3651', 'must be a whole number from 1 to 3650, such as 7, not "3651".']],
  ATTENTION_UNFINISHED_CHANGE_MINUTES: [
    ['1.5', 'must be a whole number from 1 to 100000, such as 5, not "1.5".'],
  ],
  ATTENTION_CHANGES_DAYS: [['all', 'must be a whole number from 1 to 3650, such as 7, not "all".']],
  MAX_AWS_CALLS: [['1,000', 'must be a whole number from 1 to 999999, such as 500, not "1,000".']],
};

const NAMES: BadValues = {
  HOST: [
    [
      '127.0.0.1:4000',
      'must be an IP address or a host name without a port, such as 127.0.0.1, not "127.0.0.1:4000".',
    ],
    [
      'http://localhost',
      'must be an IP address or a host name without a port, such as 127.0.0.1, not "http://localhost".',
    ],
  ],
  OPERATIONS_HOST: [
    ['a b', 'must be an IP address or a host name without a port, such as 127.0.0.1, not "a b".'],
  ],
  HISTORY: [['yes', 'must be one of on, off, listening, not "yes".']],
  EXECUTOR: [['jit', 'must be one of compiled, graphql-js, not "jit".']],
  CONSOLE_OIDC_CLIENT_ID: [
    ['secops console', 'must have 1 to 255 characters without spaces, not "secops console".'],
  ],
  CONSOLE_OIDC_SCOPE: [
    ['profile', `${SCOPE}, not "profile".`],
    ['openid,profile', `${SCOPE}, not "openid,profile".`],
    ['openid  profile', `${SCOPE}, not "openid  profile".`],
    ['openid "profile"', `${SCOPE}, not "openid \\"profile\\"".`],
  ],
  CONSOLE_OIDC_AUDIENCE: [['a b', 'must be an audience without spaces and quotes, not "a b".']],
  OIDC_AUDIENCE_CLAIM: [['azp', 'must be aud or client_id, not "azp".']],
  OIDC_SCOPE_PREFIX: [
    ['secops/ ', 'must have 1 to 255 characters without spaces, such as secops/, not "secops/ ".'],
  ],
  ...Object.fromEntries(
    ['OIDC_ROLES_CLAIM', 'OIDC_SCOPES_CLAIM'].map((name) => [
      name,
      ['realm_access..roles', 'roles ', '/https://example.com/roles', '/a~2'].map((path) => [
        path,
        `must be the name of a claim, a dotted path such as realm_access.roles, or a JSON Pointer such as /https:~1~1example.com~1claims/roles, not "${path}".`,
      ]),
    ]),
  ),
};

const EXAMPLES = {
  TARGETS_FILE: 'targets.yaml',
  ACCESS_FILE: 'access.yaml',
  TRUSTED_DOCUMENTS: 'persisted-documents.json',
};
const NAME_A_FILE = 'name an existing file that the gateway may read.';

const FILES: BadValues = {
  ...Object.fromEntries(
    Object.entries(EXAMPLES).map(([name, example]) => [
      name,
      [
        [MISSING, `${MISSING} cannot be read, because it does not exist: ${NAME_A_FILE}`],
        [DIRECTORY, `${DIRECTORY} cannot be read, because it is a folder: ${NAME_A_FILE}`],
        [UNREADABLE, `${UNREADABLE} cannot be read, because the system reports ELOOP: ${NAME_A_FILE}`],
        ['{"password":"hunter2"}', `must be the path of a file such as ${example}.`],
        ['password: hunter2\n', `must be the path of a file such as ${example}.`],
      ],
    ]),
  ),
  DATABASE_FILE: [
    [DIRECTORY, `${DIRECTORY} is a folder: name a file, such as ${DIRECTORY}/secops-graph.sqlite.`],
    ['a\nb', 'must be the path of a file such as secops-graph.sqlite.'],
  ],
};

const cases = [BAD_URLS, LISTS, NUMBERS, NAMES, FILES].flatMap((table) =>
  Object.entries(table).flatMap(([name, values]) =>
    values.map(([value, problem]): [string, string, string] => [name, value, `${name} ${problem}`]),
  ),
);

test.each(cases)('%s=%j stops the start', (name, value, expected) => {
  const message = line(name in IDENTITY_VARIABLES ? { ...OIDC, [name]: value } : { [name]: value });
  expect(message).toBe(expected);
  expect(message).not.toContain('\n');
  expect(SECRETS.filter((secret) => message.includes(secret))).toEqual([]);
});

test('the table has every variable of these kinds', () => {
  const others = [
    'AUTH',
    'NODE_ENV',
    'EXPLORER',
    'CONSOLE',
    'COMPRESSION',
    'LOG_LEVEL',
    'INTROSPECTION',
    'AWS_MODE',
    'AWS_REGION',
    'ALLOW_CUSTOM_ENDPOINT',
    'CURSOR_SECRET',
    'CURSOR_SECRET_PREVIOUS',
    'OTEL_SERVICE_NAME',
  ];
  const all = Object.values(VARIABLE_GROUPS).flatMap((group) => Object.keys(group));
  expect([...new Set(cases.map(([name]) => name)), ...others].sort()).toEqual(all.sort());
});

test('several bad values are in one line', () => {
  expect(line({ PORT: 'http', READ_DEADLINE_SECONDS: '30s' })).toBe(
    'PORT must be a port number from 0 to 65535, such as 4000, not "http". READ_DEADLINE_SECONDS must be a whole number from 1 to 999, such as 30, not "30s".',
  );
});

test.each([
  ['VALKEY_URL', 'rediss://ann:p%23s%2Fs%25@store.example:6380/2'],
  ['VALKEY_URL', 'valkeys://[::1]:6379?family=6'],
  ['VALKEY_URL', 'redis://:p^w@d@store'],
  ['DATABASE_URL', 'postgres://ann:p%23s%2Fs@db/audit?sslmode=verify-full'],
  ['DATABASE_URL', 'postgres:///audit?host=/var/run/postgresql'],
  ['DATABASE_URL', 'postgres://%2Fvar%2Frun%2Fpostgresql/audit'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://ann:hunter2@collector.example/otlp'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=Basic%20YW5uOg==, x-tenant=a b'],
  ['HOST', '::1'],
  ['OIDC_AUDIENCE', 'http://[::1]:8080/a,urn:b;c'],
])('accepts %s=%s', (name, value) => {
  expect(line(name in IDENTITY_VARIABLES ? { ...OIDC, [name]: value } : { [name]: value })).toBe('none');
});

test('a redirection of AWS calls to a URL with a password does not repeat it', () => {
  const live = { AWS_MODE: 'live', AWS_REGION: 'us-east-1', AUTH: 'none' };
  expect(line({ ...live, AWS_ENDPOINT_URL: 'https://ann:hunter2@proxy.example' })).toBe(
    'AWS_ENDPOINT_URL redirects AWS calls to another address: unset it, or set ALLOW_CUSTOM_ENDPOINT=true to allow this.',
  );
});

test.each([
  ['proxy.example:443', 'must be a URL such as http://127.0.0.1:4566, not "proxy.example:443".'],
  [
    'https://proxy.example:x',
    'must name a port from 1 to 65535, as in http://127.0.0.1:4566, not "https://proxy.example:x".',
  ],
  ['https://', 'must name a host, as in http://127.0.0.1:4566, not "https://".'],
  [
    'https://ann:hunter2@proxy.example',
    'must not contain a user name, a password or an @, as in http://127.0.0.1:4566.',
  ],
])('an allowed redirection of AWS calls to %s stops the start', (AWS_ENDPOINT_URL_MACIE2, problem) => {
  const live = { AWS_MODE: 'live', AWS_REGION: 'us-east-1', AUTH: 'none', ALLOW_CUSTOM_ENDPOINT: 'true' };
  expect(line({ ...live, AWS_ENDPOINT_URL_MACIE2 })).toBe(`AWS_ENDPOINT_URL_MACIE2 ${problem}`);
});
