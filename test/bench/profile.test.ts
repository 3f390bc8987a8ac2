// The stage profile: self time belongs to the stage of the nearest known function.
import { selfTimes } from '../../bench/profile/self-times';
import { stageOf, type Frame } from '../../bench/profile/stages';

function frame(url: string, functionName = ''): Frame {
  return { url, functionName };
}

const FASTIFY = frame('/app/node_modules/fastify/lib/reply.js', 'send');
const HANDLER = frame('/app/node_modules/@smithy/node-http-handler/dist-cjs/index.js', 'handle');
const OUTGOING = frame('node:_http_outgoing', 'write_');

test.each([
  ['a file of the gateway', frame('/app/dist/src/paging/reader.js'), [], 'paging'],
  ['a cursor', frame('/app/dist/src/paging/cursors.js'), [], 'cursors'],
  ['a function without a rule, by its caller', frame('node:buffer', 'slice'), [FASTIFY], 'Fastify'],
  ['an unknown function without callers', frame('node:internal/timers', 'listOnTimeout'), [], 'other'],
  ['an outgoing message of the server', OUTGOING, [FASTIFY], 'node:http'],
  ['an outgoing message of the HTTP client', OUTGOING, [frame('node:events'), HANDLER], 'HTTP client'],
  ['a native function of a stream', frame('', 'writev'), [OUTGOING, FASTIFY], 'node:http'],
  [
    'a schema of the SDK, by its caller',
    frame('/app/node_modules/@smithy/core/dist-cjs/submodules/schema/index.js', 'structIterator'),
    [frame('/app/node_modules/@smithy/core/dist-cjs/submodules/protocols/index.js', '_readStruct')],
    'SDK decode',
  ],
  ['garbage collection, whoever caused it', frame('', '(garbage collector)'), [FASTIFY], 'GC'],
  ['a function named like a member of Object', frame('', 'toString'), [HANDLER], 'HTTP client'],
])('%s', (_title, called, callers, stage) => {
  expect(stageOf(called, callers)).toBe(stage);
});

test('the CPU time of a request is divided among the stages by their shares, without idle time', () => {
  const node = (id: number, callFrame: Frame, children: number[] = []) => ({
    id,
    callFrame: { ...callFrame, scriptId: '0', lineNumber: 0, columnNumber: 0 },
    children,
  });
  const profile = {
    nodes: [
      node(1, frame('', '(root)'), [2, 3]),
      node(2, frame('', '(idle)')),
      node(3, FASTIFY, [4, 5]),
      node(4, frame('node:buffer', 'slice')),
      node(5, frame('', '(garbage collector)')),
    ],
    startTime: 0,
    endTime: 10_000,
    samples: [2, 3, 4, 5, 2],
    timeDeltas: [0, 4_000, 3_000, 3_000, 2_000],
  };
  expect(Object.fromEntries(selfTimes(profile, 4))).toEqual({ Fastify: 3, GC: 1 });
});
