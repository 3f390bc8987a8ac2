/** The plugin that rewrites error messages of graphql-js: stack overflows, and suggestions of schema names. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context';

const TOO_DEEP = 'The document is nested too deeply to be parsed. Request the deeper levels separately.';
const SUGGESTION = / ?Did you mean .+\?$/;

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
          if (hidesNames) for (const error of errors) error.message = error.message.replace(SUGGESTION, '');
          return Promise.resolve();
        },
      }),
  };
}
