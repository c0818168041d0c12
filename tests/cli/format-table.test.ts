import { describe, expect, it } from 'vitest';
import { formatTable } from '../../src/cli/format-table.js';
import { columnsOf } from '../../src/cli/printable.js';

describe('formatTable', () => {
  it('lines columns up, numbers to the right', () => {
    expect(
      formatTable(
        [{ heading: 'name' }, { heading: 'claims', align: 'RIGHT' }],
        [
          ['Homs', '3'],
          ['大阪', '12'],
        ],
        80,
      ),
    ).toBe('name  claims\nHoms       3\n大阪      12\n');
  });

  it('cuts the widest column where the terminal is too narrow', () => {
    const table = formatTable([{ heading: 'id' }, { heading: 'name' }], [['d1', 'x'.repeat(300)]], 40);
    expect(table.split('\n')[1]).toBe(`d1  ${'x'.repeat(35)}…`);
  });

  it('leaves whole what is copied', () => {
    const table = formatTable(
      [{ heading: 'name' }, { heading: 'id', whole: true }],
      [['n'.repeat(50), 'i'.repeat(50)]],
      40,
    );
    expect(table.split('\n')[1]).toBe(`${'n'.repeat(23)}…  ${'i'.repeat(50)}`);
  });

  it('stays within the width where each column has eight', () => {
    const rows = [['a'.repeat(50), 'b'.repeat(7), '漢'.repeat(90)]];
    for (const line of formatTable([{ heading: 'a' }, { heading: 'b' }, { heading: 'c' }], rows, 30).split('\n')) {
      expect(columnsOf(line)).toBeLessThanOrEqual(30);
    }
  });

  it('keeps a hostile cell on its line', () => {
    expect(formatTable([{ heading: 'name' }], [['a\n\u001b[31mb']], 80)).toBe('name\na \\u001b[31mb\n');
  });

  it('has its headings alone where there are no rows', () => {
    expect(formatTable([{ heading: 'name' }], [], 80)).toBe('name\n');
  });
});
