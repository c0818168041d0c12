import type Database from 'better-sqlite3';
import { fold, wordsOf } from '../base/index.js';
import type { Extraction } from '../domain/index.js';
import type { FoundPassage } from './found-passage.js';
import { formsOf, MOST_WEIGHED, MOST_WORDS, passagesOf, SHORTEST_BEGINNING, tellingWordsOf } from './searched-words.js';

/** Finds forms and passages of documents by their words: an index over the record, in SQLite's FTS5. */
export interface TextIndex {
  put(extraction: Extraction): void;
  remove(documentId: string): void;
  /** Forms of names that begin with the text, have words that begin with its words, or contain it; in no order. */
  forms(text: string, limit: number): readonly string[];
  /** Passages with all of the words, or words that begin with them; the best first. */
  passages(text: string, limit: number): readonly FoundPassage[];
}

/**
 * The tables of the index, which can be thrown away and made anew from the record.
 *
 * forms     every distinct form of a name, and its folded words; form_uses says which documents use it
 * form_words, form_parts   the same by words and by runs of three characters
 * passages  claims and quotations by document; passage_words are their words
 */
export const TEXT_INDEX_TABLES = `
  CREATE TABLE forms (ordinal INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, folded TEXT NOT NULL) STRICT;
  CREATE INDEX forms_by_folded ON forms (folded);
  CREATE TABLE form_uses (
    document_id TEXT NOT NULL, form INTEGER NOT NULL REFERENCES forms (ordinal), PRIMARY KEY (document_id, form)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX form_uses_by_form ON form_uses (form);
  CREATE VIRTUAL TABLE form_words USING fts5 (
    folded, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
  );
  CREATE VIRTUAL TABLE form_parts USING fts5 (folded, content = '', contentless_delete = 1, tokenize = 'trigram');
  CREATE TABLE passages (
    ordinal INTEGER PRIMARY KEY, document_id TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL
  ) STRICT;
  CREATE INDEX passages_by_document ON passages (document_id);
  CREATE VIRTUAL TABLE passage_words USING fts5 (
    predicate, words, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
  );
`;

/** The index in a database that has its tables. */
export function createTextIndex(database: Database.Database): TextIndex {
  const queries = prepareTextQueries(database);
  const remove = (documentId: string): void => {
    for (const ordinal of queries.usedForms.all(documentId)) {
      queries.deleteUse.run(documentId, ordinal);
      if (queries.isUsed.get(ordinal) !== undefined) continue;
      for (const statement of queries.deleteForm) statement.run(ordinal);
    }
    for (const ordinal of queries.passagesOf.all(documentId)) {
      for (const statement of queries.deletePassage) statement.run(ordinal);
    }
  };
  return {
    remove,
    put(extraction) {
      remove(extraction.id);
      for (const form of formsOf(extraction)) {
        let ordinal = queries.ordinalOfForm.get(form);
        if (ordinal === undefined) {
          const folded = fold(form);
          ordinal = Number(queries.addForm.run(form, folded).lastInsertRowid);
          for (const statement of queries.addFormWords) statement.run(ordinal, folded);
        }
        queries.addUse.run(extraction.id, ordinal);
      }
      for (const { kind, id, predicate, words } of passagesOf(extraction)) {
        const { lastInsertRowid } = queries.addPassage.run(extraction.id, kind, id);
        queries.addPassageWords.run(lastInsertRowid, predicate, words);
      }
    },
    forms(text, limit) {
      const folded = fold(text);
      if (folded === '') return [];
      const words = wordsOf(folded).slice(0, MOST_WORDS);
      const found = new Set(queries.formsFrom.all(folded, `${folded}\u{10ffff}`, limit));
      const byWords = words.map((word) => `${quoted(word)}*`).join(' ');
      if (words.length > 0) for (const form of queries.formsByWords.all(byWords, limit)) found.add(form);
      const isLong = [...folded].length >= 3 && !folded.includes('\0');
      if (isLong) for (const form of queries.formsByParts.all(quoted(folded), limit)) found.add(form);
      return [...found];
    },
    passages(text, limit) {
      const words = tellingWordsOf(text);
      if (words.length === 0) return [];
      const asked = words.map((word) => (word.length < SHORTEST_BEGINNING ? quoted(word) : `${quoted(word)}*`));
      // To weigh a word, SQLite counts every passage that has it: of common words the latest are given as they come.
      const isCommon = asked.some((word) => queries.isCommon.get(word, MOST_WEIGHED) !== undefined);
      const found = isCommon ? queries.latestPassages : queries.bestPassages;
      return found.all(asked.join(' '), limit);
    },
  };
}

