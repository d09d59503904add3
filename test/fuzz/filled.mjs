import { addDays } from '../../dist/libs/calendar/src/index.js';

const isOpen = (value) => typeof value === 'object' && value !== null;

/** Puts ids and days in the places that were left for them. @param ids that are known, the likeliest first @param today of the office */
export function filled(value, known) {
  if (!isOpen(value)) return value;
  if (Array.isArray(value)) return value.map((one) => filled(one, known));
  return placeholder(value, known) ?? copyOf(value, known);
}

function placeholder({ $id, $of, $day, time = '' }, { ids, named = {}, today }) {
  const fitting = named[singular($of)] ?? ids;
  if ($id !== undefined) return fitting.length === 0 ? 'nobody' : fitting[$id % fitting.length];
  return $day === undefined ? undefined : `${addDays(today, $day)}${time}`;
}

/** Also where the name means something to the language. */
function copyOf(value, known) {
  const copy = {};
  for (const [name, inner] of Object.entries(value)) {
    const made = { value: filled(inner, known), enumerable: true, configurable: true, writable: true };
    Object.defineProperty(copy, name, made);
  }
  return copy;
}

const singular = (name) => String(name ?? '').replace(/s$/, '');

/** The ids of what a case lists, by the field that names one of them: those of `items` for `itemId`. */
export function namedIn(view = {}) {
  const lists = Object.entries(view).filter(([, list]) => Array.isArray(list) && list.length > 0);
  const ids = lists.map(([name, list]) => [`${singular(name)}Id`, list.map(({ id }) => id).filter((id) => id !== undefined)]);
  const entries = (view.toConfirm ?? []).map(({ entryId }) => entryId);
  const named = Object.fromEntries(ids.filter(([, known]) => known.length > 0));
  return entries.length === 0 ? named : { ...named, entryId: entries };
}

/** What stands in fields that name things. */
export function idsIn(value, found = new Set()) {
  if (!isOpen(value)) return found;
  for (const [name, inner] of Object.entries(value)) {
    for (const id of idsOf(name, inner)) found.add(id);
    idsIn(inner, found);
  }
  return found;
}

const idsOf = (name, inner) => (/(?:^i|I)ds?$/.test(name) ? [inner].flat().filter((id) => typeof id === 'string') : []);
