import { describe, expect, it } from 'vitest';
import { collectDocuments, collectFailures, collectReadings, inputOf } from '../support/read-inputs.js';

describe('JSON Lines', () => {
  it('gives a document a line, with what stands beside the text', async () => {
    const record = {
      id: 'a-1',
      text: 'Soldiers left.\r\nNobody stayed.',
      title: 'Harbor',
      source: 'Harbor Press',
      url: 'https://a.example/b',
      publishedAt: 'March 12, 2031',
    };
    const [first, second] = await collectDocuments(
      inputOf('a.jsonl', `\n${JSON.stringify({ ...record, more: [1] })}\n\n{"text":"The end.","id":null}`),
    );
    expect(first).toMatchObject({
      ...record,
      text: 'Soldiers left.\nNobody stayed.',
      publishedAt: '2031-03-12',
    });
    expect(second?.id).toBe(second?.textHash.slice(0, 32));
  });

  it.each([
    ['{"text":"cut o', /not JSON/],
    ['["text"]', /a list/],
    ['null', /null/],
    ['"text"', /a string/],
    ['{"id":"a"}', /"text"/],
    ['{"text":null}', /"text"/],
    ['{"text":["a"]}', /"text" .* a list/],
    ['{"text":"a","title":5}', /"title" .* a number/],
    ['{"text":"a","id":7}', /"id" .* a number/],
    ['{"text":"a","id":""}', /blank/],
    ['{"text":"a","id":"\\ud800"}', /surrogate/],
    [`{"text":"a","id":"${'x'.repeat(513)}"}`, /512/],
    ['{"__proto__":{"text":"a"}}', /"text"/],
  ])('says what is wrong with a line, and where (%#)', async (line, reason) => {
    const readings = await collectReadings(
      inputOf('a.jsonl', `{"text":"Soldiers left."}\n${line}\n{"text":"The end."}\n`),
    );
    expect(readings.map((reading) => reading.kind)).toEqual(['DOCUMENT', 'FAILURE', 'DOCUMENT']);
    expect(readings[1]).toMatchObject({
      failure: { input: 'a.jsonl', line: 2, code: 'INPUT_MALFORMED', reason: expect.stringMatching(reason) },
    });
  });

  it('refuses a blank text and bytes that are none', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"text":" "}\n'),
      Buffer.from([0, 1, 2]),
      Buffer.from('\n{"text":"The end."}'),
    ]);
    const failures = await collectFailures(inputOf('a.jsonl', bytes));
    expect(failures).toMatchObject([
      { line: 1, code: 'INPUT_EMPTY' },
      { line: 2, code: 'INPUT_BINARY' },
    ]);
  });

  it('is not harmed by keys that objects have already', async () => {
    const [document] = await collectDocuments(
      inputOf('a.jsonl', '{"__proto__":{"title":"x"},"constructor":"y","toString":1,"text":"Soldiers left."}'),
    );
    expect(document).toMatchObject({ text: 'Soldiers left.', title: null });
    expect({}).not.toHaveProperty('title');
  });

  it('refuses a line over the bound, and reads those around it', async () => {
    const readings = await collectReadings(
      inputOf('a.jsonl', `{"text":"a"}\n{"text":"${'x'.repeat(5000)}"}\n{"text":"b"}\n`, 100),
      { maxDocument: 1000 },
    );
    expect(readings.map((r) => (r.kind === 'DOCUMENT' ? r.document.text : [r.failure.code, r.failure.line]))).toEqual([
      'a',
      ['INPUT_TOO_LARGE', 2],
      'b',
    ]);
  });
});

describe('CSV', () => {
  it.each([
    ['text', ',', null],
    ['Body', ';', null],
    ['content', '\t', null],
    ['Article', ',', 'Article'],
    ['Article', ',', 'article'],
  ])('reads the column %s between %j', async (column, mark, textColumn) => {
    const rows = [
      ['id', 'Headline', column, 'date'],
      ['1', 'Harbor', '"Soldiers left; they, too, said ""so"".\nNobody\tstayed."', '2031-03-12'],
    ];
    const documents = await collectDocuments(inputOf('a.csv', rows.map((row) => row.join(mark)).join('\n')), {
      textColumn,
    });
    expect(documents).toMatchObject([
      {
        id: '1',
        title: 'Harbor',
        text: 'Soldiers left; they, too, said "so".\nNobody\tstayed.',
        publishedAt: '2031-03-12',
      },
    ]);
  });

  it('names the columns where none holds the text', async () => {
    const [failure] = await collectFailures(inputOf('a.csv', 'a,b\n1,2\n'));
    expect(failure).toMatchObject({
      code: 'INPUT_MALFORMED',
      reason: expect.stringMatching(/"text".*"a", "b".*--text-column/),
    });
  });

  it('names the line of a row without a text, and goes on', async () => {
    const readings = await collectReadings(inputOf('a.csv', 'id,text\n1,"Soldiers\nleft."\n2,\n3,The end.\n'));
    expect(readings.map((r) => (r.kind === 'DOCUMENT' ? r.document.id : [r.failure.code, r.failure.line]))).toEqual([
      '1',
      ['INPUT_EMPTY', 4],
      '3',
    ]);
  });

  it('ends at a quotation mark that is never closed, and at a row over the bound', async () => {
    const open = await collectReadings(inputOf('a.csv', 'text\nSoldiers left.\n"never closed\n'));
    expect(open.map((r) => (r.kind === 'DOCUMENT' ? 'DOCUMENT' : r.failure.code))).toEqual([
      'DOCUMENT',
      'INPUT_MALFORMED',
    ]);
    const large = await collectReadings(inputOf('a.csv', `text\nSoldiers left.\n"${'x'.repeat(5000)}"\n`, 100), {
      maxDocument: 1000,
    });
    expect(large.map((r) => (r.kind === 'DOCUMENT' ? 'DOCUMENT' : r.failure.code))).toEqual([
      'DOCUMENT',
      'INPUT_TOO_LARGE',
    ]);
  });

  it('is empty with nothing but its header', async () => {
    expect(await collectFailures(inputOf('a.csv', 'id,text\n'))).toMatchObject([{ code: 'INPUT_EMPTY' }]);
  });
});

