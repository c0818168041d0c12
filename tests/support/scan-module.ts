/** One import or re-export of a module. */
export interface ModuleImport {
  /** Null where `import()` is given something else than one string. */
  readonly specifier: string | null;
  readonly line: number;
}

/** What the architecture test needs to know of a TypeScript module. */
export interface ScannedModule {
  /** Static, `import type`, side-effect, re-exporting and `import()`, in order. */
  readonly imports: readonly ModuleImport[];
  /** Names under which things are exported, in order; `*` for `export *`, `default` for a default export. */
  readonly exports: readonly string[];
  readonly lineCount: number;
  /** Lines from first to last bracket of the tables: constants at the top level with an UPPER_CASE name. */
  readonly tableLineCount: number;
}

interface Lexeme {
  readonly kind: 'WORD' | 'STRING' | 'MARK';
  /** Of a string, its content without quotation marks. */
  readonly text: string;
  readonly line: number;
}

const DECLARATION_WORDS = new Set([
  'const',
  'let',
  'var',
  'function',
  'class',
  'interface',
  'type',
  'enum',
  'namespace',
]);
const MODIFIER_WORDS = new Set(['async', 'abstract', 'declare']);
const WORDS_BEFORE_REGEX = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'void',
  'throw',
  'new',
  'else',
  'do',
  'yield',
  'await',
]);
const WORD = /[\p{ID_Start}$_#\d][\p{ID_Continue}$\u200c\u200d]*/uy;
const UPPER_CASE = /^[A-Z][A-Z0-9_]*$/;

/** Reads imports and exports of a module; comments, strings, templates and regular expressions hide nothing and show nothing. */
export function scanModule(source: string): ScannedModule {
  const lexemes = lex(source);
  const imports: ModuleImport[] = [];
  const exports: string[] = [];
  let tableLineCount = 0;
  let depth = 0;
  for (let index = 0; index < lexemes.length; index++) {
    const lexeme = lexemes[index]!;
    if (lexeme.kind === 'MARK') depth += '([{'.includes(lexeme.text) ? 1 : ')]}'.includes(lexeme.text) ? -1 : 0;
    if (lexeme.kind !== 'WORD' || isMark(lexemes[index - 1], '.')) continue;
    if (lexeme.text === 'import') readImport(lexemes, index, imports);
    if (lexeme.text === 'export' && depth === 0) readExport(lexemes, index, imports, exports);
    if (lexeme.text === 'const' && depth === 0) tableLineCount += tableLines(lexemes, index);
  }
  return { imports, exports, lineCount: source.replace(/\n$/, '').split('\n').length, tableLineCount };
}

function isMark(lexeme: Lexeme | undefined, text: string): boolean {
  return lexeme?.kind === 'MARK' && lexeme.text === text;
}

function isWord(lexeme: Lexeme | undefined, text: string): boolean {
  return lexeme?.kind === 'WORD' && lexeme.text === text;
}

function readImport(lexemes: readonly Lexeme[], index: number, imports: ModuleImport[]): void {
  const { line } = lexemes[index]!;
  const next = lexemes[index + 1];
  if (isMark(next, '(')) {
    const specifier = lexemes[index + 2];
    const end = lexemes[index + 3];
    const whole = specifier?.kind === 'STRING' && (isMark(end, ')') || isMark(end, ','));
    imports.push({ specifier: whole ? specifier.text : null, line });
    return;
  }
  if (next?.kind === 'STRING') {
    imports.push({ specifier: next.text, line });
    return;
  }
  if (next?.kind !== 'WORD' && !isMark(next, '{') && !isMark(next, '*')) return;
  pushOrigin(lexemes, index + 1, line, imports);
}

/** Takes the string after the first `from`, unless the statement ends before it. */
function pushOrigin(lexemes: readonly Lexeme[], start: number, line: number, imports: ModuleImport[]): void {
  for (let index = start; index < lexemes.length; index++) {
    const next = lexemes[index + 1];
    if (isWord(lexemes[index], 'from') && next?.kind === 'STRING') {
      imports.push({ specifier: next.text, line });
      return;
    }
    if (isMark(lexemes[index], ';') || isMark(lexemes[index], '=')) return;
  }
}

function readExport(lexemes: readonly Lexeme[], start: number, imports: ModuleImport[], exports: string[]): void {
  const { line } = lexemes[start]!;
  let index = start + 1;
  if (isWord(lexemes[index], 'type') && (isMark(lexemes[index + 1], '{') || isMark(lexemes[index + 1], '*'))) index++;
  if (isMark(lexemes[index], '*')) {
    exports.push('*');
    pushOrigin(lexemes, index, line, imports);
    return;
  }
  if (isMark(lexemes[index], '=') || isWord(lexemes[index], 'default')) {
    exports.push('default');
    return;
  }
  if (isMark(lexemes[index], '{')) {
    for (; index < lexemes.length && !isMark(lexemes[index], '}'); index++) {
      const next = lexemes[index + 1];
      // The last word before a comma or the bracket is the name that leaves: `type Span`, `read as readText`.
      if (lexemes[index]!.kind !== 'MARK' && (isMark(next, ',') || isMark(next, '}')))
        exports.push(lexemes[index]!.text);
    }
    if (isWord(lexemes[index + 1], 'from')) pushOrigin(lexemes, index + 1, line, imports);
    return;
  }
  while (lexemes[index]?.kind === 'WORD' && MODIFIER_WORDS.has(lexemes[index]!.text)) index++;
  if (!DECLARATION_WORDS.has(lexemes[index]?.text ?? '')) return;
  if (isWord(lexemes[index], 'const') && isWord(lexemes[index + 1], 'enum')) index++;
  index++;
  if (isMark(lexemes[index], '*')) index++;
  if (lexemes[index]?.kind === 'WORD') exports.push(lexemes[index]!.text);
  else for (; index < lexemes.length && !isMark(lexemes[index], '='); index++) pushBinding(lexemes, index, exports);
}

/** Takes one name of `export const { a, b: c } = …`. */
function pushBinding(lexemes: readonly Lexeme[], index: number, exports: string[]): void {
  const lexeme = lexemes[index]!;
  if (lexeme.kind === 'WORD' && !isMark(lexemes[index + 1], ':')) exports.push(lexeme.text);
}

function tableLines(lexemes: readonly Lexeme[], start: number): number {
  const name = lexemes[start + 1];
  if (name?.kind !== 'WORD' || !UPPER_CASE.test(name.text)) return 0;
  let index = start + 2;
  while (index < lexemes.length && !isMark(lexemes[index], '=') && !isMark(lexemes[index], ';')) index++;
  if (!isMark(lexemes[index], '=')) return 0;
  let depth = 0;
  let last = lexemes[index]!.line;
  for (index++; index < lexemes.length; index++) {
    const lexeme = lexemes[index]!;
    if (depth === 0 && isMark(lexeme, ';')) break;
    if (depth === 0 && lexeme.kind === 'WORD' && (lexeme.text === 'export' || DECLARATION_WORDS.has(lexeme.text)))
      break;
    if (lexeme.kind === 'MARK') depth += '([{'.includes(lexeme.text) ? 1 : ')]}'.includes(lexeme.text) ? -1 : 0;
    last = lexeme.line;
    // What holds a function is code, and counts.
    if (lexeme.kind === 'MARK' && lexeme.text === '=>') return 0;
  }
  return last - name.line + 1;
}

function lex(source: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  // For each open `${`, how deep its brackets are; at 0 a `}` ends it and the template goes on.
  const templates: number[] = [];
  let line = 1;
  let at = 0;

  /** Ends after the template's part that starts at `at`: behind its last mark, or behind a `${`. */
  const passTemplate = (): void => {
    while (at < source.length) {
      if (source[at] === '\n') line++;
      if (source[at] === '\\') at++;
      else if (source[at] === '`') {
        at++;
        lexemes.push({ kind: 'STRING', text: '', line });
        return;
      } else if (source.startsWith('${', at)) {
        at += 2;
        templates.push(0);
        lexemes.push({ kind: 'MARK', text: '+', line });
        return;
      }
      at++;
    }
  };

  while (at < source.length) {
    const character = source[at]!;
    if (character === '\n') line++;
    if (/\s/.test(character)) {
      at++;
    } else if (source.startsWith('//', at) || (at === 0 && source.startsWith('#!'))) {
      while (at < source.length && source[at] !== '\n') at++;
    } else if (source.startsWith('/*', at)) {
      const end = source.indexOf('*/', at + 2);
      const comment = source.slice(at, end < 0 ? source.length : end + 2);
      line += comment.split('\n').length - 1;
      at += comment.length;
    } else if (character === "'" || character === '"') {
      const start = ++at;
      while (at < source.length && source[at] !== character && source[at] !== '\n') at += source[at] === '\\' ? 2 : 1;
      lexemes.push({ kind: 'STRING', text: source.slice(start, at), line });
      at++;
    } else if (character === '`') {
      at++;
      passTemplate();
    } else if (character === '}' && templates.at(-1) === 0) {
      templates.pop();
      at++;
      passTemplate();
    } else if (character === '/' && regexEnd(source, at, lexemes.at(-1)) > 0) {
      at = regexEnd(source, at, lexemes.at(-1));
      lexemes.push({ kind: 'STRING', text: '', line });
    } else {
      WORD.lastIndex = at;
      const word = WORD.exec(source)?.[0];
      const mark = source.startsWith('=>', at) ? '=>' : character;
      if (templates.length > 0 && character === '{') templates.push(templates.pop()! + 1);
      if (templates.length > 0 && character === '}') templates.push(templates.pop()! - 1);
      lexemes.push(word === undefined ? { kind: 'MARK', text: mark, line } : { kind: 'WORD', text: word, line });
      at += (word ?? mark).length;
    }
  }
  return lexemes;
}

/** Where the regular expression that opens at `at` ends, flags left; -1 where the slash divides. */
function regexEnd(source: string, at: number, before: Lexeme | undefined): number {
  if (before?.kind === 'STRING') return -1;
  if (before?.kind === 'WORD' && !WORDS_BEFORE_REGEX.has(before.text)) return -1;
  if (before?.kind === 'MARK' && (before.text === ')' || before.text === ']')) return -1;
  let inClass = false;
  for (let index = at + 1; index < source.length && source[index] !== '\n'; index++) {
    if (source[index] === '\\') index++;
    else if (source[index] === '[') inClass = true;
    else if (source[index] === ']') inClass = false;
    else if (source[index] === '/' && !inClass) return index + 1;
  }
  return -1;
}
