/** The plugin that rewrites error messages of graphql-js: stack overflows, long values of the client, and suggestions of schema names. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context';

const TOO_DEEP = 'The document is nested too deeply to be parsed. Request the deeper levels separately.';

/** The maximum number of characters of a quoted value, and of a whole message. */
const MAX_VALUE_LENGTH = 200;
const MAX_MESSAGE_LENGTH = 2_000;

/** The beginning of a suggestion, with which graphql-js ends a message. */
const SUGGESTION = ' Did you mean ';

/** `hidesNames` removes suggestions of schema names from errors of documents and variables. */
export function errorMessagesPlugin(hidesNames: boolean): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        // The parser is recursive: a full stack throws RangeError with the message of JavaScript.
        parsingDidStart: () =>
          Promise.resolve((error?: Error) => {
            if (error instanceof RangeError) error.message = TOO_DEEP;
            return Promise.resolve();
          }),
        didEncounterErrors: ({ errors }) => {
          for (const error of errors) {
            const message = hidesNames ? withoutSuggestion(error.message) : error.message;
            error.message = withShortValues(message);
          }
          return Promise.resolve();
        },
      }),
  };
}

/** The values before a suggestion can contain its words too, so that only the last occurrence counts. */
function withoutSuggestion(message: string): string {
  const start = message.endsWith('?') ? message.lastIndexOf(SUGGESTION) : -1;
  return start < 0 ? message : message.slice(0, start);
}

/** Cuts quoted values and the message. Takes one pass: a regular expression would take quadratic time for some values. */
function withShortValues(message: string): string {
  if (message.length <= MAX_VALUE_LENGTH) return message;
  let shortened = '';
  let next = 0;
  while (next < message.length && shortened.length <= MAX_MESSAGE_LENGTH) {
    const opened = message.indexOf('"', next);
    if (opened < 0) return ended(shortened + message.slice(next));
    const first = opened + 1;
    const cut = endOfValue(message, first, first + MAX_VALUE_LENGTH);
    const closed = endOfValue(message, cut, message.length);
    shortened += message.slice(next, cut) + (closed > cut ? '…' : '') + message.slice(closed, closed + 1);
    next = closed + 1;
  }
  return ended(shortened);
}

/** The index of the quote that ends a value, or of the first character at or behind the limit that is not escaped. */
function endOfValue(message: string, start: number, limit: number): number {
  let index = start;
  while (index < limit && message[index] !== '"') index += message[index] === '\\' ? 2 : 1;
  return index;
}

function ended(message: string): string {
  return message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;
}
