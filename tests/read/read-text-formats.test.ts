import { describe, expect, it } from 'vitest';
import { collectDocuments, collectFailures, inputOf } from '../support/read-inputs.js';

const PROSE =
  'Soldiers searched the harbor of Linh Son on Tuesday and found nothing, the mayor of the town said in a long talk.';

async function textOf(name: string, content: string): Promise<string> {
  return (await collectDocuments(inputOf(name, content)))[0]?.text ?? '';
}

describe('plain text', () => {
  it.each([
    ['Harbor searched\n\nSoldiers left.', 'Harbor searched'],
    ['\n  Harbor searched  \n\nSoldiers left.', 'Harbor searched'],
    ['Soldiers left.\n\nNobody stayed.', null],
    ['Harbor searched\nSoldiers left.', null],
    ['Harbor searched', null],
    ['Harbor searched\n\n', null],
    ['By Ana Lugomira\n\nSoldiers left.', null],
    [`${'word '.repeat(40)}\n\nSoldiers left.`, null],
    ['———\n\nSoldiers left.', null],
  ])('has the title that its first line gives (%j)', async (text, title) => {
    const [document] = await collectDocuments(inputOf('a.txt', text));
    expect(document).toMatchObject({ title, text, source: null, url: null, publishedAt: null });
  });
});

describe('Markdown', () => {
  it.each([
    ['# Title\n\ntext', 'Title\n\ntext'],
    ['Title\n=====\ntext', 'Title\n\ntext'],
    ['one\ntwo  \nthree\n\nfour', 'one two three\n\nfour'],
    ['*one* **two** ***three*** _four_ __five__ ~~six~~ `seven`', 'one two three four five six seven'],
    ['snake_case_name and 5 * 3 * 2', 'snake_case_name and 5 * 3 * 2'],
    ['[the mayor](https://a.example/b_(c) "t") said [so][1][^2].\n\n[1]: https://a.example', 'the mayor said so.'],
    ['![a picture](a.png) text <https://a.example> <b>bold</b>', 'text bold'],
    ['- one\n- [x] two\n\n1. three', 'one\ntwo\nthree'],
    ['> quoted\n> text', 'quoted text'],
    ['one\n\n```js\nconst a = 1;\n```\n\n    indented\n\ntwo', 'one\n\ntwo'],
    ['| a | b |\n|---|:-:|\n| c | d |', 'a b\nc d'],
    ['one <!-- not\nshown --> two\n\n---\n\n***\n\nthree', 'one two\n\nthree'],
    ['\\*kept\\* &amp; \\[kept\\]', '*kept* & [kept]'],
  ])('is the text that it shows (%j)', async (markdown, expected) => {
    expect(
      await textOf(
        'a.md',
        `${markdown}

End.`,
      ),
    ).toBe(`${expected}

End.`);
  });

  it('takes title, source, address and date from front matter', async () => {
    const [document] = await collectDocuments(
      inputOf(
        'a.md',
        '---\ntitle: "Harbor searched"\nsource: Harbor Press\ndate: 2031-03-12\ntags:\n  - a\n---\n\nSoldiers left.',
      ),
    );
    expect(document).toMatchObject({
      title: 'Harbor searched',
      source: 'Harbor Press',
      publishedAt: '2031-03-12',
      text: 'Soldiers left.',
    });
  });

  it('keeps text between two rules', async () => {
    expect(await textOf('a.md', '---\nSoldiers left\n---\n\nEnd.')).toContain('Soldiers left');
  });
});

describe('HTML', () => {
  const page = (head: string, body: string) => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

  it('is the title, a blank line and the paragraphs of the article, without the furniture of the page', async () => {
    const text = await textOf(
      'a.html',
      page(
        '<title>Harbor searched | Harbor Press</title><meta property="og:site_name" content="Harbor Press"><style>p{}</style>',
        `<nav><a href="/">World</a></nav><div class="cookie-banner">We use cookies.</div><main><article><h1>Harbor searched</h1>
        <p class="byline">By Ana Lugomira</p><figure><figcaption>A ship.</figcaption></figure><p>${PROSE}</p><aside>Sign up!</aside>
        <p>Nobody &amp; nothing<br>stayed, &ldquo;he&rdquo; said&nbsp;there.</p><ul><li>One thing was left.</li><li>Two were not.</li></ul></article></main>
        <div class="related"><a href="#">Other news</a></div><footer>© 2031</footer><script>var a = "<p>no</p>";</script>`,
      ),
    );
    expect(text).toBe(
      `Harbor searched\n\n${PROSE}\n\nNobody & nothing\nstayed, “he” said\u00a0there.\n\nOne thing was left.\nTwo were not.`,
    );
  });

  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Harbor","datePublished":"2031-03-12T08:00:00+01:00","publisher":{"name":"Harbor Press"},"url":"https://a.example/b"}]}</script>',
      '2031-03-12T07:00:00Z',
    ],
    [
      'meta elements',
      '<meta content="Harbor" property="og:title"><meta property=og:site_name content=\'Harbor Press\'><meta name="date" content="2031-03-12"><link rel="canonical" href="https://a.example/b">',
      '2031-03-12',
    ],
  ])('says title, source, address and date in its %s', async (_, head, publishedAt) => {
    const [document] = await collectDocuments(inputOf('a.html', page(head, `<p>${PROSE}</p>`)));
    expect(document).toMatchObject({
      title: 'Harbor',
      source: 'Harbor Press',
      url: 'https://a.example/b',
      publishedAt,
    });
  });

  it('does without metadata that are broken, or no web address', async () => {
    const head =
      '<script type="application/ld+json">{"@type":</script><link rel="canonical" href="javascript:alert(1)"><meta name="date" content="soon">';
    const [document] = await collectDocuments(inputOf('a.html', page(head, `<p>${PROSE}</p>`)));
    expect(document).toMatchObject({ title: null, source: null, url: null, publishedAt: null, text: PROSE });
  });

  it('reads the encoding that it declares', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><p>'),
      Buffer.from([0xcc, 0xe8, 0xf0]),
      Buffer.from(` ${PROSE}</p>`),
    ]);
    expect((await collectDocuments(inputOf('a.html', bytes)))[0]?.text).toBe(`Мир ${PROSE}`);
  });

  it('is read without a tree where it is too deep for one', async () => {
    expect(await textOf('a.html', `${'<div>'.repeat(5000)}<p>${PROSE}</p><nav>World</nav><p>End.</p>`)).toBe(
      `${PROSE}\n\nEnd.`,
    );
  });

  it('is empty where nothing but furniture is there', async () => {
    const [failure] = await collectFailures(
      inputOf('a.html', page('<title>x</title>', '<script>a</script><nav>b</nav>')),
    );
    expect(failure?.code).toBe('INPUT_EMPTY');
  });
});
