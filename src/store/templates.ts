import { readTemplate, type Template } from '../item/template.js';
import { type Language, languageOfTag } from '../language/tags.js';
import { type Result, usage } from '../text/problem.js';
import { didYouMean } from '../text/suggest.js';
import { listShippedTemplates, readShippedTemplate } from './shipped.js';
import type { Store } from './store.js';

const templatesFolder = 'templates';

/** Names of the templates there are: the backlog's own and the shipped ones. */
export function listTemplates(store: Store | null): readonly string[] {
  return [...new Set([...listShippedTemplates(), ...(store?.listTemplates() ?? [])])].sort();
}

/**
 * A template by name; the backlog's own goes before the shipped one of that name, which is in the
 * backlog's language.
 */
export function loadTemplate(store: Store | null, name: string): Result<Template> {
  const path = `${templatesFolder}/${name}.md`;
  const own = /^[\w-]+$/.test(name) ? (store?.readFile(path) ?? null) : null;
  if (own !== null) return readTemplate(name, path, own);
  if (listShippedTemplates().includes(name)) {
    return readTemplate(name, path, readShippedTemplate(name, languageOf(store)));
  }
  const known = listTemplates(store);
  return usage(`there is no template "${name}".${didYouMean(name, known)} (${known.join(', ')})`);
}

function languageOf(store: Store | null): Language {
  const settings = store?.settings();
  return (settings?.ok ? languageOfTag(settings.value.language) : null) ?? 'en';
}
