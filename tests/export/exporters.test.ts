import { describe, expect, it } from 'vitest';
import type { ClaimgraphError } from '../../src/base/index.js';
import { EXPORTERS, exporterRow } from '../../src/export/index.js';
import { exporterContract } from '../contracts/exporter.js';
import { COUNTERS } from './read-exported.js';

describe('EXPORTERS', () => {
  it('has formats of distinct ids, each of which the tests can read', () => {
    expect(EXPORTERS.map((row) => row.id).sort()).toEqual(Object.keys(COUNTERS).sort());
    expect(new Set(EXPORTERS.map((row) => row.title)).size).toBe(EXPORTERS.length);
  });

  it('refuses a format that it does not have, and lists those that it has', () => {
    for (const format of ['', 'GEXF', '__proto__', 'constructor']) {
      try {
        exporterRow(format);
        expect.unreachable();
      } catch (error) {
        expect((error as ClaimgraphError).code).toBe('FORMAT_UNKNOWN');
        expect((error as ClaimgraphError).details.formats).toEqual(EXPORTERS.map((row) => row.id));
      }
    }
  });

  for (const row of EXPORTERS) exporterContract(row);
});
