/** Which passwords are taken, wherever somebody chooses one. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { roles } from '@sonaqor/contract/access'
import { passwordMax, passwordMin } from '@sonaqor/contract/password'
import { Problem } from '../../../core/problems/index.ts'
import { asStored } from './passwords.ts'

/** Known to everybody who attacks this house: its name, and what its people are called by. */
const houseWords = ['sonaqor', ...roles]

/** Shorter ones stand in half of all words, and say nothing of whoever chose them. */
const wordMin = 4
/** What has to be left of a password, in letters and digits, without the words that others know. */
const ownMin = 8
/** Fewer guesses than 10 to this, in the order in which attackers guess, and it is a common one. */
const guessesMin = 8

/**
 * Refuses a password that is too short, too long, made of words that others know of the person, or among
 * the first that anybody would guess. It may hold whatever else it likes; nothing has to be in it.
 *
 * `words`: the person's name and e-mail, their tenants' names. `pointer` names the field that it came in.
 */
export function checkPassword(
  password: string,
  words: readonly string[],
  pointer = '#/password',
): void {
  const fault = faultOf(asStored(password), words)
  if (!fault) return
  throw new Problem('invalid', {
    detail: 'This password is not taken. Choose another one.',
    errors: [{ detail: fault, pointer }],
  })
}

function faultOf(password: string, words: readonly string[]): string | null {
  const { length } = [...password]
  if (length < passwordMin) return `must have at least ${passwordMin} characters`
  if (length > passwordMax) return `must have at most ${passwordMax} characters`
  const known = [...houseWords, ...words].flatMap(partsOf)
  if (isMadeOf(password, known)) return 'is made of words that others know of you'
  return isCommon(password, known) ? 'is among the passwords that are guessed first' : null
}

const fold = (text: string) => text.normalize('NFC').toLowerCase()
const partsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= wordMin)

function isMadeOf(password: string, known: readonly string[]): boolean {
  const longestFirst = known.toSorted((one, other) => other.length - one.length)
  const folded = fold(password)
  const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), folded)
  return left !== folded && left.replaceAll(/[^\p{L}\p{N}]/gu, '').length < ownMin
}

let estimator: ZxcvbnFactory | undefined

/**
 * Lists of leaked passwords hold next to none that are so long. So the guesses are counted that it takes
 * an attacker who puts the 49,000 commonest ones, walks over the keyboard, sequences, dates and repeats
 * together; a long password that is made of those alone is found as fast as a short one.
 */
function isCommon(password: string, known: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({
    dictionary: { passwords: dictionary['passwords-common'] },
    graphs: adjacencyGraphs,
    // Each way to read digits and signs as letters costs a run of its own; more of them find no more.
    l33tMaxSubstitutions: 16,
  })
  return estimator.check(password, [...known]).guessesLog10 < guessesMin
}
