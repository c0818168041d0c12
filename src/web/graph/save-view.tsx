import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Drawing } from './draw-graph.js';
import { drawScene } from './draw-scene.js';
import type { GraphModel } from './graph-model.js';
import { readPalette } from './palette.js';
import { writePng, writeSvg } from './write-pictures.js';
import { writeCsv, writeGexf } from './write-tables.js';

const FORMATS: readonly {
  readonly id: string;
  readonly label: string;
  readonly write: (drawing: Drawing, model: GraphModel) => Blob | Promise<Blob>;
}[] = [
  { id: 'png', label: 'Picture (PNG)', write: (drawing) => writePng(sceneOf(drawing)) },
  { id: 'svg', label: 'Drawing (SVG)', write: (drawing) => blobOf(writeSvg(sceneOf(drawing)), 'image/svg+xml') },
  {
    id: 'gexf',
    label: 'Gephi (GEXF)',
    write: ({ graph }, model) => {
      const placeOf = (id: string) => {
        const { x, y } = graph.hasNode(id) ? graph.getNodeAttributes(id) : { x: 0, y: 0 };
        return { x, y: -y };
      };
      return blobOf(writeGexf(model, placeOf), 'application/xml');
    },
  },
  { id: 'csv', label: 'Table (CSV)', write: (_drawing, model) => blobOf(writeCsv(model), 'text/csv') },
];

/** Saves what is drawn, as it is drawn. */
export function SaveView({
  model,
  drawing,
}: {
  readonly model: GraphModel;
  readonly drawing: { readonly current: Drawing | null };
}): JSX.Element {
  const [error, setError] = useState('');
  const save = async (id: string): Promise<void> => {
    const format = FORMATS.find((row) => row.id === id);
    if (format === undefined || drawing.current === null) return;
    download(await format.write(drawing.current, model), `claimgraph-view.${format.id}`);
  };
  return (
    <label>
      <span class="hidden">Save what is drawn</span>
      <select
        class="save"
        value=""
        title={error}
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          save(value).catch((failure: Error) => setError(failure.message));
        }}
      >
        <option value="">Save as …</option>
        {FORMATS.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function sceneOf({ sigma, graph, namesShown }: Drawing): ReturnType<typeof drawScene> {
  return drawScene(sigma, graph, readPalette(), namesShown());
}

function blobOf(text: string, type: string): Blob {
  return new Blob([text], { type: `${type};charset=utf-8` });
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
