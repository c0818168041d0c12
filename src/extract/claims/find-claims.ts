import type { Resources } from '../../resources/index.js';
import type { NounGroup, SentenceReading } from '../phrases/reading.js';
import type { View } from '../view.js';
import type { FoundClaim } from './found-claim.js';
import { readCopula } from './read-copulas.js';
import { readDescriptions } from './read-descriptions.js';
import { readEventNoun } from './read-event-nouns.js';
import { readVerb } from './read-verbs.js';

/** Finds what a sentence says: verbs with their arguments, event nouns, and the states that its nouns tell. In order of trigger. */
export function findClaims(
  view: View,
  resources: Resources,
  { reading, sentence }: { readonly reading: SentenceReading; readonly sentence: number },
): readonly FoundClaim[] {
  const claims: FoundClaim[] = [];
  const used = new Set<number>();
  const blamed = new Map<number, NounGroup>();
  for (const clause of reading.clauses) {
    const place = { clause, reading, sentence, used };
    const claim = clause.verb.copula ? readCopula(view, resources, place) : readVerb(view, resources, place);
    if (claim === null) continue;
    claims.push(claim);
    // "attributed the killings to a militia", "blamed them for the fire": who is accused did it.
    // "claimed the attack": who says that they did it is who did it, on their word.
    if (claim.relation === 'CLAIM_RESPONSIBILITY' && !isNobody(view, claim.subjects))
      for (const phrase of claim.objects) blamed.set(phrase.node, claim.subjects);
    if (claim.relation === 'ACCUSE') for (const { phrase } of claim.others) blamed.set(phrase.node, claim.objects);
  }
  for (const phrase of reading.phrases) {
    if (!used.has(phrase.node)) {
      const doers = blamed.get(phrase.node) ?? [];
      const claim = readEventNoun(view, resources, { noun: phrase, reading, sentence, doers });
      if (claim !== null) claims.push(claim);
    }
    for (const claim of readDescriptions(view, resources, { phrase, reading, sentence })) claims.push(claim);
  }
  return claims.sort((a, b) => a.wording.first - b.wording.first || a.wording.last - b.wording.last);
}

/** "No group claimed it". */
function isNobody(view: View, [subject]: NounGroup): boolean {
  return subject === undefined || NOBODY.has(view.lower(subject.first));
}

const NOBODY: ReadonlySet<string> = new Set(['no', 'nobody', 'none', 'neither']);
