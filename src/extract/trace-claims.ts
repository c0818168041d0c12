import type { ClaimTrace, TracePath, TraceStep } from '../domain/index.js';
import type { NounPhrase } from './phrases/reading.js';
import { CLAIM_FEATURES } from './qualities/confidence/claim-features.js';
import type { QualifiedClaim } from './qualities/qualify-claims.js';
import { topOf } from './qualities/setting-sources.js';
import type { View } from './view.js';

/** How many arcs a path may have on either side; what lies farther is given without one. */
const REACH = 40;

/** Says why each claim was read, in order: the rule, the path to each participant, the words behind its qualities. */
export function traceClaims(view: View, claims: readonly QualifiedClaim[]): readonly ClaimTrace[] {
  return claims.map((claim, index) => {
    const top = topOf(view, claim.trigger);
    const path =
      (part: TracePath['part']) =>
      (phrase: NounPhrase): TracePath => ({
        part,
        participant: view.quote(phrase),
        steps: pathBetween(view, top, phrase.node),
      });
    return {
      claim: `c${index + 1}`,
      rule: ruleOf(view, claim),
      paths: [
        ...claim.subjects.map(path('SUBJECT')),
        ...claim.objects.map(path('OBJECT')),
        ...claim.others.map(({ phrase }) => path('OTHER')(phrase)),
      ],
      because: claim.because.map((token) => view.quote({ first: token, last: token + 1 })),
      features: Object.fromEntries(
        CLAIM_FEATURES.map((feature, at) => [feature, claim.features[at] as number] as const).filter(
          ([, value]) => value !== 0,
        ),
      ),
    };
  });
}

function ruleOf(view: View, { clause, tense, trigger, relation }: QualifiedClaim): string {
  const words = trigger.last - trigger.first;
  const kind =
    clause !== null
      ? view.tag(trigger.last - 1) === 'NOUN' && words > 1
        ? 'a verb that lends itself to an event noun'
        : clause.verb.passive
          ? 'a verb in the passive'
          : 'a verb'
      : tense !== null
        ? 'a description'
        : 'an event noun';
  return `${kind}, ${relation}`;
}

/** The arcs from one token to another: up to the lowest that is over both, then down. */
function pathBetween(view: View, from: number, to: number): readonly TraceStep[] {
  const ups = climb(view, from);
  const downs = climb(view, to);
  const meeting = ups.findIndex((token) => downs.includes(token));
  if (meeting === -1) return [];
  const word = (token: number) => view.quote({ first: token, last: token + 1 });
  const up = ups.slice(0, meeting).map(
    (token): TraceStep => ({
      direction: 'UP',
      dependency: view.dependency(token),
      word: word(view.head(token)),
    }),
  );
  const down = downs.slice(0, downs.indexOf(ups[meeting] as number)).map(
    (token): TraceStep => ({
      direction: 'DOWN',
      dependency: view.dependency(token),
      word: word(token),
    }),
  );
  return [...up, ...down.reverse()];
}

function climb(view: View, token: number): readonly number[] {
  const found: number[] = [];
  for (let at = token; at >= 0 && found.length < REACH; at = view.head(at)) found.push(at);
  return found;
}
