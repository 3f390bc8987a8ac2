// Comparison with botocore: all 24 operations must have the same requests and outputs for the same input.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { operations } from './fixtures/operations';
import { withServer } from './support/client';
import type { RecordedRequest } from './support/recording-server';

const probe = 'import botocore.session as s; assert "security-ir" in s.Session().get_available_services()';
const available = spawnSync('python3', ['-c', probe]).status === 0;
const skipped = !available && process.env.CI === undefined;
if (skipped)
  process.stderr.write(
    'botocore.test.ts is skipped: python3 has no botocore with security-ir. Run pip install botocore.\n',
  );

const respondInOrder = (index: number) => operations[index]?.response ?? { status: 500 };

const wirePart = ({ method, path, query, body }: RecordedRequest) => ({ method, path, query, body });

/** The value in the format of botocore_send.py: timestamps in milliseconds since the epoch. */
const comparable = (value: unknown): unknown => {
  if (value instanceof Date) return { milliseconds: value.getTime() };
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, comparable(member)]));
};

const sendWithBotocore = async (endpoint: string): Promise<unknown> => {
  const python = spawn('python3', [join(__dirname, 'botocore_send.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, AWS_CONFIG_FILE: '/dev/null', AWS_EC2_METADATA_DISABLED: 'true' },
  });
  python.stdin.end(
    JSON.stringify({
      endpoint,
      operations: operations.map(({ operation, input }) => ({ operation, input })),
    }),
  );
  let printed = '';
  python.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const [code] = (await once(python, 'close')) as [number];
  if (code !== 0) throw new Error(`botocore_send.py ended with status ${code}`);
  return JSON.parse(printed);
};

(skipped ? describe.skip : describe)('compared with botocore', () => {
  let clientRequests: RecordedRequest[];
  let botocoreRequests: RecordedRequest[];
  let clientOutputs: unknown[];
  let botocoreOutputs: unknown;

  beforeAll(async () => {
    await withServer(respondInOrder, async ({ client, requests }) => {
      clientOutputs = [];
      for (const { send } of operations) {
        clientOutputs.push(comparable({ ...(await send(client)), $metadata: undefined }));
      }
      clientRequests = requests;
    });
    await withServer(respondInOrder, async ({ url, requests }) => {
      botocoreOutputs = await sendWithBotocore(url);
      botocoreRequests = requests;
    });
  }, 60_000);

  test('both clients send 24 requests', () => {
    expect(botocoreRequests).toHaveLength(24);
    expect(clientRequests).toHaveLength(24);
  });

  test.each(operations.map(({ operation }, index) => ({ operation, index })))(
    'both clients send the same request for $operation',
    ({ index }) => {
      const [clientRequest, botocoreRequest] = [clientRequests[index], botocoreRequests[index]];
      expect(clientRequest && wirePart(clientRequest)).toEqual(botocoreRequest && wirePart(botocoreRequest));
    },
  );

  test('both clients return the same outputs', () => {
    expect(clientOutputs).toEqual(botocoreOutputs);
  });
});
