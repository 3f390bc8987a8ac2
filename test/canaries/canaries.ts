// Texts that nobody else has: where they turn up, something has leaked.
import { createHash, randomBytes } from 'node:crypto';

const PRINTED_IDS = { account: '999988887777', key: 'AKIACANARY0000000001' };

/** Kinds of canaries by where they are planted, which decides where they may be seen. */
export const CANARIES = {
  /** In the messages of AWS's errors. To be seen nowhere. */
  awsError: [
    `arn:aws:iam::${PRINTED_IDS.account}:role/canary-in-error`,
    'AKIACANARYINANERROR1',
    'canary-session-token-in-error',
    'canary-text-in-error',
    'https://canary-in-error.example/?X-Amz-Signature=canarysignature',
  ],
  /** In what AWS stores. To be seen in data, which is what was asked for, and nowhere else. */
  awsData: [
    `arn:aws:s3:::canary-in-data-${PRINTED_IDS.account}`,
    'canary-text-of-a-case: the attacker came by way of',
    PRINTED_IDS.key,
    'canary-in-data@example.com',
  ],
  /** In headers, whether anyone reads them or not. To be seen nowhere. */
  header: [
    'canary-in-cookie',
    'canary-in-agent',
    'canary-in-baggage',
    'canary-in-tracestate',
    'canary-in-request-id',
  ],
  /** In variables, documents, ids and cursors. To be seen by who sent them, in what is said of their input. */
  input: [
    'canary-in-variable',
    'canary-in-literal',
    'canary-in-id-or-cursor',
    'canaryAlias',
    'canary-in-body',
    'canary-in-url',
  ],
  /** In the environment. To be seen nowhere. */
  secret: [
    'canary-cursor-secret',
    'canary-secret-access-key',
    'canary-valkey-password',
    'canary-audit-password',
    'canary-otlp-header',
  ],
} as const;

export type CanaryKind = keyof typeof CANARIES;

/** A token of the gateway's own, which is never to be seen. */
export const TOKEN = `sog_canaryToken${randomBytes(24).toString('base64url')}`;
export const TOKEN_HASH = createHash('sha256').update(TOKEN).digest('hex');

const WRONG_TOKEN = `sog_canaryWrong${randomBytes(24).toString('base64url')}`;
export const WRONG_TOKENS = [WRONG_TOKEN, 'canary.bearer.token'];

/** As one text, to be planted where there is room for all. */
export const all = (kind: CanaryKind): string => CANARIES[kind].join(' ');

/** Those that a text has in it. */
export function found(text: string, ...kinds: CanaryKind[]): string[] {
  return kinds.flatMap((kind) => CANARIES[kind].filter((canary) => text.includes(canary)));
}

/** Those that must be in no log, metric or trace. */
export function leaks(text: string): string[] {
  const tokens = [TOKEN, ...WRONG_TOKENS, TOKEN_HASH];
  const kinds = Object.keys(CANARIES) as CanaryKind[];
  return [
    ...found(text, ...kinds),
    ...tokens.filter((token) => text.includes(token)),
    ...[PRINTED_IDS.account, 'X-Amz-Signature', 'X-Amz-Security-Token'].filter((mark) => text.includes(mark)),
  ];
}