/** A word or phrase as FTS5 reads it, whatever it holds. */
function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}

type Statement<Parameters extends unknown[], Row = unknown> = Database.Statement<Parameters, Row>;

interface TextQueries {
  readonly usedForms: Statement<[documentId: string], number>;
  readonly deleteUse: Statement<[documentId: string, form: number]>;
  readonly isUsed: Statement<[form: number], number>;
  readonly deleteForm: readonly Statement<[ordinal: number]>[];
  readonly ordinalOfForm: Statement<[form: string], number>;
  readonly addForm: Statement<[form: string, folded: string]>;
  readonly addFormWords: readonly Statement<[ordinal: number, folded: string]>[];
  readonly addUse: Statement<[documentId: string, form: number]>;
  readonly passagesOf: Statement<[documentId: string], number>;
  readonly deletePassage: readonly Statement<[ordinal: number]>[];
  readonly addPassage: Statement<[documentId: string, kind: string, id: string]>;
  readonly addPassageWords: Statement<[ordinal: number | bigint, predicate: string, words: string]>;
  readonly formsFrom: Statement<[folded: string, end: string, limit: number], string>;
  readonly formsByWords: Statement<[match: string, limit: number], string>;
  readonly formsByParts: Statement<[match: string, limit: number], string>;
  readonly isCommon: Statement<[match: string, most: number], number>;
  readonly bestPassages: Statement<[match: string, limit: number], FoundPassage>;
  readonly latestPassages: Statement<[match: string, limit: number], FoundPassage>;
}

function prepareTextQueries(database: Database.Database): TextQueries {
  const column = <Parameters extends unknown[], Value>(sql: string): Statement<Parameters, Value> =>
    database.prepare<Parameters, Value>(sql).pluck() as Statement<Parameters, Value>;
  const formsWhere = (table: string): string =>
    `SELECT form FROM ${table} JOIN forms ON forms.ordinal = ${table}.rowid WHERE ${table} MATCH ? LIMIT ?`;
  return {
    usedForms: column('SELECT form FROM form_uses WHERE document_id = ?'),
    deleteUse: database.prepare('DELETE FROM form_uses WHERE document_id = ? AND form = ?'),
    isUsed: column('SELECT 1 FROM form_uses WHERE form = ? LIMIT 1'),
    deleteForm: ['form_words WHERE rowid', 'form_parts WHERE rowid', 'forms WHERE ordinal'].map((rows) =>
      database.prepare<[number]>(`DELETE FROM ${rows} = ?`),
    ),
    ordinalOfForm: column('SELECT ordinal FROM forms WHERE form = ?'),
    addForm: database.prepare('INSERT INTO forms (form, folded) VALUES (?, ?)'),
    addFormWords: ['form_words', 'form_parts'].map((table) =>
      database.prepare<[number, string]>(`INSERT INTO ${table} (rowid, folded) VALUES (?, ?)`),
    ),
    addUse: database.prepare('INSERT INTO form_uses (document_id, form) VALUES (?, ?)'),
    passagesOf: column('SELECT ordinal FROM passages WHERE document_id = ?'),
    deletePassage: ['passage_words WHERE rowid', 'passages WHERE ordinal'].map((rows) =>
      database.prepare<[number]>(`DELETE FROM ${rows} = ?`),
    ),
    addPassage: database.prepare('INSERT INTO passages (document_id, kind, id) VALUES (?, ?, ?)'),
    addPassageWords: database.prepare('INSERT INTO passage_words (rowid, predicate, words) VALUES (?, ?, ?)'),
    formsFrom: column('SELECT form FROM forms WHERE folded >= ? AND folded < ? ORDER BY folded LIMIT ?'),
    formsByWords: column(formsWhere('form_words')),
    formsByParts: column(formsWhere('form_parts')),
    isCommon: column('SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT 1 OFFSET ?'),
    bestPassages: database.prepare(`
      SELECT document_id AS documentId, kind, id, score FROM (
        SELECT rowid AS ordinal, bm25(passage_words, 4.0, 1.0) AS score FROM passage_words WHERE passage_words MATCH ?
      ) JOIN passages USING (ordinal) ORDER BY score, ordinal LIMIT ?`),
    latestPassages: database.prepare(`
      SELECT document_id AS documentId, kind, id, 0.0 AS score FROM (
        SELECT rowid AS ordinal FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid DESC LIMIT ?
      ) JOIN passages USING (ordinal) ORDER BY ordinal DESC`),
  };
}
