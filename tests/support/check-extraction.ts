import type { Span } from '../../src/base/index.js';
import { overlaps } from '../../src/base/index.js';
import type { Extraction, Quote } from '../../src/domain/index.js';

/**
 * What every record must satisfy, as a list of what it breaks; empty where it is sound. Every quote is its span of the
 * text, every id is of the record and in order, nothing comes from furniture, and numbers are in their range.
 */
export function checkExtraction(extraction: Extraction): readonly string[] {
  const broken: string[] = [];
  const { text, document, mentions, referents, claims, quotations } = extraction;
  const quote = (where: string, part: Quote | null) => {
    if (part === null) return;
    if (!(part.start >= 0 && part.start < part.end && part.end <= text.length))
      broken.push(`${where}: span ${part.start}-${part.end}`);
    if (text.slice(part.start, part.end) !== part.quote) broken.push(`${where}: quote is not the text`);
  };
  const outside = (where: string, part: Span) => {
    if (document.furniture.some((one) => overlaps(one, part))) broken.push(`${where}: comes from furniture`);
  };
  const referentIds = new Set(referents.map((referent) => referent.id));
  const referent = (where: string, id: string | null) => {
    if (id !== null && !referentIds.has(id)) broken.push(`${where}: unknown referent ${id}`);
  };
  const share = (where: string, value: number) => {
    if (!(value >= 0 && value <= 1)) broken.push(`${where}: ${value} is not between 0 and 1`);
  };
  const mentioned = new Set<string>();
  mentions.forEach((mention, index) => {
    if (mention.id !== `m${index + 1}`) broken.push(`${mention.id}: mentions are not numbered in order`);
    if (index > 0 && mention.start < (mentions[index - 1]?.start ?? 0))
      broken.push(`${mention.id}: mentions are not in order of text`);
    quote(mention.id, mention);
    outside(mention.id, mention);
    referent(mention.id, mention.referent);
    share(mention.id, mention.confidence);
    mentioned.add(mention.referent);
  });
  referents.forEach((one, index) => {
    if (one.id !== `r${index + 1}`) broken.push(`${one.id}: referents are not numbered in order`);
    if (!mentioned.has(one.id)) broken.push(`${one.id}: no mention`);
    if (one.name === '') broken.push(`${one.id}: no name`);
    if (one.aliases.includes(one.name)) broken.push(`${one.id}: its name is an alias of it`);
  });
  const quotationIds = new Set(quotations.map((one) => one.id));
  claims.forEach((claim, index) => {
    if (claim.id !== `c${index + 1}`) broken.push(`${claim.id}: claims are not numbered in order`);
    if (claim.subjects.length + claim.objects.length === 0) broken.push(`${claim.id}: no participant`);
    for (const part of [...claim.subjects, ...claim.objects]) {
      quote(claim.id, part);
      outside(claim.id, part);
      referent(claim.id, part.referent);
      quote(`${claim.id} counts`, part.counts);
      const { min = null, max = null } = part.counts ?? {};
      if (min !== null && max !== null && min > max) broken.push(`${claim.id}: counts from ${min} to ${max}`);
    }
    for (const part of claim.others) quote(claim.id, part);
    for (const part of [claim.trigger, claim.sentence, claim.place, claim.time, claim.role]) quote(claim.id, part);
    outside(claim.id, claim.trigger);
    for (const id of claim.quotations) if (!quotationIds.has(id)) broken.push(`${claim.id}: unknown quotation ${id}`);
    const { from = null, to = null } = claim.time ?? {};
    if (from !== null && to !== null && from > to) broken.push(`${claim.id}: time from ${from} to ${to}`);
    share(claim.id, claim.confidence);
  });
  quotations.forEach((one, index) => {
    if (one.id !== `q${index + 1}`) broken.push(`${one.id}: quotations are not numbered in order`);
    if ((one.claimant === null) !== (one.reason !== null)) broken.push(`${one.id}: claimant and reason`);
    if (one.content.length === 0) broken.push(`${one.id}: no content`);
    for (const part of [one.claimant, one.cue, ...one.content]) quote(one.id, part);
    one.content.forEach((part, at) => {
      const before = one.content[at - 1];
      if (before !== undefined && before.end > part.start) broken.push(`${one.id}: its parts overlap`);
    });
  });
  return broken;
}
