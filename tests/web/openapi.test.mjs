// The description of the API against a validator of OpenAPI 3.1, and the answers of a running daemon
// against their schemas: what is there must be described, and what is described must be there.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import add_formats from 'ajv-formats';

const given = process.env.TORIKUMI_URL;
if (!given) {
  throw new Error('TORIKUMI_URL is not set: start torikumi-searchd and give its address');
}
const api = new URL('api/v1/', given.endsWith('/') ? given : `${given}/`);

/** Requests for each path of the description; every path must have some. */
const REQUESTS = {
  '/search': [
    'search', 'search?q=個人情報', 'search?q=個人情報 OR 電話 -窓口&kind=all&limit=200', 'search?q=発券機&synonyms=off', 'search?q=個人惰報',
    'search?q=記入例&field=target&sort=year', 'search?q=区:西区 年度:昔 「', 'search?ward=中原区&ward=川崎区&year=令和2..7&scene=共通',
    'search?kind=example&kind=standard&sort=ward&offset=3&limit=7', 'search?limit=0',
  ],
  '/suggest': ['suggest', 'suggest?q=こじんj', 'suggest?q=窓口 hakke&limit=20', 'suggest?q=ん', 'suggest?limit=0'],
  '/records/{id}': [],  // Filled from what the search finds.
  '/records/{id}/similar': [],
  '/reports': ['reports', 'reports?ward=川崎市&year=2020'],
  '/wards': ['wards', 'wards?ward=川崎市&limit=3&offset=1'],
  '/departments': ['departments', 'departments?ward=中原区'],
  '/departments/timeline': ['departments/timeline?ward=中原区&department=総務課', 'departments/timeline?ward=川崎区&department=企画課'],
  '/standards': ['standards', 'standards?scene=お知らせ&limit=2'],
  '/standards/coverage': [
    'standards/coverage', 'standards/coverage?by=ward,year&limit=3', 'standards/coverage?by=link&strength=strong&kind=initiative',
    'standards/coverage?standard=23&ward=中原区&scene=共通', 'standards/coverage?strength=weak&limit=0',
  ],
  '/standards/history': ['standards/history', 'standards/history?ward=川崎市&year=2024'],
  '/completeness': ['completeness', 'completeness?year=2021'],
  '/quality': ['quality', 'quality?ward=中原区&q=窓口', 'quality?flag=restated'],
  '/themes': ['themes'],
  '/themes/{id}': [],  // Filled from the list of themes.
  '/practices': [
    'practices', 'practices?q=窓口&limit=3', 'practices?ward=中原区&year=2020&min_departments=2&sort=size', 'practices?sort=recent&limit=0',
    'practices?kind=example&sort=label',
  ],
  '/practices/{id}': [],  // Filled from the list of practices.
  '/practices/{id}/timeline': [],
  '/promotion': [
    'promotion', 'promotion?evidence=1&limit=3&min_wards=1', 'promotion?ward=中原区&year=2020&w_wards=0&half_life_years=1', 'promotion?limit=0',
  ],
  '/promotion/backtest': ['promotion/backtest', 'promotion/backtest?k=1&min_wards=1'],
  '/analytics/frequency': [
    'analytics/frequency?by=ward,year', 'analytics/frequency?q=個人情報&by=department', 'analytics/frequency?q=研修&by=scene,field&ward=中原区',
  ],
  '/analytics/terms': ['analytics/terms?ward=中原区', 'analytics/terms?q=窓口&limit=5', 'analytics/terms?scene=電話対応', 'analytics/terms?flag=quantities'],
  '/analytics/trends': ['analytics/trends', 'analytics/trends?q=個人情報', 'analytics/trends?of=themes&kind=initiative&kind=example'],
  '/analytics/cooccurrence': ['analytics/cooccurrence?q=窓口', 'analytics/cooccurrence?ward=川崎区&kind=all'],
  '/analytics/diffusion': ['analytics/diffusion?q=発券機', 'analytics/diffusion?theme=multilingual&ward=川崎区&year=2020..2025&kind=initiative'],
  '/analytics/concordance': ['analytics/concordance?q=窓口', 'analytics/concordance?q=研修&sort=right&limit=3', 'analytics/concordance?q=研修&from_record=1'],
};

const WRONG_REQUESTS = [
  'promotion?min_wards=0', 'promotion?w_wards=101', 'promotion?w_wards=0&w_departments=0&w_persistence=0&w_recency=0&w_results=0', 'promotion?q=x', 'promotion/backtest?k=0', 'promotion?format=pdf',
  'search?keyword=x', 'search?limit=many', 'search?limit=1000', 'search?ward=架空区', 'search?kind=idea', 'records/nothing', 'records/nothing/similar', 'suggest?limit=21',
  'nothing', 'search?q=%FF', 'search?flag=nothing', 'themes/nothing', 'analytics/frequency?by=month', 'analytics/frequency?theme=nothing', 'analytics/terms',
  'departments/timeline', 'departments/timeline?ward=中原区&department=課', 'practices/p-nothing', 'practices/p-nothing/timeline', 'analytics/diffusion', 'practices?kind=standard', 'practices?record=nothing', 'practices?min_wards=0', 'analytics/trends?of=words', 'analytics/concordance', 'quality?ward=架空区', 'standards/coverage?standard=999', 'standards/coverage?strength=medium', 'standards/history?year=昔',
];

