// A process that writes records to the audit log in a SQLite file without end, and prints the number of each acknowledged
// record. Given a third argument, it kills itself at that write to the disk after its third record.
import fs from 'node:fs';
import auditModule from '../../dist/src/audit/module.js';
import auditLog from '../../dist/src/audit/sql-audit-log.js';
import storage from '../../dist/src/storage/sql/open.js';

const [, , file, first, lastWrite] = process.argv;
const logger = { error: () => undefined };
const location = { databaseUrl: undefined, databaseFile: file };
const database = await storage.openDatabase(location, [auditModule.AUDIT_MODULE], logger);
const log = new auditLog.SqlAuditLog(database, logger);

function killAtWrite(count) {
  let writes = 0;
  const { writeSync } = fs;
  fs.writeSync = (...write) => {
    writes += 1;
    if (writes === count) process.kill(process.pid, 'SIGKILL');
    return writeSync(...write);
  };
}

for (let number = Number(first); ; number += 1) {
  if (number === 3 && lastWrite !== undefined) killAtWrite(Number(lastWrite));
  const changeId = `change-${number}`;
  const createdAt = new Date();
  const input = { text: 'x'.repeat(5_000) };
  await log.begin({
    changeId,
    createdAt,
    actor: 'writer',
    mutation: 'tagResource',
    resourceId: changeId,
    input,
  });
  await log.end({ changeId, createdAt, outcome: 'APPLIED', errorCodes: [] });
  await new Promise((resolve) => process.stdout.write(`${number}\n`, resolve));
}
