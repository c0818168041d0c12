import { overlaps, type Span } from '../../src/base/index.js';
import type { Quotation } from '../../src/domain/index.js';
import { locateWords } from './locate-words.js';
import { means, type Reading, resolves } from './match-referring.js';
import type { LabelledQuotation } from './read-cases.js';
import { type Miss, share, type Tally } from './tally.js';

const CONTENT_SHARED = 0.9;

/** Quotations by claimant and cue, each used once; and of those found, how many hold the labelled content. */
export function scoreQuotations(reading: Reading): {
  readonly quotations: Tally;
  readonly content: Tally;
  readonly misses: readonly Miss[];
} {
  const { labels, record } = reading;
  const wanted = labels.quotations.filter((label) => !label.optional);
  const pairs = wanted
    .flatMap((label) =>
      record.quotations
        .filter((found) => isLabelled(reading, label, found))
        .map((found) => ({ label, found, shared: contentShared(reading, label, found) })),
    )
    .sort((left, right) => right.shared - left.shared);
  const matched = new Map<LabelledQuotation, (typeof pairs)[number]>();
  const used = new Set<Quotation>();
  for (const pair of pairs) {
    if (matched.has(pair.label) || used.has(pair.found)) continue;
    matched.set(pair.label, pair);
    used.add(pair.found);
  }
  const optional = labels.quotations.filter((label) => label.optional);
  const spurious = record.quotations.filter(
    (found) => !used.has(found) && !optional.some((label) => isNear(reading, label, found)),
  );
  const judged = [...matched.values()].filter(({ label }) => label.unjudged.length === 0);
  const poor = judged.filter(({ shared }) => shared < CONTENT_SHARED);
  const miss = (measure: Miss['measure'], what: string): Miss => ({ measure, caseId: labels.id, what });
  return {
    quotations: { right: used.size, labelled: wanted.length, read: used.size + spurious.length },
    content: share(judged.length - poor.length, judged.length),
    misses: [
      ...wanted
        .filter((label) => !matched.has(label))
        .map((label) =>
          miss(
            'quotations',
            `not found: ${label.claimant ?? 'nobody'} · ${label.cue ?? 'no cue'} · ${label.content[0]}`,
          ),
        ),
      ...spurious.map((found) => miss('quotations', `read, not there: ${describe(found)}`)),
      ...poor.map(({ found, label }) =>
        miss('quotation content', `expected "${label.content.join(' … ')}", read ${describe(found)}`),
      ),
    ],
  };
}

function describe({ claimant, cue, content }: Quotation): string {
  const words = content.map((one) => one.quote).join(' … ');
  return `${claimant?.quote ?? 'nobody'} · ${cue?.quote ?? 'no cue'} · ${words}`;
}

function isLabelled(reading: Reading, label: LabelledQuotation, found: Quotation): boolean {
  if (contentShared(reading, label, found) === 0 || !cueMatches(reading, label, found)) return false;
  if (label.claimant === null || found.claimant === null) return label.claimant === null && found.claimant === null;
  return means(reading, label.claimant, found.claimant) && resolves(reading, label.claimant, found.claimant);
}

/** Of an optional quotation any reading is let pass, whoever its claimant. */
function isNear(reading: Reading, label: LabelledQuotation, found: Quotation): boolean {
  return cueMatches(reading, label, found) && contentShared(reading, label, found) > 0;
}

function cueMatches({ labels }: Reading, label: LabelledQuotation, { cue }: Quotation): boolean {
  if (label.cue === null) return true;
  return cue !== null && locateWords(labels, label.cue).some((span) => overlaps(span, cue));
}

/** Twice the shared code units over those of both, for the best of the alternatives: 0 to 1. */
function contentShared({ labels }: Reading, label: LabelledQuotation, found: Quotation): number {
  const alternatives = label.content.map((words) => locateWords(labels, words));
  const rows = Math.max(...alternatives.map((spans) => spans.length));
  const shares = Array.from({ length: rows }, (_, row) => {
    const spans = alternatives.map((one) => one[Math.min(row, one.length - 1)] as Span);
    const shared = spans.reduce(
      (sum, span) => sum + found.content.reduce((inner, one) => inner + common(span, one), 0),
      0,
    );
    return (2 * shared) / (length(spans) + length(found.content));
  });
  return Math.max(...shares);
}

function common(left: Span, right: Span): number {
  return Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start));
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}
