import { describe, expect, test } from '@jest/globals'
import { noticeKinds } from '@sonaqor/contract/notification-kinds'
import { inInbox, inShort, letterMail, noticeMail, urlOf } from './compose.ts'

const origin = 'https://sonaqor.test'
const hostile = `<img src=x onerror=alert(1)>"'&\r\nBcc: all@evil.test\u2028\u202e`
const keyId = '00000000-0000-7000-8000-000000000001'

const noticeOf = (label: string, by = 'Ada') => ({
  kind: 'keys.revoked' as const,
  params: noticeKinds['keys.revoked'].params.parse({ keyId, label, by, environment: 'production' }),
  link: '/keys?x=1&y=2',
})
const reader = { name: 'Ada', tenant: 'Acme', locale: 'en' } as const

describe('XC-13 a mail', () => {
  test('escapes whatever somebody is called, and lets none of it end a line', () => {
    const { subject, html, text } = noticeMail(
      noticeOf(hostile, hostile),
      { ...reader, name: hostile, tenant: hostile },
      origin,
    )
    expect(html).not.toContain('<img')
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;')
    expect(subject).not.toMatch(/[\r\n\u2028\u202e]/)
    expect(text).not.toMatch(/^Bcc:/m)
  })

  test('fetches nothing, runs nothing, and leads to our own pages alone', () => {
    const { html } = noticeMail(noticeOf('Checkout'), reader, origin)
    expect(html).not.toMatch(/<(img|script|link|iframe|style|form|svg)|url\(|@import|\son\w+=/i)
    const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url)
    expect(new Set(links)).toEqual(
      new Set([
        'https://sonaqor.test/keys?x=1&#38;y=2',
        'https://sonaqor.test/account/notifications?show=preferences',
      ]),
    )
  })

  test('has a plain form that says the same, with the whole address', () => {
    const { text } = noticeMail(noticeOf('Checkout'), reader, origin)
    expect(text).toContain('Ada revoked the API key “Checkout” for production.')
    expect(text).toContain('https://sonaqor.test/keys?x=1&y=2')
  })

  test('makes no link of a name that reads like one', () => {
    const params = { tenant: 'evil.test', inviter: 'https://evil.test/x a@evil.test', hours: 72 }
    const letter = { name: 'www.evil.test', template: 'team.invited' as const }
    const { text, html } = letterMail(
      { ...letter, params: { ...params, role: 'viewer', link: '/join#token' } },
      'en',
      origin,
    )
    for (const form of [text, html.replace(/<title>.*<\/title>/, '')]) {
      expect(form).not.toMatch(/evil\.test|www\.evil|https:\/\/(?!sonaqor\.test)/)
      expect(form.replaceAll('\u200b', '')).toContain('https://evil.test/x a@evil.test invites you')
    }
  })

  test('speaks the language of its reader', () => {
    const mail = noticeMail(noticeOf('Kasse'), { ...reader, locale: 'de' }, origin)
    expect(mail.subject).toBe('API-Schlüssel widerrufen: Kasse')
    expect(mail.html).toContain('<html lang="de">')
    const letter = { name: '', template: 'account.reset' as const }
    const params = { link: '/reset#token', minutes: 30 }
    expect(letterMail({ ...letter, params }, 'de', origin).text).toContain('gilt 30 Minuten')
    expect(letterMail({ ...letter, params }, 'en', origin).text).toMatch(/^Hello,\n/)
  })

  test('is short in its subject, however long a name is', () => {
    const { subject } = noticeMail(noticeOf('😀'.repeat(5000)), reader, origin)
    expect([...subject].length).toBeLessThanOrEqual(150)
    expect(subject.isWellFormed()).toBe(true)
  })

  test.each(['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:alert(1)'])(
    'never leads to %s',
    (path) => {
      expect(() => urlOf(origin, path)).toThrow()
    },
  )
})

test('XC-13 the inbox and a short line say the same in their own room', () => {
  expect(inInbox(noticeOf('Checkout'), 'en')).toEqual({
    title: 'API key revoked: Checkout',
    body: 'Ada revoked the API key “Checkout” for production.',
  })
  expect(inShort(noticeOf('Checkout'), 'en', origin)).toBe(
    'API key revoked: Checkout. Ada revoked the API key “Checkout” for production. https://sonaqor.test/keys?x=1&y=2',
  )
})
