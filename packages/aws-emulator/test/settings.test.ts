// The emulator's settings from the environment.
import { EmulatorSettingsError, readEmulatorSettings, readStandAloneSettings } from '../src/kernel/settings';

test('settings have defaults without variables', () => {
  expect(readEmulatorSettings({})).toEqual({
    host: '127.0.0.1',
    port: 0,
    controlHosts: [],
    seed: 'secops-graph',
    sizes: { jobs: 120, members: 40, exportJobs: 30, cases: 30 },
  });
  expect(readStandAloneSettings({})).toMatchObject({ host: '127.0.0.1', port: 4566 });
});

test('an empty variable counts as not set', () => {
  const names = ['SEED', 'JOBS', 'MEMBERS', 'EXPORT_JOBS', 'CASES', 'PORT', 'HOST', 'CONTROL_HOSTS'];
  const env = Object.fromEntries(names.map((name) => [`EMULATOR_${name}`, '']));
  expect(readStandAloneSettings(env)).toEqual(readStandAloneSettings({}));
});

test('every variable changes its setting', () => {
  const env = {
    EMULATOR_SEED: 'mine',
    EMULATOR_JOBS: '0',
    EMULATOR_MEMBERS: '1',
    EMULATOR_EXPORT_JOBS: '2',
    EMULATOR_CASES: '100000',
    EMULATOR_PORT: '5000',
    EMULATOR_HOST: '::1',
    EMULATOR_CONTROL_HOSTS: 'aws-emulator, 192.0.2.7',
  };
  expect(readStandAloneSettings(env)).toEqual({
    host: '::1',
    port: 5000,
    controlHosts: ['aws-emulator', '192.0.2.7'],
    seed: 'mine',
    sizes: { jobs: 0, members: 1, exportJobs: 2, cases: 100_000 },
  });
  expect(readEmulatorSettings(env)).toMatchObject({ host: '127.0.0.1', port: 5000 });
});

test.each([
  ['EMULATOR_JOBS', '-1', 'EMULATOR_JOBS is "-1": set a whole number from 0 to 100000, such as 120.'],
  ['EMULATOR_MEMBERS', '1.5', 'EMULATOR_MEMBERS is "1.5": set a whole number from 0 to 100000, such as 40.'],
  [
    'EMULATOR_EXPORT_JOBS',
    '30k',
    'EMULATOR_EXPORT_JOBS is "30k": set a whole number from 0 to 100000, such as 30.',
  ],
  [
    'EMULATOR_CASES',
    '100001',
    'EMULATOR_CASES is "100001": set a whole number from 0 to 100000, such as 30.',
  ],
  ['EMULATOR_PORT', 'http', 'EMULATOR_PORT is "http": set a whole number from 0 to 65535, such as 4566.'],
  [
    'EMULATOR_PORT',
    '4566\n',
    'EMULATOR_PORT is "4566\\n": set a whole number from 0 to 65535, such as 4566.',
  ],
  ...['*', 'a:4566', 'a,,b'].map((text) => [
    'EMULATOR_CONTROL_HOSTS',
    text,
    `EMULATOR_CONTROL_HOSTS is "${text}": set host names without ports, such as aws-emulator,host.docker.internal.`,
  ]),
  [
    'EMULATOR_HOST',
    '0.0.0.0',
    'EMULATOR_HOST is "0.0.0.0", but the emulator listens on loopback only: set one of 127.0.0.1, ::1, localhost.',
  ],
])('%s "%s" is rejected', (name, value, message) => {
  expect(() => readStandAloneSettings({ [name]: value })).toThrow(new EmulatorSettingsError(message));
});
