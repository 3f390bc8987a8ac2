// Faults of the SQLite file while a gateway runs: the gateway stays ready and names the cause.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { openLog } from '../support/audit-stores';
import { endWithFile } from '../support/cleanup';
import { describeWith } from '../support/describe-with';
import { documentedFaults, expectFault, rowsOf, type HealthFault } from './health-fault';

const canMount = process.getuid?.() === 0;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  endWithFile(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Mounts a file system on a folder; returns the function that removes it. */
function mount(folder: string, ...args: readonly string[]): () => void {
  execFileSync('mount', [...args, folder]);
  return endWithFile(() => {
    execFileSync('umount', ['-l', folder]);
  });
}

const FULL: HealthFault = {
  name: 'is on a full disk',
  cause: 'DISK_FULL',
  isTrailReadable: true,
  start: () => {
    const folder = newFolder();
    const unmount = mount(folder, '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs');
    const filler = join(folder, 'filler');
    return Promise.resolve({
      config: { databaseFile: join(folder, 'audit.sqlite') },
      begin: () => {
        expect(() => {
          writeFileSync(filler, Buffer.alloc(8_388_608));
        }).toThrow('ENOSPC');
      },
      end: () => {
        rmSync(filler);
      },
      close: unmount,
    });
  },
};

const READ_ONLY: HealthFault = {
  name: 'is on a file system that becomes read-only',
  cause: 'READ_ONLY',
  isTrailReadable: true,
  start: () => {
    const folder = newFolder();
    let unmount: (() => void) | undefined;
    return Promise.resolve({
      config: { databaseFile: join(folder, 'audit.sqlite') },
      // A mount over the folder: the kernel does not remount a file system with a file that is open for writing.
      begin: () => {
        unmount = mount(folder, '--bind', folder);
        execFileSync('mount', ['-o', 'remount,ro,bind', folder]);
      },
      end: () => unmount?.(),
    });
  },
};

const FAULTS: readonly HealthFault[] = [
  {
    name: 'is deleted or moved away',
    cause: 'FILE_MISSING',
    start: () => {
      const folder = newFolder();
      const file = join(folder, 'audit.sqlite');
      return Promise.resolve({
        config: { databaseFile: file },
        begin: () => {
          renameSync(file, `${file}.moved`);
        },
        end: () => {
          renameSync(`${file}.moved`, file);
        },
      });
    },
  },
  {
    name: 'is replaced by another file',
    cause: 'FILE_REPLACED',
    start: () => {
      const folder = newFolder();
      const file = join(folder, 'audit.sqlite');
      return Promise.resolve({
        config: { databaseFile: file },
        begin: () => {
          writeFileSync(`${file}.other`, 'another file');
          renameSync(file, `${file}.moved`);
          renameSync(`${file}.other`, file);
        },
        end: () => {
          renameSync(`${file}.moved`, file);
        },
      });
    },
  },
  {
    name: 'is locked by another gateway',
    cause: 'IN_USE',
    start: () => {
      const file = join(newFolder(), 'audit.sqlite');
      const lockfilePath = `${file}.owner`;
      let unlock: (() => Promise<void>) | undefined;
      return Promise.resolve({
        config: { databaseFile: file },
        begin: async () => {
          rmdirSync(lockfilePath);
          unlock = await lock(file, { lockfilePath, realpath: false, stale: 4_000, update: 1_000 });
        },
        end: () => unlock?.(),
      });
    },
  },
];

test.concurrent.each(FAULTS)('while the gateway runs, the file $name', async (fault) => {
  await expectFault(fault);
});

describeWith(
  canMount,
  'faults/sqlite-health',
  'root, to mount a small disk',
)('on a small disk', () => {
  test.each([FULL, READ_ONLY])('while the gateway runs, the file $name', async (fault) => {
    await expectFault(fault);
  });

  test('the gateway does not start on a read-only file system', async () => {
    const folder = newFolder();
    const readOnly = newFolder();
    const file = join(folder, 'audit.sqlite');
    await (await open(file)).close();
    const unmount = mount(readOnly, '--bind', folder);
    execFileSync('mount', ['-o', 'remount,ro,bind', readOnly]);
    await expect(open(join(readOnly, 'audit.sqlite'))).rejects.toThrow(
      'cannot be opened: its file system is read-only; name a file in a writable folder (READ_ONLY).',
    );
    unmount();
  });

  test('the gateway does not start on a full disk', async () => {
    const folder = newFolder();
    const unmount = mount(folder, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs');
    mkdirSync(join(folder, 'a'));
    expect(() => {
      writeFileSync(join(folder, 'filler'), Buffer.alloc(131_072));
    }).toThrow('ENOSPC');
    await expect(open(join(folder, 'audit.sqlite'))).rejects.toThrow(
      'cannot be opened: its disk is full; free space (DISK_FULL).',
    );
    unmount();
  });
});

function open(file: string) {
  return openLog({ databaseUrl: undefined, databaseFile: file });
}

test('docs/faults.md lists every fault of the file', () => {
  expect(documentedFaults('the file')).toEqual(rowsOf([FULL, READ_ONLY, ...FAULTS]));
});