let description;
let ajv;

async function get(path) {
  const response = await fetch(new URL(path, api));
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

/** Names of the schemas that others extend: only their extensions can be closed. */
function extended_schemas(schemas) {
  const names = new Set();
  for (const schema of Object.values(schemas)) {
    for (const part of schema.allOf ?? []) {
      if (part.$ref) names.add(part.$ref.split('/').at(-1));
    }
  }
  return names;
}

/** The schema with every object in it closed to keys that it does not describe. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(
    ([key, value]) => [key, key === 'allOf' ? value : closed(value)],
  ));
  const is_object = copy.allOf || (copy.type === 'object' && copy.properties && !copy.additionalProperties);
  return is_object ? { type: 'object', ...copy, unevaluatedProperties: false } : copy;
}

function validator_of(name) {
  return ajv.compile({ $ref: `#/components/schemas/${name}`, components: ajv.components });
}

function problems_of(validate) {
  return ajv.errorsText(validate.errors, { separator: '\n' });
}

before(async () => {
  const response = await fetch(new URL('openapi.json', api));
  assert.equal(response.status, 200);
  description = await response.json();
  ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  add_formats(ajv);
  ajv.addVocabulary(['components']);  // Where the schemas refer to; not part of JSON Schema.
  const schemas = description.components.schemas;
  const open = extended_schemas(schemas);
  ajv.components = {
    schemas: Object.fromEntries(Object.entries(schemas).map(
      ([name, schema]) => [name, open.has(name) ? schema : closed(schema)],
    )),
  };
  const found = await get('search?kind=all&limit=200');
  const kinds = new Map(found.body.hits.map((hit) => [hit.kind, hit.id]));
  REQUESTS['/records/{id}'] = [...kinds.values()].map((id) => `records/${id}`);
  REQUESTS['/records/{id}/similar'] = [...kinds.values()].flatMap((id) => [
    `records/${id}/similar`, `records/${id}/similar?kind=all&ward=中原区&limit=50`,
  ]);
  const { body: { themes } } = await get('themes');
  const { body: { practices } } = await get('practices');
  REQUESTS['/practices/{id}'] = practices.flatMap(({ id }) => [`practices/${id}`, `practices/${id}?ward=中原区&limit=1&offset=1`]);
  REQUESTS['/practices/{id}/timeline'] = practices.map(({ id }) => `practices/${id}/timeline`);
  REQUESTS['/themes/{id}'] = themes.map(({ id }) => `themes/${id}`);
});

describe('the description', () => {
  test('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone(description));
    assert.ok(result.valid, JSON.stringify(result.errors, null, 1));
    assert.equal(validator.version, '3.1');
  });

  test('names a server from which its paths are reached', async () => {
    const server = new URL(description.servers[0].url, new URL('openapi.json', api));
    const response = await fetch(`${server.href}/wards`);
    assert.equal(response.status, 200);
  });

  test('has only paths that are tried here', () => {
    assert.deepEqual(Object.keys(description.paths).sort(), Object.keys(REQUESTS).sort());
  });
});

describe('the answers', () => {
  test('are as their schemas say', async () => {
    for (const [path, requests] of Object.entries(REQUESTS)) {
      assert.ok(requests.length > 0, path);
      const content = description.paths[path].get.responses['200'].content['application/json'];
      const validate = validator_of(content.schema.$ref.split('/').at(-1));
      for (const request of requests) {
        const { status, type, body } = await get(request);
        assert.equal(status, 200, request);
        assert.equal(type, 'application/json; charset=utf-8');
        assert.ok(validate(body), `${request}\n${problems_of(validate)}`);
      }
    }
  });

  test('hold records and wards without further keys', async () => {
    const close = (name) => ajv.compile({
      $ref: `#/components/schemas/${name}`, type: 'object', unevaluatedProperties: false, components: ajv.components,
    });
    const validate = { Record: close('Record'), Ward: close('Ward') };
    for (const request of REQUESTS['/records/{id}']) {
      const { record: { derived: _, ...record } } = (await get(request)).body;  // Described beside Record.
      assert.ok(validate.Record(record), `${request}\n${problems_of(validate.Record)}`);
      assert.ok(validate.Ward(record.ward), `${request}\n${problems_of(validate.Ward)}`);
    }
  });

  test('are problems as described where a request is wrong', async () => {
    const validate = validator_of('Problem');
    for (const request of WRONG_REQUESTS) {
      const { status, type, body } = await get(request);
      assert.ok(status >= 400, request);
      assert.equal(type, 'application/problem+json');
      assert.ok(validate(body), `${request}\n${problems_of(validate)}`);
      assert.equal(body.status, status);
    }
  });

  test('give as tables what the description promises', async () => {
    for (const [path, operation] of Object.entries(description.paths)) {
      if (!operation.get.responses['200'].content['text/csv']) continue;
      const [request] = REQUESTS[path];
      const table = new URL(request, api);
      table.searchParams.set('format', 'csv');
      const response = await fetch(table);
      assert.equal(response.status, 200, request);
      assert.match(response.headers.get('content-type'), /^text\/csv;/);
    }
  });
});
