/** What of an error may stand in the log: what the gateway says of it itself. Others' messages hold ARNs, statements, texts. */
import { AwsError, GatewayError } from '../../domain/errors';

export interface LoggedError {
  readonly name: string;
  readonly code?: string;
  /** The gateway's own. */
  readonly message?: string;
  readonly service?: string;
  readonly operation?: string;
  readonly target?: string;
  readonly awsCode?: string;
  /** AWS's. */
  readonly requestId?: string;
  readonly status?: number;
  /** Where it was thrown, innermost first. */
  readonly stack?: readonly string[];
  readonly cause?: LoggedError;
}

const MAX_FRAMES = 10;
const MAX_CAUSES = 3;

/** Names and codes are words; anything else in their place is somebody's text. */
const WORD = /^[\w.$-]{1,80}$/;
const FRAME = /^ +at (?:[\w$.<>[\] #]+ \()?(?:node:|file:\/\/\/|\/)\S+:\d+:\d+\)?$/;

/** For errors of whatever kind, and for what was thrown without being one. */
export function serializeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack, cause } = error;
  return compact(word(name) ?? 'Error', {
    code: word((error as { readonly code?: unknown }).code),
    message: ownMessage(error),
    ...(error instanceof AwsError ? detailsOf(error) : metadataOf(error)),
    stack: framesOf(stack, error.message),
    cause: cause === undefined || depth === MAX_CAUSES ? undefined : serializeError(cause, depth + 1),
  });
}

/** What is said of an input repeats it. */
function ownMessage(error: Error): string | undefined {
  return error instanceof GatewayError && error.code !== 'BAD_USER_INPUT' ? error.message : undefined;
}

function detailsOf({ details }: AwsError) {
  const { service, operation, target } = details;
  return { service, operation, target, awsCode: word(details.awsCode), requestId: word(details.requestId) };
}

/** The SDK's errors carry it. */
function metadataOf(error: Error) {
  const { $metadata } = error as {
    readonly $metadata?: { readonly requestId?: unknown; readonly httpStatusCode?: unknown };
  };
  const status = $metadata?.httpStatusCode;
  return { requestId: word($metadata?.requestId), status: typeof status === 'number' ? status : undefined };
}

/** The stack's first lines repeat the message, which may have as many lines as it likes. */
function framesOf(stack: string | undefined, message: string): readonly string[] | undefined {
  if (stack === undefined) return undefined;
  const begin = stack.indexOf(message);
  const lines = stack.slice(begin < 0 ? 0 : begin + message.length).split('\n');
  return lines
    .filter((line) => FRAME.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());
}

function word(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && WORD.test(text) ? text : undefined;
}

type Optional<Whole> = { [Key in keyof Whole]: Whole[Key] | undefined };

function compact(name: string, rest: Optional<Omit<LoggedError, 'name'>>): LoggedError {
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { name, ...Object.fromEntries(known) };
}
