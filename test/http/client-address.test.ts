// The client's address, as proxies write it into X-Forwarded-For.
import { request } from 'node:http';
import pino from 'pino';
import { startGateway, type ServedGateway } from '../../src/app/serve';
import { testConfig } from '../support/gateway';

interface Line {
  readonly msg: string;
  readonly address?: string;
  readonly reason?: string;
  readonly proxy?: string;
  readonly level?: number;
  readonly networks?: readonly string[];
}

const PROXIES = ['127.0.0.1', '10.0.0.0/8', '2001:db8:ffff::/48'];
const PROXY = '127.0.0.1';
const CLIENT = '203.0.113.9';
const OTHER = '198.51.100.1';

let gateway: ServedGateway;
const lines: Line[] = [];

async function start(trustedProxies: readonly string[]): Promise<ServedGateway> {
  lines.length = 0;
  const write = (line: string) => lines.push(JSON.parse(line) as Line);
  // No request of this suite calls AWS.
  const aws = { mode: 'emulator', endpoint: 'http://127.0.0.1:1' } as const;
  const http = { ...testConfig().http, trustedProxies };
  gateway = await startGateway(testConfig({ http }), aws, pino({ base: null }, { write }));
  return gateway;
}

afterEach(() => gateway.close());

/** Sends a request with these header lines, and returns the address in its log line. */
async function addressFor(headers: Record<string, string | readonly string[]>): Promise<string | undefined> {
  const url = new URL(`${gateway.url}?query=${encodeURIComponent('{__typename}')}`);
  await new Promise((resolve, reject) => {
    request(url, { headers: headers as Record<string, string | string[]> }, (response) =>
      response.resume().on('end', resolve),
    )
      .on('error', reject)
      .end();
  });
  return lines.filter(({ msg }) => msg === 'request').at(-1)?.address;
}

const WIDE =
  'TRUST_PROXY trusts wide networks: every host in them can claim any client address. List the addresses of the proxies';

const warnings = () =>
  lines.filter(({ msg }) => msg !== 'request' && msg !== WIDE).map(({ proxy, reason }) => [proxy, reason]);

test('reads every form of an address that proxies write', async () => {
  await start(PROXIES);
  const forms = [
    CLIENT,
    `${CLIENT}:51008`,
    `  ${CLIENT}:51008  `,
    `"${CLIENT}:51008"`,
    `::ffff:${CLIENT}`,
    `[::FFFF:${CLIENT}]:51008`,
    '::ffff:cb00:7109',
    '2001:db8::1',
    '2001:DB8:0:0::1',
    '[2001:db8::1]',
    '[2001:db8::1]:443',
    '"[2001:db8::1]:443"',
    'fe80::1%eth0',
    '[fe80::1%25eth0]:443',
  ];
  const addresses: unknown[] = [];
  for (const form of forms) addresses.push(await addressFor({ 'x-forwarded-for': form }));
  expect(addresses).toEqual([
    ...Array.from({ length: 7 }, () => CLIENT),
    ...Array.from({ length: 5 }, () => '2001:db8::1'),
    'fe80::1',
    'fe80::1',
  ]);
  expect(warnings()).toEqual([]);
});

test.each<[string, string | readonly string[], string]>([
  ['one address that the client wrote', `${OTHER}, ${CLIENT}`, CLIENT],
  ['one address with a port that the client wrote', `${OTHER}:1, ${CLIENT}:51008`, CLIENT],
  ['the address of a trusted proxy that the client wrote', `10.0.0.9, ${CLIENT}`, CLIENT],
  ['text that the client wrote', `unknown, <script>, , ${CLIENT}`, CLIENT],
  ['a header line that the client wrote', [OTHER, CLIENT], CLIENT],
  ['a header line with several addresses that the client wrote', [`${OTHER}, unknown`, CLIENT], CLIENT],
])('ignores %s before the one that the proxy added', async (_name, header, address) => {
  await start(PROXIES);
  expect(await addressFor({ 'x-forwarded-for': header })).toBe(address);
  expect(warnings()).toEqual([]);
});

