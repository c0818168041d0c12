// The query page: sends what the editor holds to /graphql and shows the answer. Everything that comes from outside is
// put into the page as text, never as markup.

const INTROSPECTION = `{
  __schema {
    queryType { name }
    mutationType { name }
    types {
      kind name description
      fields { name description type { ...Reference } args { name description defaultValue type { ...Reference } } }
      inputFields { name description defaultValue type { ...Reference } }
      enumValues { name description }
      possibleTypes { name }
    }
  }
}
fragment Reference on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

const INTRODUCTION = `{
  statistics { documents entities relationships claims }
  entities(order: DEGREE, first: 2) { edges { node { key } } }
  exportFormats { id title }
}`;

const page = {
  form: element('operation'),
  example: element('example'),
  explanation: element('explanation'),
  query: element('query'),
  variables: element('variables'),
  answer: element('answer'),
  status: element('status'),
  copy: element('copy'),
  find: element('find'),
  types: element('types'),
  counts: element('counts'),
  formats: element('formats'),
  appearance: element('appearance'),
};
let examples = [];
/** Keys of the two entities with the most relationships: what examples ask about, on any graph. */
let entities = [];
let running = null;

followAppearance();
page.form.addEventListener('submit', (event) => {
  event.preventDefault();
  run();
});
for (const editor of [page.query, page.variables]) {
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  });
}
page.example.addEventListener('change', () => showExample(Number(page.example.value)));
page.copy.addEventListener('click', copyAnswer);
page.find.addEventListener('input', findTypes);
try {
  await introduceGraph();
  await offerExamples();
  await browseSchema();
} catch (error) {
  say(error.message, true);
}

function element(id) {
  return document.getElementById(id);
}

/** An element with attributes and children; strings become text. */
function make(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The answer of the API as an object, with the status of the transport. */
async function ask(query, variables, signal) {
  const response = await fetch('graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The server answered ${response.status} without JSON: ${text.slice(0, 200)}`);
  }
}

async function run() {
  let variables;
  try {
    variables = JSON.parse(page.variables.value.trim() || '{}');
  } catch (error) {
    say(`The variables are not JSON: ${error.message}`, true);
    page.variables.focus();
    return;
  }
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const start = performance.now();
  say('Running …', false);
  try {
    const answer = await ask(page.query.value, variables, mine.signal);
    page.answer.value = JSON.stringify(answer, null, 2);
    const errors = answer.errors?.length ?? 0;
    const took = `${Math.round(performance.now() - start)} ms`;
    say(errors === 0 ? took : `${took}, ${errors} ${errors === 1 ? 'error' : 'errors'}`, errors > 0);
  } catch (error) {
    if (mine.signal.aborted) return;
    page.answer.value = '';
    say(error.message, true);
  }
}

function say(words, wrong) {
  page.status.textContent = words;
  page.status.classList.toggle('wrong', wrong);
}

async function copyAnswer() {
  try {
    await navigator.clipboard.writeText(page.answer.value);
    say('Copied.', false);
  } catch {
    page.answer.select();
    say('Selected; copy it with the keyboard.', false);
  }
}

async function offerExamples() {
  examples = await (await fetch('examples.json')).json();
  page.example.replaceChildren(...examples.map(({ title }, index) => make('option', { value: String(index) }, title)));
  showExample(0);
}

function showExample(index) {
  const example = examples[index];
  if (example === undefined) return;
  page.explanation.textContent = example.explanation;
  page.query.value = example.query;
  const variables = JSON.stringify(example.variables, (_key, value) => entityFor(value) ?? value, 2);
  page.variables.value = variables;
}

/** The key that an example's `@entity1` or `@entity2` stands for. */
function entityFor(value) {
  const ordinal = /^@entity(\d)$/.exec(value)?.[1];
  return ordinal === undefined ? undefined : entities[Number(ordinal) - 1];
}

