// Clock skew: the SDK corrects its clock by the Date header, and the gateway sends a rejected change again once.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdapters } from '../../../src/aws/adapters/all';
import { AwsClients } from '../../../src/aws/client/clients';
import { SERVICE_NAMES } from '../../../src/domain/services';
import { Targets } from '../../../src/domain/targets';
import { callContext } from '../../support/call-context';

const TWO_HOURS_MS = 7_200_000;
const REF = { kind: 'MacieMember', target: 'home', accountId: '444455556666' } as const;

/** A server whose clock is two hours ahead. It rejects the first requests, and keeps the signing time of each. */
async function startMacie(rejections: number, rejection: { type: string; status: number; message: string }) {
  const signedAt: number[] = [];
  const server: Server = createServer((request, response) => {
    signedAt.push(signingTime(request.headers));
    const isRejected = signedAt.length <= rejections;
    response.setHeader('date', new Date(Date.now() + TWO_HOURS_MS).toUTCString());
    response.setHeader('content-type', 'application/json');
    if (isRejected) response.setHeader('x-amzn-errortype', rejection.type);
    response.writeHead(isRejected ? rejection.status : 200);
    response.end(JSON.stringify(isRejected ? { message: rejection.message } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const targets = new Targets([{ name: 'home', region: 'us-east-1', services: SERVICE_NAMES }]);
  const clients = new AwsClients(targets, { mode: 'emulator', endpoint });
  const close = async () => {
    clients.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { signedAt, members: createAdapters(clients).MacieMember, close };
}

function signingTime(headers: IncomingHttpHeaders): number {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(headers['x-amz-date'])) ?? [];
  const [year = 0, month = 0, ...rest] = parts.map(Number);
  return Date.UTC(year, month - 1, ...rest);
}

const REJECTIONS = [
  { type: 'RequestTimeTooSkewed', status: 403, message: 'The difference is too large.' },
  { type: 'InvalidSignatureException', status: 403, message: 'Signature not yet current: 1 is later than 2' },
  { type: 'SignatureDoesNotMatch', status: 403, message: 'Signature expired: 1 is now earlier than 2' },
  { type: 'AccessDeniedException', status: 403, message: 'Request has expired' },
] as const;

test.each(REJECTIONS)(
  'a change that AWS rejects with $type is sent again with the corrected time',
  async (rejection) => {
    const macie = await startMacie(1, rejection);
    try {
      await macie.members.update(REF, 'PAUSED', callContext());
      expect(macie.signedAt).toHaveLength(2);
      const [first = 0, second = 0] = macie.signedAt;
      expect(Math.abs(second - first - TWO_HOURS_MS)).toBeLessThan(60_000);
    } finally {
      await macie.close();
    }
  },
);

test('a change that AWS rejects again is sent twice, and is retryable', async () => {
  const macie = await startMacie(Infinity, REJECTIONS[0]);
  try {
    await expect(macie.members.update(REF, 'PAUSED', callContext())).rejects.toMatchObject({
      code: 'AWS_ACCESS_DENIED',
      message: 'Macie rejected the clock of the gateway as wrong in target home.',
      retryable: true,
      details: { notApplied: true },
    });
    expect(macie.signedAt).toHaveLength(2);
  } finally {
    await macie.close();
  }
});

test.each([
  { type: 'ConflictException', status: 409, message: 'The status does not allow the request.' },
  { type: 'InternalServerException', status: 500, message: 'The request failed.' },
])('a change is sent once if AWS responds with $type, although the clock is wrong', async (rejection) => {
  const macie = await startMacie(Infinity, rejection);
  try {
    await expect(macie.members.update(REF, 'PAUSED', callContext())).rejects.toThrow();
    expect(macie.signedAt).toHaveLength(1);
  } finally {
    await macie.close();
  }
});
