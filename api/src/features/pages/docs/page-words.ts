/** The words of a page or of an operation, each once: what the search looks through beside titles and names. */

/** Code is found by what is said about it; and each operation lists the same refusals. */
const silent = [
  /<div class="shows">[^]*?<div class="body">/g,
  /<details>\s*<summary>Refusals[^]*?<\/details>/g,
  /<figure>[^]*?<\/figure>/g,
]

export function wordsOf(markup: string): string {
  const text = silent
    .reduce((rest, one) => rest.replaceAll(one, ' '), markup)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, sign) => String.fromCodePoint(Number(sign)))
    .toLowerCase()
  return [...new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}_.:-]*[\p{L}\p{N}]/gu))].join(' ')
}

/** What stands in the section of this id. */
export const sectionIn = (markup: string, id: string): string =>
  markup.split(`<section id="${id}"`)[1]?.split('<section id=')[0] ?? ''