async function introduceGraph() {
  const { data } = await ask(INTRODUCTION, {});
  if (!data) return;
  entities = data.entities.edges.map(({ node }) => node.key);
  page.counts.textContent = Object.entries(data.statistics)
    .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
    .join(' · ');
  for (const { id, title } of data.exportFormats) {
    page.formats.append(make('a', { href: `export/${encodeURIComponent(id)}`, download: '' }, title));
  }
}

async function browseSchema() {
  const { data } = await ask(INTROSPECTION, {});
  if (!data) {
    page.types.textContent = 'This server does not tell its schema.';
    return;
  }
  const { types, queryType, mutationType } = data.__schema;
  const roots = [queryType?.name, mutationType?.name];
  const own = types.filter(({ name }) => !name.startsWith('__'));
  own.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  page.types.replaceChildren(...own.map(describeType));
  function rank({ name, kind }) {
    const root = roots.indexOf(name);
    return root === -1
      ? roots.length + ['OBJECT', 'INTERFACE', 'UNION', 'INPUT_OBJECT', 'ENUM', 'SCALAR'].indexOf(kind)
      : root;
  }
}

function describeType(type) {
  const rows = [];
  for (const field of type.fields ?? type.inputFields ?? []) {
    rows.push(
      make('dt', {}, make('code', {}, field.name, ...describeArguments(field.args), ': ', ...linkType(field.type))),
    );
    rows.push(make('dd', {}, field.description ?? ''));
    for (const argument of field.args ?? []) {
      rows.push(make('dd', {}, make('code', {}, argument.name), ` – ${argument.description ?? ''}`));
    }
  }
  for (const { name, description } of type.enumValues ?? []) {
    rows.push(make('dt', {}, make('code', {}, name)), make('dd', {}, description ?? ''));
  }
  for (const { name } of type.possibleTypes ?? []) rows.push(make('dt', {}, linkName(name)));
  return make(
    'details',
    { id: `type-${type.name}`, ...(type.name === 'Query' && { open: '' }) },
    make('summary', {}, make('strong', {}, type.name), ` ${type.kind.toLowerCase().replace('_', ' ')}`),
    make('p', { class: 'quiet' }, type.description ?? ''),
    make('dl', {}, ...rows),
  );
}

function describeArguments(args) {
  if (!args?.length) return [];
  const parts = args.flatMap((argument, index) => [
    index === 0 ? '' : ', ',
    `${argument.name}: `,
    ...linkType(argument.type),
    argument.defaultValue === null ? '' : ` = ${argument.defaultValue}`,
  ]);
  return ['(', ...parts, ')'];
}

function linkType(type) {
  if (type.kind === 'NON_NULL') return [...linkType(type.ofType), '!'];
  if (type.kind === 'LIST') return ['[', ...linkType(type.ofType), ']'];
  return [linkName(type.name)];
}

function linkName(name) {
  const link = make('a', { href: `#type-${name}` }, name);
  link.addEventListener('click', () => {
    page.find.value = '';
    findTypes();
    element(`type-${name}`)?.setAttribute('open', '');
  });
  return link;
}

/** Shows the types whose name or fields hold the words, and opens them. */
function findTypes() {
  const words = page.find.value.trim().toLowerCase();
  for (const type of page.types.querySelectorAll('details')) {
    const names = [...type.querySelectorAll('summary strong, dt')].map(({ textContent }) => textContent.toLowerCase());
    const found = words === '' || names.some((name) => name.includes(words));
    type.hidden = !found;
    if (words !== '') type.open = found && names.length < 60;
  }
}

/** Keeps the reader's choice of light or dark for the next visit, where the browser allows. */
function followAppearance() {
  try {
    page.appearance.value = localStorage.getItem('appearance') ?? 'auto';
  } catch {
    page.appearance.value = 'auto';
  }
  apply();
  page.appearance.addEventListener('change', () => {
    apply();
    try {
      localStorage.setItem('appearance', page.appearance.value);
    } catch {
      // A browser that keeps nothing still shows the choice until the page is left.
    }
  });
  function apply() {
    document.documentElement.dataset.appearance = page.appearance.value;
  }
}
