import { describe, expect, test } from '@jest/globals'
import {
  letterKinds,
  letterNames,
  locales,
  noticeKinds,
  noticeNames,
} from '@sonaqor/contract/notification-kinds'
import { words, type Words } from './index.ts'
import { sayMessage, valuesOf } from './message.ts'

/** Every message of a catalogue by where it stands. */
function messagesOf(value: object, at = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
    typeof one === 'string' ? [[`${at}/${name}`, one]] : messagesOf(one as object, `${at}/${name}`),
  )
}

const spoken = (catalogue: Words) => new Map(messagesOf(catalogue))

describe('XC-13 the words of notifications', () => {
  test.each(locales)('are complete in %s, with the same values at the same places', (locale) => {
    const english = spoken(words.en)
    const ours = spoken(words[locale])
    expect([...ours.keys()].toSorted()).toEqual([...english.keys()].toSorted())
    for (const [at, message] of ours) {
      expect([at, message.trim()]).not.toEqual([at, ''])
      expect([at, valuesOf(message)]).toEqual([at, valuesOf(english.get(at)!)])
    }
  })

  test.each(locales)('ask for nothing that a kind is not told: %s', (locale) => {
    for (const kind of noticeNames) {
      const told = Object.keys(noticeKinds[kind].params.shape)
      for (const [at, message] of messagesOf(words[locale].notices[kind], kind)) {
        expect([at, [...valuesOf(message)].filter((name) => !told.includes(name))]).toEqual([
          at,
          [],
        ])
      }
    }
    for (const kind of letterNames) {
      const told = Object.keys(letterKinds[kind].params.shape)
      for (const [at, message] of messagesOf(words[locale].letters[kind], kind)) {
        expect([at, [...valuesOf(message)].filter((name) => !told.includes(name))]).toEqual([
          at,
          [],
        ])
      }
    }
  })

  test('a letter with a link has a button for it, and no other has', () => {
    for (const kind of letterNames) {
      const hasLink = 'link' in letterKinds[kind].params.shape
      for (const locale of locales) {
        expect([kind, words[locale].letters[kind].action !== undefined]).toEqual([kind, hasLink])
      }
    }
  })

  test('bend with figures, choices and dates as each language does', () => {
    const message =
      '{n, plural, one {# key} other {# keys}}, {at, date}, {who, select, me {I} other {{who}}}'
    const values = { n: 1200, at: '2026-11-21T15:04:00Z', who: 'Ada' }
    expect(sayMessage(message, values, 'en')).toBe(
      '1,200 keys, November 21, 2026 at 3:04 PM UTC, Ada',
    )
    expect(sayMessage(message, values, 'de')).toBe(
      '1.200 keys, 21. November 2026 um 15:04 UTC, Ada',
    )
    expect(sayMessage(message, { ...values, n: 1, who: 'me' }, 'en')).toMatch(/^1 key, .*, I$/)
  })

  test('fill in what somebody is called as it is, braces and all', () => {
    expect(sayMessage('{name}!', { name: '{at, date} #' }, 'en')).toBe('{at, date} #!')
  })
})
