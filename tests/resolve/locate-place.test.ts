import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/resolve/index.js';
import { loadResources } from '../../src/resources/index.js';
import { buildExtraction, type ExtractionSketch } from '../support/build-extraction.js';

const { places } = loadResources();

/** The entities of that name, by the documents that each is in and where it lies. */
function locationsOf(name: string, sketches: readonly ExtractionSketch[]): readonly string[] {
  const resolution = resolve(sketches.map(buildExtraction), [], { places });
  return resolution
    .clustersByName(name)
    .map((cluster) => resolution.entityOf(cluster))
    .map((entity) => `${entity?.documents.join(' ')}: ${entity?.location?.country ?? 'nowhere'}`)
    .sort();
}

describe('places of the gazetteer', () => {
  it.each([
    ['a city', 'Aleppo', 'Syria'],
    ['a country', 'Lebanon', 'Lebanon'],
    ['a country by another name', 'United Kingdom', 'Britain'],
    ['a capital of which other countries have namesakes', 'London', 'Britain'],
    ['a name that nobody knows', 'Tel Amoun', 'nowhere'],
    ['a town of several countries without a capital among them', 'Hyderabad', 'nowhere'],
    ['a region that bears the name of a country', 'Georgia', 'nowhere'],
  ])('are linked by name: %s', (_, name, country) => {
    expect(locationsOf(name, [{ id: 'a', places: [name] }])).toEqual([`a: ${country}`]);
  });

  it('are told apart by what else their text names, and are entities of their own', () => {
    expect(
      locationsOf('Tripoli', [
        { id: 'a', places: ['Tripoli', 'Beirut'] },
        { id: 'b', places: ['Tripoli', 'Benghazi'] },
        { id: 'c', places: ['Tripoli'], referents: [{ name: 'Lebanese', type: 'NATIONALITY' }] },
        { id: 'd', places: ['Tripoli'] },
      ]),
    ).toEqual(['a c: Lebanon', 'b d: Libya']);
  });

  it('have their position in degrees', () => {
    const resolution = resolve([buildExtraction({ id: 'a', places: ['Aleppo'] })], [], { places });
    const [cluster] = resolution.clustersByName('Aleppo');
    const location = cluster === undefined ? null : resolution.entityOf(cluster)?.location;
    expect(location?.latitude).toBeCloseTo(36.2, 1);
    expect(location?.longitude).toBeCloseTo(37.2, 1);
  });

  it('are never what a person or a body is', () => {
    expect(locationsOf('Aleppo', [{ id: 'a', organizations: ['Aleppo'] }])).toEqual(['a: nowhere']);
  });
});
