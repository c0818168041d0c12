import type { Counts } from '../../domain/index.js';
import type { Resources } from '../../resources/index.js';
import type { FoundClaim } from '../claims/found-claim.js';
import type { NounPhrase, SentenceReading } from '../phrases/reading.js';
import type { FoundQuotation } from '../quotations/found-quotation.js';
import type { TokenRange, View } from '../view.js';
import { describeClaim, describeSentence, type SentenceFeatures } from './confidence/claim-features.js';
import { rate } from './confidence/rate.js';
import { readCounts } from './counts/read-counts.js';
import { divideClaim } from './divide-claims.js';
import { type PlacedText, placeClaims } from './place-claims.js';
import { type Qualification, qualifyClaim } from './qualify-claim.js';
import type { FoundTime, TimeFrame } from './times/find-times.js';
import { timeClaims } from './times/time-claims.js';

/** The claims of a document, in order of text, with the quotations that each stands in. */
export interface ClaimsInText {
  readonly claims: readonly FoundClaim[];
  /** By claim: indexes of quotations, outermost first. */
  readonly chains: readonly (readonly number[])[];
  readonly quotations: readonly FoundQuotation[];
  readonly frame: TimeFrame;
  /** By sentence. */
  readonly readings: readonly SentenceReading[];
  readonly mentions: PlacedText['mentions'];
}

/** A claim with all that was found of it. */
export interface QualifiedClaim extends FoundClaim, Qualification {
  /** Indexes of quotations, outermost first. */
  readonly quotations: readonly number[];
  readonly time: FoundTime | null;
  readonly place: NounPhrase | null;
  /** How many each of the subjects and objects is; only those that are counted. */
  readonly counts: ReadonlyMap<NounPhrase, Counts>;
  /** What its confidence is reckoned from, in the order of CLAIM_FEATURES. */
  readonly features: Float64Array;
  readonly confidence: number;
}

/** Says of every claim of a document whether it is so, how really, when and where. In the same order; a claim that tells two, as two. */
export function qualifyClaims(view: View, resources: Resources, given: ClaimsInText): readonly QualifiedClaim[] {
  const { claims, chains, quotations, frame, readings, mentions } = given;
  const cues = new Set<number>();
  for (const { cue } of quotations)
    if (cue !== null) for (let index = cue.first; index < cue.last; index++) cues.add(index);
  const innermost = chains.map((chain) => quotations[chain.at(-1) ?? -1] ?? null);
  const times = timeClaims(view, resources, { claims, innermost, cues, frame });
  const places = placeClaims(view, { claims, readings, mentions });
  const counts = countParticipants(view, resources, claims);
  const types = new Map(mentions.map(({ head, type }) => [head, type]));
  const crowds = new Map<number, number>();
  for (const { sentence } of claims) crowds.set(sentence, (crowds.get(sentence) ?? 0) + 1);
  const sentences = new Map<number, SentenceFeatures>();
  const sentenceAt = (index: number): SentenceFeatures => {
    const known = sentences.get(index) ?? describeSentence(view, view.sentences[index] as TokenRange);
    sentences.set(index, known);
    return known;
  };
  return claims.flatMap((claim, index) => {
    const quotation = innermost[index] ?? null;
    const qualification = qualifyClaim(view, resources, {
      trigger: claim.trigger,
      isState: claim.clause === null && claim.tense !== null,
      quotation,
      cues,
    });
    const features = describeClaim(view, {
      sentence: sentenceAt(claim.sentence),
      types,
      crowd: crowds.get(claim.sentence) ?? 0,
      claim,
      qualification,
      quotation,
    });
    // Written out, not spread, so that all claims have one shape.
    return divideClaim(view, {
      relation: claim.relation,
      predicate: claim.predicate,
      trigger: claim.trigger,
      wording: claim.wording,
      subjects: claim.subjects,
      objects: claim.objects,
      others: claim.others,
      role: claim.role,
      tense: claim.tense,
      clause: claim.clause,
      node: claim.node,
      about: claim.about,
      sentence: claim.sentence,
      polarity: qualification.polarity,
      modality: qualification.modality,
      because: qualification.because,
      presupposes: qualification.presupposes,
      quotations: chains[index] ?? [],
      time: times[index] ?? null,
      place: places[index] ?? null,
      counts,
      features,
      confidence: rate(resources.confidence, features),
    });
  });
}

function countParticipants(
  view: View,
  resources: Resources,
  claims: readonly FoundClaim[],
): ReadonlyMap<NounPhrase, Counts> {
  const counts = new Map<NounPhrase, Counts>();
  for (const { subjects, objects } of claims)
    for (const group of [subjects, objects])
      for (const phrase of group) {
        if (counts.has(phrase) || phrase.last === phrase.first + 1) continue;
        const count = readCounts(view, resources, phrase);
        if (count !== null) counts.set(phrase, count);
      }
  return counts;
}
