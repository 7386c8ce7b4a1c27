import { describe, expect, it } from 'vitest';
import { addCriteria, readCriteria } from '../../src/item/criteria.js';

const textsOf = (body: string) => readCriteria(body).items.map(({ text }) => text);

describe('what announces acceptance criteria', () => {
  it.each([
    '## Acceptance criteria',
    '## Acceptance Criterion',
    '# ACCEPTANCE CRITERIA #',
    '### ✅ Acceptance criteria',
    '## 3. Acceptance Criteria',
    '## 3.2) Acceptance criteria (must have):',
    '## **Acceptance criteria**',
    '## AC',
    '## ACs:',
    'Acceptance criteria\n===',
    'Acceptance criteria\n---',
    '**Acceptance Criteria**',
    '**Acceptance criteria:**',
    '**Acceptance criteria**:',
    '__AC__',
    '*Acceptance criteria*',
    'Acceptance criteria:',
    'AC:',
    '- **Acceptance criteria**',
    '<b>Acceptance criteria</b>',
    '## Conditions of satisfaction',
    '## Akzeptanzkriterien',
    '## Abnahmekriterien',
    '**Akzeptanzkriterium:**',
    "## Critères d'acceptation",
    '## Critères d’acceptation :',
    'Critères :',
    '## Criterios de aceptación',
    '## Criterio de aceptacion',
    '## Critérios de aceitação',
    '## Critérios de aceite',
    '## Criteri di accettazione',
    '## Acceptatiecriteria',
    '## Kryteria akceptacji',
    '## Kabul kriterleri',
    '## 受け入れ基準',
    '受け入れ条件：',
    '## 验收标准',
    '**验收条件**',
  ])('%j', (heading) => {
    const body = `As a guest, I want a key.\n\n${heading}\n\n  - [ ] It fits\n\n# Notes\n\n- not one\n`;
    expect(textsOf(body)).toEqual(['It fits']);
    expect(addCriteria(body, ['It turns'], 'de')).toContain('  - [ ] It fits\n  - [ ] It turns\n');
  });

  it.each([
    '## Definition of Done',
    '**DoD**',
    '## Notes on acceptance criteria we had',
    'We talked about acceptance criteria',
    'Notes:',
    '```\n## Acceptance criteria\n```',
    '<!-- ## Acceptance criteria -->',
    '    ## Acceptance criteria',
    '> ## Acceptance criteria',
  ])('%j does not', (heading) => {
    expect(textsOf(`${heading}\n\n- no criterion\n`)).toEqual([]);
  });
});

it.each([
  ['**AC**\n- a\n\n**Notes**\n- b\n', ['a']],
  ['AC:\n- a\nNotes:\n- b\n', ['a']],
  ['AC:\n\nThe guest can:\n\n- a\n', ['a']],
  ['- AC:\n  - a\n  - b\n- c\n', ['a', 'b']],
  ['## Story\n**AC**\n1. a\n2. b\n## Tasks\n- c\n', ['a', 'b']],
  ['## AC\n- a\n### Edge\n- b\n', ['a', 'b']],
  ['## AC (web)\n- a\n## AC (phone)\n- b\n', ['a', 'b']],
  ['## AC\n- a\n  - a part of it\n\n  more\n', ['a\n- a part of it\n\nmore']],
  ['## AC\n- a <!-- note --> b\n- <!-- hint -->\n', ['a b']],
  ['## AC\nProse only.\n', []],
])('%j holds %j', (body, texts) => {
  expect(textsOf(body)).toEqual(texts);
});
