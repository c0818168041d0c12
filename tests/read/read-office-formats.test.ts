import { describe, expect, it } from 'vitest';
import { joinPdfLines } from '../../src/read/join-pdf-lines.js';
import { buildPdf } from '../support/build-pdf.js';
import { buildDocx, buildZip } from '../support/build-zip.js';
import { collectDocuments, collectFailures, inputOf } from '../support/read-inputs.js';

async function failureOf(name: string, bytes: Uint8Array): Promise<string | undefined> {
  return (await collectFailures(inputOf(name, bytes)))[0]?.code;
}

describe('PDF', () => {
  it('joins lines into paragraphs, and words that line ends broke', async () => {
    const pages = [
      [
        'Soldiers searched the harbor of Linh Son on Tues-',
        'day and found nothing, the long-',
        'standing mayor said of the long-standing row.',
        '',
        'Nobody was hurt, and the search was to go on',
        '1',
      ],
      ['through the night, he said.', '2'],
    ];
    const [document] = await collectDocuments(inputOf('a.pdf', buildPdf(pages, { title: 'Harbor searched' })));
    expect(document?.title).toBe('Harbor searched');
    expect(document?.publishedAt).toBeNull();
    expect(document?.text).toBe(
      'Soldiers searched the harbor of Linh Son on Tuesday and found nothing, the long-standing mayor said of the long-standing row.\n\nNobody was hurt, and the search was to go on through the night, he said.',
    );
  });

  it('leaves out lines that run over the pages', () => {
    const line = (text: string, bottom: number) => ({ text, left: 72, right: 400, bottom, height: 12 });
    const page = (number: number, text: string) => [
      line('Harbor Report', 720),
      line(text, 700),
      line('and more of it', 686),
      line(`to the end of ${'abc'[number - 1]}`, 672),
      line(`Page ${number} of 3`, 40),
    ];
    const joined = joinPdfLines([page(1, 'The first page'), page(2, 'the second page'), page(3, 'the third page')]);
    expect(joined).toBe(
      'The first page and more of it to the end of a the second page and more of it to the end of b the third page and more of it to the end of c',
    );
  });

  it('keeps lines that differ in a number only, on pages that have no others', async () => {
    const pages = [1, 2, 3, 4].map((number) => [`Soldiers left on day ${number}.`]);
    const [document] = await collectDocuments(inputOf('a.pdf', buildPdf(pages)));
    expect(document?.text).toContain('Soldiers left on day 4.');
  });

  it('tells a password, a file that breaks off, a damaged one and one without text apart', async () => {
    const good = buildPdf([['Soldiers left.']]);
    expect(await failureOf('a.pdf', buildPdf([['Soldiers left.']], { encrypted: true }))).toBe('INPUT_ENCRYPTED');
    expect((await collectFailures(inputOf('a.pdf', good.subarray(0, 400))))[0]).toMatchObject({
      code: 'INPUT_MALFORMED',
      reason: expect.stringMatching(/breaks off/),
    });
    expect(await failureOf('a.pdf', Buffer.from('%PDF-1.4\nnothing\n%%EOF'))).toBe('INPUT_MALFORMED');
    expect(await failureOf('a.pdf', Buffer.from('Soldiers left.'))).toBe('INPUT_MALFORMED');
    expect(await failureOf('a.pdf', buildPdf([[]]))).toBe('INPUT_EMPTY');
  });
});

describe('DOCX', () => {
  it.each([false, true])('gives paragraphs and title (deflated: %s)', async (deflated) => {
    const bytes = buildDocx(['Soldiers left.', ' ', 'Nobody &amp; nothing stayed.'], 'Harbor &amp; town', { deflated });
    const [document] = await collectDocuments(inputOf('a.docx', bytes));
    expect(document).toMatchObject({
      title: 'Harbor & town',
      text: 'Soldiers left.\n\nNobody & nothing stayed.',
      publishedAt: null,
    });
  });

  it('tells a password, an archive that breaks off and another archive apart', async () => {
    const good = buildDocx(['Soldiers left.']);
    const container = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await failureOf('a.docx', container)).toBe('INPUT_ENCRYPTED');
    expect(await failureOf('a.docx', buildDocx(['Soldiers left.'], undefined, { encrypted: true }))).toBe(
      'INPUT_ENCRYPTED',
    );
    expect(await failureOf('a.docx', good.subarray(0, good.length - 30))).toBe('INPUT_MALFORMED');
    expect(await failureOf('a.docx', buildZip({ 'a.txt': 'Soldiers left.' }))).toBe('INPUT_MALFORMED');
    expect(await failureOf('a.docx', Buffer.from('Soldiers left.'))).toBe('INPUT_MALFORMED');
    expect(await failureOf('a.docx', buildDocx([' ']))).toBe('INPUT_EMPTY');
    expect(await failureOf('-', buildZip({ 'a.txt': 'Soldiers left.' }))).toBe('INPUT_BINARY');
  });

  it('is not unpacked beyond what a document may be', async () => {
    const bomb = buildDocx(['word '.repeat(3_000_000)], undefined, { deflated: true });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await failureOf('a.docx', bomb)).toBe('INPUT_TOO_LARGE');
  });
});
