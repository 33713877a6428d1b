// The filters: lists of values with their counts, each a link that switches the value on or off, and
// the chosen ones as chips that take them away.

import { element, hidden_text, icon } from './dom.js';
import { DEFAULTS, FILTERS, address, changed, has_filters, toggled, without_filters } from './state.js';
import { FIELDS, FILTER_LABELS, count_text, number_text, year_text } from './wording.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./api.js').FacetValue} FacetValue */

/** A longer list shows this many values and the rest on demand. */
const SHOWN_VALUES = 8;

/** Facets whose whole list was asked for; kept while the page lives, so that a click does not fold it. */
const unfolded = new Set();

/**
 * The panel of filters. On a narrow screen it is folded under a button.
 * @param {State} state
 * @param {Record<string, FacetValue[]>} facets
 */
export function filter_panel(state, facets) {
  const chosen = FILTERS.reduce((sum, name) => sum + state[name].length, 0) + (state.field ? 1 : 0);
  const lists = element('div', { class: 'filter-lists', id: 'filter-lists' },
    FILTERS.map((name) => facet(state, name, facets[name] ?? [])), field_choice(state));
  const is_open = unfolded.has('panel');
  const button = element('button', {
    type: 'button', class: 'button filter-button', 'data-key': 'filters',
    'aria-expanded': String(is_open), 'aria-controls': 'filter-lists',
  }, icon('filter'), '絞り込み', chosen > 0 ? element('span', { class: 'count' }, `${chosen}件選択中`) : null);
  button.addEventListener('click', () => {
    const open = remember('panel', button.getAttribute('aria-expanded') !== 'true');
    button.setAttribute('aria-expanded', String(open));
  });
  return element('aside', { class: 'filters', 'aria-label': '絞り込み' },
    element('h2', { class: 'filters-title' }, '絞り込み'), button, lists);
}

/** @param {State} state @param {typeof FILTERS[number]} name @param {FacetValue[]} values */
function facet(state, name, values) {
  if (values.length === 0) return null;
  const rows = values.map((value) => facet_row(state, name, value, label_in_list(name, value, values)));
  const list = element('ul', {}, rows);
  const section = element('section', { class: 'facet' }, element('h3', {}, FILTER_LABELS[name]), list);
  const folded = rows.filter((row, i) => i >= SHOWN_VALUES && !values[i].selected);
  if (folded.length > 0) section.append(more_button(name, folded, values.length));
  return section;
}

/**
 * A value may be chosen by itself or by something wider in the address (a range of years, a city):
 * then it cannot be taken out alone, and its link narrows the choice to it.
 * @param {State} state
 * @param {typeof FILTERS[number]} name
 * @param {FacetValue} value
 * @param {string} label
 */
function facet_row(state, name, value, label) {
  const chosen_as = state[name].find((given) => given === value.value || given === value.label);
  const is_on = value.selected || chosen_as !== undefined;
  const only_this = is_on && chosen_as === undefined;
  const target = only_this ? changed(state, { [name]: [value.value] })
    : toggled(state, name, chosen_as ?? value.value, is_on);
  const spoken = only_this ? '（選択中の範囲に含まれます。押すとこれだけにします）' : '（選択中。押すと外します）';
  return element('li', {}, element('a', {
    href: address(target),
    class: 'facet-value',
    'data-key': `${name}:${value.value}`,
    'aria-current': is_on ? 'true' : null,
  }, element('span', { class: 'facet-box' }, is_on ? icon('check') : null),
  element('span', { class: 'facet-label' }, label),
  element('span', { class: 'count' }, count_text(value.count)),
  is_on ? hidden_text(spoken) : null));
}

/**
 * What a value is called beside the others: a city that is listed with its wards counts them too.
 * @param {string} name @param {FacetValue} value @param {FacetValue[]} all
 */
function label_in_list(name, value, all) {
  const label = value_label(name, value);
  const has_wards = name === 'ward' && all.some((other) => other !== value && other.label.startsWith(label));
  return has_wards ? `${label}（各区を含む）` : label;
}

/** Years are called by both calendars. @param {string} name @param {FacetValue} value */
function value_label(name, { value, label }) {
  return name === 'year' ? year_text({ fiscal_year: Number(value), fiscal_year_label: label }) : label;
}

/** @param {string} name @param {HTMLElement[]} folded @param {number} all_count */
function more_button(name, folded, all_count) {
  const show = (all) => {
    for (const row of folded) row.hidden = !all;
    button.textContent = all ? '少なく表示' : `すべて表示（${number_text(all_count)}）`;
    button.setAttribute('aria-expanded', String(all));
  };
  const button = element('button', { type: 'button', class: 'link-button', 'data-key': `more:${name}` });
  button.addEventListener('click', () => show(remember(name, !unfolded.has(name))));
  show(unfolded.has(name));
  return button;
}

/** @param {string} name @param {boolean} open */
function remember(name, open) {
  if (open) unfolded.add(name);
  else unfolded.delete(name);
  return open;
}

/** Which of the two texts is searched. @param {State} state */
function field_choice(state) {
  if (state.kind !== DEFAULTS.kind && state.field === DEFAULTS.field) return null;  // Others have one text.
  const rows = Object.entries(FIELDS).map(([field, label]) => element('li', {}, element('a', {
    href: address(changed(state, { field })),
    class: 'facet-value',
    'data-key': `field:${field}`,
    'aria-current': field === state.field ? 'true' : null,
  }, element('span', { class: 'facet-box facet-box-round' }), element('span', { class: 'facet-label' }, label))));
  return element('section', { class: 'facet' }, element('h3', {}, '検索する欄'), element('ul', {}, rows));
}

/**
 * The chosen filters; nothing if there is none.
 * @param {State} state
 * @param {Record<string, FacetValue[]>} facets  For the names behind codes; may be empty.
 * @param {Map<string, string>} ward_names         The same for wards that no facet lists.
 */
export function chips(state, facets, ward_names) {
  const label_of = (name, value) => {
    const listed = facets[name]?.find((one) => one.value === value);
    if (listed) return value_label(name, listed);
    return (name === 'ward' ? ward_names.get(value) : undefined) ?? value;
  };
  const rows = FILTERS.flatMap((name) => state[name].map((value) =>
    chip(`${FILTER_LABELS[name]}：${label_of(name, value)}`, toggled(state, name, value, true))));
  if (state.field) {
    rows.push(chip(`検索する欄：${FIELDS[state.field] ?? state.field}`, changed(state, { field: DEFAULTS.field })));
  }
  if (state.synonyms !== DEFAULTS.synonyms) {
    rows.push(chip('入力した言葉だけ', changed(state, { synonyms: DEFAULTS.synonyms })));
  }
  if (rows.length === 0) return null;
  if (rows.length > 1 && has_filters(state)) rows.push(element('li', {},
    element('a', { href: address(without_filters(state)), class: 'clear', 'data-key': 'clear' }, '条件をすべて外す')));
  return element('ul', { class: 'chips', 'aria-label': '選択中の条件' }, rows);
}

/** @param {string} text @param {State} without */
function chip(text, without) {
  return element('li', {}, element('a', { href: address(without), class: 'chip', 'data-key': `chip:${text}` },
    element('span', {}, text), icon('close'), hidden_text('この条件を外す')));
}

/**
 * Whether a ward is chosen that the facet does not list, because nothing is found there.
 * @param {State} state
 * @param {Record<string, FacetValue[]>} facets
 */
export function has_unlisted_ward(state, facets) {
  return state.ward.some((code) => !facets.ward?.some((one) => one.value === code));
}
