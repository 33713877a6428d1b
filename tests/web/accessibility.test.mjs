// Every state of the page, in both themes and at two widths: axe finds nothing, nothing is cut off
// sideways, and a picture is kept. Then zoom and print.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { PHONE, WIDE, close, launch, open, screenshot, search_answer, with_page } from './support/browser.mjs';

const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

before(launch);
after(close);

/** Views by name; a function gives the address where it depends on the corpus. */
const VIEWS = {
  start: '',
  hits: '?q=窓口',
  filtered: async () => {
    const { facets } = await search_answer({ q: '窓口' });
    return `?q=窓口&ward=${facets.ward[0].value}&scene=${facets.scene[0].value}`;
  },
  standards: '?kind=standard',
  passages: '?kind=passage',
  paged: '?kind=initiative&offset=20',
  empty: '?q=窓口 ぬるぬるぽよぽよ',
  bad_filter: '?q=窓口&ward=架空区',
  unknown_record: '?record=no-such-record',
  record: async () => `?q=窓口&record=${(await search_answer({ q: '窓口' })).hits[0].id}`,
};

/** Rules broken on the page as it stands, with the elements, for a readable failure. */
async function violations(page) {
  await page.evaluate(axe_source);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations: found } = await globalThis.axe.run(document, { runOnly: tags });
    return found.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => `${node.html} ${node.failureSummary}`) }));
  });
}

const sideways_overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const viewport of [WIDE, PHONE]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const [name, where] of Object.entries(VIEWS)) {
      test(`IsAccessible: ${name}, ${viewport.width} px, ${colorScheme}`, async () => {
        const path = typeof where === 'string' ? where : await where();
        await with_page({ path, viewport, colorScheme, expects_failures: true, reducedMotion: 'reduce' }, async (page) => {
          await screenshot(page, `${name}-${viewport.width}-${colorScheme}`);
          assert.deepEqual(await violations(page), []);
          assert.ok(await sideways_overflow(page) <= 0, 'the page scrolls sideways');
        });
      });
    }
  }
}

test('UnfoldedPartsAreAccessibleToo', () => with_page({ path: '?q=窓口', viewport: PHONE }, async (page) => {
  await page.getByRole('button', { name: '絞り込み' }).click();
  await page.getByText('検索のしかた').click();
  await screenshot(page, 'unfolded-390-light');
  assert.deepEqual(await violations(page), []);
}));

// 1280 px at 200 % and 400 %, which WCAG 1.4.10 asks for.
for (const width of [640, 320]) {
  test(`ReflowsWithoutScrollingSideways: ${width} px`, () =>
    with_page({ viewport: { width, height: 720 }, expects_failures: true }, async (page) => {
      for (const where of Object.values(VIEWS)) {
        const path = typeof where === 'string' ? where : await where();
        await open(page, path);
        assert.ok(await sideways_overflow(page) <= 0, path);
      }
    }));
}

test('PrintsTheHitsAndNotTheControls', () => with_page({ path: '?q=窓口' }, async (page) => {
  await page.emulateMedia({ media: 'print' });
  await screenshot(page, 'print');
  assert.equal(await page.getByRole('article').first().isVisible(), true);
  assert.equal(await page.locator('.source').first().isVisible(), true);
  for (const selector of ['.search', '.filters', '.tabs', '.hit .button']) {
    assert.equal(await page.locator(selector).first().isVisible(), false, selector);
  }
}));
