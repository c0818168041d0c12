import { postOperation } from '../support/serve-knowledge.js';

/** Every view of the explorer, at an address that shows it filled. */
export interface ViewToShow {
  readonly name: string;
  readonly hash: string;
  /** What is there when the view is complete. */
  readonly ready: string;
  /** What is written into the view before it is complete. */
  readonly text?: string;
}

const QUESTION = `{
  entities(order: DEGREE, where: { named: { eq: true } }, first: 4) {
    edges { node { id relationships(order: CLAIMS, first: 1) { edges { node { id } } } } }
  }
  incidents(contested: true, first: 1) { edges { node { id } } }
  conflicts(first: 1) { edges { node { a { key document { id } } } } }
  documents(first: 1) { edges { node { id } } }
}`;

/** The views over what a service holds; those that would have nothing to show are left out. */
export async function viewsToShow(url: string): Promise<readonly ViewToShow[]> {
  const { data } = await postOperation(url, { query: QUESTION });
  const entities = data.entities.edges.map(({ node }: { node: { id: string } }) => node.id) as readonly string[];
  const [first, second, third] = entities;
  const relationship = data.entities.edges[0]?.node.relationships.edges[0]?.node.id;
  const incident = data.incidents.edges[0]?.node.id;
  const claim = data.conflicts.edges[0]?.node.a;
  const document = data.documents.edges[0]?.node.id;
  return [
    { name: 'home', hash: '#/', ready: '.actors li' },
    { name: 'graph-whole', hash: '#/graph', ready: '.drawn li' },
    {
      name: 'graph-around',
      hash: `#/graph?seeds=${first},${second}&select=${first}`,
      ready: '.graph-panel .relationships li',
    },
    { name: 'entity', hash: `#/entity?id=${first}`, ready: '.claims li' },
    { name: 'relationship', hash: `#/relationship?id=${relationship}`, ready: '.claims li' },
    { name: 'connections', hash: `#/connections?a=${first}&b=${third ?? second}`, ready: '.lead' },
    { name: 'connections-empty', hash: '#/connections', ready: '.nothing' },
    { name: 'incidents', hash: '#/incidents?all=yes', ready: '.more' },
    ...(incident === undefined ? [] : [{ name: 'accounts', hash: `#/accounts?id=${incident}`, ready: '.matrix td' }]),
    { name: 'places', hash: '#/places', ready: '.places-columns' },
    { name: 'documents', hash: '#/documents', ready: '.documents li' },
    {
      name: 'document',
      hash: claim === undefined ? `#/document?id=${document}` : `#/document?id=${claim.document.id}&claim=${claim.key}`,
      ready: '.claim-row',
    },
    { name: 'search', hash: '#/search?text=a', ready: '.hits' },
    { name: 'review', hash: '#/review', ready: '.more' },
    {
      name: 'read',
      hash: '#/read',
      ready: '.read-output .claim-row',
      text: 'Activists said soldiers had killed 12 people in Orlo on Monday. The army denied it.',
    },
  ];
}
