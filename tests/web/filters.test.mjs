// Filters: facets, chips, kinds, and their addresses.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, close, launch, number_in, search_answer, shown, with_page } from './support/browser.mjs';

before(launch);
after(close);

const panel = (page) => page.getByRole('complementary', { name: '絞り込み' });
const chips = (page) => page.getByRole('list', { name: '選択中の条件' });
const total = async (page) => number_in(await page.getByRole('heading', { level: 1 }).textContent());

test('AFacetShowsAsManyHitsAsItCounts', async () => {
  const expected = await search_answer({ q: '窓口' });
  for (const name of ['ward', 'year', 'scene', 'department']) {
    const value = expected.facets[name][0];
    await with_page({ path: '?q=窓口' }, async (page) => {
      const link = panel(page).locator(`[data-key="${name}:${value.value}"]`);
      assert.equal(number_in(await link.textContent()), value.count);
      await link.click();
      await chips(page).waitFor();
      assert.equal(await total(page), value.count, `${name} ${value.label}`);
      assert.equal(new URL(page.url()).searchParams.get(name), value.value);
    });
  }
});

test('ACityShowsAsManyHitsAsItCountsWithItsWards', async () => {
  const query = '?q=窓口&kind=all';
  const { ward } = (await search_answer({ q: '窓口', kind: 'all' })).facets;
  const city = ward.find((value) => value.label === '川崎市');
  assert.ok(ward.some((value) => value.label.startsWith('川崎市') && value !== city));
  await with_page({ path: query }, async (page) => {
    const link = panel(page).locator(`[data-key="ward:${city.value}"]`);
    assert.match(await link.textContent(), /川崎市（各区を含む）/);
    await link.click();
    await chips(page).waitFor();
    assert.equal(await total(page), city.count);
  });
});

test('AChosenFacetIsMarkedAndKeepsTheFocus', async () => {
  const [value] = (await search_answer({ q: '窓口' })).facets.scene;
  await with_page({ path: '?q=窓口' }, async (page) => {
    const link = panel(page).locator(`[data-key="scene:${value.value}"]`);
    assert.equal(await link.getAttribute('aria-current'), null);
    await link.focus();
    await page.keyboard.press('Enter');
    await chips(page).waitFor();
    assert.equal(await link.getAttribute('aria-current'), 'true');
    assert.match(await link.textContent(), /選択中/);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.key), `scene:${value.value}`);
  });
});

test('AChipTakesItsFilterAway', async () => {
  const expected = await search_answer({ q: '窓口' });
  const [ward] = expected.facets.ward;
  const [year] = expected.facets.year;
  await with_page({ path: `?q=窓口&ward=${ward.value}&year=${year.value}` }, async (page) => {
    assert.equal(await chips(page).locator('.chip').count(), 2);
    await chips(page).getByRole('link', { name: new RegExp(`区：${ward.label}`) }).click();
    await page.waitForURL((url) => !url.searchParams.has('ward'));
    await shown(page);
    assert.equal(await chips(page).locator('.chip').count(), 1);
    assert.equal(await total(page), year.count);
    await chips(page).locator('.chip').click();
    await page.waitForURL((url) => !url.searchParams.has('year'));
    await shown(page);
    assert.equal(await chips(page).count(), 0);
    assert.equal(await total(page), expected.total);
  });
});

test('AllFiltersGoAtOnce', async () => {
  const expected = await search_answer({ q: '窓口' });
  const [ward] = expected.facets.ward;
  await with_page({ path: `?q=窓口&ward=${ward.value}&field=target` }, async (page) => {
    await chips(page).getByRole('link', { name: '条件をすべて外す' }).click();
    await page.waitForURL((url) => url.search === `?q=${encodeURIComponent('窓口')}`);
    await shown(page);
    assert.equal(await total(page), expected.total);
  });
});

test('KindsCarryTheirCountsAndLeadToThem', async () => {
  const expected = await search_answer({ q: '窓口' });
  await with_page({ path: '?q=窓口' }, async (page) => {
    const tabs = page.getByRole('navigation', { name: '種類' });
    for (const [kind, label] of [['initiative', '取組'], ['example', '事例'], ['standard', '基準'], ['passage', '資料']]) {
      const tab = tabs.getByRole('link', { name: label });
      assert.equal(number_in(await tab.textContent()), expected.kinds[kind], kind);
      await tab.click();
      await tabs.locator('[aria-current="true"]', { hasText: label }).waitFor();
      assert.equal(await total(page), expected.kinds[kind], kind);
    }
  });
});

test('TheFieldChoiceSearchesOneText', async () => {
  const expected = await search_answer({ q: '窓口', field: 'result' });
  await with_page({ path: '?q=窓口' }, async (page) => {
    await panel(page).getByRole('link', { name: '実施結果だけ' }).click();
    await chips(page).waitFor();
    assert.equal(await total(page), expected.total);
  });
});

test('ARangeOfYearsIsShownAsChosenAndNarrowsToOneYear', () =>
  with_page({ path: '?q=窓口&year=2019..2026' }, async (page) => {
    const years = panel(page).locator('[data-key^="year:"]');
    assert.ok(await years.count() > 1);
    assert.equal(await panel(page).locator('[data-key^="year:"][aria-current]').count(), await years.count());
    const first = await years.first().getAttribute('data-key');
    await years.first().click();
    await page.waitForURL((url) => url.searchParams.get('year') === first.slice('year:'.length));
  }));

test('FiltersStandFoldedUnderAButtonOnAPhone', () =>
  with_page({ path: '?q=窓口', viewport: PHONE }, async (page) => {
    const button = page.getByRole('button', { name: '絞り込み' });
    const first = panel(page).locator('.facet-value').first();
    assert.equal(await first.isVisible(), false);
    await button.click();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    assert.equal(await first.isVisible(), true);
    await first.click();
    await chips(page).waitFor();
    assert.equal(await first.isVisible(), true, 'choosing a value must not fold the panel');
  }));

test('ALongFacetUnfoldsOnDemand', async () => {
  const { department } = (await search_answer({ kind: 'initiative' })).facets;
  assert.ok(department.length > 8);
  await with_page({ path: '?kind=initiative' }, async (page) => {
    const rows = panel(page).locator('[data-key^="department:"]:visible');
    assert.equal(await rows.count(), 8);
    await panel(page).getByRole('button', { name: 'すべて表示' }).click();
    assert.equal(await rows.count(), department.length);
  });
});
