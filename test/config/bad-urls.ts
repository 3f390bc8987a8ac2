// URLs that stop the start, by variable, and the line that says why.

/** The secrets in the values below. */
export const SECRETS = ['hunter2', 'hunter', 'dragon'];

const ENCODE =
  'must percent-encode the special characters of the user name and the password, such as # as %23, / as %2F, ? as %3F and @ as %40:';
const PERCENT = 'contains a % that does not begin a percent-encoded character: write % as %25, as in';

const VALKEY = 'redis://127.0.0.1:6379';
const VALKEY_PASSWORD = 'redis://:pass%23word@127.0.0.1:6379';
const POSTGRES = 'postgres://user:password@host:5432/database';
const POSTGRES_PASSWORD = 'postgres://user:pass%23word@host:5432/database';
const COLLECTOR = 'http://127.0.0.1:4318';
const COLLECTOR_PASSWORD = 'http://user:pass%23word@127.0.0.1:4318';

const ISSUER =
  'must be an https URL without a query, or an http URL on a loopback address, such as https://id.example.com';
const JWKS =
  'must be an https URL, or an http URL on a loopback address, such as https://id.example.com/keys';

/** Values by variable, each with the line that stops the start, without the name of the variable. */
export type BadValues = Readonly<Record<string, readonly (readonly [value: string, problem: string])[]>>;

