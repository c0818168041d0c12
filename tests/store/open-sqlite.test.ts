import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { openStore } from '../../src/store/index.js';
import { APPLICATION_ID, MIGRATIONS, migrate, newestVersion, schemaVersion } from '../../src/store/migrate.js';
import { prepareDatabase } from '../../src/store/open-sqlite.js';
import { sqliteStoreOf } from '../../src/store/sqlite-store.js';
import { buildJudgement, collect } from '../contracts/store.js';
import { buildStored } from '../support/build-extraction.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();
let made = 0;

function newFolder(): string {
  const made_ = path.join(folder, `${++made}`);
  mkdirSync(made_);
  return made_;
}

/** The path of a store with some documents and a judgement, closed. */
async function buildFile(documents = 3): Promise<string> {
  const file = path.join(newFolder(), 'store.db');
  const store = await openStore(`sqlite:${file}`);
  for (let index = 0; index < documents; index++) {
    await store.putDocument(
      buildStored({ id: `d${index}`, opening: 'Word '.repeat(2_000), people: ['Ann Lee', 'Bo Ray'] }),
      '1',
    );
  }
  await store.appendJudgement(buildJudgement('same'));
  await store.close();
  return file;
}

/** The bytes of every file of a folder, by name. */
function bytesOf(directory: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(directory).map((name) => [name, readFileSync(path.join(directory, name), 'base64')]));
}

/** What a store at the path throws when it is opened, for reading and for writing, and that it changes no byte. */
async function expectRefusal(file: string, code: string): Promise<void> {
  const before = bytesOf(path.dirname(file));
  for (const access of ['READ', 'WRITE'] as const) {
    await expect(openStore(`sqlite:${file}`, { access })).rejects.toMatchObject({ name: 'ClaimgraphError', code });
    expect(bytesOf(path.dirname(file))).toEqual(before);
  }
}

describe('a store in a file', () => {
  it('is there again after it was closed', async () => {
    const file = await buildFile();
    const store = await openStore(`sqlite:${file}`, { create: false });
    expect(await store.counts()).toEqual({ documents: 3, judgements: 1, position: 4 });
    expect((await collect(store.scan())).map(({ document }) => document.id)).toEqual(['d0', 'd1', 'd2']);
    expect(await store.judgements()).toEqual([{ ...buildJudgement('same'), id: 'j1' }]);
    await store.close();
  });

  it('leaves one file behind when it is closed, also after reading', async () => {
    const file = await buildFile();
    expect(readdirSync(path.dirname(file))).toEqual(['store.db']);
    const store = await openStore(`sqlite:${file}`, { access: 'READ' });
    await store.counts();
    await store.close();
    expect(readdirSync(path.dirname(file))).toEqual(['store.db']);
  });

  it('shows a reader what a writer commits meanwhile', async () => {
    const file = await buildFile();
    const writer = await openStore(`sqlite:${file}`);
    const reader = await openStore(`sqlite:${file}`, { access: 'READ' });
    await writer.putDocument(buildStored({ id: 'new' }), '1');
    expect(await reader.changes({ after: 4, limit: 9 })).toEqual([
      { position: 5, kind: 'DOCUMENT_PUT', documentId: 'new' },
    ]);
    await reader.close();
    await writer.close();
  });

  it('does not keep the text twice', async () => {
    const file = path.join(newFolder(), 'store.db');
    const store = await openStore(`sqlite:${file}`);
    await store.putDocument(buildStored({ id: 'a', opening: 'x'.repeat(1_000_000) }), '1');
    await store.close();
    expect(readFileSync(file).length).toBeLessThan(1_200_000);
  });

  it('takes its path as it is written', async () => {
    const directory = newFolder();
    for (const name of ['100%20 percent.db', 'a?mode=memory.db', 'file:a.db', 'ünïcode 😀.db', '#.db']) {
      const store = await openStore(`sqlite:${path.join(directory, name)}`);
      await store.close();
      expect(readdirSync(directory)).toContain(name);
    }
    const store = await openStore(`sqlite:${path.relative(process.cwd(), path.join(directory, 'relative.db'))}`);
    await store.close();
    expect(existsSync(path.join(directory, 'relative.db'))).toBe(true);
  });

  it('has every commit on the disk before it says so', async () => {
    const file = await buildFile();
    // SQLite's own settings differ where the file has a log already.
    const database = new Database(file);
    await prepareDatabase('sqlite:', database, 'WRITE');
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(database.pragma('trusted_schema', { simple: true })).toBe(0);
    database.close();
  });
});

