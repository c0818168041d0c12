import type { Scene } from './draw-scene.js';

const FONT = '13px "Source Sans 3 Variable", "Source Sans 3", sans-serif';

/** The scene as SVG; names stand in it as text, whatever they hold. */
export function writeSvg({ width, height, ground, paths, names }: Scene): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${escapeXml(ground)}"/>`,
    ...paths.map(({ d, fill, stroke, width: thickness }) => {
      const line =
        stroke === null ? '' : ` stroke="${escapeXml(stroke)}" stroke-width="${Math.round(thickness * 100) / 100}"`;
      return `<path d="${escapeXml(d)}" fill="${fill === null ? 'none' : escapeXml(fill)}"${line}/>`;
    }),
    '<g font-family="\'Source Sans 3\', sans-serif" font-size="13">',
    ...names.map(({ x, y, text, color }) => {
      return `<text x="${Math.round(x)}" y="${Math.round(y)}" fill="${escapeXml(color)}">${escapeXml(text)}</text>`;
    }),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** The scene as a PNG of twice its size. */
export function writePng({ width, height, ground, paths, names }: Scene): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d')!;
  context.scale(2, 2);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  for (const { d, fill, stroke, width: thickness } of paths) {
    const path = new Path2D(d);
    context.lineWidth = thickness;
    if (stroke !== null) {
      context.strokeStyle = stroke;
      context.stroke(path);
    }
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(path);
    }
  }
  context.font = FONT;
  for (const { x, y, text, color } of names) {
    context.fillStyle = color;
    context.fillText(text, x, y);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture is too large.')) : resolve(blob)),
      'image/png',
    );
  });
}

/** Text as XML holds it; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
