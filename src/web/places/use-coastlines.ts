import { useEffect, useState } from 'preact/hooks';
import { mesh } from 'topojson-client';
import { project } from './project.js';

/** The outlines of land, and the borders on it, as paths of SVG. */
export interface Coastlines {
  readonly land: string;
  readonly borders: string;
}

type Topology = Parameters<typeof mesh>[0];

/** Loads the map once it is shown: Natural Earth at 1 : 110 million. Null until it is there. */
export function useCoastlines(): Coastlines | null {
  const [lines, setLines] = useState<Coastlines | null>(null);
  useEffect(() => {
    fetch(new URL('./countries-110m.topo.json', import.meta.url))
      .then((response) => response.json() as Promise<Topology>)
      .then((topology) => {
        const countries = topology.objects.countries as Parameters<typeof mesh>[1] & object;
        setLines({
          land: pathOf(mesh(topology, countries, (a, b) => a === b).coordinates),
          borders: pathOf(mesh(topology, countries, (a, b) => a !== b).coordinates),
        });
      })
      .catch(() => setLines(null));
  }, []);
  return lines;
}

function pathOf(lines: readonly (readonly (readonly number[])[])[]): string {
  return lines
    .map((line) => `M${line.map(([longitude = 0, latitude = 0]) => pair(longitude, latitude)).join('L')}`)
    .join('');
}

function pair(longitude: number, latitude: number): string {
  const { x, y } = project(longitude, latitude);
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
}