describe('a store that its process opens twice', () => {
  // Where the locks are lost, an older SQLite of another process takes the log away under the open store.
  it.runIf(existsSync('/proc/locks'))('keeps its locks when one of the two is closed', async () => {
    const file = await buildFile();
    const { ino } = statSync(file);
    const isLocked = () => readFileSync('/proc/locks', 'utf8').includes(`:${ino} `);
    const store = await openStore(`sqlite:${file}`);
    await store.deleteDocument('d0');
    expect(isLocked()).toBe(true);
    await (await openStore(`sqlite:${file}`)).close();
    expect(isLocked()).toBe(true);
    await (await openStore(`sqlite:${file}`, { access: 'READ' })).close();
    expect(isLocked()).toBe(true);
    await store.close();
    expect(isLocked()).toBe(false);
  });
});

describe('a store that is not there', () => {
  it.each([{ access: 'READ' }, { create: false }, { access: 'READ', create: true }] as const)(
    'is not made with %j',
    async (options) => {
      const directory = newFolder();
      const opening = openStore(`sqlite:${path.join(directory, 'store.db')}`, options);
      await expect(opening).rejects.toMatchObject({ code: 'STORE_NOT_FOUND' });
      expect(readdirSync(directory)).toEqual([]);
    },
  );

  it('is not made where its folder is missing', async () => {
    const opening = openStore(`sqlite:${path.join(folder, 'missing', 'store.db')}`);
    await expect(opening).rejects.toMatchObject({ code: 'STORE_NOT_FOUND' });
    expect(existsSync(path.join(folder, 'missing'))).toBe(false);
  });

  it('is made in a file without bytes, which only the interrupted making of one leaves', async () => {
    const file = path.join(newFolder(), 'store.db');
    writeFileSync(file, '');
    await expect(openStore(`sqlite:${file}`, { access: 'READ' })).rejects.toMatchObject({ code: 'STORE_NOT_FOUND' });
    const store = await openStore(`sqlite:${file}`);
    expect((await store.counts()).position).toBe(0);
    await store.close();
  });

  it('is made through a link to it', async () => {
    const directory = newFolder();
    symlinkSync(path.join(directory, 'target.db'), path.join(directory, 'link.db'));
    await (await openStore(`sqlite:${path.join(directory, 'link.db')}`)).close();
    await (await openStore(`sqlite:${path.join(directory, 'target.db')}`, { create: false })).close();
  });
});

describe('a file that is no store', () => {
  it.each([
    ['a text', Buffer.from('Ann Lee attacked Bo Ray.\n'.repeat(100))],
    ['a short text', Buffer.from('a')],
    ['zeros', Buffer.alloc(8_192)],
    ['the magic alone', Buffer.from('SQLite format 3\0')],
    ['random bytes', Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919 + 13) % 251))],
  ])('is refused where it is %s', async (_, bytes) => {
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, bytes);
    await expectRefusal(file, 'STORE_FOREIGN');
  });

  it('is refused where it is a folder', async () => {
    const directory = newFolder();
    mkdirSync(path.join(directory, 'store.db'));
    await expect(openStore(`sqlite:${path.join(directory, 'store.db')}`)).rejects.toMatchObject({
      code: 'STORE_FOREIGN',
    });
  });

  it('is refused where it is a database of another program, with or without a log beside it', async () => {
    const directory = newFolder();
    const file = path.join(directory, 'other.db');
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.pragma('application_id = 7');
    database.exec('CREATE TABLE documents (id TEXT)');
    const crashed = newFolder();
    for (const name of readdirSync(directory)) copyFileSync(path.join(directory, name), path.join(crashed, name));
    database.close();
    expect(readdirSync(crashed)).toContain('other.db-wal');
    await expectRefusal(file, 'STORE_FOREIGN');
    await expectRefusal(path.join(crashed, 'other.db'), 'STORE_FOREIGN');
  });
});

