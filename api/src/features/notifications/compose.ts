/** Puts a notification into the words and the form of each channel. */
import type { LetterName, Locale, NoticeName } from '@sonaqor/contract/notification-kinds'
import { noticeKind, Word } from '@sonaqor/contract/notification-kinds'
import { layOut, type LaidOut } from './letter.ts'
import { sayer, unlinkedSayer, words, type NoticeWords } from './words/index.ts'
import type { Values } from './words/message.ts'

export interface Notice {
  readonly kind: NoticeName
  readonly params: Values
  readonly link: string | null
}

export interface LetterTo {
  readonly name: string
  readonly template: LetterName
  readonly params: Values
}

/** What a notice says in the inbox. */
export function inInbox({ kind, params }: Notice, locale: Locale): { title: string; body: string } {
  const { title, body } = words[locale].notices[kind]
  const say = sayer(locale, params)
  return { title: say(title), body: say(body) }
}

/** One line and where it leads, for what has no room. */
export function inShort({ kind, params, link }: Notice, locale: Locale, origin: string): string {
  const { title, body, short } = words[locale].notices[kind]
  const say = sayer(locale, params)
  const line = short === undefined ? `${say(title)}. ${say(body)}` : say(short)
  return link === null ? line : `${line} ${urlOf(origin, link)}`
}

export interface NoticeReader {
  readonly name: string
  readonly tenant: string
  readonly locale: Locale
}

/** Where a member chooses what they hear of. */
const preferencesPath = '/account/notifications?show=preferences'

export function noticeMail(notice: Notice, to: NoticeReader, origin: string): LaidOut {
  const { kind, params, link } = notice
  const { locale } = to
  const all = words[locale]
  const told: NoticeWords = all.notices[kind]
  const say = unlinkedSayer(locale, params)
  const { locked } = noticeKind(kind)
  const foot = locked
    ? { why: all.whySecurity }
    : {
        why: unlinkedSayer(locale, { tenant: Word.parse(to.tenant) })(all.whyNotice),
        url: urlOf(origin, preferencesPath),
      }
  return layOut({
    locale,
    subject: sayer(locale, params)(told.title),
    greeting: greeting(to.name, locale),
    paragraphs: [told.body, ...(told.more ?? [])].map(say),
    ...(link === null ? {} : { button: buttonTo(origin, link, told.action, locale) }),
    foot,
  })
}

export function letterMail(letter: LetterTo, locale: Locale, origin: string): LaidOut {
  const all = words[locale]
  const { subject, paragraphs, action, note } = all.letters[letter.template]
  const say = unlinkedSayer(locale, letter.params)
  const { link } = letter.params
  return layOut({
    locale,
    subject: sayer(locale, letter.params)(subject),
    greeting: greeting(letter.name, locale),
    paragraphs: paragraphs.map(say),
    ...(action !== undefined && typeof link === 'string'
      ? { button: buttonTo(origin, link, action, locale) }
      : {}),
    note: say(note),
    foot: { why: all.whyLetter },
  })
}

function greeting(name: string, locale: Locale): string {
  const { greeting: withName, greetingWithoutName } = words[locale]
  const called = Word.parse(name)
  return called === '' ? greetingWithoutName : unlinkedSayer(locale, { name: called })(withName)
}

const buttonTo = (origin: string, link: string, label: string, locale: Locale) => ({
  label,
  url: urlOf(origin, link),
  orCopy: words[locale].orCopy,
})

/** A path is put behind our origin and leads nowhere else, whatever stands in it. */
export function urlOf(origin: string, path: string): string {
  const url = new URL(path, origin)
  if (url.origin !== origin) throw new Error('a notification leads to our own pages alone')
  return url.href
}
