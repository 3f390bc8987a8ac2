// A process environment without AWS settings, for the duration of a test.

const isAwsSetting = (name: string): boolean => name.startsWith('AWS_');

/** Removes AWS_* before each test, disables config files and instance metadata, and restores all at the end. */
export const useCleanEnvironment = (): void => {
  const before = Object.entries(process.env).filter(([name]) => isAwsSetting(name));
  const clear = (): void => {
    for (const name of Object.keys(process.env).filter(isAwsSetting))
      Reflect.deleteProperty(process.env, name);
  };

  beforeEach(() => {
    clear();
    process.env.AWS_CONFIG_FILE = '/dev/null';
    process.env.AWS_SHARED_CREDENTIALS_FILE = '/dev/null';
    process.env.AWS_EC2_METADATA_DISABLED = 'true';
  });

  afterAll(() => {
    clear();
    for (const [name, value] of before) process.env[name] = value;
  });
};
