import { overlaps } from '../../src/base/index.js';
import type { Claim, Participant, Quotation, ReferringQuote } from '../../src/domain/index.js';
import { relationTypeRow } from '../../src/ontology/index.js';
import { locateWords } from './locate-words.js';
import { means, type Reading, resolves } from './match-referring.js';
import type { ForbiddenClaim, LabelledClaim } from './read-cases.js';

/** The parts of a claim that are judged by themselves; null where the label leaves one open. */
export interface ClaimJudgement {
  readonly relations: boolean | null;
  readonly ends: boolean | null;
  readonly attribution: boolean | null;
  readonly qualification: boolean | null;
  readonly times: boolean | null;
  readonly places: boolean | null;
  readonly counts: boolean | null;
}

type Side = 'subjects' | 'objects';

const SIDES = ['subjects', 'objects'] as const;

/** True where the claim is the labelled one, right or not in its parts: by relation or predicate, and by a head at each end. */
export function isFound(reading: Reading, label: LabelledClaim, claim: Claim): boolean {
  const byRelation =
    label.relation !== 'OTHER' && !label.unjudged.includes('relation') && claim.relation === label.relation;
  if (!byRelation && !label.predicate.split(' / ').includes(claim.predicate)) return false;
  const needed = SIDES.filter((side) => label[side].length > 0 && !label.unjudged.includes(side));
  if (needed.length > 0) return needed.every((side) => meets(reading, label[side], readAt(label, claim, side)));
  return meets(reading, [...label.subjects, ...label.objects], [...claim.subjects, ...claim.objects]);
}

/** Each labelled part of a claim that was found, right or wrong. */
export function judgeClaim(reading: Reading, label: LabelledClaim, claim: Claim): ClaimJudgement {
  return {
    relations: label.unjudged.includes('relation') ? null : claim.relation === label.relation,
    ends: endsAreRight(reading, label, claim),
    attribution: label.unjudged.includes('attribution') ? null : isAttributed(reading, label, claim),
    qualification:
      claim.polarity === label.polarity && (label.unjudged.includes('modality') || claim.modality === label.modality),
    times: label.time === null ? null : timeIsRight(reading, label, claim),
    places: label.place === null ? null : claim.place !== null && means(reading, label.place, claim.place),
    counts: countsAreRight(reading, label, claim),
  };
}

/** True where the claim is the reading that the label forbids; a part that the label leaves out may be anything. */
export function isForbidden(reading: Reading, forbidden: ForbiddenClaim, claim: Claim): boolean {
  const claimant = innermost(reading, claim)?.claimant ?? null;
  return (
    (forbidden.relation === undefined || forbidden.relation === claim.relation) &&
    (forbidden.predicate === undefined || forbidden.predicate === claim.predicate) &&
    (forbidden.subjects === undefined || isSomeone(reading, forbidden.subjects, claim.subjects)) &&
    (forbidden.objects === undefined || isSomeone(reading, forbidden.objects, claim.objects)) &&
    (forbidden.polarity === undefined || forbidden.polarity === claim.polarity) &&
    (forbidden.modality === undefined || forbidden.modality === claim.modality) &&
    (forbidden.claimant === undefined || (claimant !== null && isSomeone(reading, [forbidden.claimant], [claimant]))) &&
    (forbidden.own === undefined || claim.quotations.length === 0)
  );
}

/** A pronoun that is resolved to the wrong one means, to whoever asks the record, that one: so both are looked at. */
function isSomeone(reading: Reading, words: readonly string[], found: readonly ReferringQuote[]): boolean {
  return words.some((one) => found.some((quote) => means(reading, one, quote) && resolves(reading, one, quote)));
}

function meets(reading: Reading, words: readonly string[], found: readonly ReferringQuote[]): boolean {
  return words.some((one) => found.some((quote) => means(reading, one, quote)));
}

/** In "A met B" either may stand at either end. */
function readAt(label: LabelledClaim, claim: Claim, side: Side): readonly Participant[] {
  return relationTypeRow(label.relation).symmetric ? [...claim.subjects, ...claim.objects] : claim[side];
}

function endsAreRight(reading: Reading, label: LabelledClaim, claim: Claim): boolean | null {
  const judged = SIDES.filter((side) => !label.unjudged.includes(side));
  if (judged.length === 0) return null;
  if (relationTypeRow(label.relation).symmetric && judged.length === 2)
    return areTheSame(reading, [...label.subjects, ...label.objects], [...claim.subjects, ...claim.objects]);
  return judged.every((side) => areTheSame(reading, label[side], claim[side]));
}

function areTheSame(reading: Reading, words: readonly string[], found: readonly Participant[]): boolean {
  const left = [...found];
  for (const one of words) {
    const index = left.findIndex((quote) => means(reading, one, quote) && resolves(reading, one, quote));
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return left.length === 0;
}

function innermost({ record }: Reading, claim: Claim): Quotation | undefined {
  return record.quotations.find((one) => one.id === claim.quotations.at(-1));
}

function isAttributed(reading: Reading, label: LabelledClaim, claim: Claim): boolean {
  const quotation = innermost(reading, claim);
  if (label.stance === null || quotation === undefined) return label.stance === null && quotation === undefined;
  if (quotation.stance !== label.stance) return false;
  const { claimant } = quotation;
  if (label.claimant === null || claimant === null) return label.claimant === null && claimant === null;
  return means(reading, label.claimant, claimant) && resolves(reading, label.claimant, claimant);
}

function timeIsRight({ labels }: Reading, label: LabelledClaim, claim: Claim): boolean {
  const { time } = claim;
  if (time === null || label.time === null) return false;
  const isThere = locateWords(labels, label.time).some((span) => overlaps(span, time));
  return isThere && (label.from === null || time.from === label.from);
}

function countsAreRight(reading: Reading, label: LabelledClaim, claim: Claim): boolean | null {
  const counts = Object.entries(label.counts);
  if (counts.length === 0) return null;
  return counts.every(([words, [min, max]]) =>
    [...claim.subjects, ...claim.objects].some(
      (found) => means(reading, words, found) && found.counts?.min === min && found.counts.max === max,
    ),
  );
}
