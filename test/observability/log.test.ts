// The log: the parts of errors that it may contain, and lines of JSON on standard error.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { AwsError, BadUserInputError, OverloadedError } from '../../src/domain/errors';
import { serializeError } from '../../src/observability/logs/serialize-error';

const DIST = join(__dirname, '../../dist/src/observability');
const ARN = 'arn:aws:iam::999988887777:role/canary';

/** An error like those that the SDK throws. */
function sdkError(): Error {
  const message = `User: ${ARN} is not authorized\n    at ${ARN} (/secret/place.js:1:2)`;
  return Object.assign(new Error(message), {
    name: 'AccessDeniedException',
    $fault: 'client',
    $metadata: { httpStatusCode: 403, requestId: 'request-1', extendedRequestId: ARN },
    $response: { body: ARN },
  });
}

test('logs the name, the request id and the stack of an AWS error, without its message', () => {
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

test('logs the message of a gateway error, and not the message of its cause', () => {
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
  ['the input of a client', new BadUserInputError(`The target "${ARN}" does not exist.`)],
  ['invalid JSON', catchError(() => JSON.parse(`"${ARN}`))],
  ['a type error', new TypeError(`Cannot read ${ARN}`)],
  ['an error name with text', Object.assign(new Error('x'), { name: `Error of ${ARN}`, code: ARN })],
  [
    'an error whose message was changed',
    Object.assign(new Error(`\n    at ${ARN}:1:1`), { message: 'other' }),
  ],
  ['a thrown string', ARN],
  ['a cause of a cause', new Error('x', { cause: new Error('y', { cause: { text: ARN } }) })],
])('logs no text of %s', (_kind, error) => {
  expect(JSON.stringify(serializeError(error))).not.toContain('999988887777');
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('The function threw nothing.');
}

test('logs a message of the gateway that contains no input', () => {
  expect(serializeError(new OverloadedError('Too many reads.')).message).toBe('Too many reads.');
});

/** Runs a script that can use `logger`, and returns its exit code and the lines of its standard error. */
function run(script: string): { code: number | null; lines: Record<string, unknown>[] } {
  const prepare = `
    const log = require(${JSON.stringify(join(DIST, 'logs/logger.js'))}).openLog('debug');
    const { logger } = log;
    const { libraryLogger } = require(${JSON.stringify(join(DIST, 'logs/library-logger.js'))});
    require(${JSON.stringify(join(DIST, 'logs/process-events.js'))}).logProcessEvents(log);`;
  const { status, stderr, stdout } = spawnSync(process.execPath, ['-e', prepare + script], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  const lines = stderr.split('\n').filter((line) => line !== '');
  return { code: status, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('logs an uncaught error as a line of JSON, and ends the process', () => {
  const { code, lines } = run(
    `setTimeout(() => { throw new RangeError('${ARN}'); }); setTimeout(() => logger.info('late'), 500);`,
  );
  expect(code).toBe(1);
  expect(lines).toMatchObject([{ level: 60, err: { name: 'RangeError' } }]);
  expect(JSON.stringify(lines)).not.toContain(ARN);
});

test('keeps the process running when the system denies a file descriptor in a timer', () => {
  const { code, lines } = run(`
    const { openSync } = require('node:fs');
    setTimeout(() => { for (;;) openSync('/dev/null'); });
    setTimeout(() => logger.info('later'), 200);`);
  expect(code).toBe(0);
  expect(lines).toMatchObject([{ level: 50, err: { name: 'Error', code: 'EMFILE' } }, { msg: 'later' }]);
});

test('ends the process after an error of the program that has the code of a denied resource', () => {
  const { code } = run(
    `setTimeout(() => { throw Object.assign(new Error('any'), { code: 'EMFILE' }); }); setTimeout(() => undefined, 500);`,
  );
  expect(code).toBe(1);
});

test('logs an unhandled rejection as a line of JSON, and keeps the process running', () => {
  const { code, lines } = run(
    `Promise.reject(new Error('${ARN}')); setTimeout(() => logger.info('later'), 50);`,
  );
  expect(code).toBe(0);
  expect(lines).toMatchObject([{ level: 50, err: { name: 'Error' } }, { msg: 'later' }]);
  expect(JSON.stringify(lines)).not.toContain(ARN);
});

test('logs a process warning as a line of JSON, and Node.js prints nothing else', () => {
  const { lines } = run(`process.emitWarning('old', 'DeprecationWarning', 'DEP0');`);
  expect(lines).toMatchObject([
    { level: 40, warning: { name: 'DeprecationWarning', code: 'DEP0', message: 'old' } },
  ]);
});

test('logs neither secrets in any member nor the message of an error without a text', () => {
  const { lines } = run(`
    logger.info({ authorization: 'Bearer canary', request: { headers: { cookie: 'canary' }, variables: { a: 'canary' } } }, 'one');
    logger.info({ credentials: { secretAccessKey: 'canary', sessionToken: 'canary' }, a: { b: { password: 'canary' } } }, 'two');
    logger.error(new Error('canary'));`);
  expect(lines.map(({ msg }) => msg)).toEqual(['one', 'two', 'error']);
  expect(JSON.stringify(lines)).not.toContain('canary');
});

test('removes the message of an error that a library appends to its log message', () => {
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

test('replaces a line whose values cannot be read, and does not fail the caller', () => {
  const { code, lines } = run(`
    logger.info({ get broken() { throw new Error('canary'); } }, 'one');
    logger.info({ dropped: log.droppedLines() }, 'two');`);
  expect(code).toBe(0);
  expect(lines).toMatchObject([
    { level: 30, msg: 'A log line could not be serialized', lost: 'one' },
    { msg: 'two', dropped: 0 },
  ]);
});
