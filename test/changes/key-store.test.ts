// What the store of idempotency keys holds: no secrets, and nothing under a key that the caller did not give.
import { CommandRunner, type CreationInput } from '../../src/changes/command-runner';
import { SYSTEM_CLOCK } from '../../src/changes/clock';
import { MemoryIdempotencyStore } from '../../src/changes/idempotency';
import { MutationPipeline } from '../../src/changes/mutation-pipeline';
import { OPERATIONS } from '../../src/aws/adapters/operations';
import { MACIE_MEMBER_OPERATIONS } from '../../src/aws/adapters/macie-member-operations';
import { SECURITY_CASE_PARTS_OPERATIONS } from '../../src/aws/adapters/security-case-parts-operations';
import type { WriteOperation } from '../../src/aws/client/operation';
import { callContext } from '../support/call-context';
import { changeDependencies, MemoryAudit } from '../support/change-dependencies';

class RecordingStore extends MemoryIdempotencyStore {
  readonly claimed: string[] = [];
  readonly results: string[] = [];

  override claim(key: string, fingerprint: string) {
    this.claimed.push(key);
    return super.claim(key, fingerprint);
  }

  override complete(key: string, token: string, result: string) {
    this.results.push(result);
    return super.complete(key, token, result);
  }
}

const SECRET = 'https://bucket.example/file?X-Amz-Signature=secret';

function runnerOf(operation: WriteOperation) {
  const store = new RecordingStore(SYSTEM_CLOCK);
  const audit = new MemoryAudit();
  const tokens: string[] = [];
  const pipeline = new MutationPipeline(audit, store, SYSTEM_CLOCK);
  const runner = new CommandRunner(changeDependencies({ pipeline }));
  const run = (input: Partial<CreationInput> = {}) =>
    runner.create(
      {
        mutation: 'createSomething',
        kind: 'SecurityCase',
        operation,
        input: { dryRun: false, ...input },
        rules: [],
        send: (_target, clientToken) => {
          tokens.push(clientToken);
          return Promise.resolve(SECRET);
        },
      },
      callContext(),
    );
  return { run, store, audit, tokens };
}

const { GetCaseAttachmentUploadUrl, CreateCaseComment } = SECURITY_CASE_PARTS_OPERATIONS;

test('a secret result is not stored, and a repeated request sends the same client token again', async () => {
  const { run, store, audit, tokens } = runnerOf(GetCaseAttachmentUploadUrl);
  const first = await run({ idempotencyKey: 'key' });
  expect(first).toMatchObject({ outcome: 'APPLIED', value: SECRET, idempotencyKey: 'key' });
  expect(await run({ idempotencyKey: 'key' })).toEqual(first);
  expect(store.results).toHaveLength(1);
  expect(store.results.join()).not.toContain('bucket.example');
  expect(JSON.stringify([audit.intents, audit.outcomes])).not.toContain('bucket.example');
  expect(tokens).toHaveLength(2);
  expect(new Set(tokens).size).toBe(1);
  const [original, replay] = audit.intents;
  expect(replay?.replayOf).toBe(original?.changeId);
});

test('a result without a secret is stored, and a repeated request sends nothing', async () => {
  const { run, store, tokens } = runnerOf(CreateCaseComment);
  const first = await run({ idempotencyKey: 'key' });
  expect(await run({ idempotencyKey: 'key' })).toEqual(first);
  expect(store.results).toHaveLength(1);
  expect(tokens).toHaveLength(1);
});

test('without a key of the caller nothing is stored; the payload has a key if AWS takes a client token', async () => {
  const withToken = runnerOf(CreateCaseComment);
  const { idempotencyKey } = await withToken.run();
  expect(idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  expect(withToken.store.claimed).toEqual([]);
  await withToken.run({ idempotencyKey: idempotencyKey ?? null });
  expect(new Set(withToken.tokens).size).toBe(1);

  const without = runnerOf(MACIE_MEMBER_OPERATIONS.CreateMember);
  expect((await without.run()).idempotencyKey).toBeUndefined();
  expect(without.store.claimed).toEqual([]);
  expect(without.audit.intents[0]?.idempotencyKey).toBeUndefined();
});

test('a refused input does not touch the key store', async () => {
  const { run, store, audit } = runnerOf(CreateCaseComment);
  expect(await run({ idempotencyKey: 'key', target: 'nowhere' })).toMatchObject({ outcome: 'REFUSED' });
  expect(store.claimed).toEqual([]);
  expect(audit.intents).toHaveLength(1);
});

test('every operation that changes something and returns a secret takes a client token', () => {
  const secret = Object.values(OPERATIONS).flatMap((operation) =>
    operation.access === 'write' && operation.isSecret ? [operation] : [],
  );
  expect(secret.map(({ name, takesClientToken }) => [name, takesClientToken])).toEqual([
    ['GetCaseAttachmentUploadUrl', true],
  ]);
});
