import type { Command } from './command.ts'

/** How well a word of the query fits a title; the smaller, the better. */
const fits = { whole: 0, beginning: 1, wordBeginning: 2, inside: 3, otherWord: 4, letters: 6 }

/**
 * The commands in which every word of the query is found, the best first: what begins with it before
 * what contains it, and that before what merely has its letters in their order. Among equals comes
 * first what was done lately, and then what stood first.
 */
export function ranked(
  commands: readonly Command[],
  query: string,
  recent: readonly string[],
): readonly Command[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const lately = ({ id }: Command) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  return commands
    .map((command) => ({ command, misfit: misfitOf(command, words), age: lately(command) }))
    .filter(({ misfit }) => misfit < Infinity)
    .toSorted((one, other) => one.misfit - other.misfit || one.age - other.age)
    .map(({ command }) => command)
}

function misfitOf({ title, words = '' }: Command, sought: readonly string[]): number {
  const [name, others] = [plain(title), plain(words)]
  return sought.reduce((sum, word) => sum + misfitOfWord(word, name, others), 0)
}

function misfitOfWord(word: string, name: string, others: string): number {
  if (name === word) return fits.whole
  if (name.startsWith(word)) return fits.beginning
  if (beginsIn(name, word)) return fits.wordBeginning
  if (name.includes(word)) return fits.inside
  if (beginsIn(others, word)) return fits.otherWord
  return hasLetters(name, word) ? fits.letters : Infinity
}

const beginsIn = (text: string, word: string) =>
  text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))

/** Whether all letters are there in this order: `apk` in "API keys". One letter says too little. */
function hasLetters(name: string, word: string): boolean {
  let from = 0
  for (const letter of word) {
    const at = name.indexOf(letter, from)
    if (at < 0) return false
    from = at + letter.length
  }
  return word.length > 1
}

/** Neither capitals nor accents stand in the way. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()
