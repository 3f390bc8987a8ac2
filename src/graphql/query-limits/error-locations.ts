/**
 * The plugin that computes the lines and columns of errors from one list of line breaks. graphql-js searches the whole
 * document for each of thousands of locations, which takes seconds in a document of line breaks.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError, SourceLocation } from 'graphql';
import type { Context } from '../context';

const LINE_BREAK = /\r\n|[\n\r]/g;

export function errorLocationsPlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        // All nodes of a document share its source. In an empty text graphql-js has nothing to search.
        validationDidStart: ({ document }) => {
          if (document.loc !== undefined) document.loc.source.body = '';
          return Promise.resolve();
        },
        didEncounterErrors: ({ errors, source = '' }) => {
          let lineStarts: readonly number[] | undefined;
          for (const error of errors) {
            if (error.source?.body !== '' || error.positions === undefined) continue;
            lineStarts ??= lineStartsOf(source);
            setLocations(error, lineStarts);
          }
          return Promise.resolve();
        },
      }),
  };
}

function lineStartsOf(source: string): number[] {
  return [0, ...Array.from(source.matchAll(LINE_BREAK), ({ 0: text, index }) => index + text.length)];
}

function setLocations(error: GraphQLError, lineStarts: readonly number[]): void {
  const locations = (error.positions ?? []).map((position) => locationOf(position, lineStarts));
  Object.defineProperty(error, 'locations', { value: locations });
}

/** Finds the last line that starts at or before the position. */
function locationOf(position: number, lineStarts: readonly number[]): SourceLocation {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((lineStarts[middle] ?? Infinity) <= position) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: position - (lineStarts[low] ?? 0) + 1 };
}
