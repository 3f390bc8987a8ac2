// Events of API Gateway, payload format 2.0, as AWS documents them.
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export interface EventRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly base64?: boolean;
}

export function lambdaEvent({
  method = 'POST',
  search = '',
  headers = { 'content-type': 'application/json' },
  body,
  base64 = false,
}: EventRequest): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/graphql',
    rawQueryString: search,
    headers: {
      accept: '*/*',
      host: 'r3pmxmplak.execute-api.us-east-1.amazonaws.com',
      'x-forwarded-for': '192.0.2.7',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...headers,
    },
    requestContext: {
      accountId: '111122223333',
      apiId: 'r3pmxmplak',
      domainName: 'r3pmxmplak.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'r3pmxmplak',
      http: {
        method,
        path: '/graphql',
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.7',
        userAgent: 'curl/8.5.0',
      },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: '$default',
      stage: '$default',
      time: '10/Mar/2027:05:16:23 +0000',
      timeEpoch: 1804655783000,
    },
    ...(body !== undefined && { body: base64 ? Buffer.from(body).toString('base64') : body }),
    isBase64Encoded: base64,
  };
}
