import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { buildProgram } from '../../src/cli/run.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore } from '../../src/store/index.js';
import { buildStored, type ExtractionSketch } from '../support/build-extraction.js';
import { finish, type Run, runClaimgraph, startClaimgraph, waitForOutput } from '../support/run-claimgraph.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();
const HOSTILE = 'Eve\u001b[2J\u202eRoe';

function claimgraph(...words: readonly string[]): Promise<Run> {
  return runClaimgraph(words, { folder });
}

function jsonLines(run: Run): readonly Record<string, never>[] {
  return run.output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

beforeAll(async () => {
  const store = await openStore(`sqlite:${path.join(folder, 'claimgraph.db')}`);
  const { reading } = loadResources();
  const sketches: readonly ExtractionSketch[] = [
    {
      id: 'd1',
      source: 'Courier',
      publishedAt: '2031-03-12',
      claims: [
        { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', claimant: 'Cy Poe', place: 'Valdoro' },
        { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', claimant: 'Ann Lee', stance: 'DENIES' },
      ],
    },
    { id: 'd2', claims: [{ subject: 'Bo Ray', relation: 'CONSULT', object: 'Dee Fox', polarity: 'NEGATED' }] },
    { id: 'd3', claims: [{ subject: 'Bo Ray', relation: 'CONSULT', object: 'Dee Fox' }] },
    {
      id: 'd4',
      people: ['Lonely Jon', 'Annie Lee'],
      claims: [{ subject: HOSTILE, relation: 'CONSULT', object: 'Bo Ray' }],
    },
  ];
  for (const sketch of sketches) await store.putDocument(buildStored(sketch), reading);
  await store.close();
});

describe('claimgraph entity', () => {
  it('shows what an entity is, its relationships and its claims', async () => {
    const run = await claimgraph('entity', 'ann lee');
    expect(run.exitCode).toBe(0);
    expect(run.output).toContain('Ann Lee\n  type: PERSON');
    expect(run.output).toMatch(/Ann Lee +ATTACK +Bo Ray +1 +1/);
    expect(run.output).toContain('according to Cy Poe');
    expect(run.output).toContain('denied by Ann Lee');
  });

  it('gives JSON with the same', async () => {
    const [entity] = jsonLines(await claimgraph('entity', 'Ann Lee', '--json'));
    expect(entity).toMatchObject({ name: 'Ann Lee', type: 'PERSON' });
    expect(entity!.claims).toHaveLength(2);
  });

  it('lists all, and searches', async () => {
    expect((await claimgraph('entity', '--limit', '2')).output).toContain('2 of 8 entities shown');
    expect((await claimgraph('entity', '--search', 'lee')).output).toMatch(/Ann Lee[\s\S]*Annie Lee/);
  });

  it('fails for a name that nothing goes by', async () => {
    const run = await claimgraph('entity', 'constructor');
    expect(run).toMatchObject({ exitCode: 1, output: '' });
    expect(run.errors).toContain('[ENTITY_NOT_FOUND]');
  });

  it('shows a hostile name as characters', async () => {
    for (const words of [['entity', HOSTILE], ['relationships'], ['claims', '--json']]) {
      const { exitCode, output, errors } = await claimgraph(...words);
      expect(exitCode).toBe(0);
      expect(output).toContain('Eve\\u001b[2J\\u202eRoe');
      expect(`${output}${errors}`).not.toMatch(/[\u001b\u202e]/);
    }
  });
});

describe('claimgraph claims', () => {
  it('chooses by its options together', async () => {
    const denied = await claimgraph('claims', '--stance', 'denies', '--claimant', 'Ann Lee', '--json');
    expect(jsonLines(denied)).toMatchObject([{ id: 'c2', document: { id: 'd1' }, relation: 'ATTACK' }]);
    const negated = await claimgraph('claims', '--where', '{"polarity":{"eq":"NEGATED"}}');
    expect(negated).toMatchObject({ exitCode: 0, errors: '' });
    expect(negated.output).toContain('Bo Ray CONSULT (consult) Dee Fox [negated]');
    expect((await claimgraph('claims', '--relation', 'KILL')).output).toBe('No claim is like that.\n');
  });

  it('refuses a filter that is wrong with 2', async () => {
    for (const words of [
      ['--where', '{'],
      ['--where', '{"__proto__":{"eq":1}}'],
      ['--relation', 'LOVES'],
      ['--from', 'yesterday'],
      ['--limit', '0'],
      ['--order', 'BEST'],
    ]) {
      const run = await claimgraph('claims', ...words);
      expect({ words, exitCode: run.exitCode, output: run.output }).toEqual({ words, exitCode: 2, output: '' });
    }
  });
});

describe('claimgraph path', () => {
  it('finds a way, hop by hop, with evidence', async () => {
    const run = await claimgraph('path', 'Ann Lee', 'Dee Fox');
    expect(run.exitCode).toBe(0);
    expect(run.output).toContain('Bo Ray');
    expect(run.output).toContain('according to Cy Poe');
    const answer = JSON.parse((await claimgraph('path', 'Ann Lee', 'Dee Fox', '--json')).output);
    expect(answer.paths).toHaveLength(1);
    expect(answer.paths[0].length).toBe(2);
  });

  it('answers that there is none', async () => {
    const run = await claimgraph('path', 'Ann Lee', 'Lonely Jon');
    expect(run.exitCode).toBe(0);
    expect(run.output).not.toBe('');
  });
});

describe('claimgraph relationships, stats, formats', () => {
  it('lists the edges, those with the most claims first', async () => {
    const [first] = jsonLines(await claimgraph('relationships', '--json'));
    expect(first!.claims).toHaveLength(2);
    expect((await claimgraph('relationships', '--object', 'Dee Fox')).output).toMatch(/Bo Ray +CONSULT +Dee Fox +1 +1/);
  });

  it('counts', async () => {
    expect(JSON.parse((await claimgraph('stats', '--json')).output)).toMatchObject({ documents: 4, claims: 5 });
    expect((await claimgraph('stats')).output).toMatch(/documents +4/);
  });

  it('names every format that is read and written', async () => {
    const run = await claimgraph('formats');
    expect(run.output).toMatch(/graphml +\.graphml/);
    const formats = JSON.parse((await claimgraph('formats', '--json')).output);
    expect(formats.exporters.length).toBeGreaterThan(9);
  });
});

describe('claimgraph export', () => {
  it('writes to standard output, and to a file that is whole', async () => {
    const run = await claimgraph('export', 'node-link');
    expect(JSON.parse(run.output).links.length).toBeGreaterThan(2);
    const file = await claimgraph('export', 'claims', '--relation', 'ATTACK', '--output', 'attacks.jsonl');
    expect(file).toMatchObject({ exitCode: 0, output: '' });
  });

  it('refuses an unknown format, and a folder that is not there', async () => {
    expect((await claimgraph('export', 'constructor')).exitCode).toBe(2);
    const run = await claimgraph('export', 'gexf', '--output', 'no/where.gexf');
    expect(run.exitCode).toBe(2);
    expect(run.errors).not.toContain('error of the program');
  });
});

describe('claimgraph query', () => {
  it('answers from an argument, a file, and standard input', async () => {
    const query = '{ statistics { documents claims } }';
    writeFileSync(path.join(folder, 'count.graphql'), query);
    const answers = [
      await claimgraph('query', query, '--json'),
      await claimgraph('query', '--file', 'count.graphql', '--json'),
      await runClaimgraph(['query', '-', '--json'], { folder, input: query }),
    ];
    for (const { exitCode, output } of answers) {
      expect({ exitCode, output }).toEqual({
        exitCode: 0,
        output: '{"data":{"statistics":{"documents":4,"claims":5}}}\n',
      });
    }
  });

  it('takes variables', async () => {
    const query = 'query named($name: String!) { entityByName(name: $name) { name } }';
    const run = await claimgraph('query', query, '--variables', '{"name":"Ann Lee"}', '--json');
    expect(JSON.parse(run.output)).toEqual({ data: { entityByName: [{ name: 'Ann Lee' }] } });
  });

  it('fails where the query is wrong, with the code', async () => {
    const run = await claimgraph('query', '{ nothing }', '--json');
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.output).errors[0].extensions.code).toMatch(/^GRAPHQL_VALIDATION_FAILED$|^BAD_USER_INPUT$/);
    expect((await claimgraph('query', '{ a }', '--variables', '[]')).exitCode).toBe(2);
    expect((await claimgraph('query')).exitCode).toBe(2);
  });

  it('refuses to change the store, and says what does', async () => {
    const run = await claimgraph('query', 'mutation { deleteDocument(id: "a") { deletedId } }', '--json');
    expect(run).toMatchObject({ exitCode: 1, errors: '' });
    const [error] = JSON.parse(run.output).errors;
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
    expect(error.message).toContain('delete, merge and unmerge');
  });
});

describe('claimgraph merge and unmerge', () => {
  it('merge, take back, and are as before', async () => {
    const before = (await claimgraph('entity', '--json')).output;
    const merged = JSON.parse((await claimgraph('merge', 'Ann Lee', 'Annie Lee', '--reason', 'one', '--json')).output);
    expect(merged.entities).toHaveLength(1);
    expect((await claimgraph('entity', 'Annie Lee')).output).toContain('by a person: one');
    const back = await claimgraph('unmerge', '--judgement', merged.judgements[0].id);
    expect(back).toMatchObject({ exitCode: 0 });
    expect(back.output).toContain(`takes back ${merged.judgements[0].id}`);
    expect((await claimgraph('entity', '--json')).output).toBe(before);
  });

  it('sets a referent apart, and merges it again', async () => {
    const { referents } = JSON.parse((await claimgraph('entity', 'Bo Ray', '--json')).output);
    const run = await claimgraph('unmerge', 'Bo Ray', referents[1], '--json');
    expect(JSON.parse(run.output).entities).toHaveLength(2);
    const namesakes = await claimgraph('entity', 'Bo Ray');
    expect(namesakes.exitCode).toBe(1);
    expect(namesakes.errors).toContain(referents[1]);
    const merged = JSON.parse((await claimgraph('merge', ...referents, '--json')).output);
    expect(merged.entities[0].referents).toEqual(referents);
  });

  it('refuse what cannot be done', async () => {
    expect((await claimgraph('merge', 'Ann Lee')).exitCode).toBe(2);
    expect((await claimgraph('merge', 'Ann Lee', 'Nobody')).errors).toContain('[ENTITY_NOT_FOUND]');
    expect((await claimgraph('unmerge')).exitCode).toBe(2);
    expect((await claimgraph('unmerge', '--judgement', 'j99')).errors).toContain('[JUDGEMENT_NOT_FOUND]');
  });
});

describe('claimgraph retract and restore', () => {
  it('keep a claim out, list it with the reason, and let it in again', async () => {
    const done = await claimgraph('retract', 'd3#c1', '--reason', 'a question');
    expect(done).toMatchObject({ exitCode: 0, output: 'd3#c1 retracted\n' });
    expect((await claimgraph('claims', '--json', '--document', 'd3')).output).toBe('');
    expect((await claimgraph('retract')).output).toMatch(/^d3#c1: a question, \d{4}-\d\d-\d\d\n {4}“/);
    expect((await claimgraph('restore', 'd3#c1', 'd3#c1')).output).toBe('d3#c1 restored\nd3#c1 was not retracted\n');
  });

  it('refuse what is no claim, and write nothing', async () => {
    expect((await claimgraph('retract', 'd3#c1', 'nonsense')).errors).toContain('[ID_INVALID]');
    expect((await claimgraph('retract', 'd3#c99')).errors).toContain('[CLAIM_NOT_FOUND]');
    expect((await claimgraph('retract')).output).toBe('No claim is retracted.\n');
  });
});

describe('claimgraph delete', () => {
  it('deletes what is there, and says what is not', async () => {
    const store = await openStore(`sqlite:${path.join(folder, 'claimgraph.db')}`);
    await store.putDocument(buildStored({ id: 'gone' }), '1');
    await store.close();
    const run = await claimgraph('delete', 'missing', 'gone');
    expect(run).toMatchObject({ exitCode: 1, output: 'deleted gone\n' });
    expect(run.errors).toContain('"missing"');
  });
});

describe('claimgraph serve', () => {
  it('says where it serves, gives queries that work, and stops when it is told to', async () => {
    const child = startClaimgraph(['serve', '--port', '0'], { folder });
    const ended = finish(child);
    const [output, url] = await waitForOutput(child, /(http:\/\/localhost:\d+)\n[\s\S]*Ctrl-C stops it/);
    const queries = output.split('\n').filter((line) => line.startsWith('{'));
    expect(queries).toHaveLength(3);
    for (const query of queries) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(await response.json()).not.toHaveProperty('errors');
    }
    const taken = await claimgraph('serve', '--port', new URL(url!).port);
    expect(taken).toMatchObject({ exitCode: 1, output: '' });
    expect(taken.errors).toContain('[ADDRESS_IN_USE]');
    child.kill('SIGTERM');
    expect((await ended).exitCode).toBe(0);
  });

  it('reads files first, and makes the folder of its store', async () => {
    writeFileSync(path.join(folder, 'article.txt'), 'Ann Lee met Bo Ray in Valdoro.');
    const words = ['serve', '--store', 'sqlite:.claimgraph/examples.db', '--ingest', 'article.txt'];
    const child = startClaimgraph(words, { folder, environment: { PORT: '0' } });
    const ended = finish(child);
    await waitForOutput(child, /1 document, /);
    child.kill('SIGINT');
    expect((await ended).exitCode).toBe(0);
  });
});

describe('the command line', () => {
  it('shows examples for each command', () => {
    const { commands } = buildProgram(COMMANDS, async () => undefined);
    expect(commands).toHaveLength(COMMANDS.length);
    for (const row of COMMANDS) {
      expect(row.examples.length, row.name).toBeGreaterThan(0);
      for (const example of row.examples) expect(example).toContain('claimgraph ');
    }
  });

  it('shows how a command is used, and how all are', async () => {
    const [all, one] = [await claimgraph('--help'), await claimgraph('path', '--help')];
    expect(all).toMatchObject({ exitCode: 0, errors: '' });
    for (const row of COMMANDS) expect(all.output).toContain(`\n  ${row.name} `);
    expect(one.output).toContain(`Examples:\n  $ claimgraph path`);
  });

  it('ends with 2 where it is used wrongly, and says how it is used', async () => {
    for (const words of [
      [],
      ['sing'],
      ['claims', '--loud'],
      ['path', 'Ann'],
      ['serve', '--port', '99999'],
      ['extract', 'a', '--date', '2031-02-30'],
      ['stats', '--store', 'mysql:x'],
    ]) {
      const run = await claimgraph(...words);
      expect({ words, exitCode: run.exitCode, output: run.output }).toEqual({ words, exitCode: 2, output: '' });
      expect(run.errors).not.toBe('');
    }
  });

  it('does not make a store that is only read', async () => {
    for (const words of [['stats'], ['merge', 'a', 'b'], ['delete', 'd1']]) {
      const run = await claimgraph(...words, '--store', 'sqlite:missing.db');
      expect(run.errors).toContain('[STORE_NOT_FOUND]');
      expect(run.exitCode).not.toBe(0);
    }
  });
});
