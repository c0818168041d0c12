import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { identityOf, readQueued, writeQueued } from '../../src/queue/queued-document.js';
import { createDocument } from '../../src/read/index.js';

const DOCUMENT = createDocument({
  id: 'd1',
  title: 'A quarrel',
  publishedAt: '2031-03-12',
  text: 'VALDORO, March 12 — Ann Lee criticized Bo Ray on Monday. \u{1f4f0}',
});

describe('a document in a queue', () => {
  it('comes out as it went in', () => {
    expect(readQueued(writeQueued(DOCUMENT))).toEqual(DOCUMENT);
  });

  it('is told from another by id, text and what is known of it', () => {
    const { id, text, title, publishedAt } = DOCUMENT;
    const same = createDocument({ id, text, title, publishedAt });
    expect(identityOf(same)).toBe(identityOf(DOCUMENT));
    const others = [{ id: 'd2' }, { text: `${text}!` }, { title: null }, { publishedAt: '2031-03-13' }];
    const identities = others.map((change) => identityOf(createDocument({ id, text, title, publishedAt, ...change })));
    expect(new Set([identityOf(DOCUMENT), ...identities]).size).toBe(5);
  });

  it('is refused where the bytes are not what was written', () => {
    const written = JSON.parse(Buffer.from(writeQueued(DOCUMENT)).toString('utf8'));
    const changed = [
      { ...written, format: 2 },
      { ...written, document: { ...DOCUMENT, text: 'Another text.' } },
      { ...written, document: { ...DOCUMENT, furniture: [{ start: 0, end: 9999 }] } },
      { ...written, document: { ...DOCUMENT, id: '' } },
    ];
    for (const each of changed) {
      expect(() => readQueued(Buffer.from(JSON.stringify(each)))).toThrow(
        expect.objectContaining({ code: 'INPUT_MALFORMED' }),
      );
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          expect(() => readQueued(bytes)).toThrow(ClaimgraphError);
        },
      ),
    );
  });
});
