// The start page: what can be searched, and how to begin.

import { element } from './dom.js';
import { report_link } from './record_parts.js';
import { address, changed, read_state } from './state.js';
import { KINDS, REPORT_KINDS, count_text, ward_text, year_text } from './wording.js';

/** @typedef {import('./api.js').ReportJson} ReportJson */

/** Queries that show what the query language can do, each with what it means. */
const EXAMPLES = [
  ['多言語', 'この言葉を含むもの'],
  ['窓口 待ち時間', '両方の言葉を含むもの'],
  ['英語 OR 中国語', 'どちらかの言葉を含むもの'],
  ['研修 -接遇', '「接遇」を含むものを除く'],
  ['"情報共有"', 'この並びのまま含むもの'],
  ['場面:電話対応 丁寧', '電話対応の取組から探す'],
];

export function start_page() {
  const examples = EXAMPLES.map(([q, meaning]) => element('li', {},
    element('a', { href: address(changed(read_state(''), { q })), class: 'example' }, q),
    element('span', { class: 'example-meaning' }, meaning)));
  return element('div', { class: 'start' },
    element('h1', { class: 'page-title', id: 'view-title', tabindex: -1 }, '区役所サービス向上の取組を探す'),
    element('p', { class: 'lead' },
      '各区の報告書に書かれた「目標」と「実施結果」を、言葉、区、年度、場面、部署から探せます。'),
    element('h2', {}, '検索の例'),
    element('ul', { class: 'examples' }, examples),
    element('div', { id: 'catalogue' }));
}

/**
 * The reports that are in the index, each with links to its records.
 * @param {{indexed_at: string, reports: ReportJson[]}} answer
 */
export function catalogue(answer) {
  if (answer.reports.length === 0) {
    return element('section', {}, element('h2', {}, '収録している報告書'),
      element('p', {}, '収録している報告書はまだありません。'));
  }
  const head = ['報告書', '区', '年度', '収録数'].map((name) => element('th', { scope: 'col' }, name));
  const notes = [...new Set(answer.reports.map((report) => report.note).filter(Boolean))];
  return element('section', {},
    element('h2', {}, '収録している報告書', element('span', { class: 'count' }, count_text(answer.reports.length))),
    element('table', { class: 'reports' },
      element('thead', {}, element('tr', {}, head)),
      element('tbody', {}, answer.reports.map(report_row))),
    notes.map((note) => element('p', { class: 'table-note' }, `収録資料についての注記：${note}`)),
    indexed_line(answer.indexed_at));
}

/** Kinds whose records carry the ward and year of their report, so that a list of them can be linked. */
const LISTED_KINDS = new Set(['initiative', 'standard']);

/** @param {ReportJson} report */
function report_row(report) {
  const counts = Object.entries(KINDS).filter(([kind]) => report.records[kind] > 0).map(([kind, label]) => {
    const text = `${label} ${count_text(report.records[kind])}`;
    const list = changed(read_state(''), { kind, ward: [report.ward.code], year: [String(report.fiscal_year)] });
    return element('li', {}, LISTED_KINDS.has(kind) ? element('a', { href: address(list) }, text) : text);
  });
  return element('tr', {},
    element('th', { scope: 'row' }, report_link(report.title || report.file, report.url),
      element('span', { class: 'report-kind' }, REPORT_KINDS[report.kind] ?? report.kind)),
    element('td', { 'data-label': '区' }, ward_text(report.ward)),
    element('td', { 'data-label': '年度' }, year_text(report)),
    element('td', { 'data-label': '収録数' }, element('ul', { class: 'inline-list' }, counts)));
}

/** @param {string} indexed_at  RFC 3339. */
function indexed_line(indexed_at) {
  const time = new Date(indexed_at);
  if (Number.isNaN(time.getTime())) return null;
  const text = time.toLocaleString('ja-JP', { dateStyle: 'long', timeStyle: 'short' });
  return element('p', { class: 'table-note' }, '検索用データの作成日時：',
    element('time', { datetime: indexed_at }, text));
}
