// Pages of the audit trail over long entries of an earlier version: a page ends early, and the cursor continues after it.
import { startTestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { openLog, sqlitePlaces } from '../support/audit-stores';

test('a walk with pages of up to 200 entries returns each long entry once, in pages of about 1 MB', async () => {
  const places = sqlitePlaces();
  const place = await places.newPlace();
  const { store } = place;
  await (await openLog(store)).close();
  const values = Array.from(
    { length: 50 },
    (_each, index) =>
      `('old-${index}', '2026-11-01T00:00:00.000Z', 'alice', 'changeStatuses', '{"id":"${'x'.repeat(50_000)}"}')`,
  );
  await place.sql(
    `INSERT INTO audit_log (intent_of, time, actor, mutation, input) VALUES ${values.join(', ')}`,
  );
  const emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  const gateway = await startTestGateway(emulator.url, store);
  const sizes: number[] = [];
  const walked: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { data } = await gateway.send(
      `query ($after: String) { auditTrail(first: 200, after: $after) {
        nodes { changeId } pageInfo { hasNextPage endCursor }
      } }`,
      { after },
    );
    const { nodes, pageInfo } = data?.auditTrail as {
      nodes: { changeId: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    sizes.push(nodes.length);
    walked.push(...nodes.map(({ changeId }) => changeId));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  await gateway.close();
  await emulator.close();
  await places.close();
  expect(sizes).toEqual([21, 21, 8]);
  expect(walked).toEqual(Array.from({ length: 50 }, (_each, index) => `old-${49 - index}`));
});
