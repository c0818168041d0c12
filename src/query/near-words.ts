import { compareIds, fold } from '../base/index.js';

/** Beyond this length nothing is near: the distance takes time by the square of it. */
const LONGEST = 60;
const MOST = 3;

/** Up to three of the candidates that are written most like the word, nearest first, ties by the candidate. */
export function nearWords(word: string, candidates: Iterable<string>): readonly string[] {
  const folded = fold(word.slice(0, LONGEST + 1));
  const near: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of candidates) {
    const distance = distanceWithin(folded, fold(candidate.slice(0, LONGEST + 1)));
    if (distance !== null) near.push({ candidate, distance });
  }
  near.sort((a, b) => a.distance - b.distance || compareIds(a.candidate, b.candidate));
  return near.slice(0, MOST).map(({ candidate }) => candidate);
}

/** Edits from one to the other where they are near: a third of the shorter one's letters; else null. */
export function distanceWithin(a: string, b: string): number | null {
  if (a.length > LONGEST || b.length > LONGEST || a === '' || b === '') return null;
  const most = Math.max(1, Math.floor(Math.min(a.length, b.length) / 3));
  if (Math.abs(a.length - b.length) > most) return null;
  const distance = editDistance(a, b);
  return distance <= most ? distance : null;
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let above = Uint16Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint16Array(b.length + 1);
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      row[j] = Math.min((row[j - 1] as number) + 1, (above[j] as number) + 1, (above[j - 1] as number) + change);
    }
    above = row;
  }
  return above[b.length] as number;
}
