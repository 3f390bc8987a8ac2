/** The types of the parts of undici that the HTTP handler loads. All of undici would take three times the memory and time. */
declare module 'undici/lib/dispatcher/agent' {
  import { Agent } from 'undici';
  export = Agent;
}

declare module 'undici/lib/core/connect' {
  import type { Socket } from 'node:net';
  import type { buildConnector } from 'undici';
  function createConnector(
    options: buildConnector.BuildOptions,
  ): (options: buildConnector.Options, callback: buildConnector.Callback) => Socket;
  export = createConnector;
}
