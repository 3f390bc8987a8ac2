// Requests with a signed token whose claims, or whose header, are adversarial.
import type { Issuer } from '../support/identity';
import { post, type AdversarialRequest } from './requests';
import { longestText, UNITS } from './texts';

/** A token of at most 8,192 characters, of which base64 takes a third. */
const CLAIM_BYTES = 5_500;

const CLAIMS = ['sub', 'scope', 'scp', 'roles', 'groups', 'email', 'hd', 'aud', 'jti', 'nbf', 'iat'];
const HEADERS = ['kid', 'typ', 'cty', 'crit', 'jku'];

export function* claimRequests(issuer: Issuer): Generator<AdversarialRequest> {
  const signed = (name: string, claims: object, header: object = {}) =>
    post(
      `token: ${name}`,
      { query: '{ __typename }' },
      {
        authorization: `Bearer ${issuer.key.sign(issuer.claims({ email_verified: true, ...claims }), header)}`,
      },
    );
  for (const [title, unit] of Object.entries(UNITS)) {
    const text = longestText(unit, CLAIM_BYTES, CLAIM_BYTES);
    for (const claim of CLAIMS) yield signed(`${claim} of ${title}`, { [claim]: text });
    for (const member of HEADERS) yield signed(`header ${member} of ${title}`, {}, { [member]: text });
    yield signed(`name of ${title}`, { [text]: text.slice(0, 1) });
  }
  for (const [title, list] of Object.entries({
    'equal roles': Array.from({ length: 600 }, () => 'admin'),
    'short texts': Array.from({ length: 1_200 }, () => 'a'),
    'empty lists': Array.from({ length: 1_800 }, () => []),
  })) {
    for (const claim of CLAIMS) yield signed(`${claim} with ${title}`, { [claim]: list });
    yield signed(`header crit with ${title}`, {}, { crit: list });
  }
}
