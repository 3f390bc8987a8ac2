// Pasted tokens of the console: the texts that are tokens, and the expiry of those that state one.
import { expiryOf, tokenIn } from '../../packages/console/src/app/identity/api-token';

const jwt = (payload: string) => `header.${Buffer.from(payload).toString('base64url')}.signature`;

test.each([
  ['sog_abc', 'sog_abc'],
  ['  sog_abc\n', 'sog_abc'],
  ['Bearer sog_abc', 'sog_abc'],
  ['bearer  sog_abc', 'sog_abc'],
  ['', undefined],
  ['Bearer ', undefined],
  ['two words', undefined],
  ['two\nlines', undefined],
  ['tokén', undefined],
  ['sog_abc\u200b', undefined],
])('the token in %j is %j', (text, token) => {
  expect(tokenIn(text)).toBe(token);
});

test.each([
  ['a JWT', jwt('{"sub":"ann","exp":1800000000}'), 1_800_000_000_000],
  ['a JWT with characters that base64 spells differently', jwt('{"exp":1,"a":"??>>~~ÿÿ"}'), 1_000],
  ['a JWT without an expiry', jwt('{"sub":"ann"}'), undefined],
  ['a JWT with an expiry that is no number', jwt('{"exp":"tomorrow"}'), undefined],
  ['three parts that are no JWT', 'a.b.c', undefined],
  ['an API token', 'sog_abc', undefined],
])('the expiry of %s', (_, token, expiry) => {
  expect(expiryOf(token)).toBe(expiry);
});
