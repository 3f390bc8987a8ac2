// docs/live.md contains the code that the tests of the clients execute, and its command prints what it shows.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config/config';
import { STREAM_BODY_LIMIT } from '../../src/http/body';
import { HEARTBEAT_MS } from '../../src/live/event-feed';
import { MAX_QUEUED } from '../../src/live/message-queue';
import { describeWith } from '../support/describe-with';
import { EventStream } from '../support/event-stream';
import { findProgram } from '../../scripts/find-program';
import { codeBlock, readDocument, tableRows } from '../support/markdown';
import { JOB } from '../support/resources';
import { supervise } from '../support/supervise';
import { eventually, useLiveUpdates } from './live-updates';
import { blockOf, LIVE_PAGE } from './page';
import { openTemporaryProject } from './temporary-project';

const FIXTURES = join(__dirname, 'fixtures/live');
const FILES = readdirSync(FIXTURES);
const page = readDocument(LIVE_PAGE);
const updates = useLiveUpdates();

test.each(FILES)('the page has the code of %s', (file) => {
  expect(blockOf(file, LIVE_PAGE)).toBe(readFileSync(join(FIXTURES, file), 'utf8'));
});

test('the code has no type error', () => {
  const project = openTemporaryProject('live', 'unused.json', {});
  try {
    for (const file of FILES) expect([file, project.typeErrors(file)]).toEqual([file, []]);
  } finally {
    project.remove();
  }
});

// The first test that makes a change: the page shows the first events of a history.
describeWith(
  findProgram('curl') !== undefined,
  'clients/live-page',
  'curl',
)('the command', () => {
  test('prints the first message, and then the change', async () => {
    const command = codeBlock(LIVE_PAGE, 'sh').replace('http://127.0.0.1:4000/graphql', updates.gateway.url);
    const child = supervise(
      spawn('/bin/sh', ['-c', `exec ${command}`], { stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    const blocks = () => output.trim().split('\n\n');
    await eventually(() => (blocks().length === 2 ? true : undefined), 'the first message');
    await updates.change();
    await eventually(() => (blocks().length === 3 ? true : undefined), 'the change');
    child.kill();
    const shown = codeBlock(LIVE_PAGE, 'text').trim().split('\n\n');
    // The positions of a history begin with the time of its beginning.
    const neutral = (block: string) =>
      block.replace(/WzE[\w…]+/, 'ID').replace(/"position":"\d+"/, '"position":"0"');
    expect(blocks().map(neutral)).toEqual(shown.map(neutral));
  });
});

test('the subscription of README.md receives a change', async () => {
  const [, query = ''] = /`(subscription \{.*\})`/.exec(readDocument('README.md')) ?? [];
  const stream = await EventStream.open(updates.gateway.url, { query });
  expect(await stream.message()).toEqual({});
  const after = await updates.change();
  const change = { type: 'CHANGED', resourceId: JOB, changes: [{ field: 'status', after }] };
  // The gateway also looks at the list, and may find another change before.
  let message = await stream.message();
  while (JSON.stringify(message) !== JSON.stringify(change)) message = await stream.message();
  expect(message).toEqual(change);
  stream.abort();
});

test('the page has the limits of the gateway', () => {
  const { streams } = readConfig({});
  const defaults = tableRows(page, 'limit').map(([, value = '']) => value.replace(',', '').split(' ')[0]);
  const limits = [streams.total, streams.perCaller, MAX_QUEUED, STREAM_BODY_LIMIT];
  expect(defaults).toEqual(limits.map(String));
  expect(page).toContain(`Heartbeats come every ${HEARTBEAT_MS / 1_000} seconds`);
});
