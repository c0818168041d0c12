import type { Country } from '../resources/index.js';

/** What is read of the map of the world: shapes as TopoJSON keeps them, arcs of small steps. */
interface WorldMap {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: {
    readonly countries: {
      readonly geometries: readonly {
        readonly type: string;
        readonly properties: { readonly name: string };
        readonly arcs: readonly unknown[];
      }[];
    };
  };
}

type Point = readonly [number, number];

/**
 * The lines of `countries.tsv`: code, name, latitude and longitude of each country that a place of GeoNames lies in. The
 * position is the middle of the largest part of its shape; of those too small for the map, that of the capital.
 */
export function* readCountries(
  places: readonly string[],
  map: string,
  countryNames: ReadonlyMap<string, Country>,
): Iterable<string> {
  const shapes = readShapes(JSON.parse(map) as WorldMap, countryNames);
  const capitals = new Map<string, Point>();
  const codes = new Set<string>();
  for (const line of places) {
    const [, , , , latitude, longitude, feature, code = ''] = line.split('\t');
    if (code !== '') codes.add(code);
    if (feature === 'PPLC') capitals.set(code, [Number(longitude), Number(latitude)]);
  }
  const english = new Intl.DisplayNames('en', { type: 'region' });
  for (const code of [...codes].sort()) {
    const full = english.of(code) ?? code;
    const name = nameOf(full, countryNames);
    const position = shapes.get(name) ?? capitals.get(code);
    if (position !== undefined) yield [code, name, position[1].toFixed(2), position[0].toFixed(2)].join('\t');
  }
}

/** The name that is shown of a country, whatever the map or the list of codes calls it. */
function nameOf(name: string, countryNames: ReadonlyMap<string, Country>): string {
  const plain = name
    .replace(/ \(.*\)$/, '')
    .replace(/^St\. /, 'Saint ')
    .replace(' & ', ' and ')
    .replace(' SAR China', '');
  const known = [name, plain, ...(OTHER_NAMES[plain] ?? [])].map((one) => countryNames.get(one));
  return known.find((country) => country !== undefined)?.name ?? plain;
}

/** What others call countries that `data/lexicons/countries.tsv` has under these names. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  Türkiye: ['Turkey'],
  'United States of America': ['United States'],
  'Côte d’Ivoire': ['Ivory Coast'],
  "Côte d'Ivoire": ['Ivory Coast'],
  Czechia: ['Czech Republic'],
  'Dem. Rep. Congo': ['Democratic Republic of Congo', 'Congo'],
  'Congo - Kinshasa': ['Democratic Republic of Congo', 'Congo'],
  'Central African Rep.': ['Central African Republic'],
  'Dominican Rep.': ['Dominican Republic'],
  'Bosnia and Herz.': ['Bosnia and Herzegovina', 'Bosnia'],
  'S. Sudan': ['South Sudan'],
  Macedonia: ['North Macedonia'],
  'Palestinian Territories': ['Palestine'],
  'Eq. Guinea': ['Equatorial Guinea'],
  'Solomon Is.': ['Solomon Islands'],
  'Timor-Leste': ['East Timor'],
};

function readShapes(map: WorldMap, countryNames: ReadonlyMap<string, Country>): ReadonlyMap<string, Point> {
  const middles = new Map<string, Point>();
  for (const { type, properties, arcs } of map.objects.countries.geometries) {
    const parts = (type === 'Polygon' ? [arcs] : arcs) as readonly (readonly (readonly number[])[])[];
    const rings = parts.map(([outer = []]) => middleOf(outer.flatMap((arc) => pointsOf(map, arc))));
    const largest = rings.reduce((best, ring) => (ring.area > best.area ? ring : best));
    // Where the map's edge cuts a country in two, its middle would lie beside it.
    if (largest.width < HALF_THE_WORLD) middles.set(nameOf(properties.name, countryNames), largest.middle);
  }
  return middles;
}

/** An arc's points in degrees; a negative number means that it is walked backwards. */
function pointsOf({ arcs, transform }: WorldMap, arc: number): readonly Point[] {
  const { scale, translate } = transform;
  let [x, y] = [0, 0];
  const points = (arcs[arc < 0 ? ~arc : arc] ?? []).map(([right, up]): Point => {
    [x, y] = [x + right, y + up];
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
  return arc < 0 ? points.reverse() : points;
}

const HALF_THE_WORLD = 150;

/** Area, centre of mass and width of a ring in degrees, by the shoelace formula. */
function middleOf(points: readonly Point[]): { readonly area: number; readonly middle: Point; readonly width: number } {
  let [area, x, y] = [0, 0, 0];
  for (const [index, [x1, y1]] of points.entries()) {
    const [x2, y2] = points[(index + 1) % points.length] ?? [x1, y1];
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  const east = points.map(([longitude]) => longitude);
  const width = Math.max(...east) - Math.min(...east);
  return { area: Math.abs(area), middle: [x / (3 * area), y / (3 * area)], width };
}
