import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { goTo } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { type EntityLabel, SUGGESTIONS } from '../operations/generated.js';
import { ShapeIcon } from './shape-icon.js';
import { useDelayed } from './use-delayed.js';

/** A field that suggests entities while one types; the arrow keys choose, Enter takes. */
export function SearchBox({
  label,
  onChoose,
  onSubmit,
  initial = '',
}: {
  readonly label: string;
  readonly onChoose: (entity: EntityLabel) => void;
  /** What Enter does where nothing is chosen; the first suggestion is taken where it is left out. */
  readonly onSubmit?: (text: string) => void;
  readonly initial?: string;
}): JSX.Element {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = useDelayed(text.trim().slice(0, 200), 120);
  const { data } = useAnswer(SUGGESTIONS, open && asked !== '' ? { text: asked, kinds: ['ENTITY'] } : null);
  const found = (data?.search.edges ?? []).flatMap(({ node }) =>
    node.found?.__typename === 'Entity' ? [node.found] : [],
  );
  const shown = open && text.trim() !== '' && found.length > 0;

  const choose = (entity: EntityLabel): void => {
    setOpen(false);
    setActive(-1);
    setText(onSubmit === undefined ? entity.name : '');
    onChoose(entity);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((before) =>
        found.length === 0 ? -1 : (before + step + found.length + (before < 0 && step < 0 ? 1 : 0)) % found.length,
      );
    }
    if (event.key === 'Escape') setOpen(false);
    if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = found[active] ?? (onSubmit === undefined ? found[0] : undefined);
      if (chosen !== undefined && open) choose(chosen);
      else if (text.trim() !== '') {
        setOpen(false);
        onSubmit?.(text.trim());
      }
    }
  };
  return (
    <search class="search">
      <label for={id} class="hidden">
        {label}
      </label>
      <input
        ref={field}
        id={id}
        type="text"
        enterkeyhint="search"
        role="combobox"
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Suggestions" class="suggestions" hidden={!shown}>
        {found.map((entity, index) => (
          <div
            key={entity.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(entity);
            }}
          >
            <ShapeIcon type={entity.type.id} />
            <bdi>{entity.name}</bdi>
            <span class="quiet">{entity.roles[0] ?? entity.type.id.toLowerCase()}</span>
          </div>
        ))}
      </div>
    </search>
  );
}

/** The search box of the top bar, which leads to an entity or to all hits. */
export function SearchEverything(): JSX.Element {
  return (
    <SearchBox
      label="Search people, organizations, places …"
      onChoose={(entity) => goTo('entity', { id: entity.id })}
      onSubmit={(text) => goTo('search', { text })}
    />
  );
}
