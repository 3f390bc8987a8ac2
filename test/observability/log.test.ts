// What may stand in the log, and that everything on standard error is a line of JSON.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { AwsError, BadUserInputError, OverloadedError } from '../../src/domain/errors';
import { serializeError } from '../../src/observability/logs/serialize-error';

const DIST = join(__dirname, '../../dist/src/observability');
const ARN = 'arn:aws:iam::999988887777:role/canary';

/** As the SDK throws it. */
function sdkError(): Error {
  const message = `User: ${ARN} is not authorized\n    at ${ARN} (/secret/place.js:1:2)`;
  return Object.assign(new Error(message), {
    name: 'AccessDeniedException',
    $fault: 'client',
    $metadata: { httpStatusCode: 403, requestId: 'request-1', extendedRequestId: ARN },
    $response: { body: ARN },
  });
}

test('an error of AWS is told by its name, its request id and where it was thrown', () => {
  const logged = serializeError(sdkError());
  expect(logged).toEqual({
    name: 'AccessDeniedException',
    requestId: 'request-1',
    status: 403,
    stack: expect.any(Array) as unknown,
  });
  expect(logged.stack?.[0]).toMatch(/^at sdkError \(.*log\.test\.ts:\d+:\d+\)$/);
  expect(JSON.stringify(logged)).not.toMatch(/999988887777|secret/);
});

test('an error of the gateway keeps its own message, and its cause no message', () => {
  const details = {
    service: 'macie2',
    operation: 'ListMembers',
    target: 'prod',
    awsCode: 'AccessDeniedException',
    requestId: 'request-1',
    notApplied: true,
  } as const;
  const logged = serializeError(new AwsError('AWS_ACCESS_DENIED', details, { cause: sdkError() }));
  expect(logged).toMatchObject({
    name: 'AwsError',
    code: 'AWS_ACCESS_DENIED',
    message: 'Macie denied the gateway access in target prod.',
    service: 'macie2',
    operation: 'ListMembers',
    target: 'prod',
    awsCode: 'AccessDeniedException',
    requestId: 'request-1',
    cause: { name: 'AccessDeniedException', status: 403 },
  });
  expect(JSON.stringify(logged)).not.toContain('999988887777');
});

test.each([
  ['what a client sent', new BadUserInputError(`The target "${ARN}" does not exist.`)],
  ['a text that is no JSON', catchError(() => JSON.parse(`"${ARN}`))],
  ['a type error', new TypeError(`Cannot read ${ARN}`)],
  ['a name that is a text', Object.assign(new Error('x'), { name: `Error of ${ARN}`, code: ARN })],
  ['a message changed afterwards', Object.assign(new Error(`\n    at ${ARN}:1:1`), { message: 'other' })],
  ['no error at all', ARN],
  ['a cause of a cause', new Error('x', { cause: new Error('y', { cause: { text: ARN } }) })],
])('nothing of %s is told', (_kind, error) => {
  expect(JSON.stringify(serializeError(error))).not.toContain('999988887777');
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('a message of the gateway that repeats no input is told', () => {
  expect(serializeError(new OverloadedError('Too many reads.')).message).toBe('Too many reads.');
});

/** Runs a script with `logger` at hand: its exit code and the lines of its standard error. */
function run(script: string): { code: number | null; lines: Record<string, unknown>[] } {
  const prepare = `
    const logger = require(${JSON.stringify(join(DIST, 'logs/logger.js'))}).createLogger('debug');
    const { libraryLogger } = require(${JSON.stringify(join(DIST, 'logs/library-logger.js'))});
    require(${JSON.stringify(join(DIST, 'logs/process-events.js'))}).logProcessEvents(logger);`;
  const { status, stderr, stdout } = spawnSync(process.execPath, ['-e', prepare + script], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  const lines = stderr.split('\n').filter((line) => line !== '');
  return { code: status, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('an error that nobody caught is a line of JSON, and the end', () => {
  const { code, lines } = run(
    `setTimeout(() => { throw new RangeError('${ARN}'); }); setTimeout(() => logger.info('late'), 500);`,
  );
  expect(code).toBe(1);
  expect(lines).toMatchObject([{ level: 60, err: { name: 'RangeError' } }]);
  expect(JSON.stringify(lines)).not.toContain(ARN);
});

test('a rejection that nobody handled is a line of JSON, and not the end', () => {
  const { code, lines } = run(
    `Promise.reject(new Error('${ARN}')); setTimeout(() => logger.info('later'), 50);`,
  );
  expect(code).toBe(0);
  expect(lines).toMatchObject([{ level: 50, err: { name: 'Error' } }, { msg: 'later' }]);
  expect(JSON.stringify(lines)).not.toContain(ARN);
});

test('a warning of the process is a line of JSON, and node prints nothing beside it', () => {
  const { lines } = run(`process.emitWarning('old', 'DeprecationWarning', 'DEP0');`);
  expect(lines).toMatchObject([
    { level: 40, warning: { name: 'DeprecationWarning', code: 'DEP0', message: 'old' } },
  ]);
});

test('secrets are not written, wherever they are put, nor is the message of an error by itself', () => {
  const { lines } = run(`
    logger.info({ authorization: 'Bearer canary', request: { headers: { cookie: 'canary' }, variables: { a: 'canary' } } }, 'one');
    logger.info({ credentials: { secretAccessKey: 'canary', sessionToken: 'canary' }, a: { b: { password: 'canary' } } }, 'two');
    logger.error(new Error('canary'));`);
  expect(lines.map(({ msg }) => msg)).toEqual(['one', 'two', 'error']);
  expect(JSON.stringify(lines)).not.toContain('canary');
});

test('of a library’s sentences what it adds of others is left out', () => {
  const { lines } = run(`
    const library = libraryLogger(logger, 'Some Server');
    library.error('Unexpected error processing request: Error: ${ARN}');
    library.warn('A request came late. It was refused.');
    library.error(new Error('${ARN}'));
    library.warn();`);
  expect(lines).toMatchObject([
    { level: 50, library: 'Some Server', msg: 'Unexpected error processing request' },
    { level: 40, library: 'Some Server', msg: 'A request came late. It was refused.' },
    { level: 50, err: { name: 'Error' }, msg: 'error' },
    { level: 40, msg: 'message' },
  ]);
  expect(JSON.stringify(lines)).not.toContain(ARN);
});
