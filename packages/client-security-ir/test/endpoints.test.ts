// The endpoints of requests. A request handler records the URL and sends nothing.
import { ListCasesCommand, SecurityIRClient, type SecurityIRClientConfig } from '@aws-sdk/client-security-ir';
import { HttpResponse, type HttpRequest } from '@smithy/core/protocols';

import { credentials, rejection } from './support/client';
import { useCleanEnvironment } from './support/environment';

useCleanEnvironment();

const urlOf = async (config: SecurityIRClientConfig): Promise<string> => {
  let url = '';
  const requestHandler = {
    handle({ protocol, hostname, port, path }: HttpRequest) {
      url = `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`;
      return Promise.resolve({ response: new HttpResponse({ statusCode: 200, headers: {} }) });
    },
  };
  const client = new SecurityIRClient({ credentials, requestHandler, ...config });
  try {
    await client.send(new ListCasesCommand({}));
  } finally {
    client.destroy();
  }
  return url;
};

test.each<[string, SecurityIRClientConfig, string]>([
  ['default', { region: 'us-east-1' }, 'https://security-ir.us-east-1.api.aws/v1/list-cases'],
  [
    'FIPS',
    { region: 'us-east-1', useFipsEndpoint: true },
    'https://security-ir-fips.us-east-1.api.aws/v1/list-cases',
  ],
  [
    'dual-stack, which is the default',
    { region: 'eu-west-1', useDualstackEndpoint: true },
    'https://security-ir.eu-west-1.api.aws/v1/list-cases',
  ],
  [
    'China',
    { region: 'cn-north-1' },
    'https://security-ir.cn-north-1.api.amazonwebservices.com.cn/v1/list-cases',
  ],
  [
    'custom',
    { region: 'us-east-1', endpoint: 'http://127.0.0.1:4566' },
    'http://127.0.0.1:4566/v1/list-cases',
  ],
  [
    'custom with a path',
    { region: 'us-east-1', endpoint: 'https://proxy.example/aws' },
    'https://proxy.example/aws/v1/list-cases',
  ],
  [
    'custom from a provider',
    {
      region: () => Promise.resolve('us-east-1'),
      endpoint: () => Promise.resolve({ url: new URL('http://127.0.0.1:1') }),
    },
    'http://127.0.0.1:1/v1/list-cases',
  ],
])('the client uses the expected endpoint: %s', async (_, config, url) => {
  expect(await urlOf(config)).toBe(url);
});

test('the default region comes from AWS_REGION', async () => {
  process.env.AWS_REGION = 'ap-southeast-2';
  expect(await urlOf({})).toBe('https://security-ir.ap-southeast-2.api.aws/v1/list-cases');
});

test('the default of useFipsEndpoint comes from AWS_USE_FIPS_ENDPOINT', async () => {
  process.env.AWS_USE_FIPS_ENDPOINT = 'true';
  expect(await urlOf({ region: 'us-west-2' })).toBe(
    'https://security-ir-fips.us-west-2.api.aws/v1/list-cases',
  );
});

test('AWS_ENDPOINT_URL_SECURITY_IR overrides AWS_ENDPOINT_URL, and the option overrides both', async () => {
  process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:1111';
  expect(await urlOf({ region: 'us-east-1' })).toBe('http://127.0.0.1:1111/v1/list-cases');

  process.env.AWS_ENDPOINT_URL_SECURITY_IR = 'http://127.0.0.1:2222';
  expect(await urlOf({ region: 'us-east-1' })).toBe('http://127.0.0.1:2222/v1/list-cases');

  expect(await urlOf({ region: 'us-east-1', endpoint: 'http://127.0.0.1:3333' })).toBe(
    'http://127.0.0.1:3333/v1/list-cases',
  );
});

test.each<[string, SecurityIRClientConfig, RegExp]>([
  ['no region', {}, /Region is missing/],
  [
    'a region that is not a host label',
    { region: 'us-east-1.evil.example/' },
    /not a valid hostname component/,
  ],
  [
    'FIPS with a custom endpoint',
    { region: 'us-east-1', useFipsEndpoint: true, endpoint: 'http://127.0.0.1:1' },
    /FIPS and custom endpoint are not supported/,
  ],
])('%s is rejected', async (_, config, message) => {
  expect(await rejection(urlOf(config))).toMatchObject({ message: expect.stringMatching(message) as string });
});
