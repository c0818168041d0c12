import type { Quad } from 'n3';
import type { ExportRows } from './export-rows.js';
import { groupBy } from './lists.js';
import { RDF_PREFIXES } from './rdf-names.js';
import { readQuads } from './read-quads.js';
import { writeJsonItems } from './write-json-list.js';

const PREFIXES = Object.entries(RDF_PREFIXES);

/** JSON-LD with its context inside: the same statements as the TriG, a resource a line. */
export async function* writeJsonLd(rows: ExportRows): AsyncIterable<string> {
  yield `{"@context":${JSON.stringify(RDF_PREFIXES)},"@graph":[`;
  yield* writeJsonItems(readQuads(rows), resource);
  yield ']}\n';
}

/** All quads of one resource: those of the default graph are its properties, those of its own graph its `@graph`. */
function resource(quads: readonly Quad[]): unknown {
  const said = quads.filter((quad) => quad.graph.termType !== 'DefaultGraph');
  const properties = describe(quads.filter((quad) => quad.graph.termType === 'DefaultGraph'));
  return said.length === 0 ? properties : { ...properties, '@graph': said.map((quad) => describe([quad])) };
}

function describe(quads: readonly Quad[]): Record<string, unknown> {
  const properties: Record<string, unknown> = { '@id': quads[0]?.subject.value };
  const values = groupBy(quads, (quad) => quad.predicate.value);
  for (const [predicate, group] of values) {
    if (predicate === `${RDF_PREFIXES.rdf}type`) {
      properties['@type'] = group.map((quad) => compact(quad.object.value));
    } else {
      const list = group.map((quad) => value(quad.object));
      properties[compact(predicate)] = list.length === 1 ? list[0] : list;
    }
  }
  return properties;
}

function value(object: Quad['object']): unknown {
  if (object.termType !== 'Literal') return { '@id': compact(object.value) };
  const datatype = object.datatype.value;
  if (datatype === `${RDF_PREFIXES.xsd}string`) return object.value;
  if (datatype === `${RDF_PREFIXES.xsd}integer`) return Number(object.value);
  return { '@type': compact(datatype), '@value': object.value };
}

function compact(iri: string): string {
  for (const [prefix, base] of PREFIXES) if (iri.startsWith(base)) return `${prefix}:${iri.slice(base.length)}`;
  return iri;
}
