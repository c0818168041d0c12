import { isRelationType, relationTypeRow } from '../ontology/index.js';
import type { EdgeRow, ExportRows, NodeRow } from './export-rows.js';
import { hashedId } from './hashed-id.js';
import { claimAnchor, claimArticle, documentHeading } from './html-claims.js';
import { escapeHtml, foreignText } from './html-text.js';
import { writeEach } from './write-each.js';

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:0 auto;padding:1rem}
table{border-collapse:collapse;width:100%}
th,td{padding:.3rem .6rem;border-bottom:1px solid #8886;text-align:start;vertical-align:top;overflow-wrap:anywhere}
blockquote{margin:.4rem 0;padding-inline-start:1rem;border-inline-start:3px solid #8886;overflow-wrap:anywhere;unicode-bidi:isolate}
.claim{margin:1rem 0}
.claim p{margin:.2rem 0}
.number{text-align:end}
.mark{border:1px solid;border-radius:.3rem;padding:0 .3rem;font-size:.85em}
:is(tr,article):target{outline:2px solid}`;

/**
 * One page that needs nothing besides itself and holds no script: entities, relationships, and the claims of each
 * document with their sentences, joined by links. Its own policy forbids what its text might smuggle in.
 */
export async function* writeHtml(rows: ExportRows): AsyncIterable<string> {
  yield OPENING;
  const names = new Map<string, string>();
  yield tableOpening('entities', 'Entities', ['Name', 'Type', 'Sector', 'Roles', 'Also', 'Documents', 'Mentions']);
  yield* writeEach(rows.nodes(), (node) => {
    names.set(node.id, node.label);
    return entityRow(node);
  });
  yield TABLE_CLOSING;
  const nameOf = (id: string, otherwise: string): string => entityName(names, id, otherwise);
  let relationshipCount = 0;
  yield tableOpening('relationships', 'Relationships', [
    ...['Subject', 'Relation', 'Object', 'Affirmed by', 'Disputed by', 'From', 'To', 'Claims'],
  ]);
  yield* writeEach(rows.edges(), (edge) => {
    relationshipCount++;
    return relationshipRow(edge, nameOf);
  });
  yield `${TABLE_CLOSING}<section id="claims">\n<h2>Claims</h2>\n`;
  let claimCount = 0;
  let document: string | null = null;
  yield* writeEach(rows.claims(), (claim) => {
    const heading = claim.document.id === document ? '' : documentHeading(claim.document);
    document = claim.document.id;
    claimCount++;
    return heading + claimArticle(claim, nameOf);
  });
  const counts = `${names.size} entities, ${relationshipCount} relationships, ${claimCount} claims`;
  yield `</section>\n</main>\n<footer><p>${counts}</p></footer>\n</body>\n</html>\n`;
}

const OPENING = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Claimgraph</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Claimgraph</h1>
<p>What documents say, each claim with its sentence. Counts tell how often something is said, not whether it is true.</p>
<nav><a href="#entities">Entities</a> · <a href="#relationships">Relationships</a> · <a href="#claims">Claims</a></nav>
</header>
<main>
`;

const TABLE_CLOSING = '</tbody>\n</table>\n</section>\n';

function tableOpening(id: string, title: string, columns: readonly string[]): string {
  const heads = columns.map((column) => `<th scope="col">${column}</th>`).join('');
  return `<section id="${id}">\n<h2>${title}</h2>\n<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n`;
}

function entityRow({ id, label, type, sector, roles, aliases, documents, mentions }: NodeRow): string {
  const cells = [escapeHtml(type), escapeHtml(sector ?? ''), textList(roles), textList(aliases)].map(cell).join('');
  const head = `<th scope="row">${foreignText(label)}</th>`;
  return `<tr class="entity" id="${entityAnchor(id)}">${head}${cells}${numberCell(documents)}${numberCell(mentions)}</tr>\n`;
}

function relationshipRow(edge: EdgeRow, nameOf: (id: string, otherwise: string) => string): string {
  const { subject, relation, object, support, dispute, firstSeen, lastSeen, claims } = edge;
  const label = isRelationType(relation) ? relationTypeRow(relation).label : relation;
  const words = [nameOf(subject, subject), escapeHtml(label), nameOf(object, object)].map(cell).join('');
  const days = [firstSeen, lastSeen].map((day) => cell(escapeHtml(day ?? ''))).join('');
  const links = claims.map(
    ({ document, claim }, index) => `<a href="#${claimAnchor(document, claim)}">${index + 1}</a>`,
  );
  const counts = `${numberCell(support.claims)}${numberCell(dispute.claims)}`;
  return `<tr class="relationship">${words}${counts}${days}${cell(links.join(' '))}</tr>\n`;
}

/** A link to the entity; without one where the page does not hold it. */
function entityName(names: ReadonlyMap<string, string>, id: string, otherwise: string): string {
  const name = names.get(id);
  if (name === undefined) return foreignText(otherwise);
  return `<a href="#${entityAnchor(id)}">${foreignText(name)}</a>`;
}

function entityAnchor(id: string): string {
  return `e${hashedId(id)}`;
}

function textList(texts: readonly string[]): string {
  return texts.map(foreignText).join('; ');
}

function cell(content: string): string {
  return `<td>${content}</td>`;
}

function numberCell(value: number): string {
  return `<td class="number">${value}</td>`;
}