test.each<[string, string | readonly string[], string]>([
  ['trusted proxies', `${OTHER}, ${CLIENT}, 10.0.0.5, 10.0.0.6`, CLIENT],
  ['trusted proxies with ports', `${CLIENT}:51008, 10.0.0.5:4432, [::ffff:10.0.0.6]:80`, CLIENT],
  ['trusted IPv6 proxies', `${CLIENT}, 2001:DB8:FFFF::7, "[2001:db8:ffff::8]:443"`, CLIENT],
  ['trusted proxies in several header lines', [`${OTHER}, ${CLIENT}`, '10.0.0.5'], CLIENT],
  ['trusted proxies only', '10.0.0.4, 10.0.0.5', '10.0.0.4'],
])('walks back through %s', async (_name, header, address) => {
  await start(PROXIES);
  expect(await addressFor({ 'x-forwarded-for': header })).toBe(address);
  expect(warnings()).toEqual([]);
});

test.each<[string, string, string, string]>([
  ['unknown', 'unknown', PROXY, 'UNKNOWN'],
  ['"Unknown"', '"Unknown"', PROXY, 'UNKNOWN'],
  ['an obfuscated name', '_hidden', PROXY, 'OBFUSCATED'],
  ['an empty header', '', PROXY, 'EMPTY'],
  ['an empty last entry', `${OTHER}, `, PROXY, 'EMPTY'],
  ['a host name', 'client.example.com', PROXY, 'NOT_AN_ADDRESS'],
  ['an address with a broken port', `${CLIENT}:port`, PROXY, 'NOT_AN_ADDRESS'],
  ['an address with a leading zero', '203.0.113.09', PROXY, 'NOT_AN_ADDRESS'],
  ['a number', '3405803785', PROXY, 'NOT_AN_ADDRESS'],
  ['a bracket that does not close', '[2001:db8::1', PROXY, 'NOT_AN_ADDRESS'],
  ['unknown after a trusted proxy', `${OTHER}, unknown, 10.0.0.5:80`, '10.0.0.5', 'UNKNOWN'],
])('uses the address of the proxy that sent %s, and logs it once', async (_name, header, address, reason) => {
  await start(PROXIES);
  for (let time = 0; time < 3; time += 1) {
    expect(await addressFor({ 'x-forwarded-for': header })).toBe(address);
  }
  expect(warnings()).toEqual([[address, reason]]);
  expect(JSON.stringify(lines)).not.toContain('hidden');
});

test('logs each cause once', async () => {
  await start(PROXIES);
  for (const value of ['unknown', '_a', 'unknown', '', '_b']) await addressFor({ 'x-forwarded-for': value });
  expect(warnings().map(([, reason]) => reason)).toEqual(['UNKNOWN', 'OBFUSCATED', 'EMPTY']);
});

test('does not read the Forwarded header, and logs that a trusted proxy sends only that', async () => {
  await start(PROXIES);
  expect(await addressFor({ forwarded: `for=${CLIENT}` })).toBe(PROXY);
  expect(warnings()).toEqual([[PROXY, 'ONLY_FORWARDED_HEADER']]);
  expect(await addressFor({ forwarded: `for=${OTHER}`, 'x-forwarded-for': CLIENT })).toBe(CLIENT);
});

test('neither reads nor logs the headers of an address that is not trusted', async () => {
  await start(['10.0.0.0/8']);
  for (const value of [CLIENT, 'unknown', '10.0.0.5']) {
    expect(await addressFor({ 'x-forwarded-for': value, forwarded: `for=${CLIENT}` })).toBe(PROXY);
  }
  expect(warnings()).toEqual([]);
});

test.each(['::ffff:127.0.0.0/104', '::ffff:7f00:1', '127.0.0.1/8'])(
  'trusts the network %s',
  async (network) => {
    await start([network]);
    expect(await addressFor({ 'x-forwarded-for': '127.0.0.1, 127.0.0.1' })).toBe('127.0.0.1');
    expect(await addressFor({ 'x-forwarded-for': '2001:db8::1' })).toBe('2001:db8::1');
  },
);

test('warns at the start of networks that are wider than a subnet of proxies', async () => {
  const wide = [
    '10.0.0.0/8',
    '192.168.0.0/23',
    '2001:db8::/63',
    'fd00::/8',
    '::ffff:10.0.0.0/104',
    '::ffff:192.168.0.0/119',
  ];
  await start(['127.0.0.1', ...wide, '192.168.2.0/24', '::1', '2001:db8:1::/64', '::ffff:10.1.0.0/120']);
  expect(lines).toEqual([expect.objectContaining({ level: 40, msg: WIDE, networks: wide })]);
});

test.each([[[]], [['127.0.0.1', '192.168.2.0/24', '2001:db8:1::/64']]])(
  'starts without a warning if it trusts %j',
  async (proxies) => {
    await start(proxies);
    expect(lines).toEqual([]);
  },
);