describe('the version of a store', () => {
  it('is that of the last migration, under the number of the application', async () => {
    const database = new Database(await buildFile());
    expect(schemaVersion(database)).toBe(newestVersion());
    expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    database.close();
  });

  it('is refused where it is newer, and nothing is touched', async () => {
    const file = await buildFile();
    const database = new Database(file);
    database.pragma('journal_mode = DELETE');
    database.pragma(`user_version = ${newestVersion() + 1}`);
    database.exec('CREATE TABLE incidents (id TEXT)');
    database.close();
    await expectRefusal(file, 'STORE_NEWER');
  });

  it('is seen where it is newer in the log only', async () => {
    const file = await buildFile();
    const database = new Database(file);
    database.pragma(`user_version = ${newestVersion() + 1}`);
    await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({ code: 'STORE_NEWER' });
    expect(schemaVersion(database)).toBe(newestVersion() + 1);
    database.close();
  });

  it('is not raised by a reader', async () => {
    const file = await buildFile();
    const database = new Database(file);
    database.pragma('user_version = 0');
    database.close();
    await expect(openStore(`sqlite:${file}`, { access: 'READ' })).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
  });

  const next = { version: newestVersion() + 1, description: 'A note.', sql: 'CREATE TABLE notes (words TEXT) STRICT;' };

  it('rises step by step, each step once', () => {
    const database = new Database(':memory:');
    migrate(database, []);
    expect(schemaVersion(database)).toBe(0);
    migrate(database, MIGRATIONS);
    migrate(database, [...MIGRATIONS, next]);
    migrate(database, [...MIGRATIONS, next]);
    expect(schemaVersion(database)).toBe(newestVersion() + 1);
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'notes'").pluck().get()).toBe(1);
  });

  it('stays where a step fails half-way', () => {
    const database = new Database(':memory:');
    const broken = { ...next, sql: `${next.sql} INSERT INTO missing VALUES (1);` };
    expect(() => migrate(database, [...MIGRATIONS, broken])).toThrow();
    expect(schemaVersion(database)).toBe(newestVersion());
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'notes'").pluck().get()).toBe(0);
    migrate(database, [...MIGRATIONS, next]);
    expect(schemaVersion(database)).toBe(newestVersion() + 1);
  });

  it('keeps what a store of version 1 holds, and makes it searchable', async () => {
    const file = path.join(newFolder(), 'store.db');
    const database = new Database(file);
    migrate(database, MIGRATIONS.slice(0, 1));
    const { document, extraction } = buildStored({
      id: 'old',
      claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' }],
    });
    const { id, text, textHash, ...metadata } = document;
    const { text: _, ...record } = extraction;
    database
      .prepare("INSERT INTO documents VALUES (?, ?, 'm', 'r', ?, ?, ?)")
      .run(id, textHash, JSON.stringify(metadata), text, JSON.stringify(record));
    database.prepare('INSERT INTO judgements (judgement) VALUES (?)').run(JSON.stringify(buildJudgement('same')));
    const log = database.prepare('INSERT INTO changes (kind, document_id, judgement) VALUES (?, ?, ?)');
    log.run('DOCUMENT_PUT', id, null);
    log.run('JUDGED', null, 1);
    database.close();
    const store = await openStore(`sqlite:${file}`);
    expect(await collect(store.scan())).toEqual([{ document, extraction }]);
    expect(await store.changes({ after: 0, limit: 9 })).toMatchObject([
      { position: 1, kind: 'DOCUMENT_PUT', documentId: 'old' },
      { position: 2, kind: 'JUDGED', judgement: { id: 'j1' } },
    ]);
    expect(await store.searchForms('ann', 9)).toEqual(['Ann Lee']);
    expect(await store.searchPassages('ray', 9)).toMatchObject([{ documentId: 'old', kind: 'CLAIM', id: 'c1' }]);
    await store.deleteDocument('old');
    expect((await store.counts()).position).toBe(3);
    expect(await store.searchForms('ann', 9)).toEqual([]);
    await store.close();
  });

  it('rises by one from row to row, from 1', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });
});

