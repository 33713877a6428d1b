// The parts that a hit in a list and a record's own page have in common.

import { element, icon } from './dom.js';
import { highlighted } from './highlight.js';
import { RESULT_STATUS, ROLES, SCOPES, ward_text, year_text } from './wording.js';

/** @typedef {import('./api.js').RecordJson} RecordJson */
/** @typedef {import('./api.js').Snippet} Snippet */

/** What the text of a record without a result is called. */
const TEXT_LABELS = { initiative: '目標', standard: '基準', passage: '本文', example: '事例' };

/** Ward and year, with the department where the heading does not say it. @param {RecordJson} record */
export function place_line(record) {
  const parts = [ward_text(record.ward), year_text(record)];
  if (record.kind !== 'initiative' && record.department) parts.push(record.department);
  return element('p', { class: 'place' }, parts.map((part) => element('span', {}, part)));
}

/** Scenes, and what a standard or a passage is. @param {RecordJson} record */
export function labels(record) {
  const extra = [
    record.scope && `対象：${SCOPES[record.scope] ?? record.scope}`,
    record.role && record.role !== 'paragraph' && (ROLES[record.role] ?? record.role),
  ].filter(Boolean);
  if (record.scenes.length + extra.length === 0) return null;
  return element('ul', { class: 'labels', 'aria-label': '場面など' },
    record.scenes.map((scene) => element('li', { class: 'label' }, scene)),
    extra.map((text) => element('li', { class: 'label label-plain' }, text)));
}

/**
 * Target and result, side by side where there is room.
 * @param {RecordJson} record
 * @param {{target?: Snippet, result?: Snippet}} texts  What to show of each.
 * @param {string} heading  The heading element of a text: one level below the record's own.
 */
export function texts(record, { target, result }, heading) {
  const box = element('div', { class: 'texts' });
  const add = (label, content) => box.append(
    element('section', { class: 'text' }, element(heading, { class: 'text-label' }, label), content));
  if (record.target && target) add(TEXT_LABELS[record.kind], excerpt(target));
  if (record.kind === 'initiative') add('実施結果', result_content(record, result));
  else if (record.result && result) add(TEXT_LABELS[record.kind], excerpt(result));
  return box;
}

/** @param {RecordJson} record @param {Snippet|undefined} result */
function result_content(record, result) {
  const status = RESULT_STATUS[record.result_status];
  const text = record.result && result ? excerpt(result) : null;
  if (!status) return text ?? document.createTextNode('');
  return element('div', {},
    element('p', { class: 'result-status' },
      element('span', { class: 'label label-status' }, status.label),
      text ? null : element('span', {}, status.text)),
    text);
}

/** @param {Snippet} snippet */
function excerpt(snippet) {
  return element('p', { class: 'words' },
    snippet.cut_before ? '…' : null,
    highlighted(snippet.text, snippet.highlights),
    snippet.cut_after ? '…' : null);
}

/** The note that goes with a text wherever it is shown: that it is a digest, say. @param {string|null} note */
export function source_note(note) {
  return note ? element('p', { class: 'source-note' }, icon('note'), element('span', {}, note)) : null;
}

/** Title, file and line of the source, linked where the report is published. @param {RecordJson} record */
export function source_line({ source }) {
  const title = source.title || source.file;
  return element('p', { class: 'source' },
    element('span', { class: 'source-label' }, '出典：'),
    report_link(title, source.url),
    element('span', { class: 'source-place' }, `${source.file} ${source.line}行目`));
}

/**
 * The title of a report, as a link where it is published. Only web addresses become links: the
 * address comes from a catalogue that anybody may have written.
 * @param {string} title
 * @param {string|null} url
 */
export function report_link(title, url) {
  if (!url || !/^https?:\/\//i.test(url)) return element('span', {}, title);
  return element('a', { href: url, rel: 'noopener noreferrer external' }, title, icon('external'));
}
