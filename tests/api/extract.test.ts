import { describe, expect, it } from 'vitest';
import { serveForTest } from '../support/serve-knowledge.js';

const EXTRACT = `query ($text: String!, $mediaType: String, $title: String, $publishedAt: DateOrTime) {
  extract(text: $text, mediaType: $mediaType, title: $title, publishedAt: $publishedAt) {
    extractions {
      key title text timeAnchor record
      mentions { key quote start end referent }
      referents { key name type { id } }
      claims { key relation { id } subjects { quote referent } objects { quote referent } time { from } quotations sentence { quote } }
      quotations { key claimant { referent } cue { quote } }
    }
    userErrors { code claimgraph path }
  }
}`;

describe('extract', () => {
  it('reads a text and keeps nothing', async () => {
    const { ask, knowledge } = await serveForTest([]);
    const text = 'Mayor Ilva Conte said on Monday that Bruno Salt had attacked Ines Ortolan.';
    const { data, errors } = await ask(EXTRACT, { text, publishedAt: '2031-04-09' });
    expect(errors).toEqual([]);
    const [extraction] = data.extract.extractions;
    expect(extraction.timeAnchor).toBe('2031-04-09');
    const names = new Map(extraction.referents.map(({ key, name }: { key: string; name: string }) => [key, name]));
    const attack = extraction.claims.find(({ relation }: { relation: { id: string } }) => relation.id === 'ATTACK');
    expect([names.get(attack.subjects[0].referent), names.get(attack.objects[0].referent)]).toEqual([
      'Bruno Salt',
      'Ines Ortolan',
    ]);
    expect(names.get(extraction.quotations[0].claimant.referent)).toBe('Ilva Conte');
    for (const { quote, start, end } of extraction.mentions) expect(extraction.text.slice(start, end)).toBe(quote);
    expect(JSON.parse(extraction.record)).toMatchObject({ format: 'claimgraph/1', id: extraction.key });
    expect(knowledge.position).toBe(0);
  });

  it('reads pages and records, each in its format', async () => {
    const { ask } = await serveForTest([]);
    const html =
      '<html><head><title>Dockers strike</title></head><body><article><p>Bruno Salt met Ines Ortolan.</p></article></body></html>';
    const page = (await ask(EXTRACT, { text: html, mediaType: 'text/html' })).data.extract.extractions[0];
    expect([page.title, page.text.includes('<')]).toEqual(['Dockers strike', false]);
    const lines = '{"id":"x","text":"Ann Lee met Bo Ray."}\n{"text":""}\n{"text":"Cy Poe left."}';
    const { extract } = (await ask(EXTRACT, { text: lines, mediaType: 'application/jsonl', title: 'A title' })).data;
    expect(extract.extractions.map(({ key, title }: { key: string; title: string }) => [key.length, title])).toEqual([
      [1, 'A title'],
      [32, 'A title'],
    ]);
    expect(extract.userErrors).toEqual([{ code: 'BAD_USER_INPUT', claimgraph: 'INPUT_EMPTY', path: ['text', '2'] }]);
  });

  it('says what it cannot read', async () => {
    const { ask } = await serveForTest([]);
    const unknown = await ask(EXTRACT, { text: 'a', mediaType: 'image/png' });
    expect(unknown.data.extract.userErrors).toMatchObject([{ claimgraph: 'FORMAT_UNKNOWN' }]);
    const blank = await ask(EXTRACT, { text: '  \n ' });
    expect(blank.data.extract.userErrors).toMatchObject([{ claimgraph: 'INPUT_EMPTY' }]);
    const long = await ask(EXTRACT, { text: 'é'.repeat(100_001) });
    expect(long.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', claimgraph: 'INPUT_TOO_LARGE' });
  });
});

describe('ranking and communities', () => {
  it('say who is connected most, and with whom', async () => {
    const { ask } = await serveForTest();
    const { data, errors } = await ask(`{
      ranking(by: PAGERANK, first: 2) { totalCount edges { node { rank score entity { name } } } }
      communities { modularity edges { node { label size connectionsInside connectionsOutside entities(first: 1) { name } } } }
    }`);
    expect(errors).toEqual([]);
    expect(data.ranking.edges.map(({ node }: { node: { entity: { name: string } } }) => node.entity.name)).toContain(
      'Ann Lee',
    );
    const [{ node }] = data.communities.edges;
    expect(node.label).toContain(node.entities[0].name);
    expect(node.size).toBeGreaterThan(1);
  });
});
