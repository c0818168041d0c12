import type { ConflictKind, Participant } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import type { ClaimView, ParticipantView } from './load-claims.js';

/** A conflict in one sentence, from its two claims: who says what. It takes no side. */
export function explainConflict(
  knowledge: Knowledge,
  kind: ConflictKind,
  claims: readonly [ClaimView, ClaimView],
): string {
  const [a, b] = claims;
  const explain = EXPLANATIONS[kind];
  const names: NameOf = (id) => knowledge.graph.entity(id)?.name ?? null;
  return explain({ view: a, voice: voiceOf(a, names), names }, { view: b, voice: voiceOf(b, names), names });
}

type NameOf = (id: string) => string | null;

interface Side {
  readonly view: ClaimView;
  readonly voice: string;
  readonly names: NameOf;
}

const EXPLANATIONS: Readonly<Record<ConflictKind, (a: Side, b: Side) => string>> = {
  POLARITY: (a, b) => {
    const [affirms, denies] = deniesIt(a) ? [b, a] : [a, b];
    return `${affirms.voice} says so (“${affirms.view.claim.trigger.quote}”), ${denies.voice} says that it is not so (“${denies.view.claim.trigger.quote}”).`;
  },
  CAUSE: (a, b) => `${a.voice} names ${agents(a)} as the cause, ${b.voice} names ${agents(b)}.`,
  AGENT: (a, b) => `${a.voice} says that it was ${agents(a)}, ${b.voice} that it was ${agents(b)}.`,
  COUNT: (a, b) => `${a.voice} counts ${count(a)}, ${b.voice} counts ${count(b)}.`,
  VICTIM: (a, b) => `${a.voice} says that it befell ${patients(a)}, ${b.voice} that it befell ${patients(b)}.`,
  TIME: (a, b) => `${a.voice} says that it was ${time(a)}, ${b.voice} that it was ${time(b)}.`,
  PLACE: (a, b) => `${a.voice} says that it was at ${place(a)}, ${b.voice} that it was at ${place(b)}.`,
};

/** The innermost claimant by name, else the source; of "a spokesman rejected that" the spokesman. */
function voiceOf({ quotations, document, claim, subjects }: ClaimView, names: NameOf): string {
  const own = document.source ?? document.title ?? document.id;
  if (isAnswer(claim.relation) && subjects.length > 0) return list(subjects, names);
  const innermost = quotations.at(-1);
  if (innermost === undefined) return own;
  const { claimant, quotation } = innermost;
  const name = claimant === null ? null : names(claimant);
  return name ?? quotation.claimant?.quote ?? `someone whom ${own} does not name`;
}

function deniesIt({ view: { claim, quotations } }: Side): boolean {
  if (isAnswer(claim.relation)) return true;
  return (claim.polarity === 'NEGATED') !== (quotations.at(-1)?.quotation.stance === 'DENIES');
}

function isAnswer(relation: string): boolean {
  return relation === 'DENY' || relation === 'REJECT';
}

function agents({ view, names }: Side): string {
  return list(view.subjects, names);
}

function patients({ view, names }: Side): string {
  return list(view.objects, names);
}

function count({ view }: Side): string {
  const { objects, others, trigger } = view.claim;
  const counted = (objects as readonly Participant[]).find(({ counts }) => counts !== null);
  const words = counted?.counts?.quote ?? [...others, ...objects].find(({ quote }) => /\d/.test(quote))?.quote;
  return `“${words ?? trigger.quote}”`;
}

function time({ view: { claim } }: Side): string {
  if (claim.time === null) return 'at another time';
  const { quote, from } = claim.time;
  return from === null || from === quote ? `“${quote}”` : `“${quote}” (${from})`;
}

function place({ view, names }: Side): string {
  return view.place === null ? 'another place' : list([view.place], names);
}

function list(participants: readonly ParticipantView[], names: NameOf): string {
  const words = participants.map(
    ({ participant, entity }) => (entity === null ? null : names(entity)) ?? participant.quote,
  );
  return words.length === 0 ? 'someone else' : words.join(' and ');
}
