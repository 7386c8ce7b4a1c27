const longest = 60;
/** Letters that Unicode does not take apart into a base letter and marks. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/**
 * A file-name and id part from a title: lower-case ASCII words joined by dashes, at most 60
 * characters, cut between words. Empty when the title has no such letters (a Japanese title):
 * the id alone then names the file.
 */
export function slugify(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[ßæœøđłıþ]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug;
}
