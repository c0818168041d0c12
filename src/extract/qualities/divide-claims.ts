import type { FoundClaim } from '../claims/found-claim.js';
import { boundPhrase } from '../phrases/make-phrase.js';
import type { View } from '../view.js';
import type { Qualification } from './qualify-claim.js';

/**
 * The claims that one claim tells besides itself, behind it: of "invitations, not cash" the second, NEGATED; of "called on
 * them to stop shelling the port", that they shell it, POSSIBLE. Alone where there is none.
 */
export function divideClaim<Claim extends FoundClaim & Qualification>(view: View, claim: Claim): readonly Claim[] {
  const claims = splitContrast(view, claim);
  if (!claim.presupposes) return claims;
  return [...claims, { ...claim, ...NOT_MEANT, polarity: 'AFFIRMED', modality: 'POSSIBLE' }];
}

/** What is about the claim is about the first of the two. */
const NOT_MEANT = { node: -1, about: -1 } as const;

/** "The captain, not a wave, caused it": one who is named to be ruled out did not. */
function splitContrast<Claim extends FoundClaim & Qualification>(view: View, claim: Claim): readonly Claim[] {
  for (const side of ['subjects', 'objects'] as const) {
    if (claim[side].length < 2) continue;
    const ruledOut = claim[side].filter(
      (phrase) => view.lower(phrase.first) === 'not' && phrase.last > phrase.first + 1,
    );
    if (ruledOut.length === 0 || ruledOut.length === claim[side].length) continue;
    const rest = claim[side].filter((phrase) => !ruledOut.includes(phrase));
    const negated = {
      ...claim,
      ...NOT_MEANT,
      [side]: ruledOut.map((phrase) => boundPhrase(phrase, { first: phrase.first + 1, last: phrase.last })),
      polarity: claim.polarity === 'NEGATED' ? ('AFFIRMED' as const) : ('NEGATED' as const),
      because: [...claim.because, ...ruledOut.map(({ first }) => first)],
    };
    return [{ ...claim, [side]: rest }, negated];
  }
  return [claim];
}