describe('feeds', () => {
  it('give a document an item of RSS 2', async () => {
    const rss = `<?xml version="1.0" encoding="UTF-8"?><!-- <item> --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title><![CDATA[Harbor & Press]]></title><link>https://a.example</link>
      <item><title>Harbor &amp;amp; town</title><guid isPermaLink="false">a-1</guid><link>https://a.example/1</link><pubDate>Wed, 12 Mar 2031 08:00:00 +0100</pubDate>
        <description>Short.</description><content:encoded><![CDATA[<p>Soldiers left.</p><p>Nobody said &lt;/item> or </item>.</p><script>no</script>]]></content:encoded></item>
      <item><title>Second</title><description>&lt;p&gt;The &lt;b&gt;end&lt;/b&gt;.&lt;/p&gt;</description><dc:date>2031-03-13</dc:date></item></channel></rss>`;
    expect(await collectDocuments(inputOf('a.rss', rss, 50))).toMatchObject([
      {
        id: 'a-1',
        title: 'Harbor & town',
        source: 'Harbor & Press',
        url: 'https://a.example/1',
        publishedAt: '2031-03-12T07:00:00Z',
        text: 'Harbor & town\n\nSoldiers left.\n\nNobody said </item> or .',
      },
      { title: 'Second', source: 'Harbor & Press', publishedAt: '2031-03-13', text: 'Second\n\nThe end.' },
    ]);
  });

  it('give a document an entry of Atom', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor Press</title><entry><title type="html">A &amp;lt; B</title><id>a-1</id>
      <link rel="self" href="https://a.example/x"/><link rel="alternate" href="https://a.example/1"/><updated>2031-03-12T08:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Soldiers <b>left</b>.</p></div></content></entry>
      <entry><title>Second</title><id>a-2</id><summary>The end.</summary></entry></feed>`;
    expect(await collectDocuments(inputOf('a.atom', atom))).toMatchObject([
      {
        id: 'a-1',
        title: 'A < B',
        source: 'Harbor Press',
        url: 'https://a.example/1',
        publishedAt: '2031-03-12T08:00:00Z',
        text: 'A < B\n\nSoldiers left.',
      },
      { id: 'a-2', text: 'Second\n\nThe end.' },
    ]);
  });

  it('give a document an item of RSS 1', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://a.example"><title>Harbor Press</title><items/></channel>
      <item rdf:about="https://a.example/1"><title>Harbor</title><link>https://a.example/1</link><description>Soldiers left.</description></item></rdf:RDF>`;
    expect(await collectDocuments(inputOf('a.rdf', rdf))).toMatchObject([
      { title: 'Harbor', source: 'Harbor Press', url: 'https://a.example/1', text: 'Harbor\n\nSoldiers left.' },
    ]);
  });

  it('go on after an item over the bound, and say where they break off', async () => {
    const feed = `<rss><channel><item><title>a</title></item><item><title>${'x'.repeat(5000)}</title></item><item><title>b</title></item><item><title>cut`;
    const readings = await collectReadings(inputOf('a.rss', feed, 100), { maxDocument: 1000 });
    expect(readings.map((r) => (r.kind === 'DOCUMENT' ? r.document.text : r.failure.code))).toEqual([
      'a',
      'INPUT_TOO_LARGE',
      'b',
      'INPUT_MALFORMED',
    ]);
  });

  it.each([
    ['<rss><channel></channel></rss>', 'INPUT_EMPTY'],
    ['<html><item>text</item></html>', 'INPUT_MALFORMED'],
    ['Soldiers left.', 'INPUT_EMPTY'],
    ['<rss><channel><item></item></channel></rss>', 'INPUT_MALFORMED'],
  ])('are refused where they hold nothing (%s)', async (feed, code) => {
    expect(await collectFailures(inputOf('a.xml', feed))).toMatchObject([{ code }]);
  });
});
