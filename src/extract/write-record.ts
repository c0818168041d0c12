import type { Annotated } from '../annotate/index.js';
import {
  type Claim,
  EXTRACTION_FORMAT,
  type Extraction,
  type Mention,
  type OtherParticipant,
  type Participant,
  type Quotation,
  type Referent,
  type ReferringQuote,
} from '../domain/index.js';
import type { NounPhrase } from './phrases/reading.js';
import type { QualifiedClaim } from './qualities/qualify-claims.js';
import { toClaimTime } from './qualities/times/find-times.js';
import type { FoundQuotation } from './quotations/found-quotation.js';

import type { FoundReferent } from './referents/collect-referents.js';
import type { EntityMention } from './referents/mention.js';
import { quoteOf, type TokenRange, type View } from './view.js';

/** Everything that was found in a document, before it is written as a record. */
export interface Findings {
  readonly mentions: readonly EntityMention[];
  readonly referents: readonly FoundReferent[];
  readonly claims: readonly QualifiedClaim[];
  readonly quotations: readonly FoundQuotation[];
}

/** Writes the record: ids are ordinals in order of text, spans are offsets into the text. */
export function writeRecord(annotated: Annotated, view: View, findings: Findings): Extraction {
  const { id, text, title, source, url, publishedAt, textHash, furniture, dateline, timeAnchor } = annotated.document;
  const referentOf = new Map<number, number>();
  findings.referents.forEach((referent, index) => {
    for (const mention of referent.mentions) referentOf.set(mention, index);
  });
  const byHead = new Map(findings.mentions.map((mention, index) => [mention.head, index]));
  const referentId = (phrase: { readonly head: number }): string | null => {
    const mention = byHead.get(phrase.head);
    return mention === undefined ? null : `r${(referentOf.get(mention) as number) + 1}`;
  };
  const referring = (phrase: TokenRange & { readonly head: number }): ReferringQuote => ({
    ...view.quote(phrase),
    referent: referentId(phrase),
  });
  const idAt = new Map(
    findings.claims.flatMap(({ node }, index) => (node === -1 ? [] : [[node, `c${index + 1}`] as const])),
  );
  return {
    format: EXTRACTION_FORMAT,
    id,
    document: { title, source, url, publishedAt, textHash, furniture, dateline, timeAnchor },
    text,
    mentions: findings.mentions.map((mention, index) =>
      writeMention(view, mention, { index, referent: referentOf.get(index) as number }),
    ),
    referents: findings.referents.map((referent, index) => writeReferent(view, findings.mentions, { referent, index })),
    claims: findings.claims.map((claim, index) => writeClaim(claim, index)),
    quotations: findings.quotations.map((quotation, index): Quotation => {
      const { kind, stance, claimant, reason, cue, content } = quotation;
      return {
        id: `q${index + 1}`,
        kind,
        stance,
        claimant: claimant === null ? null : referring(claimant),
        reason,
        cue: cue === null ? null : view.quote(cue),
        content: content.map((part) => view.quote(part)),
      };
    }),
    diagnostics: annotated.diagnostics,
  };

  function writeClaim(claim: Findings['claims'][number], index: number): Claim {
    const sentence = view.sentences[claim.sentence] as { start: number; end: number };
    const { place, time } = claim;
    const others = claim.others.filter(({ phrase }) => phrase.head !== place?.head);
    const participant = (phrase: NounPhrase): Participant => ({
      ...referring(phrase),
      counts: claim.counts.get(phrase) ?? null,
    });
    return {
      id: `c${index + 1}`,
      relation: claim.relation,
      predicate: claim.predicate,
      trigger: view.quote(claim.wording),
      subjects: claim.subjects.map(participant),
      objects: claim.objects.map(participant),
      others: others.map(
        ({ phrase, role }): OtherParticipant => ({
          role,
          preposition: phrase.preposition,
          ...referring(phrase),
        }),
      ),
      about: claim.about === -1 ? null : (idAt.get(claim.about) ?? null),
      role: claim.role === null ? null : view.quote(claim.role),
      tense: claim.tense,
      place: place === null ? null : referring(place),
      time: time === null ? null : toClaimTime(view, time),
      polarity: claim.polarity,
      modality: claim.modality,
      quotations: claim.quotations.map((quotation) => `q${quotation + 1}`),
      sentence: quoteOf(text, sentence),
      confidence: claim.confidence,
    };
  }
}

function writeMention(
  view: View,
  mention: EntityMention,
  ids: { readonly index: number; readonly referent: number },
): Mention {
  const { kind, type, confidence } = mention;
  return {
    id: `m${ids.index + 1}`,
    ...view.quote(mention),
    type,
    kind,
    referent: `r${ids.referent + 1}`,
    confidence: Math.round(confidence * 100) / 100,
  };
}

function writeReferent(
  view: View,
  mentions: readonly EntityMention[],
  { referent, index }: { referent: FoundReferent; index: number },
): Referent {
  const members = referent.mentions.map((mention) => mentions[mention] as EntityMention);
  const names = members.filter((mention) => mention.kind === 'NAME');
  const nominals = members.filter((mention) => mention.kind === 'NOMINAL');
  const pool = names.length > 0 ? names : nominals.length > 0 ? nominals : members;
  const surface = (mention: EntityMention) => view.quote(mention).quote.replace(/\s+/g, ' ');
  const name = pool
    .map((mention) => plain(surface(mention), mention))
    .reduce((best, other) => (other.length > best.length ? other : best));
  const aliases = new Set(
    members.filter((mention) => mention.kind !== 'PRONOUN').map((mention) => plain(surface(mention), mention)),
  );
  aliases.delete(name);
  const type = (pool.find((mention) => plain(surface(mention), mention) === name) ?? (pool[0] as EntityMention)).type;
  const { acronyms, roles, sector } = referent;
  return {
    id: `r${index + 1}`,
    type,
    name,
    named: names.length > 0,
    aliases: [...aliases],
    acronyms,
    roles,
    sector,
    standsFor: referent.standsFor === -1 ? null : `r${referent.standsFor + 1}`,
  };
}

/** A description without its article: "Syrian government" for "the Syrian government". */
function plain(words: string, mention: EntityMention): string {
  return mention.kind === 'NOMINAL' ? words.replace(/^(?:the|an?|some)\s+/i, '') : words;
}
