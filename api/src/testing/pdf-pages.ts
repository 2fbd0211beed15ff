/** What stands on the pages of a document of ours, to be held against what should. */
import { inflateSync } from 'node:zlib'

/** The texts of a page each, as the fonts of every reader have their letters. */
export function pagesIn(pdf: Buffer): string[] {
  const pages: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('\nstream\n', at + 1)) {
    const begin = pdf.indexOf('stream\n', at) + 7
    const end = pdf.indexOf('\nendstream', begin)
    const content = inflateSync(pdf.subarray(begin, end)).toString('latin1')
    if (!/ T[jJ]/.test(content)) continue
    const texts = content.match(/\[[^\]]*\] TJ/g) ?? []
    pages.push(
      texts
        .map((text) =>
          (text.match(/<[0-9a-f]*>/g) ?? [])
            .map((hex) => Buffer.from(hex.slice(1, -1), 'hex').toString('latin1'))
            .join(''),
        )
        .join('\n'),
    )
  }
  return pages
}
