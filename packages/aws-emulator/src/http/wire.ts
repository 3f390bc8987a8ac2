/** Transport faults: replies that are cut, delayed, endless or malformed. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { WireFault } from '../kernel/faults';
import type { HttpReply } from './protocol';

/** A reply, and the transport fault that applies to it. */
export interface FaultyReply {
  readonly wire: WireFault;
  readonly reply: HttpReply;
}

const TRICKLE_MS = 1_000;
const GIGABYTE = 1_073_741_824;
const BLOCK = Buffer.alloc(65_536, ' ');

type Send = (reply: HttpReply, response: ServerResponse, socket: Socket) => void;

const SENDERS: Readonly<Record<WireFault, Send>> = {
  reset: (_reply, _response, socket) => {
    socket.resetAndDestroy();
  },
  garbage: (_reply, _response, socket) => {
    socket.end('\u0000\u0001 not HTTP \r\n\r\n');
  },
  stall: (reply, response) => {
    sendHalf(reply, response);
  },
  cut: (reply, response, socket) => {
    sendHalf(reply, response, () => {
      socket.resetAndDestroy();
    });
  },
  trickle: (reply, response) => {
    const bytes = begin(reply, response);
    let sent = 0;
    const timer = setInterval(() => {
      response.write(bytes.subarray(sent, (sent += 1)));
    }, TRICKLE_MS);
    response.once('close', () => {
      clearInterval(timer);
    });
  },
  huge: (reply, response) => {
    response.writeHead(reply.status, { ...reply.headers, 'content-length': GIGABYTE });
    response.write(bytesOf(reply));
    sendWithoutEnd(response);
  },
  endless: (reply, response) => {
    response.writeHead(reply.status, reply.headers);
    response.write('{"');
    sendWithoutEnd(response);
  },
  gzip: (reply, response) => {
    response.writeHead(reply.status, { ...reply.headers, 'content-encoding': 'gzip' });
    response.end(gzipSync(reply.body));
  },
};

export function sendFaulty({ wire, reply }: FaultyReply, response: ServerResponse): void {
  const { socket } = response;
  if (socket !== null) SENDERS[wire](reply, response, socket);
}

function sendHalf(reply: HttpReply, response: ServerResponse, then?: () => void): void {
  const bytes = begin(reply, response);
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), then);
}

/** Sends the head of the reply, and returns its body. */
function begin(reply: HttpReply, response: ServerResponse): Buffer {
  const bytes = bytesOf(reply);
  // One byte too many: otherwise, a body of one byte would be complete with its first half.
  response.writeHead(reply.status, { ...reply.headers, 'content-length': bytes.length + 1 });
  response.flushHeaders();
  return bytes;
}

function bytesOf({ body }: HttpReply): Buffer {
  return Buffer.from(body);
}

/** Sends blocks as fast as the client reads them, until the connection closes. */
function sendWithoutEnd(response: ServerResponse): void {
  const fill = () => {
    while (!response.destroyed && response.write(BLOCK));
  };
  response.on('drain', fill);
  fill();
}