describe('a store that cannot be written', () => {
  /** Runs as a user whom permissions bind, as they do not bind root. */
  async function asPlainUser<Result>(directory: string, work: () => Promise<Result>): Promise<Result> {
    if (process.getuid?.() !== 0) return work();
    for (const name of ['.', ...readdirSync(directory)]) chownSync(path.join(directory, name), 65534, 65534);
    chmodSync(folder, 0o755);
    process.seteuid?.(65534);
    try {
      return await work();
    } finally {
      process.seteuid?.(0);
    }
  }

  it('is refused where the file is read-only, and can still be read', async () => {
    const file = await buildFile();
    const directory = path.dirname(file);
    chmodSync(file, 0o444);
    await asPlainUser(directory, async () => {
      await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
      const store = await openStore(`sqlite:${file}`, { access: 'READ' });
      expect((await store.counts()).documents).toBe(3);
      await store.close();
    });
  });

  it('is refused where the folder is read-only', async () => {
    const file = await buildFile();
    const directory = path.dirname(file);
    const bytes = readFileSync(file);
    chmodSync(directory, 0o555);
    await asPlainUser(directory, async () => {
      await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
      await expect(openStore(`sqlite:${directory}/new.db`)).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(directory)).toEqual(['store.db']);
    chmodSync(directory, 0o755);
  });

  it('is refused where the file cannot be read', async () => {
    const file = await buildFile();
    chmodSync(file, 0);
    await asPlainUser(path.dirname(file), async () => {
      await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
    });
  });

  it('says that the disk is full, with nothing half-written, and goes on when there is room', async () => {
    const file = await buildFile();
    const database = new Database(file);
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages + 4}`);
    const store = sqliteStoreOf('sqlite:full', database);
    const before = { counts: await store.counts(), documents: await store.documents(['d0', 'd1', 'd2']) };
    const large = { opening: 'x'.repeat(100_000) };
    for (const put of [buildStored({ id: 'new', ...large }), buildStored({ id: 'd1', ...large })]) {
      await expect(store.putDocument(put, '1')).rejects.toMatchObject({ code: 'STORE_FULL' });
    }
    const judging = store.appendJudgement(buildJudgement('x'.repeat(100_000)));
    await expect(judging).rejects.toMatchObject({ code: 'STORE_FULL' });
    expect({ counts: await store.counts(), documents: await store.documents(['d0', 'd1', 'd2']) }).toEqual(before);
    expect(await store.identity('new')).toBeNull();
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.pragma('max_page_count = 1000000');
    expect(await store.putDocument(buildStored({ id: 'new', ...large }), '1')).toBe('ADDED');
    expect((await store.changes({ after: before.counts.position, limit: 9 })).map(({ position }) => position)).toEqual([
      before.counts.position + 1,
    ]);
    await store.close();
  });

  it('says that another process keeps it locked, and can still be read', async () => {
    const file = await buildFile();
    const other = new Database(file);
    const database = new Database(file, { timeout: 20 });
    const store = sqliteStoreOf('sqlite:busy', database);
    other.exec('BEGIN IMMEDIATE');
    for (const write of [
      store.putDocument(buildStored({ id: 'new' }), '1'),
      store.deleteDocument('d0'),
      store.appendJudgement(buildJudgement('x')),
    ]) {
      await expect(write).rejects.toMatchObject({ code: 'STORE_BUSY' });
    }
    expect((await store.counts()).documents).toBe(3);
    other.exec('COMMIT');
    expect(await store.putDocument(buildStored({ id: 'new' }), '1')).toBe('ADDED');
    await store.close();
    other.close();
  });
});

describe('a damaged store', () => {
  async function readAll(file: string): Promise<void> {
    const store = await openStore(`sqlite:${file}`);
    try {
      await collect(store.scan());
      await store.judgements();
      await store.changes({ after: 0, limit: 100 });
      await store.documentIds({ after: null, limit: 100 });
      await store.counts();
    } finally {
      await store.close();
    }
  }

  it('is told where the file breaks off', async () => {
    const file = await buildFile();
    truncateSync(file, 4_096 + 100);
    await expect(readAll(file)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });

  it('is told where pages are overwritten', async () => {
    const file = await buildFile();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4_096);
    writeFileSync(file, bytes);
    await expect(readAll(file)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });

  it.each([
    'DROP TABLE changes',
    'ALTER TABLE documents RENAME COLUMN reading TO version',
    "UPDATE documents SET extraction = '{'",
    "UPDATE documents SET metadata = ''",
    "UPDATE judgements SET judgement = 'null,'",
    'PRAGMA foreign_keys = OFF; DELETE FROM judgements',
  ])('is told after %j', async (statement) => {
    const file = await buildFile();
    const database = new Database(file);
    database.exec(statement);
    database.close();
    await expect(readAll(file)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });

  it('never gives anything but itself or an error of its own, whatever bytes of it are changed', async () => {
    const file = await buildFile(1);
    const bytes = readFileSync(file);
    const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const changed = Buffer.from(bytes);
        for (const { at, byte } of changes) changed[at] = byte;
        const copy = path.join(newFolder(), 'store.db');
        writeFileSync(copy, changed);
        const error: unknown = await readAll(copy).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error === null || (error instanceof ClaimgraphError && error.code.startsWith('STORE_'))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