export const BAD_URLS: BadValues = {
  VALKEY_URL: [
    ['hunter2', `must be a URL such as ${VALKEY}.`],
    ['http://hunter2@store', `must be a URL such as ${VALKEY}.`],
    ['127.0.0.1:6379', `must be a URL such as ${VALKEY}.`],
    [' redis://store', `must be a URL such as ${VALKEY}.`],
    ['redis://store ', `must be a URL such as ${VALKEY}.`],
    ['redis://st<ore', `must be a URL such as ${VALKEY}.`],
    ['redis://:hunter2#dragon@store:6379', `${ENCODE} ${VALKEY_PASSWORD}.`],
    ['redis://ann:12#hunter2@store:6379', `${ENCODE} ${VALKEY_PASSWORD}.`],
    ['redis://:hunter2/dragon@store:6379', `${ENCODE} ${VALKEY_PASSWORD}.`],
    ['redis://ann:12/hunter2@store:6379/0', `${ENCODE} ${VALKEY_PASSWORD}.`],
    ['redis://:hunter2?dragon@store:6379', `${ENCODE} ${VALKEY_PASSWORD}.`],
    ['redis://:a@hunter2/dragon@store:6379', `${ENCODE} ${VALKEY_PASSWORD}.`],
    ['redis://:hunter2 dragon@store:6379', `${ENCODE} ${VALKEY_PASSWORD}.`],
    ['redis://:hunter2\ndragon@store:6379', `${ENCODE} ${VALKEY_PASSWORD}.`],
    ['redis://:hunter2%@store:6379', `${PERCENT} ${VALKEY_PASSWORD}.`],
    ['redis://:hunter2%zz@store:6379', `${PERCENT} ${VALKEY_PASSWORD}.`],
    ['redis://:hunter2%ff@store:6379', `${PERCENT} ${VALKEY_PASSWORD}.`],
    ['redis://', `must name a host, as in ${VALKEY}.`],
    ['redis://:hunter2@', `must name a host, as in ${VALKEY}.`],
    ['redis://:hunter2@:6379', `must name a host, as in ${VALKEY}.`],
    ['rediss:///0', `must name a host, as in ${VALKEY}.`],
    ['redis://:hunter2@store:70000', `must name a port from 1 to 65535, as in ${VALKEY}.`],
    ['redis://store:0', `must name a port from 1 to 65535, as in ${VALKEY}.`],
    ['redis://store:', `must name a port from 1 to 65535, as in ${VALKEY}.`],
    ['valkey://store:6379s', `must name a port from 1 to 65535, as in ${VALKEY}.`],
    ['redis://store:6379/first', `must end with the number of a database, if any, as in ${VALKEY}/0.`],
  ],
  DATABASE_URL: [
    ['mysql://ann:hunter2@db/audit', `must be a URL such as ${POSTGRES}.`],
    ['host=db password=hunter2', `must be a URL such as ${POSTGRES}.`],
    ['postgres://ann:hunter2#dragon@db/audit', `${ENCODE} ${POSTGRES_PASSWORD}.`],
    ['postgres://ann:hunter2/dragon@db/audit', `${ENCODE} ${POSTGRES_PASSWORD}.`],
    ['postgres://ann:12/hunter2@db:5432/audit', `${ENCODE} ${POSTGRES_PASSWORD}.`],
    ['postgres://ann:hunter2?dragon@db/audit', `${ENCODE} ${POSTGRES_PASSWORD}.`],
    ['postgresql://ann:100%hunter2@db/audit', `${PERCENT} ${POSTGRES_PASSWORD}.`],
    ['postgres:///audit', `must name a host, as in ${POSTGRES}.`],
    ['postgres://ann:hunter2@/audit', `must name a host, as in ${POSTGRES}.`],
    ['postgres://ann:hunter2@db:port/audit', `must name a port from 1 to 65535, as in ${POSTGRES}.`],
  ],
  OTEL_EXPORTER_OTLP_ENDPOINT: [
    ['collector:4318', `must be the URL of a collector, such as ${COLLECTOR}, not "collector:4318".`],
    ['grpc://collector', `must be the URL of a collector, such as ${COLLECTOR}, not "grpc://collector".`],
    ['http://ann:hunter2#dragon@collector', `${ENCODE} ${COLLECTOR_PASSWORD}.`],
    ['http://ann:hunter2%@collector', `${PERCENT} ${COLLECTOR_PASSWORD}.`],
    ['http://collector/%', `${PERCENT} ${COLLECTOR_PASSWORD}, not "http://collector/%".`],
    ['http://', `must name a host, as in ${COLLECTOR}, not "http://".`],
    ['http:///v1/traces', `must name a host, as in ${COLLECTOR}, not "http:///v1/traces".`],
    ['http://:4318', `must name a host, as in ${COLLECTOR}, not "http://:4318".`],
    [
      'http://collector:99999',
      `must name a port from 1 to 65535, as in ${COLLECTOR}, not "http://collector:99999".`,
    ],
    ['http://ann:hunter2@collector:x', `must name a port from 1 to 65535, as in ${COLLECTOR}.`],
  ],
  OIDC_ISSUER: [
    ['id.corp.example', `${ISSUER}, not "id.corp.example".`],
    ['http://id.corp.example', `${ISSUER}, not "http://id.corp.example".`],
    ['https://id.corp.example?a=b', `${ISSUER}, not "https://id.corp.example?a=b".`],
    ['https://id.corp.example#a', `${ISSUER}, not "https://id.corp.example#a".`],
    ['https://', 'must name a host, as in https://id.example.com, not "https://".'],
    ['https:///realms/corp', 'must name a host, as in https://id.example.com, not "https:///realms/corp".'],
    [
      'https://id.example:port',
      'must name a port from 1 to 65535, as in https://id.example.com, not "https://id.example:port".',
    ],
    ['https://id.example/%', `${PERCENT} https://id.example.com, not "https://id.example/%".`],
    [
      'https://ann:hunter2@id.example',
      'must not contain a user name, a password or an @, as in https://id.example.com.',
    ],
  ],
  CONSOLE_OIDC_ISSUER: [
    ['http://id.corp.example', `${ISSUER}, not "http://id.corp.example".`],
    ['https://id.corp.example?a=b', `${ISSUER}, not "https://id.corp.example?a=b".`],
  ],
  OIDC_JWKS_URL: [
    ['file:///keys', `${JWKS}, not "file:///keys".`],
    ['https://:443/keys', 'must name a host, as in https://id.example.com/keys, not "https://:443/keys".'],
    [
      'https://id.example:0/keys',
      'must name a port from 1 to 65535, as in https://id.example.com/keys, not "https://id.example:0/keys".',
    ],
    [
      'https://ann:hunter2@id.example/keys',
      'must not contain a user name, a password or an @, as in https://id.example.com/keys.',
    ],
  ],
};
