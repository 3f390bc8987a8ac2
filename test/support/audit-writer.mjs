// Writes to the audit log in a SQLite file for ever, and prints the number of each record that was acknowledged.
import { openAuditLog } from '../../dist/src/audit/open.js';

const [, , file, first] = process.argv;
const log = await openAuditLog({ auditDatabaseUrl: undefined, auditFile: file }, { error: () => undefined });
for (let number = Number(first); ; number += 1) {
  const changeId = `change-${number}`;
  const time = new Date();
  await log.begin({
    changeId,
    time,
    actor: 'writer',
    mutation: 'tagResource',
    asked: { text: 'x'.repeat(5_000) },
  });
  await log.end({ changeId, time, outcome: 'APPLIED', problems: [] });
  process.stdout.write(`${number}\n`);
}
