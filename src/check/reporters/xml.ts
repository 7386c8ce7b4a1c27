/** XML as data: a name, attributes in their order, and elements or text inside. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly children?: readonly XmlElement[] | string;
}

/**
 * What XML 1.0 cannot hold even as a reference (production 2, Char): most C0 controls, U+FFFE,
 * U+FFFF and halves of surrogate pairs.
 */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Marks that hide or reorder text, and C1 controls: kept, but never raw. */
const unseen = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A document of elements and text. Twenty lines of our own: the well-kept builders (xmlbuilder2,
 * fast-xml-builder) leave characters in that no XML reader takes.
 */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, '')}`;
}

function writeElement(
  { name, attributes = {}, children = [] }: XmlElement,
  indent: string,
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(String(value))}"`,
  );
  const open = `${indent}<${name}${written.join('')}`;
  if (children.length === 0) return `${open}/>`;
  if (typeof children === 'string') return `${open}>${escapeXml(children)}</${name}>`;
  const inner = children.map((child) => writeElement(child, `${indent}  `));
  return `${open}>\n${inner.join('\n')}\n${indent}</${name}>`;
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Line ends and tabs are references, as an attribute's would otherwise be read as blanks. */
function escapeXml(text: string): string {
  return text
    .replace(forbidden, '')
    .replace(/[&<>"]/g, (character) => named[character] ?? character)
    .replace(/[\t\r\n]/g, toReference)
    .replace(unseen, toReference);
}

function toReference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
