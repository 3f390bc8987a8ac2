/** The log format of errors. It omits messages of other programs, which may contain ARNs, statements or texts of clients. */
import { AwsError, GatewayError } from '../../domain/errors';

export interface LoggedError {
  readonly name: string;
  readonly code?: string;
  /** Only a message that the gateway wrote. */
  readonly message?: string;
  readonly service?: string;
  readonly operation?: string;
  readonly target?: string;
  readonly awsCode?: string;
  /** The request id of AWS. */
  readonly requestId?: string;
  readonly status?: number;
  /** The stack frames, innermost first. */
  readonly stack?: readonly string[];
  readonly cause?: LoggedError;
}

const MAX_FRAMES = 10;
const MAX_CAUSES = 3;

/** The form of names and codes. Any other value may be text of a client. */
const WORD = /^[\w.$-]{1,80}$/;
const FRAME = /^ +at (?:[\w$.<>[\] #]+ \()?(?:node:|file:\/\/\/|\/)\S+:\d+:\d+\)?$/;

/** Accepts any thrown value. Returns only its type when it is not an Error. */
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

/** Returns the message of a gateway error, except for BAD_USER_INPUT, whose messages repeat the input. */
function ownMessage(error: Error): string | undefined {
  return error instanceof GatewayError && error.code !== 'BAD_USER_INPUT' ? error.message : undefined;
}

function detailsOf({ details }: AwsError) {
  const { service, operation, target } = details;
  return { service, operation, target, awsCode: word(details.awsCode), requestId: word(details.requestId) };
}

/** Reads the metadata of an error of the AWS SDK. */
function metadataOf(error: Error) {
  const { $metadata } = error as {
    readonly $metadata?: { readonly requestId?: unknown; readonly httpStatusCode?: unknown };
  };
  const status = $metadata?.httpStatusCode;
  return { requestId: word($metadata?.requestId), status: typeof status === 'number' ? status : undefined };
}

/** Returns the stack frames without the first lines, which repeat the message. The message may have several lines. */
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
