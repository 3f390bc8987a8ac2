// Canaries: unique texts that reveal a leak wherever they appear.
import { createHash, randomBytes } from 'node:crypto';

const PRINTED_IDS = { account: '999988887777', key: 'AKIACANARY0000000001' };

/** Canaries by the place where the tests plant them, which determines where they may appear. */
export const CANARIES = {
  /** In the messages of AWS errors. They may appear nowhere. */
  awsError: [
    `arn:aws:iam::${PRINTED_IDS.account}:role/canary-in-error`,
    'AKIACANARYINANERROR1',
    'canary-session-token-in-error',
    'canary-text-in-error',
    'https://canary-in-error.example/?X-Amz-Signature=canarysignature',
  ],
  /** In the data of AWS. They may appear only in the data of a response. */
  awsData: [
    `arn:aws:s3:::canary-in-data-${PRINTED_IDS.account}`,
    'canary-text-of-a-case: the attacker came by way of',
    PRINTED_IDS.key,
    'canary-in-data@example.com',
  ],
  /** In request headers, whether the gateway reads them or not. They may appear nowhere. */
  header: [
    'canary-in-cookie',
    'canary-in-agent',
    'canary-in-baggage',
    'canary-in-tracestate',
    'canary-in-request-id',
  ],
  /** In variables, documents, ids and cursors. They may appear only in errors about the input, in the response to its sender. */
  input: [
    'canary-in-variable',
    'canary-in-literal',
    'canary-in-id-or-cursor',
    'canaryAlias',
    'canary-in-body',
    'canary-in-url',
  ],
  /** In environment variables. They may appear nowhere. */
  secret: [
    'canary-cursor-secret',
    'canary-secret-access-key',
    'canary-valkey-password',
    'canary-audit-password',
    'canary-otlp-header',
  ],
} as const;

export type CanaryKind = keyof typeof CANARIES;

/** A valid API token of the gateway. It may appear nowhere. */
export const TOKEN = `sog_canaryToken${randomBytes(24).toString('base64url')}`;
export const TOKEN_HASH = createHash('sha256').update(TOKEN).digest('hex');

const WRONG_TOKEN = `sog_canaryWrong${randomBytes(24).toString('base64url')}`;
export const WRONG_TOKENS = [WRONG_TOKEN, 'canary.bearer.token'];

/** All canaries of a kind as one text. */
export const all = (kind: CanaryKind): string => CANARIES[kind].join(' ');

/** The canaries of these kinds that a text contains. */
export function found(text: string, ...kinds: CanaryKind[]): string[] {
  return kinds.flatMap((kind) => CANARIES[kind].filter((canary) => text.includes(canary)));
}

/** The canaries, tokens and signatures in a text that must appear in no log, metric or trace. */
export function leaks(text: string): string[] {
  const tokens = [TOKEN, ...WRONG_TOKENS, TOKEN_HASH];
  const kinds = Object.keys(CANARIES) as CanaryKind[];
  return [
    ...found(text, ...kinds),
    ...tokens.filter((token) => text.includes(token)),
    ...[PRINTED_IDS.account, 'X-Amz-Signature', 'X-Amz-Security-Token'].filter((mark) => text.includes(mark)),
  ];
}
