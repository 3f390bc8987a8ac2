// The authorization of a session of the console: after its end, no request of the session is sent.
import { sessionAuthorization } from '../../packages/console/src/app/identity/session-authorization';

class TestSession {
  token = 'first';
  isOpen = true;
  readonly authorization = sessionAuthorization({
    currentHeader: () => Promise.resolve(`Bearer ${this.token}`),
    isOpen: () => this.isOpen,
    reject: () => {
      this.isOpen = false;
    },
  });
}

const ENDED = { code: 'UNAUTHENTICATED' };

test('requests carry the token that is valid now', async () => {
  const session = new TestSession();
  expect(await session.authorization.header()).toBe('Bearer first');
  session.token = 'second';
  expect(await session.authorization.header()).toBe('Bearer second');
});

test('the rejection of the token ends the session, and nothing is sent after that', async () => {
  const session = new TestSession();
  expect(await session.authorization.onRejected('Bearer first')).toBe('ENDED');
  expect(session.isOpen).toBe(false);
  await expect(session.authorization.header()).rejects.toMatchObject(ENDED);
});

test('the rejection of a token that was renewed meanwhile does not end the session', async () => {
  const session = new TestSession();
  session.token = 'second';
  expect(await session.authorization.onRejected('Bearer first')).toBe('RENEWED');
  expect(session.isOpen).toBe(true);
});

test('a session that ends while the token is looked up sends nothing', async () => {
  const session = new TestSession();
  const header = session.authorization.header();
  session.isOpen = false;
  await expect(header).rejects.toMatchObject(ENDED);
});
