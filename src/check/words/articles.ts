const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Said both ways, by speaker or by country: neither article is wrong. */
export const EITHER_ARTICLE = words(`
  herb herbs herbal historic historical historically historian hotel habitual hereditary heroic
  hypothesis hysterical humble sql url urls faq faqs led lol nfs ufo ufos sms sdk sap ram rom mysql nginx
  ui us um user's honda uri uris ubuntu uuid uuids urn utc ugc ux
`);
