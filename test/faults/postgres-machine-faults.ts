// Faults of the machine of PostgreSQL: a full disk, which needs root, and a certificate, which needs openssl.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSignedCertificate } from '../support/certificates';
import { endWithFile } from '../support/cleanup';
import type { HealthFault } from './health-fault';
import { dataFolder, newDatabase, server } from './postgres-databases';

export const FULL: HealthFault = {
  name: 'has a full disk',
  cause: 'DISK_FULL',
  isTrailReadable: true,
  start: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', folder]);
    const unmount = endWithFile(() => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    });
    const { uid, gid } = statSync(await dataFolder());
    chownSync(folder, uid, gid);
    await server().query(`CREATE TABLESPACE small LOCATION '${folder}'`);
    const { url, owner, database } = await newDatabase('TABLESPACE small');
    const filler = join(folder, 'filler');
    const insert = (length: number) =>
      owner(
        `INSERT INTO audit_log (intent_of, time, actor, mutation, input)
         SELECT gen_random_uuid(), now(), 'a', 'm', repeat('x', ${length}) FROM generate_series(1, 20)`,
      );
    return {
      config: { databaseUrl: url },
      begin: async () => {
        expect(() => {
          writeFileSync(filler, Buffer.alloc(64 * 1_048_576));
        }).toThrow('ENOSPC');
        // The last pages have room for some records.
        for (const length of [1_900, 100, 1]) {
          for (let isFull = false; !isFull;)
            isFull = await insert(length).then(
              () => false,
              () => true,
            );
        }
      },
      end: () => {
        rmSync(filler);
      },
      close: async () => {
        await server().query(`DROP DATABASE ${database} WITH (FORCE)`);
        await server().query('DROP TABLESPACE small');
        unmount();
      },
    };
  },
};

export const UNTRUSTED: HealthFault = {
  name: 'has a certificate that is not trusted',
  cause: 'UNTRUSTED_CERTIFICATE',
  start: async () => {
    const folder = await dataFolder();
    const { uid, gid } = statSync(folder);
    const [trusted, other] = [selfSignedCertificate(), selfSignedCertificate()];
    const use = async ({ certificate, key }: ReturnType<typeof selfSignedCertificate>) => {
      for (const [from, to] of [
        [certificate, 'server.crt'],
        [key, 'server.key'],
      ] as const) {
        copyFileSync(from, join(folder, to));
        chownSync(join(folder, to), uid, gid);
        chmodSync(join(folder, to), 0o600);
      }
      await server().query("ALTER SYSTEM SET ssl = 'on'");
      await server().query('SELECT pg_reload_conf()');
    };
    const { url, disconnect } = await newDatabase();
    await use(trusted);
    return {
      config: { databaseUrl: `${url}?sslmode=verify-full&sslrootcert=${trusted.certificate}` },
      begin: async () => {
        await use(other);
        await disconnect();
      },
      end: () => use(trusted),
    };
  },
};
