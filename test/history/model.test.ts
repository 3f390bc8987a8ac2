// The history of random worlds: changes of others and of the gateway, lagging reads, failed looks, restarts and two replicas.
import fc from 'fast-check';
import { runs } from '../support/fc-settings';
import { predictedEvents } from './model/model';

test('each job has the events that its changes predict, once and in their order', async () => {
  await fc.assert(predictedEvents(), { numRuns: runs(100) });
});

test('each job has the same events where lists are looked at only while somebody listens', async () => {
  await fc.assert(predictedEvents({ mode: 'listening' }), { numRuns: runs(50) });
});
