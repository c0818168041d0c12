import { describe, expect, it } from 'vitest';
import { hashText } from '../../src/base/index.js';
import { buildGraph, DERIVATION } from '../../src/graph/index.js';
import { buildExtraction, type ExtractionSketch } from '../support/build-extraction.js';
import { buildJudgement } from '../support/build-judgement.js';
import { dumpGraph } from '../support/dump-graph.js';

/**
 * What graphs were by each version of their derivation, as a hash of everything that the graph below tells. Where it is
 * another one, stores hold graphs that are no longer what would be built: raise DERIVATION, and write the new hash here.
 */
const KNOWN = { version: '1', hash: 'f126448b9d853f3bb7d0229ab1e2b3f67fc399825dc2a57d3733f998ee5f5fb9' };

const FORMS = ['Farid Omrani', 'F. Omrani', 'Omrani', 'Fareed Omrani', 'FARID OMRANI', 'Farid Al-Omrani'];
const TOWNS = ['Velgrad', 'Orlo', 'Puerto Claro'];

/** Reports of the same happenings in other words, by other papers, with whom they name in one way or another. */
function reports(): readonly ExtractionSketch[] {
  return Array.from({ length: 24 }, (_, index): ExtractionSketch => {
    const [minister, town] = [FORMS[index % FORMS.length]!, TOWNS[index % TOWNS.length]!];
    const toll = 3 + (index % 4);
    const words = `${toll} villagers`;
    return {
      id: `report ${index}`,
      source: `Paper ${index % 5}`,
      publishedAt: `2031-03-${10 + (index % 9)}`,
      places: [town],
      organizations: index % 2 === 0 ? ['Free Dockers Union', 'FDU'] : ['FDU'],
      referents: [
        { name: minister, roles: ['interior minister'], sector: 'GOV' },
        { name: 'the soldiers', type: 'GROUP', label: 'soldiers', sector: 'MIL' },
        { name: 'the rebels', type: 'GROUP', label: 'rebels', sector: 'REB' },
        { name: 'the villagers', type: 'GROUP', label: 'villagers', sector: 'CVL' },
      ],
      claims: [
        {
          subject: index % 2 === 0 ? 'rebels' : 'soldiers',
          relation: 'KILL',
          object:
            index % 4 > 1 ? { words, entity: false, counts: { min: toll, max: toll, unit: 'villagers' } } : 'villagers',
          place: town,
          time: `2031-03-${index % 5 === 0 ? '09' : '10'}`,
          ...(index % 4 === 0 ? { claimant: minister } : {}),
          ...(index % 8 === 4 ? { polarity: 'NEGATED', stance: 'DENIES' } : {}),
        },
        { subject: minister, relation: 'ACCUSE', object: index % 2 === 0 ? 'Free Dockers Union' : 'FDU' },
        {
          subject: minister,
          relation: 'CONSULT',
          object: 'Ilva Conte',
          modality: index % 3 === 0 ? 'PLANNED' : 'ACTUAL',
        },
      ],
    };
  });
}

describe('the derivation of graphs', () => {
  it('has a version for what it makes', () => {
    const judgements = [
      buildJudgement(1, 'SAME', ['report 1#PERSON/f omrani/0', 'report 2#PERSON/omrani/0']),
      buildJudgement(2, 'DIFFERENT', ['report 0#PERSON/ilva conte/0', 'report 1#PERSON/ilva conte/0']),
    ];
    const graph = buildGraph(reports().map(buildExtraction), judgements);
    expect(graph.claimCount).toBe(72);
    expect([...graph.incidents()].flatMap(graph.conflictsOf).length).toBeGreaterThan(5);
    expect(graph.entitiesByName('Farid Omrani')[0]?.aliases.length).toBeGreaterThan(1);
    const hash = hashText(JSON.stringify(dumpGraph(graph)));
    expect({ version: DERIVATION, hash }).toEqual(KNOWN);
  });
});
