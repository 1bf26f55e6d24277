const SCHEMA =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>PDF/UA part</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

/** The parts of a PDF with a classic cross-reference table. */
interface Parts {
  rootId: number;
  size: number;
  previous: number;
  rest: string;
  object: (id: number) => string;
}

function expect<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`unexpected PDF: no ${what}`);
  return value;
}

function read(pdf: string): Parts {
  const previous = Number(
    pdf
      .slice(pdf.lastIndexOf('startxref') + 9)
      .trim()
      .split(/\s/)[0],
  );
  const trailer = pdf.slice(pdf.lastIndexOf('trailer'));
  const table = pdf.slice(previous, pdf.lastIndexOf('trailer')).split('\n').slice(2);
  const object = (id: number): string => {
    const offset = Number(expect(table[id], `object ${id}`).slice(0, 10));
    const head = `${id} 0 obj\n`;
    if (!pdf.startsWith(head, offset)) throw new Error(`unexpected PDF: object ${id} is not where the table says`);
    return pdf.slice(offset + head.length, pdf.indexOf('\nendobj', offset));
  };
  const number = (pattern: RegExp, what: string): number => Number(expect(pattern.exec(trailer)?.[1], what));
  const rest = [/\/Info \d+ 0 R/, /\/ID \[[^\]]*\]/].flatMap((pattern) => pattern.exec(trailer)?.[0] ?? []).join(' ');
  return { rootId: number(/\/Root (\d+) 0 R/, 'root'), size: number(/\/Size (\d+)/, 'size'), previous, rest, object };
}

function withDisplayTitle(catalog: string): string {
  if (/DisplayDocTitle true/.test(catalog)) return catalog;
  if (/\/ViewerPreferences\s*<</.test(catalog))
    return catalog.replace(/\/ViewerPreferences\s*<</, '/ViewerPreferences << /DisplayDocTitle true ');
  return catalog.replace(/>>\s*$/, '  /ViewerPreferences << /DisplayDocTitle true >>\n>>');
}

function withUaPart(metadata: string): Buffer {
  const start = metadata.indexOf('stream\n') + 7;
  const xmp = Buffer.from(metadata.slice(start, metadata.lastIndexOf('\nendstream')), 'latin1').toString('utf8');
  const bag = '<pdfaExtension:schemas><rdf:Bag>';
  if (!xmp.includes('pdfaid:part') || !xmp.includes(bag))
    throw new Error('unexpected PDF: metadata is not that of PDF/A');
  return Buffer.from(
    xmp
      .replace(bag, bag + SCHEMA)
      .replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>')
      .replace('xmlns:pdfaid=', 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid='),
    'utf8',
  );
}

/**
 * A PDF/A-2a file of Typst that also declares PDF/UA-1, by an incremental update (ISO 32000-1, 7.5.6). Only for a document that
 * exported as PDF/UA-1 as well: that export is the check, this is the label. @throws when the file is not of the expected form
 */
export function declareUa(pdf: Buffer): Buffer {
  const parts = read(pdf.toString('latin1'));
  const catalog = withDisplayTitle(parts.object(parts.rootId));
  const metadataId = Number(expect(/\/Metadata (\d+) 0 R/.exec(catalog)?.[1], 'metadata'));
  const xmp = withUaPart(parts.object(metadataId));
  const pieces: Buffer[] = [pdf];
  let length = pdf.length;
  const add = (piece: Buffer | string): number => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    const at = length;
    pieces.push(bytes);
    length += bytes.length;
    return at;
  };
  if (pdf.at(-1) !== 0x0a) add('\n');
  const rootAt = add(`${parts.rootId} 0 obj\n${catalog}\nendobj\n`);
  const metadataAt = add(`${metadataId} 0 obj\n<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n`);
  add(xmp);
  add('\nendstream\nendobj\n');
  const entry = (id: number, at: number): string => `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const changed = [
    { id: parts.rootId, at: rootAt },
    { id: metadataId, at: metadataAt },
  ].sort((a, b) => a.id - b.id);
  const table = length;
  add(`xref\n${changed.map(({ id, at }) => entry(id, at)).join('')}`);
  add(
    `trailer\n<< /Size ${parts.size} /Root ${parts.rootId} 0 R ${parts.rest} /Prev ${parts.previous} >>\nstartxref\n${table}\n%%EOF\n`,
  );
  return Buffer.concat(pieces);
}
