// What a Valkey that gateways share holds after mutations with and without keys of the caller: no presigned URL.
import { setTimeout as delay } from 'node:timers/promises';
import { startTestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { Harness } from '../support/harness';
import { describeWithRedis, RedisServer } from '../support/redis';
import { CASE, putCase } from '../support/resources';

const UPLOAD = `mutation ($input: CreateSecurityCaseAttachmentUploadUrlInput!) {
  createSecurityCaseAttachmentUploadUrl(input: $input) { outcome uploadUrl idempotencyKey }
}`;

interface Payload {
  readonly outcome: string;
  readonly uploadUrl: string;
  readonly idempotencyKey: string | null;
}

describeWithRedis('the contents of the key store in Valkey')('idempotency keys in Valkey', () => {
  test('the store has the keys of the caller and no upload URL, which a repeated request gets from AWS', async () => {
    const redis = await RedisServer.start();
    const harness = new Harness();
    harness.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
    harness.gateway = await startTestGateway(harness.emulator.url, { valkeyUrl: redis.url });
    // A gateway takes no lease in the first 20 s of a Valkey, so this test waits for it.
    await putCase(harness, 'Submitted');
    const upload = async (fileName: string, idempotencyKey?: string): Promise<Payload> => {
      const input = { id: CASE, fileName, contentLength: 4, idempotencyKey };
      for (;;) {
        const { data, errors } = await harness.gateway.send(UPLOAD, { input });
        if (errors?.[0]?.extensions.code === 'LEASE_UNAVAILABLE') {
          await delay(200);
          continue;
        }
        expect(errors).toBeUndefined();
        return data?.createSecurityCaseAttachmentUploadUrl as Payload;
      }
    };
    const first = await upload('one.txt', 'key');
    const second = await upload('two.txt');
    expect(await upload('one.txt', 'key')).toEqual(first);
    expect(second.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
    const stored = await redis.withClient(async (client) => {
      const names = await client.keys('secops-graph:idempotency:*');
      return Promise.all(names.map((name) => client.hgetall(name)));
    });
    await harness.gateway.close();
    await harness.emulator.close();
    await redis.kill();
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ state: 'COMPLETED' });
    for (const { uploadUrl } of [first, second]) {
      expect(uploadUrl).toMatch(/^https?:/);
      expect(JSON.stringify(stored)).not.toContain(new URL(uploadUrl).pathname);
    }
  }, 60_000);
});
