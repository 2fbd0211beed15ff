/** What is said of each kind, in the language of whoever it is said to. */
import {
  locales,
  type LetterName,
  type Locale,
  type NoticeName,
} from '@sonaqor/contract/notification-kinds'
import { de } from './de.ts'
import { en } from './en.ts'
import { sayMessage, type Values } from './message.ts'

/** The words of a notice: for the inbox, and, where they are not named, for the other channels too. */
export interface NoticeWords {
  /** What the kind is called where people choose what they hear. */
  readonly kind: string
  readonly title: string
  readonly body: string
  /** What follows the body in a mail, a paragraph each. */
  readonly more?: readonly string[]
  /** One line for Slack and SMS; the title and body are told where there is none. */
  readonly short?: string
  /** On the button that leads there, where a notice leads anywhere. */
  readonly action: string
}

/** The words of a letter. */
export interface LetterWords {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly action?: string
  /** Beneath the button, in small. */
  readonly note: string
}

export interface Words {
  readonly notices: Readonly<Record<NoticeName, NoticeWords>>
  readonly letters: Readonly<Record<LetterName, LetterWords>>
  readonly greeting: string
  readonly greetingWithoutName: string
  /** Why somebody gets a notice by mail, and where that is chosen. */
  readonly whyNotice: string
  readonly whyLetter: string
  readonly whySecurity: string
  /** Where a button does not work. */
  readonly orCopy: string
}

export const words: Readonly<Record<Locale, Words>> = { en, de }

/** Says messages with these values in one language. */
export type Say = (message: string) => string

export const sayer =
  (locale: Locale, values: Values): Say =>
  (message) =>
    sayMessage(message, values, locale)

/**
 * The same for what a mail program looks through for addresses, of which it makes links: the name of a
 * tenant or a key leads nowhere, whatever it reads like.
 */
export const unlinkedSayer =
  (locale: Locale, values: Values): Say =>
  (message) =>
    sayMessage(message, values, locale, unlinked)

/** A space without a width, which a reader does not see, and which ends an address. */
const unlinked = (word: string) => word.replaceAll(/[.:@](?=\S)/g, '$&\u200b')

/** The language that is meant, or English. */
export const localeOf = (wanted: string | null | undefined): Locale =>
  locales.find((one) => one === wanted) ?? 'en'
