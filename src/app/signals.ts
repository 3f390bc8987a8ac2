/** The signals of the process. */

const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export type StopSignal = (typeof STOP_SIGNALS)[number];

export interface SignalHandlers {
  /** Called for the first signal that stops the gateway. The shutdown goes on, however many follow. */
  readonly onStop: (signal: StopSignal) => unknown;
  /** Called for every SIGHUP, which would otherwise end the process, such as when its terminal closes. */
  readonly onHangup: () => unknown;
}

export function listenForSignals({ onStop, onHangup }: SignalHandlers): void {
  let isStopping = false;
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      onStop(signal);
    });
  }
  process.on('SIGHUP', onHangup);
}
