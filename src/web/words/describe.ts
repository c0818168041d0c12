import type { ClaimParts, DocumentLabel } from '../operations/generated.js';

/** `1,234 claims`, `1 claim`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** What a document is called: its title, else its key. */
export function titleOf(document: Pick<DocumentLabel, 'title' | 'key'>): string {
  return document.title ?? `Document ${document.key.slice(0, 12)}`;
}

const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `7 Mar 2031`, `7 Mar 2031 – 9 Mar 2031`; empty where nothing is known. */
export function daysOf(from: string | null, to: string | null = from): string {
  const first = dayOf(from);
  const last = dayOf(to);
  return first === last || last === '' ? first : `${first} – ${last}`;
}

function dayOf(day: string | null): string {
  if (day === null) return '';
  const date = new Date(day);
  return Number.isNaN(date.getTime()) ? day : DAY.format(date);
}

/** What a claim does with its content, where that is more than to say that it is so. */
export function qualityWords(
  claim: Pick<ClaimParts, 'polarity' | 'modality'> & {
    readonly quotations: readonly Pick<ClaimParts['quotations'][number], 'stance'>[];
  },
): readonly string[] {
  const stance = claim.quotations.at(-1)?.stance;
  return [
    ...(claim.polarity === 'NEGATED' ? ['said not to be'] : []),
    ...(stance !== undefined && STANCE_WORDS[stance] !== '' ? [STANCE_WORDS[stance]] : []),
    ...(MODALITY_WORDS[claim.modality] === '' ? [] : [MODALITY_WORDS[claim.modality]]),
  ];
}

const STANCE_WORDS = {
  ASSERTS: '',
  DENIES: 'denied',
  DOUBTS: 'doubted',
  ASKS: 'asked',
  CONFIRMS: 'confirmed',
} as const;
const MODALITY_WORDS = {
  ACTUAL: '',
  POSSIBLE: 'possible',
  PLANNED: 'planned',
  REQUESTED: 'called for',
  HYPOTHETICAL: 'supposed',
} as const;

/** True where a claim speaks against what it is about. */
export function speaksAgainst(claim: Pick<ClaimParts, 'polarity' | 'quotations'>): boolean {
  const stance = claim.quotations.at(-1)?.stance;
  return (claim.polarity === 'NEGATED') !== (stance === 'DENIES' || stance === 'DOUBTS');
}

/** On whose word a claim is, outermost first: `Meridian Wire, quoting activists`. */
export function claimantWords(claim: Pick<ClaimParts, 'quotations'>): string {
  return claimantOf(
    claim.quotations.map(({ claimant, reason }) => ({
      words: claimant?.entity?.name ?? claimant?.quote ?? null,
      reason,
    })),
  );
}

/** The same for voices, outermost first; none are the document's own words. */
export function claimantOf(
  voices: readonly { readonly words: string | null; readonly reason: keyof typeof REASONS | null }[],
): string {
  if (voices.length === 0) return 'in the document’s own words';
  return voices.map(({ words, reason }) => words ?? REASONS[reason ?? 'UNKNOWN']).join(', quoting ');
}

const REASONS = { PASSIVE: 'nobody named (“it was reported”)', UNKNOWN: 'somebody not named' } as const;

/** `member of`, from `MEMBER_OF`. */
export function wordsOf(id: string): string {
  return id.toLowerCase().replaceAll('_', ' ');
}

/** `Member of`. */
export function headingOf(id: string): string {
  const words = wordsOf(id);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
