/** The metrics of streams: how many are open, what they send, and why they end. */
import { Counter, Gauge, type Registry } from 'prom-client';

export class StreamMetrics {
  private readonly open;
  private readonly messages;
  private readonly gaps;
  private readonly ends;

  constructor(registry: Registry) {
    const registers = [registry];
    this.open = new Gauge({
      name: 'secops_graph_streams_open',
      help: 'Open streams of subscriptions.',
      registers,
    });
    this.messages = new Counter({
      name: 'secops_graph_stream_messages_total',
      help: 'Messages sent on streams, heartbeats included.',
      registers,
    });
    this.gaps = new Counter({
      name: 'secops_graph_stream_gaps_total',
      help: 'Gaps sent on streams, by reason: SLOW_READER or PRUNED.',
      labelNames: ['reason'],
      registers,
    });
    this.ends = new Counter({
      name: 'secops_graph_streams_ended_total',
      help: 'Streams that ended, by reason: CLIENT_GONE, or the code of the error that the subscriber received.',
      labelNames: ['reason'],
      registers,
    });
  }

  opened(): void {
    this.open.inc();
  }

  /** @param gapReason the reason of a gap; undefined for other messages. */
  sent(gapReason: string | undefined): void {
    this.messages.inc();
    if (gapReason !== undefined) this.gaps.inc({ reason: gapReason });
  }

  /** @param code the code of the error that the subscriber received; by default it left. */
  ended(code = 'CLIENT_GONE'): void {
    this.open.dec();
    this.ends.inc({ reason: code });
  }
}
