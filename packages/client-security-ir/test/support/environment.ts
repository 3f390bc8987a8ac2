// A process environment without anything that AWS clients read, for the length of a test.

const isRead = (name: string): boolean => name.startsWith('AWS_');

/** Removes AWS_* before each test, sets what keeps the machine's own files and metadata out, and puts all back. */
export const useCleanEnvironment = (): void => {
  const before = Object.entries(process.env).filter(([name]) => isRead(name));
  const clear = (): void => {
    for (const name of Object.keys(process.env).filter(isRead)) Reflect.deleteProperty(process.env, name);
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
