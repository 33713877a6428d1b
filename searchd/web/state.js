// What the page shows, as one value, and its form in the address bar. The names are those of the
// API, so that the address of a view and of its JSON carry the same query string.

/** Filters that can hold several values, in the order in which they are shown. */
export const FILTERS = /** @type {const} */ (['ward', 'year', 'scene', 'department']);

export const DEFAULTS = { kind: 'initiative', field: '', sort: 'relevance', synonyms: 'on' };
export const PAGE_SIZE = 20;

/**
 * @typedef {object} State
 * @property {string} q
 * @property {string[]} ward
 * @property {string[]} year
 * @property {string[]} scene
 * @property {string[]} department
 * @property {string} kind
 * @property {string} field      Empty: both texts are searched.
 * @property {string} sort
 * @property {string} synonyms
 * @property {number} offset     Number of hits before the first one shown.
 * @property {string} record     Id of the record shown; empty for a list.
 * @property {boolean} searching Whether the address asks for a list: even an empty query may.
 */

/**
 * Reads a query string. Other parameters than ours are left alone (a link may carry a mark of
 * the site it stands on); values are passed on as they are, for the API to judge.
 * @param {string} query_string
 * @returns {State}
 */
export function read_state(query_string) {
  const given = new URLSearchParams(query_string);
  const lists = Object.fromEntries(
    FILTERS.map((name) => [name, unique(given.getAll(name).filter(Boolean))]));
  const single = Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, value]) => [name, given.get(name) || value]));
  const offset = Number.parseInt(given.get('offset') ?? '0', 10);
  const names = ['q', 'kind', ...FILTERS];
  return /** @type {State} */ ({
    ...lists,
    ...single,
    q: (given.get('q') ?? '').trim(),
    offset: offset > 0 ? offset : 0,
    record: given.get('record') ?? '',
    searching: names.some((name) => (given.get(name) ?? '').trim() !== ''),
  });
}

/**
 * The query string of a view, "?" included; "./" for the start page. Defaults are left out.
 * @param {State} state
 */
export function address(state) {
  const out = search_parameters(state);
  if (state.searching && !out.has('q') && !FILTERS.some((name) => out.has(name))) {
    out.set('kind', state.kind);
  }
  if (state.record) out.set('record', state.record);
  const text = out.toString();
  return text ? `?${text}` : './';
}

/**
 * The parameters of the search itself, for the API and as the part of the address that both share.
 * @param {State} state
 */
export function search_parameters(state) {
  const out = new URLSearchParams();
  if (state.q) out.set('q', state.q);
  for (const name of FILTERS) for (const value of state[name]) out.append(name, value);
  for (const [name, value] of Object.entries(DEFAULTS)) {
    if (state[name] !== value) out.set(name, state[name]);
  }
  if (state.offset > 0) out.set('offset', String(state.offset));
  return out;
}

/**
 * The state with some members changed, back on the first page and in the list.
 * @param {State} state
 * @param {Partial<State>} changes
 * @returns {State}
 */
export function changed(state, changes) {
  return { ...state, offset: 0, record: '', searching: true, ...changes };
}

/**
 * The state with one value of a filter switched on or off.
 * @param {State} state
 * @param {typeof FILTERS[number]} name
 * @param {string} value
 * @param {boolean} is_on  Whether the value is on now.
 */
export function toggled(state, name, value, is_on) {
  const values = is_on ? state[name].filter((other) => other !== value) : [...state[name], value];
  return changed(state, { [name]: values });
}

/** The state without any filter; query, kind and order stay. @param {State} state */
export function without_filters(state) {
  const none = Object.fromEntries(FILTERS.map((name) => [name, []]));
  return changed(state, { ...none, field: DEFAULTS.field });
}

/** @param {State} state */
export function has_filters(state) {
  return FILTERS.some((name) => state[name].length > 0) || state.field !== DEFAULTS.field;
}

/** @param {string[]} values */
function unique(values) {
  return [...new Set(values)];
}
