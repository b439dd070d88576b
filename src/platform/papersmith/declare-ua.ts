import { PDFBool, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/**
 * Adds the PDF/UA-1 declaration to a PDF/A-2a file, so that one file keeps both promises. The compiler exports
 * one standard at a time, and its two exports of one document differ in exactly this: the UA identification in
 * the metadata (ISO 14289-1, 5) and the wish to show the title (7.1). PDF/A-2 in turn wants the description of
 * every metadata schema that it does not know itself (ISO 19005-2, 6.6.2.3), hence the second insertion.
 * Call it only for a document whose export as `ua-1` succeeded: that export checks the rules.
 */
export async function declareUa(archivable: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(archivable, { updateMetadata: false });
  const { catalog, context } = document;
  catalog.getOrCreateViewerPreferences().dict.set(PDFName.of('DisplayDocTitle'), PDFBool.True);
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  if (!(metadata instanceof PDFRawStream)) throw new Error('The PDF/A file has no plain metadata');
  const declared = Buffer.from(withUa(Buffer.from(metadata.contents).toString('utf8')));
  const entries = { Type: 'Metadata', Subtype: 'XML', Length: declared.length };
  catalog.set(
    PDFName.of('Metadata'),
    context.register(PDFRawStream.of(context.obj(entries), declared)),
  );
  const old = catalog.context.getObjectRef(metadata);
  if (old) context.delete(old);
  return await document.save({ addDefaultPage: false, updateFieldAppearances: false });
}

function withUa(xmp: string): string {
  const anchors = [
    ['xmlns:pdfaid=', 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"  xmlns:pdfaid='],
    ['<pdfaExtension:schemas><rdf:Bag>', `<pdfaExtension:schemas><rdf:Bag>${uaSchema}`],
    ['<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>'],
  ] as const;
  return anchors.reduce((text, [anchor, replacement]) => {
    if (!text.includes(anchor)) throw new Error(`The metadata of the PDF/A file has no ${anchor}`);
    return text.replace(anchor, replacement);
  }, xmp);
}

const uaSchema =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>' +
  '<rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Indicates which part of ISO 14289 the file follows</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';
