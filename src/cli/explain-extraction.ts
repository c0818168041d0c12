import type { Span } from '../base/index.js';
import type { Claim, ClaimTrace, Extraction, Quote, TracedExtraction } from '../domain/index.js';
import { printable, printableLines } from './printable.js';

/** Turns words of one kind into what a terminal shows of them. */
export type Paint = (kind: keyof typeof COLOURS, words: string) => string;

/** Escape codes of a terminal: mentions cyan, triggers yellow and bold, cues magenta, the rest of the explanation dim. */
const COLOURS = { MENTION: '36', TRIGGER: '1;33', CUE: '35', ASIDE: '2' } as const;

/** Colours words, or leaves them as they are. */
export function paintWith(colours: boolean): Paint {
  return (kind, words) => (colours ? `\u001b[${COLOURS[kind]}m${words}\u001b[0m` : words);
}

/**
 * A record for people: its text, each mention, trigger and cue followed by its id in angle marks, then each claim with
 * why it was read: the rule, the way to each participant by the tree, the words behind its qualities.
 */
export function explainExtraction({ extraction, trace }: TracedExtraction, paint: Paint): string {
  const claims = extraction.claims.map((claim, index) =>
    explainClaim(extraction, claim, { trace: trace.claims[index] as ClaimTrace, paint }),
  );
  const name = printable(extraction.document.title ?? extraction.id);
  return [`${paint('ASIDE', `── ${name}`)}\n`, markText(extraction, paint), '', ...claims, ''].join('\n');
}

interface Mark extends Span {
  readonly kind: keyof typeof COLOURS;
  readonly id: string;
}

function markText(extraction: Extraction, paint: Paint): string {
  const { text, mentions, claims, quotations } = extraction;
  const marks: readonly Mark[] = [
    ...mentions.map(({ start, end, referent }) => ({ start, end, kind: 'MENTION' as const, id: referent })),
    ...quotations.flatMap(({ cue, id }) => (cue === null ? [] : [{ ...cue, kind: 'CUE' as const, id }])),
    ...claims.map(({ trigger, id }) => ({ ...trigger, kind: 'TRIGGER' as const, id })),
  ];
  const bounds = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const ending = new Map<number, string[]>();
  for (const { end, id } of marks) ending.set(end, [...(ending.get(end) ?? []), id]);
  const open: Mark[] = [];
  const starting = [...marks].sort((a, b) => a.start - b.start);
  let next = 0;
  const parts: string[] = [];
  bounds.slice(1).forEach((end, index) => {
    const start = bounds[index] as number;
    while (next < starting.length && (starting[next] as Mark).start <= start) open.push(starting[next++] as Mark);
    for (let at = open.length - 1; at >= 0; at--) if ((open[at] as Mark).end <= start) open.splice(at, 1);
    const kind = (['TRIGGER', 'CUE', 'MENTION'] as const).find((one) => open.some((mark) => mark.kind === one));
    const words = printableLines(text.slice(start, end));
    parts.push(kind === undefined ? words : paint(kind, words));
    const ids = ending.get(end);
    if (ids !== undefined) parts.push(paint('ASIDE', `‹${[...new Set(ids)].join(' ')}›`));
  });
  return parts.join('');
}

function explainClaim(
  extraction: Extraction,
  claim: Claim,
  { trace, paint }: { readonly trace: ClaimTrace; readonly paint: Paint },
): string {
  const list = (quotes: readonly Quote[]) => quotes.map(({ quote }) => printable(quote)).join(', ') || '?';
  const ends = `${list(claim.subjects)} → ${list(claim.objects)}`;
  const voices = claim.quotations.flatMap((id) => extraction.quotations.filter((one) => one.id === id));
  const asides = [
    `${claim.polarity} ${claim.modality}${trace.because.length === 0 ? '' : `, because of ${list(trace.because)}`}`,
    ...voices.map(({ id, stance, claimant, cue }) => {
      const who = claimant === null ? 'nobody named' : printable(claimant.quote);
      return `${id}: ${stance} by ${who}${cue === null ? '' : ` (${printable(cue.quote)})`}`;
    }),
    ...(claim.time === null ? [] : [`when: ${printable(claim.time.quote)}, ${claim.time.from} to ${claim.time.to}`]),
    ...(claim.place === null ? [] : [`where: ${printable(claim.place.quote)}`]),
    `read from ${trace.rule}`,
    ...trace.paths.map(({ part, participant, steps }) => {
      const way = steps.map(
        (step) =>
          `${step.direction === 'UP' ? `←${step.dependency}—` : `—${step.dependency}→`} ${printable(step.word.quote)}`,
      );
      return `${part.toLowerCase()} ${printable(participant.quote)}: ${[printable(claim.trigger.quote), ...way].join(' ')}`;
    }),
    `confidence ${claim.confidence}: ${Object.keys(trace.features).join(', ')}`,
  ];
  const head = `${claim.id} ${claim.relation} ${paint('TRIGGER', printable(claim.predicate))}: ${ends}`;
  return [head, ...asides.map((line) => `   ${paint('ASIDE', line)}`)].join('\n');
}
