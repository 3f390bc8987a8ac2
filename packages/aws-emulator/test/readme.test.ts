// The README of the package: its jest suite runs, and its tables name every operation and setting.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulatedAws } from '../src/aws/emulated-aws';
import { DEFAULT_SETTINGS } from '../src/kernel/settings';
import { SETTINGS } from '../src/control/requests';
import { README, readmeBlocks, ROOT, runReadmeSuite } from './support/readme';

const SUITE_TESTS = [
  'lists the members of the account',
  'returns an error of AWS',
  'reads a member that the test stored',
];

test('the jest suite passes, and starts, resets and stops the emulator in three lines', async () => {
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

test('the README lists every operation', () => {
  const { services } = createEmulatedAws(DEFAULT_SETTINGS);
  for (const { name: service, operations } of services.values()) {
    const row = README.split('\n').find((line) => new RegExp(`^\\| ${service} +\\| `).test(line)) ?? '';
    const listed = row.split('|')[2]?.trim().split(', ') ?? [];
    expect([service, listed.toSorted()]).toEqual([service, operations.map(({ name }) => name).toSorted()]);
  }
});

test('the README names every setting', () => {
  const missing = Object.keys(SETTINGS.shape).filter(
    (name) => !new RegExp(`[\`"]${name}[\`":]`).test(README),
  );
  expect(missing).toEqual([]);
});

test('every link of the README leads to a section that exists', () => {
  const links = [...README.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, anchor = '']) => anchor);
  const anchors = [...README.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title.toLowerCase().replaceAll(' ', '-').replaceAll('`', ''),
  );
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
});
