// The README of the package: its jest suite runs, and its tables name everything that exists.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulatedAws } from '../src/aws/emulated-aws';
import { DEFAULT_SETTINGS } from '../src/kernel/settings';
import { SETTINGS } from '../src/control/requests';
import { README, readmeBlocks, ROOT, runReadmeSuite } from './support/readme';

const SUITE_TESTS = [
  'lists the members of the account',
  'passes an error of AWS on',
  'finds the account that a test put there',
];

test('three lines start, reset and stop the emulator in the jest suite, and the suite passes', async () => {
  const [suite = ''] = readmeBlocks('js');
  expect(suite.split('\n').filter((line) => /^(before|after)/.test(line))).toHaveLength(3);
  const folder = mkdtempSync(join(tmpdir(), 'aws-emulator-readme-'));
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    expect(await runReadmeSuite(folder)).toEqual({ passed: SUITE_TESTS, failed: [] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

test('every operation is listed', () => {
  const { services } = createEmulatedAws(DEFAULT_SETTINGS);
  for (const { name: service, operations } of services.values()) {
    const row = README.split('\n').find((line) => new RegExp(`^\\| ${service} +\\| `).test(line)) ?? '';
    const listed = row.split('|')[2]?.trim().split(', ') ?? [];
    expect([service, listed.toSorted()]).toEqual([service, operations.map(({ name }) => name).toSorted()]);
  }
});

test('every setting is named', () => {
  const missing = Object.keys(SETTINGS.shape).filter(
    (name) => !new RegExp(`[\`"]${name}[\`":]`).test(README),
  );
  expect(missing).toEqual([]);
});

test('every section that a link names exists', () => {
  const links = [...README.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, anchor = '']) => anchor);
  const anchors = [...README.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title.toLowerCase().replaceAll(' ', '-').replaceAll('`', ''),
  );
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
});
