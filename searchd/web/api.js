// Talks to the HTTP API v1. Addresses are relative to the page, so that it also works below a path
// of a reverse proxy.

import { PAGE_SIZE, search_parameters } from './state.js';
import { ward_text } from './wording.js';

/** @typedef {import('./highlight.js').Range} Range */

/**
 * @typedef {object} RecordJson
 * @property {string} id
 * @property {'initiative'|'example'|'standard'|'passage'} kind
 * @property {{code: string, name: string|null, municipality: string}} ward
 * @property {number|null} fiscal_year
 * @property {string|null} fiscal_year_label
 * @property {string|null} department
 * @property {number|null} number
 * @property {string[]} scenes
 * @property {string|null} target
 * @property {string|null} result
 * @property {'reported'|'omitted'|'missing'} result_status
 * @property {string|null} scope
 * @property {string|null} role
 * @property {string[]} headings
 * @property {{file: string, line: number, title: string, url: string|null, note: string|null}} source
 */

/** @typedef {{text: string, cut_before: boolean, cut_after: boolean, highlights: Range[]}} Snippet */
/** @typedef {{target?: Range[], result?: Range[]}} Highlights */
/** @typedef {{target?: Snippet, result?: Snippet}} Snippets */
/** @typedef {RecordJson & {highlights: Highlights, snippets: Snippets}} Hit */
/** @typedef {{value: string, label: string, count: number, selected: boolean}} FacetValue */

/**
 * @typedef {object} SearchAnswer
 * @property {{q: string, interpretation: string}} query  With the conditions in Japanese.
 * @property {number} total
 * @property {number} offset
 * @property {number} limit
 * @property {Hit[]} hits
 * @property {Record<string, FacetValue[]>} facets
 * @property {Record<string, number>} kinds
 * @property {string|null} did_you_mean  A query with hits that was probably meant.
 * @property {{word: string, text: string}[]} expanded  Other words, readings and attributes (区: 川崎市中原区).
 * @property {string[]} notes  What was ignored, read otherwise or taken word by word; in Japanese.
 */

/**
 * @typedef {object} ReportJson
 * @property {string} kind
 * @property {RecordJson['ward']} ward
 * @property {number} fiscal_year
 * @property {string} fiscal_year_label
 * @property {string} title
 * @property {string} file
 * @property {string|null} url
 * @property {string|null} note
 * @property {Record<string, number>} records
 */

/** A request that brought no answer: `status` 0 if the server could not be reached. */
export class ApiError extends Error {
  /**
   * @param {number} status
   * @param {{type?: string, title?: string, detail?: string, parameter?: string, hint?: string}} [problem]
   */
  constructor(status, problem = {}) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    /** The last part of the problem's type, `invalid-parameter` say; empty if it is not ours. */
    this.type = problem.type?.split('/').at(-1) ?? '';
    this.parameter = problem.parameter ?? '';
    this.hint = problem.hint ?? '';
  }
}

/**
 * @param {string} path  Relative to the page.
 * @param {AbortSignal} signal
 * @returns {Promise<any>} the JSON body; throws ApiError, or the signal's own reason.
 */
async function load(path, signal) {
  let answer;
  let body;
  try {
    answer = await fetch(path, { signal, headers: { accept: 'application/json' } });
    body = await answer.text();
  } catch (error) {
    signal.throwIfAborted();
    throw new ApiError(0, { detail: String(error) });
  }
  const json = parsed(body);
  if (!answer.ok) throw new ApiError(answer.status, json);
  if (json === undefined) throw new ApiError(answer.status, { detail: 'the answer is not JSON' });
  return json;
}

/** @param {string} text @returns {any} undefined if it is not JSON: a proxy's error page, say. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The address of a search's JSON. @param {import('./state.js').State} state */
export function search_path(state) {
  const parameters = search_parameters(state);
  parameters.set('limit', String(PAGE_SIZE));
  return `api/v1/search?${parameters}`;
}

/** The address of a record's JSON. @param {string} id */
export function record_path(id) {
  return `api/v1/records/${encodeURIComponent(id)}`;
}

/**
 * @param {import('./state.js').State} state
 * @param {AbortSignal} signal
 * @returns {Promise<SearchAnswer>}
 */
export function search(state, signal) {
  return load(search_path(state), signal);
}

/** @param {string} id @param {AbortSignal} signal @returns {Promise<RecordJson>} */
export async function record(id, signal) {
  return (await load(record_path(id), signal)).record;
}

/** Entries of one answer at most, as the API allows. */
const LIST_PAGE = 200;

/**
 * The answer of a list route with the entries of all its pages under `name`.
 * @param {string} name  Of the route and of its list.
 * @param {AbortSignal} signal
 */
async function whole_list(name, signal) {
  const first = await load(`api/v1/${name}?limit=${LIST_PAGE}`, signal);
  const entries = first[name];
  while (entries.length < first.total) {
    const next = await load(`api/v1/${name}?limit=${LIST_PAGE}&offset=${entries.length}`, signal);
    if (next[name].length === 0) break;  // Another index serves meanwhile, a smaller one.
    entries.push(...next[name]);
  }
  return first;
}

/**
 * Names of wards by their code, 川崎市中原区 say.
 * @param {AbortSignal} signal
 * @returns {Promise<Map<string, string>>}
 */
export async function ward_names(signal) {
  const { wards } = await whole_list('wards', signal);
  return new Map(wards.map((ward) => [ward.code, ward_text(ward)]));
}

/** @param {AbortSignal} signal @returns {Promise<{indexed_at: string, reports: ReportJson[]}>} */
export function reports(signal) {
  return whole_list('reports', signal);
}
