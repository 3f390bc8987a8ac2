/** Starts the gateway from its sources, and again after every change of a source file (`npm run dev`). */
import { spawn } from 'node:child_process';
import { readdirSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDERS = [
  'src',
  'schema',
  'resolvers',
  'packages/aws-emulator/src',
  'packages/client-security-ir/src',
  'packages/console/src',
];
/** Milliseconds: an editor writes a file in several steps, and a checkout writes many files. */
const SETTLE_MS = 100;

let gateway;
let watchers = [];
let timer;
let isRestarting = false;
let isStopping = false;

function start() {
  isRestarting = false;
  gateway = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], { stdio: 'inherit' });
  gateway.once('exit', () => {
    gateway = undefined;
    if (isStopping) process.exit();
    if (isRestarting) start();
    else process.stderr.write('The gateway ended. It starts again after the next change.\n');
  });
}

function restart() {
  watchFolders();
  if (gateway === undefined) {
    start();
    return;
  }
  isRestarting = true;
  gateway.kill();
}

/** On Linux, `node --watch-path` watches files, and loses those that an editor replaces. A watched folder notices them. */
function watchFolders() {
  for (const watcher of watchers) watcher.close();
  watchers = FOLDERS.map((folder) => join(ROOT, folder))
    .flatMap((folder) => [folder, ...subfolders(folder)])
    .map((folder) => watch(folder, scheduleRestart));
}

function subfolders(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

function scheduleRestart() {
  clearTimeout(timer);
  timer = setTimeout(restart, SETTLE_MS);
}

function stop() {
  isStopping = true;
  if (gateway === undefined) process.exit();
}

// A terminal sends SIGINT to the gateway too.
process.on('SIGINT', stop);
process.on('SIGTERM', () => {
  stop();
  gateway.kill();
});

watchFolders();
start();
