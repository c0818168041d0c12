import { fold, wordsOf } from '../../base/index.js';
import type { FoundPassage } from '../found-passage.js';
import { MOST_WEIGHED, MOST_WORDS, SHORTEST_BEGINNING, tellingWordsOf } from '../searched-words.js';
import type { Connection } from './connections.js';
import { escapeText, unescapeText } from './escape-text.js';
import { lexemeOf, partsOf } from './index-rows.js';

/** What is indexed of a folded form to find it by its beginning. */
const INDEXED_BEGINNING = 100;

/** Forms of names that begin with the text, have words that begin with its words, or contain it; in no order. */
export async function findForms({ client }: Connection, text: string, limit: number): Promise<readonly string[]> {
  const plain = fold(text);
  const folded = escapeText(plain);
  if (folded === '') return [];
  const found = new Set<string>();
  const add = async (condition: string, values: readonly unknown[]): Promise<void> => {
    const { rows } = await client.query<{ readonly form: string }>(
      `SELECT form FROM forms WHERE ${condition}
        AND EXISTS (SELECT 1 FROM form_uses WHERE form_uses.form = forms.ordinal) LIMIT $1`,
      [limit, ...values],
    );
    for (const { form } of rows) found.add(unescapeText(form));
  };
  const beginning = [...folded].slice(0, INDEXED_BEGINNING).join('');
  await add('left(folded, 100) >= $2 AND left(folded, 100) < $3 AND starts_with(folded, $4)', [
    beginning,
    `${beginning}\u{10ffff}`,
    folded,
  ]);
  const words = wordsOf(plain).slice(0, MOST_WORDS);
  if (words.length > 0) await add('words @@ $2::tsquery', [allOf(words.map((word) => `${lexemeOf(word)}:*`))]);
  const parts = partsOf(folded);
  if (parts.length > 0) {
    await add('parts @@ $2::tsquery AND strpos(folded, $3) > 0', [
      allOf(parts.slice(0, MOST_WORDS).map(lexemeOf)),
      folded,
    ]);
  }
  return [...found];
}

/**
 * Passages with all of the words, or words that begin with them; the best first. The score is `ts_rank`, below zero: it
 * weighs how often words are met, and how close to each other, but not how rare they are.
 */
export async function findPassages(
  { client }: Connection,
  text: string,
  limit: number,
): Promise<readonly FoundPassage[]> {
  const words = tellingWordsOf(text);
  if (words.length === 0) return [];
  const asked = words.map((word) => (word.length < SHORTEST_BEGINNING ? lexemeOf(word) : `${lexemeOf(word)}:*`));
  const { rows } = await client.query<PassageFound>(
    `SELECT document_id, kind, id, score FROM (
      SELECT document_id, kind, id, ordinal, 0 - ts_rank('{0.25, 0.25, 0.25, 1}', words, $1::tsquery) AS score
      FROM passages WHERE words @@ $1::tsquery ORDER BY ordinal DESC LIMIT $2
    ) AS weighed ORDER BY score, ordinal LIMIT $3`,
    [allOf(asked), MOST_WEIGHED, limit],
  );
  return rows.map(({ document_id, kind, id, score }) => ({
    documentId: document_id.toString('utf8'),
    kind,
    id: unescapeText(id),
    score,
  }));
}

interface PassageFound {
  readonly document_id: Buffer;
  readonly kind: FoundPassage['kind'];
  readonly id: string;
  readonly score: number;
}

function allOf(lexemes: readonly string[]): string {
  return lexemes.join(' & ');
}
