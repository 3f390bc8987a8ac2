// The rhythm of the looks: the seconds until the next one, by hand.
import { nextLookSeconds } from '../../src/history/rhythm';

const AT_REST = { ceilingSeconds: 60, isActive: false, isListened: false, failures: 0, random: 0 };

test.each([
  ['at rest', {}, 60],
  ['at rest while somebody listens', { isListened: true }, 60],
  ['while a job runs', { isActive: true }, 15],
  ['while a job runs and somebody listens', { isActive: true, isListened: true }, 5],
  [
    'while a job runs and somebody listens, at the earliest',
    { isActive: true, isListened: true, random: 1 },
    4.5,
  ],
  [
    'while a job runs and somebody listens, with an interval of 12 seconds',
    { isActive: true, isListened: true, ceilingSeconds: 12 },
    3,
  ],
  [
    'while a job runs and somebody listens, with an interval of 4 seconds',
    { isActive: true, isListened: true, ceilingSeconds: 4 },
    2,
  ],
  ['after a failure, although somebody listens', { isActive: true, isListened: true, failures: 1 }, 60],
  ['after three failures, although somebody listens', { isActive: true, isListened: true, failures: 3 }, 240],
  ['after ten failures, although somebody listens', { isActive: true, isListened: true, failures: 10 }, 480],
])('%s', (_name, state, seconds) => {
  expect(nextLookSeconds({ ...AT_REST, ...state })).toBe(seconds);
});
