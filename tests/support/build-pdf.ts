/** What a PDF file has beside its lines. */
export interface PdfOptions {
  readonly title?: string;
  /** Says that a password is needed. */
  readonly encrypted?: boolean;
}

/** A PDF file of pages of lines, in ASCII. An empty line leaves the room of one. */
export function buildPdf(pages: readonly (readonly string[])[], options: PdfOptions = {}): Buffer {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Title (${escapeMarks(options.title ?? '')}) /CreationDate (D:20310312080000Z) >>`,
  ];
  for (const lines of pages) {
    const shown = lines.map((line) => `(${escapeMarks(line)}) Tj T*`).join('\n');
    const content = `BT /F1 12 Tf 14 TL 72 720 Td\n${shown}\nET`;
    const number = objects.length + 2;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  if (options.encrypted) {
    const key = `<${'5a'.repeat(32)}>`;
    objects.push(`<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`);
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const protection = options.encrypted
    ? ` /Encrypt ${objects.length} 0 R /ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>]`
    : '';
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R${protection} >>`;
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

function escapeMarks(text: string): string {
  return text.replaceAll(/[\\()]/g, (mark) => `\\${mark}`);
}
