// Optional commands of a busy gateway: what Valkey responds in time counts, also when the gateway reads it late.
import { setTimeout as delay } from 'node:timers/promises';
import { ValkeyConnection } from '../../src/storage/valkey/connection';
import { describeWithRedis, RedisServer } from '../support/redis';
import { Stopwatch } from '../support/stopwatch';

describeWithRedis('optional commands of a busy gateway')('optional commands', () => {
  let redis: RedisServer;
  let connection: ValkeyConnection;

  beforeAll(async () => {
    redis = await RedisServer.start();
    connection = new ValkeyConnection(redis.url, () => undefined);
    const connected = () =>
      connection
        .run((client) => client.ping())
        .then(
          () => true,
          () => false,
        );
    while (!(await connected())) await delay(20);
  });

  afterAll(async () => {
    connection.close();
    await redis.kill();
  });

  test('receive a reply that arrives while the event loop is blocked for longer than the limit', async () => {
    const reply = connection.run((client) => client.ping());
    const stopwatch = new Stopwatch();
    while (stopwatch.milliseconds < 150);
    expect(await reply).toBe('PONG');
  });

  test('reject soon after the limit when the store is frozen', async () => {
    redis.freeze();
    const stopwatch = new Stopwatch();
    await expect(connection.run((client) => client.ping())).rejects.toThrow('Command timed out');
    const { milliseconds } = stopwatch;
    redis.thaw();
    expect(milliseconds).toBeGreaterThan(45);
    expect(milliseconds).toBeLessThan(1_000);
  });
});
