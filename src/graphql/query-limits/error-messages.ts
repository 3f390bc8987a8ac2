/** Messages of GraphQL's own that tell clients too little, or too much. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context';

const TOO_DEEP =
  'The document is nested too deeply to be read; ask for what is deeper in a request of its own.';
const SUGGESTION = / ?Did you mean .+\?$/;

/** `hidesNames`: names of the schema are not suggested, neither in documents nor in the values of variables. */
export function errorMessagesPlugin(hidesNames: boolean): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        // The parser recurses: what it says when the stack is full is JavaScript's own message.
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
