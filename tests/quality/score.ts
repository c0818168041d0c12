import { overlaps, type Span } from '../../src/base/index.js';
import type { Claim, Extraction } from '../../src/domain/index.js';
import { type ClaimJudgement, isForbidden, isFound, judgeClaim } from './judge-claim.js';
import { locateNames } from './locate-words.js';
import { locateChains, type Reading } from './match-referring.js';
import type { LabelledCase, LabelledClaim } from './read-cases.js';
import { scoreQuotations } from './score-quotations.js';
import { type Miss, share, type Tallies, type Tally } from './tally.js';

/** What one record got right of its case, and each thing that it did not. */
export interface CaseScore {
  readonly tallies: Tallies;
  readonly misses: readonly Miss[];
}

type Part = keyof ClaimJudgement;

interface FoundClaim {
  readonly label: LabelledClaim;
  readonly claim: Claim;
  readonly judgement: ClaimJudgement;
}

const PARTS = ['relations', 'ends', 'attribution', 'qualification', 'times', 'places', 'counts'] as const;

/** Scores a record of a case's text. Pure: it looks at the record alone, so that any reader's record can be scored. */
export function scoreCase(labels: LabelledCase, record: Extraction): CaseScore {
  const reading = { labels, record };
  const misses: Miss[] = [];
  const miss = (measure: Miss['measure'], what: string) => misses.push({ measure, caseId: labels.id, what });
  const names = scoreNames(reading, miss);
  const referents = scoreReferents(reading, miss);
  const found = findClaims(reading);
  for (const label of labels.claims)
    if (!found.some((one) => one.label === label)) miss('claims found', describeLabel(label));
  const allRight = found.filter(({ judgement }) => PARTS.every((part) => judgement[part] !== false));
  const parts = Object.fromEntries(PARTS.map((part) => [part, scorePart(found, part)]));
  for (const { label, claim, judgement } of found)
    for (const part of PARTS)
      if (judgement[part] === false) miss(part, `${describeLabel(label)}; read ${describeClaim(record, claim)}`);
  const broken = labels.forbidden.filter((one) => {
    const claim = record.claims.find((read) => isForbidden(reading, one, read));
    if (claim !== undefined) miss('forbidden avoided', `${one.why}; read ${describeClaim(record, claim)}`);
    return claim !== undefined;
  });
  const { quotations, content, misses: quotationMisses } = scoreQuotations(reading);
  return {
    tallies: {
      ...(parts as Record<Part, Tally>),
      names,
      referents,
      'claims found': share(found.length, labels.claims.length),
      'claims all right': share(allRight.length, labels.claims.length),
      'forbidden avoided': share(labels.forbidden.length - broken.length, labels.forbidden.length),
      quotations,
      'quotation content': content,
    },
    misses: [...misses, ...quotationMisses],
  };
}

function scoreNames({ labels, record }: Reading, miss: (measure: 'names', what: string) => void): Tally {
  const key = (name: Span & { readonly type: string }) => `${name.start} ${name.end} ${name.type}`;
  const labelled = locateNames(labels);
  const read = record.mentions.filter((mention) => mention.kind === 'NAME');
  const readKeys = new Set(read.map(key));
  const labelledKeys = new Set(labelled.map(key));
  for (const one of labelled) if (!readKeys.has(key(one))) miss('names', `not found: ${one.type} ${one.name}`);
  for (const one of read) if (!labelledKeys.has(key(one))) miss('names', `read, not there: ${one.type} ${one.quote}`);
  return {
    right: labelled.filter((one) => readKeys.has(key(one))).length,
    labelled: labelled.length,
    read: read.length,
  };
}

/** Pairs of the labelled mentions; a mention that the record lacks is one with nothing. */
function scoreReferents({ labels, record }: Reading, miss: (measure: 'referents', what: string) => void): Tally {
  const forms = locateChains(labels).flatMap((spans, chain) =>
    spans.map((span) => ({
      span,
      chain,
      words: labels.text.slice(span.start, span.end),
      referent: referentAt(record, span),
    })),
  );
  const tally = { right: 0, labelled: 0, read: 0 };
  forms.forEach((left, index) => {
    for (const right of forms.slice(index + 1)) {
      const isOne = left.chain === right.chain;
      const readAsOne = left.referent !== null && left.referent === right.referent;
      if (isOne) tally.labelled++;
      if (readAsOne) tally.read++;
      if (isOne && readAsOne) tally.right++;
      if (isOne !== readAsOne) miss('referents', `${left.words} and ${right.words} are ${isOne ? 'one' : 'two'}`);
    }
  });
  return tally;
}

function referentAt(record: Extraction, span: Span): string | null {
  const mentions = record.mentions.filter((mention) => mention.end === span.end && overlaps(mention, span));
  return (mentions.find((mention) => mention.start === span.start) ?? mentions[0])?.referent ?? null;
}

/** Pairs of label and claim, each used once; those with the most parts right first, then in the labels' order. */
function findClaims(reading: Reading): readonly FoundClaim[] {
  const pairs = reading.labels.claims
    .flatMap((label) =>
      reading.record.claims
        .filter((claim) => isFound(reading, label, claim))
        .map((claim) => ({ label, claim, judgement: judgeClaim(reading, label, claim) })),
    )
    .sort((left, right) => wrongParts(left) - wrongParts(right));
  const found: FoundClaim[] = [];
  for (const pair of pairs)
    if (!found.some((one) => one.label === pair.label || one.claim === pair.claim)) found.push(pair);
  return found;
}

function wrongParts({ judgement }: FoundClaim): number {
  return PARTS.filter((part) => judgement[part] === false).length;
}

function scorePart(found: readonly FoundClaim[], part: Part): Tally {
  const judged = found.filter(({ judgement }) => judgement[part] !== null);
  return share(judged.filter(({ judgement }) => judgement[part]).length, judged.length);
}

function describeLabel(label: LabelledClaim): string {
  const voice = label.stance === null ? 'own voice' : `${label.claimant ?? 'nobody'} ${label.stance}`;
  const when = label.time === null ? '' : `, ${label.time}${label.from === null ? '' : ` (${label.from})`}`;
  const where = label.place === null ? '' : `, in ${label.place}`;
  return `${label.relation} ${label.predicate} (${label.subjects.join(', ')} → ${label.objects.join(', ')}) ${label.polarity} ${label.modality}, ${voice}${when}${where}`;
}

function describeClaim(record: Extraction, claim: Claim): string {
  const quotation = record.quotations.find((one) => one.id === claim.quotations.at(-1));
  const voice = quotation === undefined ? 'own voice' : `${quotation.claimant?.quote ?? 'nobody'} ${quotation.stance}`;
  const ends = [claim.subjects, claim.objects].map((side) =>
    side
      .map(({ quote, referent }) => {
        const name = record.referents.find((one) => one.id === referent)?.name;
        return name === undefined || name === quote ? quote : `${quote} = ${name}`;
      })
      .join(', '),
  );
  const when = claim.time === null ? '' : `, ${claim.time.quote} (${claim.time.from})`;
  const where = claim.place === null ? '' : `, in ${claim.place.quote}`;
  return `${claim.relation} ${claim.predicate} (${ends.join(' → ')}) ${claim.polarity} ${claim.modality}, ${voice}${when}${where}`;
}
