// The Japanese words for the API's names, in one place. The vocabulary is that of docs/architecture.md.

export const KINDS = { initiative: '取組', example: '事例', standard: '基準', passage: '資料' };

export const FILTER_LABELS = { ward: '区', year: '年度', scene: '場面', department: '部署' };

export const FIELDS = { '': '目標と実施結果', target: '目標だけ', result: '実施結果だけ' };

export const SORTS = { relevance: '関連度順', year: '新しい年度順', ward: '区順' };

export const SCOPES = {
  all_offices: '全区役所',
  each_section: '各課',
  particular_sections: '特定の課',
  one_ward: '各区独自',
};

export const ROLES = {
  bullet: '箇条書き',
  principle: '理念',
  policy: '方針',
  scene_definition: '場面の説明',
};

export const REPORT_KINDS = {
  targets_and_results: '目標と実施結果',
  standards: '区役所サービス基準',
  guideline: '指針',
  policy: '運営方針',
};

/** Why there is no result to read. */
export const RESULT_STATUS = {
  omitted: { label: '総括省略', text: '報告書では、実施結果の総括が省略されています。' },
  missing: { label: '記載なし', text: '報告書に実施結果の記載がありません。' },
};

/** @param {number} count */
export function number_text(count) {
  return count.toLocaleString('ja-JP');
}

/** @param {number} count */
export function count_text(count) {
  return `${number_text(count)}件`;
}

/**
 * 川崎市中原区, or 川崎市 for a document of the whole city.
 * @param {{name: string|null, municipality: string}} ward
 */
export function ward_text(ward) {
  return ward.municipality + (ward.name ?? '');
}

/**
 * 令和7年度（2025）, so that years can be compared without knowing the eras.
 * @param {{fiscal_year: number|null, fiscal_year_label: string|null}} dated
 */
export function year_text({ fiscal_year, fiscal_year_label }) {
  return fiscal_year === null ? '年度不明' : `${fiscal_year_label ?? ''}（${fiscal_year}）`;
}

/** What one of them is called in a heading. @param {import('./api.js').RecordJson} record */
export function record_title(record) {
  const number = record.number === null ? '' : `\u00a0${record.number}`;  // Kept on one line.
  switch (record.kind) {
    case 'standard':
      return `区役所サービス基準${number}`;
    case 'passage':
      return record.headings.at(-1) || record.source.title || record.source.file;
    case 'example':
      return `${ward_text(record.ward)}の事例${number}`;
    default:
      return `${record.department || ward_text(record.ward)} 取組${number}`;
  }
}
