// Marks the found words. Ranges are half-open and count Unicode code points, as the API gives them;
// JavaScript strings count UTF-16 units, so a text is first spread into its code points.

import { element } from './dom.js';

/** @typedef {[number, number]} Range */
/** @typedef {{text: string, marked: boolean}} Segment */

/**
 * The text cut at the ends of the ranges. Ranges may overlap, touch or come in any order; what lies
 * outside the text is ignored. The segments joined give the text again.
 * @param {string} text
 * @param {Range[]} ranges
 * @returns {Segment[]}
 */
export function segments(text, ranges) {
  const points = Array.from(text);
  const parts = [];
  let at = 0;
  const add = (end, marked) => {
    if (end > at) parts.push({ text: points.slice(at, end).join(''), marked });
    at = Math.max(at, end);
  };
  for (const [begin, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    add(Math.min(begin, points.length), false);
    add(Math.min(end, points.length), true);
  }
  add(points.length, false);
  return parts;
}

/**
 * The text as nodes, with the ranges in <mark>.
 * @param {string} text
 * @param {Range[]} [ranges]
 * @returns {Node[]}
 */
export function highlighted(text, ranges = []) {
  return segments(text, ranges).map((part) =>
    part.marked ? element('mark', {}, part.text) : document.createTextNode(part.text));
}
